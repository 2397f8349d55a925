/**
 * Announces the steps of clocks that are due: ONE transaction that writes the events, moves the tickets' places on, and
 * leaves word. Tickets that somebody else has locked are passed over, so that any number of processes may do it at once;
 * what one of them has announced the others find announced.
 */
import type { Announcement } from '@watchdesk/domain/sla';
import type { TicketEvent } from '@watchdesk/domain/event';
import type pg from 'pg';
import { copyRows, inTransaction, OUTBOX_CHANNEL } from '../store/postgres/index.ts';
import { appendInOrder } from './append-log.ts';
import { packClock, readClocks, type StoredClock } from '../store/packed-clocks.ts';
import { askForUnreadable } from '../store/unreadable-clocks.ts';
import { announcementId, APPLICATION, SILENT_AFTER_SECONDS, toAnnounce } from './clocks.ts';
import { type Entry, ticketStream } from './entry.ts';

export interface Announced {
  /** So many tickets were gone through. */
  readonly tickets: number;
  readonly announcements: number;
  /** Their clocks cannot be read: they were passed over, and are run again. */
  readonly unreadable: readonly Pick<DueTicket, 'workspace_id' | 'id'>[];
}

interface DueTicket {
  readonly workspace_id: string;
  readonly id: string;
  readonly version: number;
  readonly hidden: boolean;
  readonly clocks: StoredClock[];
}

interface Made {
  readonly ticket: DueTicket;
  readonly entry: Entry;
  readonly isSilent: boolean;
}

/** Which announcements: those that people wait for, or those that only have to be written down. */
export type Lane = 'live' | 'history';

/** Announces what is due at `now` (milliseconds since 1970) of at most so many tickets, those that are due longest first. */
export function announceDue(pool: pg.Pool, lane: Lane, now: number, most: number): Promise<Announced> {
  return inTransaction(pool, async (client) => {
    const due = await lockDue(client, lane, now, most);
    if (due.length === 0) return { tickets: 0, announcements: 0, unreadable: [] };
    const tickets = due.flatMap(({ clocks, ...ticket }) => (clocks ? [{ ...ticket, clocks }] : []));
    const unreadable = due.filter(({ clocks }) => clocks === null);
    await setAside(client, unreadable);
    const seconds = Math.floor(now / 1000);
    const made = tickets.flatMap((ticket) => announcementsOf(ticket, seconds, now));
    for (const own of Map.groupBy(made, ({ ticket }) => ticket.workspace_id).values()) await write(client, own);
    await moveOn(client, tickets, seconds);
    return { tickets: due.length, announcements: made.length, unreadable };
  });
}

/** Each ticket is announced whole, whichever of its places it is found by. */
const PLACES: Record<Lane, string> = { live: 'clock_next_at', history: 'clock_past_at' };

type Due = Omit<DueTicket, 'clocks'> & { readonly clocks: StoredClock[] | null };

async function lockDue(client: pg.PoolClient, lane: Lane, now: number, most: number): Promise<Due[]> {
  const { rows } = await client.query<Omit<DueTicket, 'clocks'> & { clocks: unknown }>({
    name: `due-${lane}`,
    text: `select workspace_id, id, version, hidden, clocks from ticket
      where ${PLACES[lane]} <= $1 order by ${PLACES[lane]} limit $2 for update skip locked`,
    values: [new Date(now), most],
  });
  return rows.map(({ clocks, ...ticket }) => ({ ...ticket, clocks: readClocks(clocks) }));
}

/** They are not found due again, so that they stand in nobody's way, until their clocks have been run again. */
async function setAside(client: pg.PoolClient, tickets: readonly Pick<DueTicket, 'workspace_id' | 'id'>[]): Promise<void> {
  if (tickets.length === 0) return;
  await askForUnreadable(
    client,
    tickets.map(({ workspace_id, id }) => ({ workspaceId: workspace_id, id })),
  );
  await client.query(
    `update ticket t set clock_next_at = null, clock_past_at = null
     from unnest($1::text[], $2::text[]) as unreadable(workspace_id, id)
     where t.workspace_id = unreadable.workspace_id and t.id = unreadable.id`,
    [tickets.map(({ workspace_id }) => workspace_id), tickets.map(({ id }) => id)],
  );
}

