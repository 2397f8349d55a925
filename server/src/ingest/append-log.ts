/** Writing to the log. An event whose (source, id) stands there already is not written again. */
import type pg from 'pg';
import { type Cell, copyRows } from '../store/postgres/index.ts';
import type { Entry } from './entry.ts';

/** What tells one event of a workspace from another. */
export const keyOf = ({ source, id }: { source: string; id: string }): string => `${source} ${id}`;

/** Those that were new. In the order of keys, so that two transactions never wait for each other in a ring. */
export const appendToLog = (client: pg.PoolClient, workspaceId: string, entries: readonly Entry[]): Promise<Set<Entry>> =>
  appendInOrder(
    client,
    workspaceId,
    entries.toSorted((a, b) => compareKeys(a.event, b.event)),
  );

/** Those that were new, in the order given: for who knows that nobody else writes any of them at the same time. */
export async function appendInOrder(client: pg.PoolClient, workspaceId: string, sorted: readonly Entry[]): Promise<Set<Entry>> {
  const { rows } = await client.query<{ source: string; id: string }>({
    name: 'append-to-log',
    text: `insert into event_log (workspace_id, source, id, at, seq, actor_kind, actor_id, stream, type, data, apart, received_at, clamped_from)
     select $1, source, id, at, seq, actor_kind, actor_id, stream, type, data, string_to_array(apart, ','), to_timestamp(received_at / 1000.0), clamped_from
     from unnest($2::text[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::text[], $12::bigint[], $13::bigint[])
       as new(source, id, at, seq, actor_kind, actor_id, stream, type, data, apart, received_at, clamped_from)
     on conflict do nothing returning source, id`,
    values: [
      workspaceId,
      sorted.map(({ event }) => event.source),
      sorted.map(({ event }) => event.id),
      sorted.map(({ event }) => event.at),
      sorted.map(({ event }) => event.seq),
      sorted.map(({ event }) => event.actor.kind),
      sorted.map(({ event }) => event.actor.id ?? null),
      sorted.map(({ stream }) => stream),
      sorted.map(({ event }) => event.type),
      sorted.map(({ event }) => JSON.stringify(event.data)),
      sorted.map(({ event }) => event.apart?.join(',') ?? null),
      sorted.map(({ receivedAt }) => receivedAt),
      sorted.map(({ clampedFrom }) => clampedFrom),
    ],
  });
  const written = new Set(rows.map(keyOf));
  return new Set(sorted.filter(({ event }) => written.has(keyOf(event))));
}

/**
 * The same for a large chunk, several times quicker: it asks which keys are known, then copies the others. `unasked`
 * copies all, which is quicker still where none is known. Should one of them be known all the same, or somebody else
 * write it in between, the copy fails with a unique violation (SQLSTATE 23505) and the transaction has to be run again.
 */
export async function copyToLog(
  client: pg.PoolClient,
  workspaceId: string,
  entries: readonly Entry[],
  { unasked }: { unasked: boolean },
): Promise<Set<Entry>> {
  const known = unasked ? new Set() : await knownKeys(client, workspaceId, entries);
  const fresh = known.size === 0 ? [...entries] : entries.filter(({ event }) => !known.has(keyOf(event)));
  fresh.sort((a, b) => compareKeys(a.event, b.event));
  await copyRows(
    client,
    'event_log (workspace_id, source, id, at, seq, actor_kind, actor_id, stream, type, data, apart, received_at, clamped_from)',
    fresh,
    cellsIn(workspaceId),
  );
  return new Set(fresh);
}

/** Which of these the log holds. */
export async function knownKeys(client: pg.PoolClient, workspaceId: string, entries: readonly Entry[]): Promise<Set<string>> {
  const { rows } = await client.query<{ source: string; id: string }>(
    `select new.source, new.id from unnest($2::text[], $3::text[]) as new(source, id)
     cross join lateral (select from event_log l where l.workspace_id = $1 and l.source = new.source and l.id = new.id limit 1) known`,
    [workspaceId, entries.map(({ event }) => event.source), entries.map(({ event }) => event.id)],
  );
  return new Set(rows.map(keyOf));
}

function compareKeys(a: { source: string; id: string }, b: { source: string; id: string }): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function cellsIn(workspaceId: string): (entry: Entry) => Cell[] {
  // A chunk has one instant of receipt, or few: writing it out for each event would cost as much as the rest of the row.
  const stamps = new Map<number, string>();
  const stampOf = (at: number) => stamps.get(at) ?? stamps.set(at, new Date(at).toISOString()).get(at)!;
  return ({ event, stream, receivedAt, clampedFrom }) => [
    workspaceId,
    event.source,
    event.id,
    event.at,
    event.seq,
    event.actor.kind,
    event.actor.id ?? null,
    stream,
    event.type,
    JSON.stringify(event.data),
    event.apart ? `{${event.apart.join(',')}}` : null,
    stampOf(receivedAt),
    clampedFrom,
  ];
}
