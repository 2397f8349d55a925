/** One row of the list. It is drawn anew only when its ticket, its place or what it is chosen for changes. */
import { memo } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './grid.module.css';
import type { ShownColumn } from './use-columns.ts';

interface GridRowProps {
  ticket: TicketRow | undefined;
  index: number;
  start: number;
  height: number;
  columns: readonly ShownColumn[];
  active: boolean;
  chosen: boolean;
  /** When it changed last, if just now. */
  freshAt: number | undefined;
  onOpen: (index: number) => void;
  onChoose: (id: string) => void;
}

export const rowElementId = (index: number): string => `ticket-row-${index}`;

function Cells({ ticket, columns, chosen, onChoose }: Pick<GridRowProps, 'columns' | 'chosen' | 'onChoose'> & { ticket: TicketRow }) {
  return (
    <>
      <div role="gridcell" className={classes['choose']}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={messages.chooseRow(ticket.subject ?? ticket.id)}
          onChange={() => onChoose(ticket.id)}
          onClick={(event) => event.stopPropagation()}
        />
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes['column']}
          data-numeric={column.numeric}
          data-id={column.id}
          style={{ width: column.width }}
        >
          {column.draw(ticket)}
        </div>
      ))}
    </>
  );
}

/** A row on its way: as high as it will be, so that nothing moves when it comes. */
function Placeholder({ columns, index }: Pick<GridRowProps, 'columns' | 'index'>) {
  return (
    <div role="gridcell" aria-label={uiMessages.loading} className={classes['placeholder']}>
      {columns.map((column, place) => (
        <span key={column.id} className={classes['column']} data-id={column.id} style={{ width: column.width }}>
          <span className={classes['ghost']} style={{ width: `${column.id === 'subject' ? 40 + ((index * 17 + place) % 45) : 60}%` }} />
        </span>
      ))}
    </div>
  );
}

export const GridRow = memo(function GridRow({
  ticket,
  index,
  start,
  height,
  columns,
  active,
  chosen,
  freshAt,
  onOpen,
  onChoose,
}: GridRowProps) {
  return (
    // The list has the focus and works with its keys; the pointer is the other way to the same thing.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={rowElementId(index)}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={classes['row']}
      data-active={active || undefined}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={() => ticket && onOpen(index)}
    >
      {freshAt !== undefined && <span key={freshAt} className={`fresh ${classes['flash']}`} aria-hidden="true" />}
      {ticket ? (
        <Cells ticket={ticket} columns={columns} chosen={chosen} onChoose={onChoose} />
      ) : (
        <Placeholder columns={columns} index={index} />
      )}
    </div>
  );
});
