/** What rows of every shape have: whose they are, and their place among those of the same instant. */
import { type Binding, bindCell, bindColumn, type Fields } from '../cells.ts';
import { GREATEST_SEQUENCE } from '../entry.ts';
import type { Cell } from '../mapping.ts';

/** The id a row is about; null where it has none. */
export function bindKey(cell: Cell, field: string, binding: Binding): (fields: Fields) => string | null {
  const bound = bindCell(cell, field, binding);
  return (fields) => {
    const raw = bound.raw(fields);
    return raw === null ? null : (bound.meaning(raw) ?? null);
  };
}

/** The number in the column `sequence`, 0 without such a column; text says what is wrong. */
export function bindSequence(sequence: string | { column: string } | undefined, binding: Binding): (fields: Fields) => number | string {
  if (sequence === undefined) return () => 0;
  const column = typeof sequence === 'string' ? sequence : sequence.column;
  const read = bindColumn(column, 'sequence', binding);
  return (fields) => {
    const text = read(fields);
    const number = text === null || !/^\d{1,15}$/.test(text) ? Number.NaN : Number(text);
    return number <= GREATEST_SEQUENCE ? number : `column "${column}" must be a whole number from 0 to ${GREATEST_SEQUENCE}`;
  };
}
