/**
 * What the loader may have written of a ticket, kept in PostgreSQL. A fold that yields fewer rows, or another creation
 * instant, leaves rows behind that nothing produces any more; the ledger says which, and they get tombstones.
 *
 * It is written before the insert as the union of what may exist and after it as what does, so that a crash between
 * the two forgets nothing.
 */
import type { TicketFacts } from '@watchdesk/domain/fact';
import { monthOf, storedInstant } from './columns.ts';
import { CHILD_TABLES } from './tables.ts';

/** Rows written under one creation instant: how many in each of CHILD_TABLES. */
export interface Written {
  readonly at: number;
  readonly rows: readonly number[];
}

/** One row that exists no more. */
export interface Tombstone {
  readonly table: string;
  readonly workspaceId: string;
  readonly ticket: string;
  readonly version: number;
  readonly createdAt: number;
  readonly ordinal: number;
}

export const writtenOf = (facts: TicketFacts): Written => ({
  at: storedInstant(facts.head.createdAt),
  rows: CHILD_TABLES.map((table) => table.rowsOf(facts).length),
});

/** Everything that may exist when `now` is being written over `before`. */
export function union(before: readonly Written[], now: Written | undefined): Written[] {
  if (now === undefined) return [...before];
  const same = before.find(({ at }) => at === now.at);
  const rows = now.rows.map((count, table) => Math.max(count, same?.rows[table] ?? 0));
  return [...before.filter(({ at }) => at !== now.at), { at: now.at, rows }];
}

export const sameWritten = (a: readonly Written[], b: readonly Written[]): boolean =>
  a.length === b.length &&
  a.every(({ at, rows }, index) => at === b[index]!.at && rows.every((count, table) => count === (b[index]!.rows[table] ?? 0)));

/** The rows of `before` that `now` does not produce. */
export function obsolete(
  before: readonly Written[],
  now: Written | undefined,
  subject: Pick<Tombstone, 'workspaceId' | 'ticket' | 'version'>,
): Tombstone[] {
  return before.flatMap((written) => {
    const tombstone = (table: string, ordinal: number): Tombstone => ({ ...subject, table, createdAt: written.at, ordinal });
    const moved = written.at === now?.at ? [] : [tombstone('ticket_fact', 0)];
    const sameMonth = now !== undefined && monthOf(written.at) === monthOf(now.at);
    const children = CHILD_TABLES.flatMap(({ name }, table) => {
      const kept = sameMonth ? (now.rows[table] ?? 0) : 0;
      return Array.from({ length: Math.max(0, (written.rows[table] ?? 0) - kept) }, (_, index) => tombstone(name, kept + index));
    });
    return [...moved, ...children];
  });
}
