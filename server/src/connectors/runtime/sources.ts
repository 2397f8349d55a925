/** The name of a connection's events, which ticket ids begin with. */
import type pg from 'pg';
import { invalid } from '../../errors.ts';

/** `zendesk`, or `zendesk-2` where that is taken. */
export async function freeSource(pool: pg.Pool, workspaceId: string, system: string): Promise<string> {
  const { rows } = await pool.query<{ source: string }>('select source from connection where workspace_id = $1', [workspaceId]);
  const taken = new Set(rows.map(({ source }) => source));
  for (let number = 1; ; number += 1) {
    const source = number === 1 ? system : `${system}-${number}`;
    if (!taken.has(source)) return source;
  }
}

/** The name of its events. One that was removed without its tickets may be taken up again: their ids fit. */
export async function takeSource(client: pg.PoolClient, workspaceId: string, source: string, label: string): Promise<void> {
  await client.query(`insert into connection (workspace_id, source, kind, label) values ($1, $2, 'system', $3) on conflict do nothing`, [
    workspaceId,
    source,
    label,
  ]);
  const { rows } = await client.query<{ kind: string; taken: boolean }>(
    `select kind, exists (select from system_connection s where s.workspace_id = $1 and s.source = $2) as taken
     from connection where workspace_id = $1 and source = $2 for update`,
    [workspaceId, source],
  );
  if (rows[0]!.kind !== 'system') throw invalid('source', `must be another: events of kind ${rows[0]!.kind} come in under "${source}"`);
  if (rows[0]!.taken) throw invalid('source', `must be another: there is a connection with "${source}" already`);
  await client.query('update connection set label = $3 where workspace_id = $1 and source = $2', [workspaceId, source, label]);
}

/** What events come in by that is no connection: the API's keys, files, the demonstration, Watchdesk itself. */
export interface OtherSource {
  readonly source: string;
  readonly kind: 'api' | 'csv' | 'simulator' | 'application' | 'system';
  readonly label: string;
  readonly since: string;
}

/** Of kind `system` are those whose connection was removed and whose tickets were kept. */
export async function otherSources(pool: pg.Pool, workspaceId: string): Promise<OtherSource[]> {
  const { rows } = await pool.query<Omit<OtherSource, 'since'> & { since: Date }>(
    `select source, kind, label, created_at as since from connection c where workspace_id = $1
     and not exists (select from system_connection s where s.workspace_id = $1 and s.source = c.source) order by created_at, source`,
    [workspaceId],
  );
  return rows.map(({ since, ...one }) => ({ ...one, since: since.toISOString() }));
}
