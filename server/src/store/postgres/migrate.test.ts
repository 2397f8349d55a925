/** Migrations on a database that has none yet: each is a step of its own, which is kept whatever becomes of the next. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptyPostgresDatabase } from '../../../test/databases.ts';
import { openPostgres } from './database.ts';
import { migrate } from './migrate.ts';

const postgres = openPostgres(await emptyPostgresDatabase(), { patient: true });
const { pool } = postgres;
const files = (await readdir(join(import.meta.dirname, 'migrations'))).toSorted();
afterAll(() => postgres.close());

const done = async () => (await pool.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name);

test('one that fails leaves what came before it, and is begun again', async () => {
  // Where there is a table already that the eighth wants to make, it fails.
  await pool.query('create table sla_setup ()');
  await expect(migrate(pool)).rejects.toThrow('sla_setup');
  expect(await done()).toEqual(files.slice(0, 7));
  await pool.query('drop table sla_setup');
  expect(await migrate(pool)).toEqual(files.slice(7));
  expect(await done()).toEqual(files);
  expect(await migrate(pool)).toEqual([]);
});

test('a database that is newer than this version is left alone', async () => {
  await pool.query(`insert into migration (name) values ('9999-from-the-future.sql')`);
  await expect(migrate(pool)).rejects.toThrow('9999-from-the-future.sql');
});