function announcementsOf(ticket: DueTicket, seconds: number, receivedAt: number): Made[] {
  return ticket.clocks.flatMap((clock) =>
    clock.announcements
      .slice(clock.announced)
      .filter(({ at }) => at <= seconds)
      .map((one) => ({
        ticket,
        entry: entryOf(ticket.id, clock, one, receivedAt),
        isSilent: ticket.hidden || one.at < seconds - SILENT_AFTER_SECONDS,
      })),
  );
}

function entryOf(ticket: string, clock: StoredClock, one: Announcement, receivedAt: number): Entry {
  const told = { clock: clock.metric, cycle: clock.cycle, at: one.at * 1000 };
  const kind =
    one.step === 'breach'
      ? { type: 'sla.breached' as const, data: told }
      : { type: 'sla.warned' as const, data: { ...told, step: one.step } };
  const event: TicketEvent = {
    id: announcementId(ticket, clock, one),
    source: APPLICATION,
    at: one.at * 1000,
    seq: 0,
    actor: { kind: 'system' },
    ticket,
    ...kind,
  };
  return { stream: ticketStream(ticket), event, personal: undefined, receivedAt, clampedFrom: null };
}

/** Of one workspace. An announcement that moved away and came back stands in the log already, and nobody is told twice. */
async function write(client: pg.PoolClient, made: readonly Made[]): Promise<void> {
  const workspaceId = made[0]!.ticket.workspace_id;
  const entries = made.toSorted((a, b) => a.entry.event.at - b.entry.event.at);
  const written = await appendInOrder(
    client,
    workspaceId,
    entries.map(({ entry }) => entry),
  );
  const told = entries.filter(({ entry, isSilent }) => !isSilent && written.has(entry));
  if (told.length === 0) return;
  const tickets = Map.groupBy(told, ({ ticket }) => ticket);
  await client.query({
    name: 'word-of-announcements',
    text: `with word as (
        insert into outbox (workspace_id, kind, id, version, types)
        select $1, 'ticket', id, version, string_to_array(types, ',')
        from unnest($2::text[], $3::bigint[], $4::text[]) as new(id, version, types) returning 1
      ) select pg_notify('${OUTBOX_CHANNEL}', '') where exists (select from word)`,
    values: [
      workspaceId,
      [...tickets.keys()].map(({ id }) => id),
      [...tickets.keys()].map(({ version }) => version),
      [...tickets.values()].map((own) => [...new Set(own.map(({ entry }) => entry.event.type))].join(',')),
    ],
  });
}

/** The tickets' places after what was due. Neither state nor version changes: to an announcement the fold does not listen. */
async function moveOn(client: pg.PoolClient, tickets: readonly DueTicket[], seconds: number): Promise<void> {
  const rows = tickets.map(({ workspace_id, id, clocks }) => {
    const moved = clocks.map((clock) => {
      const left = clock.announcements.findIndex(({ at }, index) => index >= clock.announced && at > seconds);
      return { ...clock, announced: left === -1 ? clock.announcements.length : left };
    });
    const { next, past } = toAnnounce(moved, seconds);
    return [workspace_id, id, JSON.stringify(moved.map(packClock)), iso(next), iso(past)] as const;
  });
  await client.query(
    'create temporary table if not exists clock_draft (workspace_id text, id text, clocks json storage external, next_at timestamptz, past_at timestamptz) on commit delete rows',
  );
  await copyRows(client, 'clock_draft (workspace_id, id, clocks, next_at, past_at)', rows, (row) => row);
  await client.query(
    `with n as materialized (
       select d.*, place from clock_draft d
       cross join lateral (select t.ctid as place from ticket t where t.workspace_id = d.workspace_id and t.id = d.id limit 1) found
     ) update ticket t set clocks = n.clocks, clock_next_at = n.next_at, clock_past_at = n.past_at from n where t.ctid = n.place`,
  );
}

const iso = (seconds: number | null): string | null => (seconds === null ? null : new Date(seconds * 1000).toISOString());
