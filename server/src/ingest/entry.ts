/** An event on its way into the log, and the log's rows as events again. */
import { type SupportEvent, setApart, subjectOf, type TicketEvent } from '@watchdesk/domain/event';
import type pg from 'pg';
import type { Deed, Who } from '../audit/index.ts';

export interface Entry {
  /** What the event is folded into: `ticket/zendesk:123`, `customer/c-7`. */
  readonly stream: string;
  /** Without personal fields. */
  readonly event: SupportEvent;
  readonly personal: Record<string, unknown> | undefined;
  readonly receivedAt: number;
  /** The instant the sender gave, where it was set to that of receipt. */
  readonly clampedFrom: number | null;
  readonly told?: Told | undefined;
}

/** By whom events are sent, and what the audit log is told of it, once, where the first of them is taken. */
export interface Told {
  readonly who: Who;
  readonly deed?: Deed;
  /**
   * Written in the transaction that takes the first of them, or finds it taken already; once for each attempt, of which the last one counts. `taken`: the ids of those
   * that are taken, or were.
   */
  readonly alongside?: (client: pg.PoolClient, taken: ReadonlySet<string>) => Promise<void>;
}

/** Clocks differ by minutes; an instant further in the future than this is set to that of receipt (docs/events.md). */
const AHEAD_MS = 5 * 60_000;

export function entryOf(event: SupportEvent, receivedAt: number, told?: Told): Entry {
  const isAhead = event.at > receivedAt + AHEAD_MS;
  const apart = setApart(isAhead ? { ...event, at: receivedAt } : event);
  return { stream: streamOf(event), ...apart, receivedAt, clampedFrom: isAhead ? event.at : null, told };
}

export const ticketStream = (ticket: string): string => `ticket/${ticket}`;

function streamOf(event: SupportEvent): string {
  if (event.ticket !== undefined) return ticketStream(event.ticket);
  const { kind, id } = subjectOf(event);
  return `${kind}/${id}`;
}

/** The noun of a stream and the id after it. */
export function partsOf(stream: string): { kind: string; id: string } {
  const slash = stream.indexOf('/');
  return { kind: stream.slice(0, slash), id: stream.slice(slash + 1) };
}

/** The columns that `eventOf` needs. */
export const EVENT_COLUMNS = 'source, id, at, seq, actor_kind, actor_id, stream, type, data, apart';

export interface LogRow {
  readonly source: string;
  readonly id: string;
  readonly at: number;
  readonly seq: number;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly apart: string[] | null;
}

/** The event a row of the log holds. The log holds only what the door has checked. */
export function eventOf(row: LogRow): SupportEvent {
  const { source, id, at, seq, type, data } = row;
  const { kind, id: subject } = partsOf(row.stream);
  const actor = row.actor_id === null ? { kind: row.actor_kind } : { kind: row.actor_kind, id: row.actor_id };
  const event = {
    id,
    source,
    at,
    seq,
    actor,
    type,
    data,
    ...(row.apart ? { apart: row.apart } : {}),
    ...(kind === 'ticket' ? { ticket: subject } : {}),
  };
  return event as unknown as SupportEvent;
}

export const isTicketEvent = (event: SupportEvent): event is TicketEvent => event.ticket !== undefined;
