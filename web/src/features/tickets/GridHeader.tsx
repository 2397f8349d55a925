/** The header of the list: a click sorts, dragging the edge sets the width, Shift with an arrow key does so too. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { NARROWEST, WIDEST } from './column-memory.ts';
import type { ShownColumn, Columns } from './use-columns.ts';
import { orderAfterClick, orderOf } from './filters.ts';
import { messages } from './messages.ts';
import classes from './grid.module.css';
import type { SearchAndChange } from './use-search.ts';

const STEP = 16;

interface GridHeaderProps extends SearchAndChange {
  columns: Columns;
}

type SortState = 'ascending' | 'descending' | 'none';

function Label({
  column,
  state,
  onSort,
  onKeyDown,
}: {
  column: ShownColumn;
  state: SortState;
  onSort: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const name = messages.column[column.id];
  if (!column.sort) {
    return <span className={classes['label']}>{name}</span>;
  }
  const Arrow = state === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <button type="button" className={classes['sort']} onClick={onSort} onKeyDown={onKeyDown}>
      {name}
      {state !== 'none' && <Arrow size={13} stroke={2} aria-hidden="true" />}
    </button>
  );
}

export function GridHeader({ columns, search, change }: GridHeaderProps) {
  const { headers, shown, table } = columns;
  const order = orderOf(search);
  const sortState = ({ sort }: ShownColumn): SortState =>
    sort !== order.sort ? 'none' : order.direction === 'asc' ? 'ascending' : 'descending';
  const resize = (column: ShownColumn) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
    if (by === 0 || !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    table.setColumnSizing((before) => ({ ...before, [column.id]: Math.min(WIDEST, Math.max(NARROWEST, column.width + by)) }));
  };
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      <div role="columnheader" className={classes['choose']} aria-label={messages.column.select} />
      {shown.map((column, index) => (
        <div
          key={column.id}
          role="columnheader"
          className={classes['column']}
          data-numeric={column.numeric}
          data-id={column.id}
          style={{ width: column.width }}
          aria-sort={column.sort ? sortState(column) : undefined}
        >
          <Label
            column={column}
            state={sortState(column)}
            onSort={() => column.sort && change({ sort: undefined, direction: undefined, ...orderAfterClick(search, column.sort) })}
            onKeyDown={resize(column)}
          />
          {/* Dragging is for the mouse; the keyboard has Shift with the arrow keys. */}
          <span
            className={classes['edge']}
            data-active={headers[index]?.column.getIsResizing() || undefined}
            aria-hidden="true"
            onMouseDown={headers[index]?.getResizeHandler()}
            onTouchStart={headers[index]?.getResizeHandler()}
            onDoubleClick={() => headers[index]?.column.resetSize()}
          />
        </div>
      ))}
    </div>
  );
}
