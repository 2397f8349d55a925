import type pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../../test/databases.ts';
import { openPostgres, OUTBOX_START, outboxHead, readOutbox, type OutboxCursor } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

const leave = (client: pg.Pool | pg.PoolClient, id: string) =>
  client.query(`insert into outbox (workspace_id, kind, id, version, types) values ('w', 'ticket', $1, 1, '{}')`, [id]);

/** Reads on from a place, as every reader does. */
function reader() {
  let cursor: OutboxCursor = OUTBOX_START;
  return async (limit = 100) => {
    const rows = await readOutbox(postgres.pool, cursor, limit);
    cursor = rows.at(-1)?.cursor ?? cursor;
    return rows.map(({ id }) => id);
  };
}

test('a row whose commit stalls is waited for, and never skipped', async () => {
  await postgres.pool.query('delete from outbox');
  const read = reader();
  const [old, young] = await Promise.all([postgres.pool.connect(), postgres.pool.connect()]);
  await old.query('begin');
  await leave(old, 'old, position 1');
  await young.query('begin');
  await leave(young, 'young, position 2');
  await leave(old, 'old, position 3');
  await young.query('commit');
  expect(await read()).toEqual([]);
  await old.query('commit');
  expect(await read()).toEqual(['old, position 1', 'old, position 3', 'young, position 2']);
  for (const client of [old, young]) client.release();
});

test('a younger transaction that takes a lower position is not skipped either', async () => {
  await postgres.pool.query('delete from outbox');
  const read = reader();
  const [older, younger] = await Promise.all([postgres.pool.connect(), postgres.pool.connect()]);
  await older.query('begin');
  await older.query('select pg_current_xact_id()'); // the older transaction has its id, but no position yet
  await younger.query('begin');
  await leave(younger, 'younger');
  await leave(older, 'older, higher position');
  await older.query('commit');
  expect(await read()).toEqual(['older, higher position']);
  await younger.query('commit');
  expect(await read()).toEqual(['younger']);
  for (const client of [older, younger]) client.release();
});

test('many writers with commits that stall at random: every row is read once', async () => {
  await postgres.pool.query('delete from outbox');
  const read = reader();
  const seen: string[] = [];
  let writing = true;
  const reading = (async () => {
    while (writing) seen.push(...(await read(7)));
  })();
  const write = async (writer: number) => {
    const client = await postgres.pool.connect();
    for (let round = 0; round < 20; round += 1) {
      await client.query('begin');
      await leave(client, `${writer}/${round}/a`);
      await client.query('select pg_sleep($1)', [((writer * 7 + round * 3) % 5) / 1000]);
      await leave(client, `${writer}/${round}/b`);
      await client.query('commit');
    }
    client.release();
  };
  await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
  writing = false;
  await reading;
  for (let rest = await read(); rest.length > 0; rest = await read()) seen.push(...rest);
  expect(seen).toHaveLength(320);
  expect(new Set(seen).size).toBe(320);
  expect(await outboxHead(postgres.pool)).not.toEqual(OUTBOX_START);
});
