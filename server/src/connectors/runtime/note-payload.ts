/** What was learned from a payload, written down in one transaction: that it is through, words, states, dead letters, tickets to be pulled. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { ring } from '../../store/postgres/index.ts';
import type { Dead, MappedLists } from './map-payload.ts';
import { countWords, type MapVersion } from './maps.ts';
import { isStorable, remember } from './memory.ts';
import type { Payload } from './raw-payloads.ts';
import type { Linked } from './records.ts';
import type { Taken } from './taken.ts';

interface About {
  /** Tickets to be pulled. */
  readonly hints: readonly string[];
  readonly now: number;
  /** The whole of it is in the log by the present maps, whatever it was read by before. */
  readonly isAgain?: boolean;
}

/** Within the transaction that says so: the payload is through, and this was learned from it. */
export async function note(
  client: pg.PoolClient,
  { linked, maps }: { readonly linked: Linked; readonly maps: MapVersion },
  payload: Payload,
  { warnings, dead, remember: told }: Pick<MappedLists, 'warnings' | 'dead' | 'remember'>,
  { accepted, newest, hints, now, isAgain = false }: Pick<Taken, 'accepted' | 'newest'> & About,
): Promise<void> {
  const { workspaceId, id } = linked;
  const at = new Date(now);
  await client.query(
    `update raw_payload set waiting = false, attempts = 0, map_version = case when $5 then $4 else coalesce(map_version, $4) end,
       retried_by = case when $5 then '{}' when coalesce(map_version, $4) = $4 or $4 = any(retried_by) then retried_by else retried_by || $4::integer end
     where workspace_id = $1 and connection = $2 and id = $3`,
    [workspaceId, id, payload.id, maps.version, isAgain],
  );
  await countWords(client, { workspaceId, connection: id }, warnings, accepted > 0, at);
  await remember(client, linked, told);
  await bury(client, linked, payload, dead, at);
  await hear(client, linked, hints, at);
  await ring(client, 'connections', workspaceId);
  if (accepted === 0) return;
  await client.query(
    `update system_connection set last_arrival_at = $3, last_event_at = greatest(last_event_at, $4) where workspace_id = $1 and id = $2`,
    [workspaceId, id, at, new Date(newest!)],
  );
  if (payload.kind === 'page')
    await client.query('update connection_stream set events = events + $4 where workspace_id = $1 and connection = $2 and stream = $3', [
      workspaceId,
      id,
      payload.stream,
      accepted,
    ]);
}

/** In the place of those the payload had before: it was read anew. */
async function bury(client: pg.PoolClient, { workspaceId, id }: Linked, payload: Payload, dead: readonly Dead[], at: Date): Promise<void> {
  const { rows } = await client.query<{ attempts: number }>(
    `with gone as (delete from dead_letter where workspace_id = $1 and connection = $2 and payload = $3 returning attempts)
     select coalesce(max(attempts), 0) as attempts from gone`,
    [workspaceId, id, payload.id],
  );
  if (dead.length === 0) return;
  await client.query(
    `insert into dead_letter (workspace_id, connection, payload, stream, item, field, reason, hash, at, attempts)
     select $1, $2, $3, stream, item::json, field, reason, sha256(convert_to(concat_ws(' ', stream, field, reason, item), 'UTF8')), $8, $9
     from unnest($4::text[], $5::text[], $6::text[], $7::text[]) as dead(stream, item, field, reason) on conflict do nothing`,
    [
      workspaceId,
      id,
      payload.id,
      dead.map(({ stream }) => stream),
      dead.map(({ item }) => jsonOf(item)),
      dead.map(({ field }) => field.replaceAll('\0', '')),
      dead.map(({ reason }) => reason.replaceAll('\0', '')),
      at,
      rows[0]!.attempts + 1,
    ],
  );
}

/** What is nested deeper than it can be written is read, and nothing more. */
function jsonOf(item: unknown): string {
  try {
    return JSON.stringify(item ?? null);
  } catch {
    return JSON.stringify('(nested too deep to be shown)');
  }
}

/** Tickets to be pulled. */
export async function hear(client: pg.PoolClient, { workspaceId, id }: Linked, hints: readonly string[], at: Date): Promise<void> {
  const tickets = [...new Set(hints)].filter(isStorable);
  if (tickets.length === 0) return;
  await client.query(
    `insert into connection_hint as h (workspace_id, connection, ticket, due_at) select $1, $2, ticket, $4 from unnest($3::text[]) as heard(ticket)
     on conflict (workspace_id, connection, ticket) do update set heard = h.heard + 1, due_at = excluded.due_at`,
    [workspaceId, id, tickets, at],
  );
}

/** A payload as one dead letter, which holds its beginning: to be read by people, and never as what it was. */
export const wholly = ({ body }: Payload, reason: string): Dead => ({
  stream: null,
  item: beginningOf(body),
  field: 'body',
  reason,
});
/** As much as is shown of it; the whole of it is kept with the payload. */
const LONGEST_KEPT_BYTES = 10_000;

/** The digest tells two apart that begin alike. */
const beginningOf = (body: Buffer): string =>
  body.length <= LONGEST_KEPT_BYTES
    ? body.toString('utf8')
    : `${body.subarray(0, LONGEST_KEPT_BYTES).toString('utf8')}… (${body.length} bytes, SHA-256 ${createHash('sha256').update(body).digest('hex')})`;
