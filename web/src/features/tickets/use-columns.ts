/** The columns as a table model: which are shown, in which order and how wide, remembered by this browser. */
import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { NARROWEST, useColumnMemory, WIDEST, type ColumnMemory } from './column-memory.ts';
import { COLUMNS, type Column } from './columns.tsx';
import { messages } from './messages.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature, columnOrderingFeature });

const DEFINITIONS: ColumnDef<typeof features, TicketRow>[] = COLUMNS.map(({ id, size }) => ({
  id,
  size,
  minSize: NARROWEST,
  maxSize: WIDEST,
  header: messages.column[id],
}));

/** The rows are drawn in windows by the list itself; the table keeps the columns only. */
const NO_ROWS: TicketRow[] = [];
const BY_ID = new Map(COLUMNS.map((column) => [column.id as string, column]));

type Updater<T> = T | ((before: T) => T);
const updated = <T>(updater: Updater<T>, before: T): T => (typeof updater === 'function' ? (updater as (before: T) => T)(before) : updater);

export interface ShownColumn extends Column {
  width: number;
}

export function useColumns() {
  const [memory, remember] = useColumnMemory();
  const keep =
    <Part extends 'visibility' | 'sizing' | 'order'>(part: Part) =>
    (updater: Updater<ColumnMemory[Part]>) =>
      remember((before) => ({ ...before, [part]: updated(updater, before[part]) }));
  const table = useTable({
    features,
    columns: DEFINITIONS,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: { columnVisibility: memory.visibility, columnSizing: memory.sizing, columnOrder: memory.order },
    onColumnVisibilityChange: keep('visibility'),
    onColumnSizingChange: keep('sizing'),
    onColumnOrderChange: keep('order'),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const shape = headers.map(({ column }) => `${column.id} ${column.getSize()}`).join();
  const shown = useMemo<readonly ShownColumn[]>(
    () =>
      shape.split(',').flatMap((entry) => {
        const [id = '', width = '0'] = entry.split(' ');
        const column = BY_ID.get(id);
        return column ? [{ ...column, width: Number(width) }] : [];
      }),
    [shape],
  );
  return { table, headers, shown, memory, remember };
}

export type Columns = ReturnType<typeof useColumns>;
