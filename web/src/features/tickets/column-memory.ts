/**
 * Which columns this browser shows, in which order and how wide: a habit of the person, so it stays with the browser
 * and not in the address. What was kept by an older version is mended, never trusted.
 */
import { useEffect, useState } from 'react';
import { COLUMNS, usualVisibility } from './columns.tsx';

export interface ColumnMemory {
  visibility: Record<string, boolean>;
  sizing: Record<string, number>;
  order: string[];
  dense: boolean;
}

const KEY = 'watchdesk.tickets.columns';
export const NARROWEST = 56;
export const WIDEST = 900;

export const usualColumns = (): ColumnMemory => ({
  visibility: usualVisibility(),
  sizing: {},
  order: COLUMNS.map(({ id }) => id),
  dense: true,
});

const recordOf = <T>(value: unknown, fits: (entry: unknown) => entry is T): Record<string, T> => {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => COLUMNS.some(({ id }) => id === entry[0]) && fits(entry[1])));
};
const isWidth = (value: unknown): value is number => typeof value === 'number' && value >= NARROWEST && value <= WIDEST;
const isShown = (value: unknown): value is boolean => typeof value === 'boolean';

/** What was kept, mended: unknown columns fall away, new ones take their usual place, and one at least is shown. */
export function readColumns(kept: string | null): ColumnMemory {
  const usual = usualColumns();
  let read: Partial<Record<keyof ColumnMemory, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) read = parsed;
  } catch {
    return usual;
  }
  const listed: unknown[] = Array.isArray(read.order) ? read.order : [];
  const order = [...new Set([...listed.filter((id): id is string => usual.order.includes(id as string)), ...usual.order])];
  const visibility = { ...usual.visibility, ...recordOf(read.visibility, isShown) };
  return {
    visibility: Object.values(visibility).includes(true) ? visibility : usual.visibility,
    sizing: recordOf(read.sizing, isWidth),
    order,
    dense: read.dense !== false,
  };
}

/** The order with one column moved by so many places; the same when it is at the end already. */
export function moved(order: readonly string[], id: string, by: 1 | -1): string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The columns of this browser, and how to change them. */
export function useColumnMemory(): [ColumnMemory, (change: (memory: ColumnMemory) => ColumnMemory) => void] {
  const [memory, setMemory] = useState(() => readColumns(localStorage.getItem(KEY)));
  useEffect(() => localStorage.setItem(KEY, JSON.stringify(memory)), [memory]);
  return [memory, setMemory];
}
