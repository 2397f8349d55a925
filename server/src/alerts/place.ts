/** Where the watcher stands in the outbox, as it is kept: it moves from where it was thought to stand, or not at all. */
import type pg from 'pg';
import { type OutboxCursor, outboxHead } from '../store/postgres/index.ts';

const READER = 'alerts';

export interface Place {
  readonly kept: OutboxCursor;
  readonly head: OutboxCursor;
}

export async function placeOf(pool: pg.Pool): Promise<Place> {
  const head = await outboxHead(pool);
  // Whoever has never watched begins with what happens from now on: the past is history.
  await pool.query(`insert into reader (name, transaction_id, position) values ($1, $2::xid8, $3) on conflict do nothing`, [
    READER,
    head.transaction,
    head.position,
  ]);
  const { rows } = await pool.query<OutboxCursor>('select transaction_id::text as transaction, position from reader where name = $1', [
    READER,
  ]);
  return { kept: rows[0]!, head };
}

/** Throws `Overtaken` where it does not stand there. */
export async function movePlace(client: pg.PoolClient, from: OutboxCursor, to: OutboxCursor): Promise<void> {
  const { rowCount } = await client.query(
    `update reader set transaction_id = $2::xid8, position = $3 where name = $1 and (transaction_id, position) = ($4::xid8, $5)`,
    [READER, to.transaction, to.position, from.transaction, from.position],
  );
  if (rowCount === 0) throw new Overtaken();
}

/** Another process has heard of it: what this one was about to write is undone, and it reads its place anew. */
export class Overtaken extends Error {}
