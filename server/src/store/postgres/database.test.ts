/** A lock that somebody keeps: what waits for it gives up, and the caller hears that it may come again. */
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../../test/databases.ts';
import { isUnavailable } from '../../errors.ts';
import { inTransaction, openPostgres } from './database.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
const patient = openPostgres(url, { patient: true });
afterAll(() => Promise.all([postgres.close(), patient.close()]));

const settings = async ({ pool }: typeof postgres) =>
  (await pool.query(`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`))
    .rows[0] as unknown;

test('a request has limits, a long job has none', async () => {
  expect(await settings(postgres)).toEqual({ lock: '10s', statement: '1min' });
  expect(await settings(patient)).toEqual({ lock: '0', statement: '0' });
});

test.each([
  ['lock', `set local lock_timeout = 50`, 'select pg_advisory_xact_lock(7)'],
  ['statement', `set local statement_timeout = 50`, 'select pg_sleep(5)'],
])('too long for a %s: unavailable, and the connection goes on', async (_name, limit, statement) => {
  await inTransaction(patient.pool, async (holder) => {
    await holder.query('select pg_advisory_xact_lock(7)');
    const error: unknown = await inTransaction(postgres.pool, async (client) => {
      await client.query(limit);
      await client.query(statement);
    }).catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
  });
  expect((await postgres.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a PostgreSQL that does not even say so is given up as well', async () => {
  const error: unknown = await postgres.pool
    .query({ text: 'select pg_sleep(1)', query_timeout: 50 } as { text: string })
    .catch((reason: unknown) => reason);
  expect(isUnavailable(error)).toBe(true);
});
