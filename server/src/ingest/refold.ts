/** Folds streams anew whose events were taken out of the log or replaced, in the transaction that did so. */
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import type { ClockWork } from './clocks.ts';
import { partsOf } from './entry.ts';
import { leaveWord, replayBatch } from './replay.ts';
import type { StreamBatch } from './streams.ts';

/** The states of the tickets. An entry of which nothing is told any more is deleted; a ticket is emptied. */
export async function refold(
  { client, clockWork }: { client: pg.PoolClient; clockWork: ClockWork },
  workspaceId: string,
  { tickets, entries, incidents }: StreamBatch,
): Promise<Map<string, HeardTicket>> {
  for (const stream of entries) clockWork.forget(workspaceId, partsOf(stream).kind, partsOf(stream).id);
  const states = await replayBatch(
    { client, clockWork },
    workspaceId,
    { tickets, entries, incidents },
    { tickets: 0, entries: 0, removed: 0 },
  );
  const { rows } = await client.query<{ kind: string; id: string; version: number }>(
    `delete from directory d where workspace_id = $1 and (kind, id) in (select * from unnest($2::text[], $3::text[]))
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = d.kind || '/' || d.id)
     returning kind, id, version + 1 as version`,
    [workspaceId, entries.map((stream) => partsOf(stream).kind), entries.map((stream) => partsOf(stream).id)],
  );
  const gone = await client.query<{ kind: string; id: string; version: number }>(
    `delete from incident i where workspace_id = $1 and id = any($2::text[])
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = 'incident/' || i.id)
     returning 'incident' as kind, id, version::float8 + 1 as version`,
    [workspaceId, incidents],
  );
  await leaveWord(client, workspaceId, [...rows, ...gone.rows]);
  return states;
}

/** These, and all they were ever merged into: what happens to a ticket is heard by those as well. */
export async function withAncestors(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive up(id) as (
       select unnest($2::text[])
       union
       select m.parent from up join ticket_merge m on m.workspace_id = $1 and m.child = up.id
     ) select id from up order by id`,
    [workspaceId, ids],
  );
  return rows.map(({ id }) => id);
}
