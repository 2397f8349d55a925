import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../../test/databases.ts';
import { openPostgres, OUTBOX_START, pruneOutbox, readOutbox } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;

const announce = (id: string, age: string) =>
  pool.query(`insert into outbox (workspace_id, kind, id, version, types, at) values ('w', 'ticket', $1, 1, '{}', now() - $2::interval)`, [
    id,
    age,
  ]);
const left = async () => (await readOutbox(pool, OUTBOX_START, 100)).map(({ id }) => id);
const reads = async (name: string, id: string) => {
  const { cursor } = (await readOutbox(pool, OUTBOX_START, 100)).find((row) => row.id === id)!;
  await pool.query('insert into reader (name, transaction_id, position) values ($1, $2::xid8, $3)', [
    name,
    cursor.transaction,
    cursor.position,
  ]);
};

test('only what is old and what every reader has passed is removed', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await announce(id, '3 hours');
  await announce('new', '1 minute');
  expect(await pruneOutbox(pool)).toBe(0);
  await reads('quick', 'new');
  await reads('slow', 'c');
  expect(await pruneOutbox(pool)).toBe(3);
  expect(await left()).toEqual(['d', 'new']);
  await pool.query(`delete from reader where name = 'slow'`);
  expect(await pruneOutbox(pool)).toBe(1);
  expect(await left()).toEqual(['new']);
});
