/**
 * Starts the real databases once for a whole run of the server's tests, in a directory that is thrown away, and prepares what
 * every test file copies: a Postgres template with the schema in it. Each worker has a Postgres to itself, because what reads
 * the log waits for every transaction under way in the same server, another file's included.
 * The test files reach them through `databases.ts`.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedClickHouse } from '../src/store/embedded/clickhouse.ts';
import { startEmbeddedPostgres } from '../src/store/embedded/postgres.ts';
import { migrate, openPostgres } from '../src/store/postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    postgresUrls: string[];
    clickhouseUrl: string;
  }
}

/** The database every test file's own is a copy of. */
export const TEMPLATE = 'template_migrated';

export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'watchdesk-test-'));
  await chmod(directory, 0o755); // run by root, Postgres is another account and must be let in
  const workers = Array.from({ length: project.vitest.config.maxWorkers }, (_, index) => join(directory, `postgres-${index}`));
  const [clickhouse, ...postgres] = await Promise.all([
    startEmbeddedClickHouse({ dataDir: join(directory, 'clickhouse'), durable: false }),
    ...workers.map((dataDir) => startEmbeddedPostgres({ dataDir, durable: false })),
  ]);
  const stop = async () => {
    await Promise.all([clickhouse, ...postgres].map((engine) => engine.stop()));
    await rm(directory, { recursive: true, force: true, maxRetries: 10 }); // what an engine wrote last may come between
  };
  await Promise.all(postgres.map(({ url }) => makeTemplate(url))).catch(async (error: unknown) => {
    await stop(); // vitest stops nothing whose setting up failed
    throw error;
  });
  project.provide(
    'postgresUrls',
    postgres.map(({ url }) => url),
  );
  project.provide('clickhouseUrl', clickhouse.url);
  return stop;
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = openPostgres(Object.assign(new URL(url), { pathname: TEMPLATE }).href);
  await migrate(template.pool);
  await template.close();
}
