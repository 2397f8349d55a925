/**
 * What a row says, and what a shape makes of rows. Entries are plain JSON, because those of a ticket may have to wait on
 * disk for one another; the event's identity comes from what the row says, never from where it stands in the file.
 */
import { hash } from 'node:crypto';
import type { Actor, EventType, SentEvent } from '@watchdesk/domain/event';
import type { CsvRecord } from './read-records.ts';

/** The raw text of an attribute: null says there is none, false that the row does not tell. */
export type Raw = string | null | false;

export interface Entry {
  readonly line: number;
  /** The row as it stood in the file, for the file of rejects. */
  readonly raw: string;
  /** The external id of the ticket, agent, customer …; what rows are brought together by. */
  readonly key: string;
  readonly at: number;
  /** The row's place among those of the same instant, as the file itself gives it. */
  readonly sequence: number;
  readonly actor: Actor;
  readonly values: readonly Raw[];
  /** Further instants of the row, by name; null where the row has none. */
  readonly instants: Readonly<Record<string, number | null>>;
}

export const NO_INSTANTS: Entry['instants'] = {};

/** An event and the row it comes from. */
export interface Outgoing {
  readonly event: SentEvent;
  readonly entry: Entry;
}

/** A shape bound to the columns of one file. */
export interface BoundShape {
  /** Whether the rows of one ticket have to be seen together. */
  readonly grouped: boolean;
  /** The entry of a row, or what is wrong with it. */
  read(row: CsvRecord): Entry | string;
  /** The events of all entries of one key, in order; of one entry where the shape is not grouped. */
  events(entries: readonly Entry[]): Outgoing[];
}

/** What tells of something odd in a file without being a reason to reject a row. */
export type Warn = (kind: string, value: string) => void;

/**
 * The id of an event: a digest of what makes it this event and no other. 128 bits, so that among a billion events two
 * share one with a probability of 10^-21.
 */
export function eventId(source: string, ...parts: readonly (string | number | null | undefined)[]): string {
  let text = source;
  for (const part of parts) text += `\0${part ?? NOTHING}`;
  return hash('sha256', text, 'base64url').slice(0, 22);
}
/** Stands for no text, so that it differs from text that is empty. */
const NOTHING = '\u0001';

/** (at, sequence, what it says): the same whatever the order of the rows. */
export function compareEntries(a: Entry, b: Entry): number {
  return a.at - b.at || a.sequence - b.sequence || compareText(said(a), said(b));
}

const said = ({ values, actor, instants }: Entry) => JSON.stringify([values, actor, instants]);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Leaves room between the sequence numbers of two rows for the order of the changes inside one row. */
const STRIDE = 32;
export const GREATEST_SEQUENCE = Math.floor((2 ** 31 - 1) / STRIDE) - 1;

/** The place of an event inside its instant. The creation has ordinal 0. */
const seqOf = (sequence: number, ordinal: number): number => sequence * STRIDE + ordinal;

/** Builds an event; its type and data belong together by construction of the callers. */
export function outgoing(
  entry: Entry,
  id: string,
  ordinal: number,
  ticket: string | undefined,
  type: EventType,
  data: unknown,
  more: { actor?: Actor; at?: number; sequence?: number } = {},
): Outgoing {
  const { at = entry.at, actor = entry.actor, sequence = entry.sequence } = more;
  const event = { id, at, seq: seqOf(sequence, ordinal), actor, ...(ticket === undefined ? {} : { ticket }), type, data } as SentEvent;
  return { event, entry };
}
