/** Brings the schema up to date: the numbered files of migrations/ in order, each once and in a transaction of its own. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { inTransaction } from './database.ts';
import { TENANT_SCHEMA } from './walled-pool.ts';

const DIRECTORY = join(import.meta.dirname, 'migrations');

/** Any constant will do, so long as every process takes the same: two that start together migrate one after the other. */
const LOCK = 7_274_501;

/**
 * The names of the migrations that were run, in order; none when the schema is current. Afterwards the walls between workspaces stand
 * around every table. Throws when the database is newer than this code.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const files = (await readdir(DIRECTORY)).filter((name) => name.endsWith('.sql')).toSorted();
  const run: string[] = [];
  for (let name = await runNext(pool, files); name !== undefined; name = await runNext(pool, files)) run.push(name);
  await raiseWalls(pool);
  return run;
}

/** They come down with the first migration that is run, since a view that shows a column keeps it from being changed. */
async function raiseWalls(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const { rowCount: stands } = await client.query(`select from pg_namespace where nspname = '${TENANT_SCHEMA}'`);
    if (stands === 0) await client.query('select raise_walls()');
  });
}

/** The name of the one that was run: what a large table is locked for ends with each. */
function runNext(pool: pg.Pool, files: readonly string[]): Promise<string | undefined> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('create table if not exists migration (name text primary key, run_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const unknown = rows.find(({ name }) => !files.includes(name));
    if (unknown)
      throw new Error(
        `The database has the migration ${unknown.name}, which this version of Watchdesk does not know; run the newer version`,
      );
    const missing = files.find((name) => !rows.some((row) => row.name === name));
    if (missing === undefined) return undefined;
    await client.query(`drop schema if exists ${TENANT_SCHEMA} cascade`);
    await client.query(await readFile(join(DIRECTORY, missing), 'utf8'));
    await client.query('insert into migration (name) values ($1)', [missing]);
    return missing;
  });
}
