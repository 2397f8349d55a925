/** What could not be read, or was turned away at the door: listed with the reason, and read again with its whole payload when somebody says so. */
import type pg from 'pg';
import { Refusal } from '../../errors.ts';
import type { Linked } from './records.ts';
import { iso } from './health.ts';

export interface DeadLetter {
  readonly id: string;
  readonly stream: string | null;
  readonly field: string;
  readonly reason: string;
  readonly at: string;
  readonly attempts: number;
  /** As it came, as JSON; the first part of a long one. */
  readonly item: string;
}

const LONGEST_SHOWN = 10_000;

/** The newest first; `before` is the id to go on from. */
export async function listDeadLetters(
  pool: pg.Pool,
  { workspaceId, id }: Linked,
  before: string | undefined,
  limit: number,
): Promise<{ letters: DeadLetter[]; next: string | null }> {
  const { rows } = await pool.query<Omit<DeadLetter, 'id' | 'at'> & { id: number; at: Date }>(
    `select id, stream, field, reason, at, attempts, left(item::text, ${LONGEST_SHOWN}) as item from dead_letter
     where workspace_id = $1 and connection = $2 and ($3::bigint is null or id < $3) order by id desc limit $4`,
    [workspaceId, id, before ?? null, limit + 1],
  );
  const letters = rows.slice(0, limit).map((row) => ({ ...row, id: String(row.id), at: iso(row.at)! }));
  return { letters, next: rows.length > limit ? letters.at(-1)!.id : null };
}

/** Their payloads wait again; answers how many letters are tried. All of the connection where none are named. */
export async function retryDeadLetters(
  client: pg.PoolClient,
  { workspaceId, id }: Linked,
  ids: readonly string[] | undefined,
): Promise<number> {
  const { rows } = await client.query<{ payload: number }>(
    'select payload from dead_letter where workspace_id = $1 and connection = $2 and ($3::bigint[] is null or id = any($3))',
    [workspaceId, id, ids ?? null],
  );
  if (ids && rows.length === 0) throw new Refusal('not_found', 'There are no dead letters with these ids.');
  await client.query(
    'update raw_payload set waiting = true, attempts = 0 where workspace_id = $1 and connection = $2 and id = any($3::bigint[])',
    [workspaceId, id, [...new Set(rows.map(({ payload }) => payload))]],
  );
  return rows.length;
}

/** Whether the payload has any. */
export async function hasLetters(pool: pg.Pool, { workspaceId, id }: Linked, payload: number): Promise<boolean> {
  const { rows } = await pool.query<{ has: boolean }>(
    'select exists (select from dead_letter where workspace_id = $1 and connection = $2 and payload = $3) as has',
    [workspaceId, id, payload],
  );
  return rows[0]!.has;
}
