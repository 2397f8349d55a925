/** Where the loader stands in the outbox, how fresh the facts therefore are, and who may load now. */
import type pg from 'pg';
import { asOnly, OUTBOX_START, type OutboxCursor } from '../postgres/index.ts';
import { acrossWorkspaces } from '../wall.ts';

const READER = 'analytics';
/** Heard by whoever shows numbers: the facts of a workspace have changed, or of all where none is named. */
export const FACTS_CHANNEL = 'watchdesk_facts';

/** One loader at a time over all processes. */
const LOCK = 7_274_502;

/** What one asks PostgreSQL by. */
export type Connection = Pick<pg.ClientBase, 'query'>;

export async function readPlace(pool: pg.Pool): Promise<OutboxCursor> {
  const { rows } = await pool.query<OutboxCursor>('select transaction_id::text as transaction, position from reader where name = $1', [
    READER,
  ]);
  return rows[0] ?? OUTBOX_START;
}

/** Moves the place forward, never back. */
export async function movePlace(connection: Connection, { transaction, position }: OutboxCursor): Promise<void> {
  await connection.query(
    `insert into reader as r (name, transaction_id, position) values ($1, $2::xid8, $3)
     on conflict (name) do update set transaction_id = excluded.transaction_id, position = excluded.position
     where (r.transaction_id, r.position) < (excluded.transaction_id, excluded.position)`,
    [READER, transaction, position],
  );
}

/** Tells those who show numbers in which workspaces they have changed, or what is said of them; `''` is all of them. */
export async function tellFactsChanged(connection: Pick<Connection, 'query'>, workspaceIds: readonly string[]): Promise<void> {
  await connection.query('select pg_notify($1, id) from unnest($2::text[]) as id', [FACTS_CHANNEL, workspaceIds]);
}

/**
 * Everything accepted before this instant (milliseconds since 1970) is in the facts: when the first change not yet
 * loaded was made, or `now`. Needs PostgreSQL only, and is right in every process and while ClickHouse is down. One loader loads what
 * all workspaces changed, in order, so it looks over the wall, behind which no index finds that change.
 */
export async function factsAsOf(pool: pg.Pool, now: number): Promise<number> {
  const { rows } = await acrossWorkspaces(() =>
    pool.query<{ at: Date }>(
      `select at from outbox where (transaction_id, position) > (
         coalesce((select transaction_id from reader where name = $1), '0'::xid8), coalesce((select position from reader where name = $1), 0))
       order by transaction_id, position limit 1`,
      [READER],
    ),
  );
  return Math.min(now, rows[0]?.at.getTime() ?? now);
}

/** Throws when the lock is lost. */
export async function isStillLoader(connection: Connection): Promise<void> {
  await connection.query('select');
}

/**
 * Runs `work` as the only loader. When another process is one now, answers undefined, or with `wait` takes its turn
 * after it. The lock hangs on a connection, so it ends with the process however that ends. What only the loader may
 * write to PostgreSQL goes by that very connection: when it is lost, and another loader may have begun, nothing more can be
 * written. A row that still goes to ClickHouse stands in the ledger already, so the next loader buries it.
 */
export async function asOnlyLoader<T>(
  pool: pg.Pool,
  work: (connection: Connection) => Promise<T>,
  { wait = false } = {},
): Promise<T | undefined> {
  let result: T | undefined;
  await asOnly(pool, { number: LOCK, wait }, async ({ connection }) => {
    result = await work(connection);
  });
  return result;
}
