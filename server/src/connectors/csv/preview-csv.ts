/** What a mapping makes of the first rows of a file: the events, checked as the door checks them, and the rows that are not taken. */
import { readEvent, type SentEvent } from '@watchdesk/domain/event';
import { createBookkeeping, type Account } from './account.ts';
import type { Mapping } from './mapping.ts';
import { prepare } from './prepare.ts';

export interface Preview {
  readonly account: Account;
  /** In their order, each with the line of the row it comes from. */
  readonly events: readonly { readonly line: number; readonly event: SentEvent }[];
  /** All rows that are not taken, with what they hold. */
  readonly rejects: readonly { readonly line: number; readonly reason: string; readonly row: string }[];
  /** The rows looked at. */
  readonly firstRows: number;
}

interface Wanted {
  readonly firstRows: number;
  readonly mostEvents: number;
  readonly mostRejects: number;
}

const LONGEST_ROW = 300;

/** Writes nothing. Refused where file or mapping cannot be used. */
export async function previewCsv(path: string, mapping: Mapping, { firstRows, mostEvents, mostRejects }: Wanted): Promise<Preview> {
  const books = createBookkeeping();
  const events: { line: number; event: SentEvent }[] = [];
  const rejects: { line: number; reason: string; row: string }[] = [];
  const keep = (line: number, reason: string, row: string) => {
    if (rejects.length < mostRejects)
      rejects.push({ line, reason, row: row.slice(0, LONGEST_ROW).replaceAll('\0', '\uFFFD').toWellFormed() });
  };
  const told = {
    warn: books.warn,
    rows: books.row,
    subjects: books.subjects,
    reject: ({ line, raw }: { line: number; raw: string }, reason: string) => {
      books.rejectRow({ line, reason });
      keep(line, reason, raw);
    },
  };
  for await (const chunk of prepare(path, mapping, told, { firstRows })) {
    for (const { event, entry } of chunk.events) {
      const reading = readEvent(event, mapping.source);
      if (reading.ok) {
        books.outcome(entry.line, { id: event.id, outcome: 'accepted' });
        if (events.length < mostEvents) events.push({ line: entry.line, event });
      } else {
        const { field, message } = reading.fault;
        books.outcome(entry.line, { id: event.id, outcome: 'rejected', field, reason: message });
        keep(entry.line, `${field} ${message}`, entry.raw);
      }
    }
  }
  return { account: books.account(), events, rejects, firstRows };
}
