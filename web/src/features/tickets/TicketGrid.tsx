/**
 * The list itself: only the rows in sight exist. It has the focus as a whole and says which row is active, so that
 * screen readers follow the keys; the keys j, k, Enter and x work from anywhere on the page.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridRow, rowElementId } from './GridRow.tsx';
import { messages } from './messages.ts';
import classes from './grid.module.css';
import type { Columns } from './use-columns.ts';
import type { SearchAndChange } from './use-search.ts';

/** Browsers cannot scroll further than about 17 million pixels. */
export const MAX_ROWS = 400_000;
const DENSE = 36;
const COMFORTABLE = 44;
const HEAD = 36;
const OVERSCAN = 12;

interface TicketGridProps extends SearchAndChange {
  /** Another question begins at the top. */
  question: object;
  columns: Columns;
  total: number;
  rowAt: (index: number) => TicketRow | undefined;
  isOld: boolean;
  active: number | null;
  chosen: ReadonlySet<string>;
  changed: ReadonlyMap<string, number>;
  onRange: (first: number, last: number) => void;
  onMove: (index: number) => void;
  onOpen: (index: number) => void;
  onChoose: (id: string) => void;
}

/** Where a key leads in the list; null for keys that are not about moving. */
function rowAfterKey(key: string, active: number | null, total: number, page: number): number | null {
  const from = active ?? -1;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: total - 1 }[key];
  return to === undefined || total === 0 ? null : Math.min(total - 1, Math.max(0, to));
}

export function TicketGrid(props: TicketGridProps) {
  const { question, columns, rowAt, isOld, active, chosen, changed, onRange, onMove, onOpen, onChoose } = props;
  const total = Math.min(props.total, MAX_ROWS);
  const scroller = useRef<HTMLDivElement>(null);
  const height = columns.memory.dense ? DENSE : COMFORTABLE;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => virtual.scrollToOffset(0), [virtual, question]);
  useEffect(() => {
    if (active !== null) virtual.scrollToIndex(active, { align: 'auto' });
  }, [virtual, active]);

  // Rows are compared by what they are given: a function made anew each time would draw all of them anew.
  const latestOpen = useRef(onOpen);
  useEffect(() => {
    latestOpen.current = onOpen;
  });
  const openRow = useCallback((index: number) => latestOpen.current(index), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const to = rowAfterKey(event.key, active, total, page);
    if (to === null) return;
    event.preventDefault();
    onMove(to);
  };

  return (
    <div
      ref={scroller}
      className={classes['grid']}
      data-old={isOld || undefined}
      role="grid"
      aria-label={messages.title}
      aria-rowcount={total + 1}
      aria-busy={isOld}
      aria-multiselectable="true"
      aria-activedescendant={active === null ? undefined : rowElementId(active)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes['headgroup']}>
        <GridHeader {...props} />
      </div>
      <div
        role="rowgroup"
        className={classes['rows']}
        style={{ height: virtual.getTotalSize(), minWidth: columns.table.getTotalSize() + 40 }}
      >
        {items.map(({ index, start }) => {
          const ticket = rowAt(index);
          return (
            <GridRow
              key={index}
              ticket={ticket}
              index={index}
              start={start}
              height={height}
              columns={columns.shown}
              active={active === index}
              chosen={ticket !== undefined && chosen.has(ticket.id)}
              freshAt={ticket && changed.get(ticket.id)}
              onOpen={openRow}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}
