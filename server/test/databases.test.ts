import { createClient } from '@clickhouse/client';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from './databases.ts';

const postgresUrl = await postgresDatabase();
const clickhouseUrl = await clickhouseDatabase();
const pool = new pg.Pool({ connectionString: postgresUrl });
pool.on('error', () => {}); // the engines may stop before its connections are gone
const analytics = createClient({ url: clickhouseUrl });
afterAll(() => Promise.all([pool.end(), analytics.close()]));

test('every file has a Postgres of its own', async () => {
  await pool.query(`insert into workspace (workspace_id, name) values ('mine', 'Mine')`);
  expect((await pool.query('select name from workspace')).rows).toEqual([{ name: 'Mine' }]);
});

test('every file has a ClickHouse of its own', async () => {
  await analytics.command({ query: 'create table fact (id UInt64) engine = MergeTree order by id' });
  await analytics.insert({ table: 'fact', values: [{ id: 1 }], format: 'JSONEachRow' });
  const rows = await (await analytics.query({ query: 'select count() as n from fact', format: 'JSONEachRow' })).json();
  expect(rows).toEqual([{ n: 1 }]);
});
