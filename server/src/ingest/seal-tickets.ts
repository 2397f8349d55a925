/**
 * Seals tickets that time has passed over: their personal texts and notes go, what happened stays, and with it every number. What
 * arrives later of the time that is sealed loses its texts at the door.
 */
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import type { ClockWork } from './clocks.ts';
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
  to: number,
): Promise<Sealed> {
  return inTransaction(pool, async (client) => {
    await client.query('select from ticket where workspace_id = $1 and id = any($2::text[]) order by id for update', [workspaceId, ids]);
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
