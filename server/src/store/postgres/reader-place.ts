/** Where a reader of the outbox stands that does again what it died in the middle of: its place moves once what lies before it is done. */
import type pg from 'pg';
import { type OutboxCursor, outboxHead } from './outbox.ts';

/** Who has never read begins with what comes next: the past is history. */
export async function readerPlace(pool: pg.Pool, reader: string): Promise<OutboxCursor> {
  const { rows } = await pool.query<OutboxCursor>('select transaction_id::text as transaction, position from reader where name = $1', [
    reader,
  ]);
  if (rows[0]) return rows[0];
  const head = await outboxHead(pool);
  await moveReader(pool, reader, head);
  return head;
}

export async function moveReader(pool: pg.Pool, reader: string, { transaction, position }: OutboxCursor): Promise<void> {
  await pool.query(
    `insert into reader (name, transaction_id, position) values ($1, $2::xid8, $3)
     on conflict (name) do update set transaction_id = excluded.transaction_id, position = excluded.position`,
    [reader, transaction, position],
  );
}
