/**
 * Seals tickets that time has passed over: their personal texts and notes go, what happened stays, and with it every number. What
 * arrives later of the time that is sealed loses its texts at the door. The log says so by `ticket.sealed`, and `sealed_ticket` is what
 * it says, for the door to ask (ADR 37).
 */
import type { TicketEvent } from '@watchdesk/domain/event';
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { appendToLog } from './append-log.ts';
import { APPLICATION, type ClockWork } from './clocks.ts';
import { type Entry, ticketStream } from './entry.ts';
import { takeNotes } from './forget-notes.ts';

export interface Sealed {
  readonly tickets: number;
  /** Events that lost a text. */
  readonly texts: number;
}

/** No retention is shorter, so that what just happens need not be asked about. */
const YOUNGEST_MS = 27 * 86_400_000;

/** Of the tickets of these events those that are sealed, and up to which instant (ms). */
export async function sealedTickets(client: pg.PoolClient, workspaceId: string, fresh: readonly Entry[]): Promise<Map<string, number>> {
  const old = fresh.flatMap(({ event, receivedAt }) =>
    event.ticket !== undefined && event.at < receivedAt - YOUNGEST_MS ? [event.ticket] : [],
  );
  if (old.length === 0) return new Map();
  const { rows } = await client.query<{ ticket: string; sealed_to: number }>({
    name: 'sealed-tickets',
    text: 'select ticket, sealed_to from sealed_ticket where workspace_id = $1 and ticket = any($2::text[])',
    values: [workspaceId, [...new Set(old)]],
  });
  return new Map(rows.map(({ ticket, sealed_to: to }) => [ticket, to]));
}

/** Seals these tickets up to the instant (ms), in one transaction. */
export function sealTickets(
  { pool, clockWork }: { pool: pg.Pool; clockWork: ClockWork },
  workspaceId: string,
  ids: readonly string[],
  { to, now }: { to: number; now: number },
): Promise<Sealed> {
  return inTransaction(pool, async (client) => {
    await client.query('select from ticket where workspace_id = $1 and id = any($2::text[]) order by id for update', [workspaceId, ids]);
    await appendToLog(
      client,
      workspaceId,
      ids.map((ticket) => sealOf(ticket, to, now)),
    );
    await client.query(
      `insert into sealed_ticket as s (workspace_id, ticket, sealed_to) select $1, ticket, $3 from unnest($2::text[]) as due(ticket)
       on conflict (workspace_id, ticket) do update set sealed_to = greatest(s.sealed_to, excluded.sealed_to), sealed_at = now()`,
      [workspaceId, ids, to],
    );
    const { rowCount } = await client.query(
      `delete from personal_data p using event_log l
       where l.workspace_id = $1 and l.stream = any($2::text[]) and l.at <= $3
         and p.workspace_id = $1 and p.source = l.source and p.event_id = l.id`,
      [workspaceId, ids.map(ticketStream), to],
    );
    const written = await takeNotes({ client, clockWork }, workspaceId, new Map(ids.map((id) => [id, to])));
    await client.query(
      `insert into outbox (workspace_id, kind, id, version, types, historic)
       select $1, 'ticket', id, version, '{}', true from unnest($2::text[], $3::bigint[]) as new(id, version)`,
      [workspaceId, written.map(({ id }) => id), written.map(({ version }) => version)],
    );
    return { tickets: ids.length, texts: rowCount ?? 0 };
  });
}

function sealOf(ticket: string, to: number, now: number): Entry {
  const event: TicketEvent = {
    id: `sealed:${ticket}:${to}`,
    source: APPLICATION,
    at: now,
    seq: 0,
    actor: { kind: 'system' },
    ticket,
    type: 'ticket.sealed',
    data: { to },
  };
  return { stream: ticketStream(ticket), event, personal: undefined, receivedAt: now, clampedFrom: null };
}

/** The beginning of a query, $1 the workspace: how far each ticket is sealed, as the log alone tells it. */
const SEALS_IN_LOG = `with seal as (
    select substr(stream, 8) as ticket, max((data->>'to')::bigint) as sealed_to from event_log
    where workspace_id = $1 and type = 'ticket.sealed' group by stream
  )`;

/** Makes of the log once more how far each ticket is sealed. */
export async function sealFromLog(client: pg.PoolClient, workspaceId: string): Promise<void> {
  await client.query('lock table sealed_ticket in share row exclusive mode');
  await client.query('delete from sealed_ticket where workspace_id = $1', [workspaceId]);
  await client.query(`${SEALS_IN_LOG} insert into sealed_ticket (workspace_id, ticket, sealed_to) select $1, ticket, sealed_to from seal`, [
    workspaceId,
  ]);
}

/** Where what is stored of seals is not what the log tells, as a sentence to each stream. */
export async function wrongSeals(pool: pg.Pool, workspaceId: string): Promise<(readonly [stream: string, finding: string])[]> {
  const { rows } = await pool.query<{ ticket: string; told: number | null }>(
    `${SEALS_IN_LOG} select ticket, seal.sealed_to as told from seal
     full join (select ticket, sealed_to from sealed_ticket where workspace_id = $1) stored using (ticket)
     where seal.sealed_to is distinct from stored.sealed_to order by ticket`,
    [workspaceId],
  );
  return rows.map(({ ticket, told }) => [
    ticketStream(ticket),
    told === null ? 'is sealed, though the log does not say so' : 'is sealed in the log up to another instant than is stored',
  ]);
}
