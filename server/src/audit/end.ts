/**
 * The end of the audit log's oldest entries. They are taken off from the beginning, so that the chain goes on from the last hash that was
 * taken; whoever calls this says in the same transaction, in the log itself, what was taken and up to which seal.
 */
import type pg from 'pg';

export interface Ended {
  readonly entries: number;
  /** Of the last entry that was taken, in hexadecimal; null where none was. */
  readonly seal: string | null;
}

/** How many entries are older than the instant (ms), counted from the beginning without a gap. */
export async function countEnded(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, before: number): Promise<number> {
  const last = await lastBefore(queryable, workspaceId, before);
  return last === undefined ? 0 : last.place - last.first + 1;
}

/** Takes them off. The database refuses what is younger than a year, whoever asks. */
export async function endAudit(client: pg.PoolClient, workspaceId: string, before: number): Promise<Ended> {
  await client.query('select from audit_head where workspace_id = $1 for update', [workspaceId]);
  const last = await lastBefore(client, workspaceId, before);
  if (last === undefined) return { entries: 0, seal: null };
  await client.query(`select set_config('watchdesk.audit_ends', 'on', true)`);
  const { rowCount } = await client.query('delete from audit_entry where workspace_id = $1 and place <= $2', [workspaceId, last.place]);
  await client.query(`select set_config('watchdesk.audit_ends', 'off', true)`);
  await client.query('update audit_head set first_place = $2, first_hash = $3 where workspace_id = $1', [
    workspaceId,
    last.place + 1,
    last.hash,
  ]);
  return { entries: rowCount ?? 0, seal: last.hash.toString('hex') };
}

/** The last of the oldest entries; the newest of all always stays, so that the chain has one to go on from. */
async function lastBefore(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, before: number) {
  const { rows } = await queryable.query<{ place: string; hash: Buffer; first: string }>(
    `select e.place, e.hash, h.first_place as first
     from audit_head h join audit_entry e on e.workspace_id = h.workspace_id
     where h.workspace_id = $1 and e.place < least(h.place,
       coalesce((select min(place) from audit_entry where workspace_id = $1 and at >= $2), h.place))
     order by e.place desc limit 1`,
    [workspaceId, new Date(before)],
  );
  const [last] = rows;
  return last && { place: Number(last.place), hash: last.hash, first: Number(last.first) };
}
