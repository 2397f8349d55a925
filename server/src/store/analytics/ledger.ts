/**
 * What the loader may have written of a ticket, kept in PostgreSQL. A fold that yields fewer rows, or one that puts a row under
 * another day, leaves rows behind that nothing produces any more; the ledger says which, and they get tombstones.
 *
 * It is written before the insert as the union of what may exist and after it as what does, so that a crash between
 * the two forgets nothing.
 */
import { TICKET_DAYS, type TicketFacts } from '@watchdesk/domain/fact';
import { CHILD_TABLES, type ChildTable, type Place, TABLES_OF_TICKETS } from './tables.ts';

/** The days (since 1970) of the rows written at one time, by their ordinals: of the ticket's own table, then of each of CHILD_TABLES. */
export type Written = readonly (readonly number[])[];

/** One row that exists no more. */
export interface Tombstone extends Place {
  readonly table: string;
  readonly workspaceId: string;
  readonly ticket: string;
  readonly version: number;
}

export const writtenOf = (facts: TicketFacts): Written => [
  [TICKET_DAYS.of(facts.ticket, facts.head)],
  ...CHILD_TABLES.map((table) => daysIn(table as ChildTable<unknown>, facts)),
];

const daysIn = ({ rowsOf, days }: ChildTable<unknown>, facts: TicketFacts) => rowsOf(facts).map((row) => days.of(row, facts.head));

/** Everything that may exist when `now` is being written over `before`. */
export function union(before: readonly Written[], now: Written | undefined): Written[] {
  return now === undefined || before.some((one) => isSame(one, now)) ? [...before] : [...before, now];
}

export const sameWritten = (a: readonly Written[], b: readonly Written[]): boolean =>
  a.length === b.length && a.every((one, index) => isSame(one, b[index]!));

const isSame = (a: Written, b: Written): boolean =>
  a.length === b.length &&
  a.every((days, table) => days.length === b[table]!.length && days.every((day, index) => day === b[table]![index]));

/** The rows of `before` that `now` does not produce. */
export function obsolete(
  before: readonly Written[],
  now: Written | undefined,
  subject: Pick<Tombstone, 'workspaceId' | 'ticket' | 'version'>,
): Tombstone[] {
  const found = new Map<string, Tombstone>();
  for (const written of before)
    for (const [index, days] of written.entries())
      for (const [ordinal, day] of days.entries()) {
        if (now?.[index]?.[ordinal] === day) continue;
        found.set(`${index} ${ordinal} ${day}`, { ...subject, table: TABLES_OF_TICKETS[index]!, day, ordinal });
      }
  return [...found.values()];
}
