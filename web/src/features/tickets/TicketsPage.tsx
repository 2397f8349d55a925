/** Tickets: every ticket, narrowed by filters that stand in the address, in a list of any length that stays live. */
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { ErrorState, formatCount, problemOf, RowsSkeleton } from '../../ui/index.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { exportAddress } from './export-link.ts';
import { Filters, PhoneFilters } from './Filters.tsx';
import { isNarrowed, NO_FILTERS } from './filters.ts';
import { Nothing } from './ListStates.tsx';
import { messages } from './messages.ts';
import { TicketCards } from './TicketCards.tsx';
import { MAX_ROWS, TicketGrid } from './TicketGrid.tsx';
import { TicketPreview } from './TicketPreview.tsx';
import classes from './tickets.module.css';
import { ExportIcon, Toolbar } from './Toolbar.tsx';
import { useColumns } from './use-columns.ts';
import { useFresh } from './use-fresh.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListState } from './use-list-state.ts';
import { useQuestion } from './use-question.ts';
import { useTicketSearch } from './use-search.ts';
import { useListWindows } from './windows.ts';

const PHONE = '(max-width: 48em)';

export function TicketsPage() {
  const address = useTicketSearch();
  const { search, change } = address;
  const question = useQuestion(search);
  const { range, onRange, active, setActive, chosen, onChoose, unchoose } = useListState(question);
  const windows = useListWindows(question, range.first, range.last);
  const { total, rowAt, isOld } = windows;
  const fresh = useFresh({ query: question.query, rowAt, first: range.first, last: range.last, isComplete: windows.isComplete });
  const columns = useColumns();
  const navigate = useNavigate();
  const phone = useMediaQuery(PHONE) ?? false;
  const searchField = useRef<HTMLInputElement>(null);

  const show = (): void => {
    fresh.forget();
    setActive(null);
    void windows.refresh();
  };
  const preview = (index: number): void => {
    setActive(index);
    const row = rowAt(index);
    // Going back closes the preview; a walk through many previews is one step back.
    if (row) change({ open: row.id }, { replace: search.open !== undefined });
  };
  const move = (index: number): void => (search.open ? preview(index) : setActive(index));
  const step = (by: 1 | -1): void => {
    if (total) move(Math.min(total - 1, Math.max(0, (active ?? -1) + by)));
  };
  const activeRow = active === null ? undefined : rowAt(active);
  const open = (): void => {
    if (active === null || !activeRow) return;
    if (search.open === activeRow.id) void navigate({ to: '/tickets/$ticketId', params: { ticketId: activeRow.id } });
    else preview(active);
  };
  const close = search.open ? () => change({ open: undefined }, { replace: true }) : null;
  useListKeys({
    move: step,
    open,
    choose: () => activeRow && onChoose(activeRow.id),
    search: () => searchField.current?.focus(),
    exportFile: () => window.location.assign(exportAddress(question)),
    refresh: show,
    close,
  });

  // Who may see no list needs none of its tools.
  if (windows.error !== null && problemOf(windows.error).status === 403) return <ErrorState error={windows.error} />;
  const filters = { ...address, query: question.query, searchRef: searchField };
  const list = { total: total ?? 0, rowAt, changed: fresh.changed, onRange, question };
  return (
    <div className={classes['page']}>
      <Toolbar total={total} question={question} arrived={fresh.arrived} onShow={show} columns={phone ? null : columns}>
        {phone ? (
          <PhoneFilters {...filters}>
            <ExportIcon question={question} />
          </PhoneFilters>
        ) : (
          <Filters {...filters} />
        )}
      </Toolbar>
      <div className={classes['work']}>
        <div className={classes['list']}>
          {windows.error !== null && <ErrorState error={windows.error} retry={windows.retry} compact={total !== null} />}
          {total === null && windows.error === null && <RowsSkeleton rows={20} height={columns.memory.dense ? 36 : 44} />}
          {total === 0 && <Nothing narrowed={isNarrowed(search)} onClear={() => change(NO_FILTERS)} />}
          {total !== null && total > MAX_ROWS && <p className={classes['note']}>{messages.tooMany(formatCount(MAX_ROWS))}</p>}
          {total !== null && total > 0 && phone && <TicketCards {...list} />}
          {total !== null && total > 0 && !phone && (
            <TicketGrid
              {...address}
              {...list}
              columns={columns}
              isOld={isOld}
              active={active}
              chosen={chosen}
              onMove={move}
              onOpen={preview}
              onChoose={onChoose}
            />
          )}
          {chosen.size > 0 && <ChosenBar chosen={chosen} onClear={unchoose} />}
        </div>
        {search.open && (
          <TicketPreview
            key={search.open}
            id={search.open}
            row={activeRow?.id === search.open ? activeRow : undefined}
            onClose={() => close?.()}
          />
        )}
      </div>
    </div>
  );
}
