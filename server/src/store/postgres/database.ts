/** The connection to PostgreSQL: a pool for the door's own SQL, Kysely on the same pool for the questions. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { WalledPool } from './walled-pool.ts';

export interface Postgres {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<Schema>;
  close(): Promise<void>;
}

interface PostgresOptions {
  /** Connections at most, and as many again for what is asked within a workspace; PostgreSQL allows a hundred in all by default, for every process together. */
  readonly connections?: number;
  /** For work that may take long, such as a migration or an import: nothing is given up because of the time it takes. */
  readonly patient?: boolean;
  /** Told of idle connections that ended, as they all do when the server restarts. */
  readonly onLost?: (error: Error) => void;
}

/** So much is waited, at most: a database that hangs must not hold every request and every connection for ever. */
const TIMEOUTS = {
  lock_timeout: 10_000,
  statement_timeout: 60_000,
  query_timeout: 65_000, // ours, for when PostgreSQL cannot even say that it gave up
} as const;

/** What every connection to PostgreSQL is opened with; a peer that vanished without a word is noticed. */
export const connectionOptions = (url: string, { patient = false } = {}): pg.PoolConfig => ({
  connectionString: url,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  ...(patient ? {} : TIMEOUTS),
});

/** Positions, versions and milliseconds stay far below 2^53, so bigint columns are read as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)) as never,
};

export function openPostgres(url: string, { connections = 20, patient = false, onLost = () => {} }: PostgresOptions = {}): Postgres {
  const options = { ...connectionOptions(url, { patient }), max: connections, types, application_name: 'watchdesk' };
  const pool: pg.Pool = new WalledPool(options, connections);
  // Without listeners a lost connection would end the process, whether it was idle or lent to someone (Kysely adds none).
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy(); // ends the pool, but only if a question was ever asked through Kysely
    if (!pool.ended) await pool.end();
  };
  return { url, pool, db, close };
}

/** Runs `work` in one transaction and answers what it answers; anything it throws rolls back. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements raises here; the statement after it fails and reports.
  const ignore = () => {};
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** Runs `work` within a transaction; what fails is undone and thrown, and the transaction goes on. */
export async function withinSavepoint<T>(client: Pick<pg.ClientBase, 'query'>, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint part');
  try {
    const done = await work();
    await client.query('release savepoint part');
    return done;
  } catch (error) {
    await client.query('rollback to savepoint part');
    // Another of the name may stand around it, which is the one to go back to from here on.
    await client.query('release savepoint part');
    throw error;
  }
}
