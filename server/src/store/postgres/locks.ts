/**
 * One deed at a time on a thing, such as a ticket, or on several, over all server processes: an advisory lock of PostgreSQL. The connections that hold
 * locks are their own small pool, because the work under a lock needs one of the ordinary pool, and a pool in which
 * everybody waits for a second connection stands still. In this process the deeds on a thing queue before they take one.
 */
import pg from 'pg';
import { connectionOptions } from './database.ts';

const CONNECTIONS = 4;

export interface DeedLocks {
  /** Holds all of them, in the order of their ids, so that no two deeds wait for each other. */
  holding<T>(workspaceId: string, things: readonly string[], work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createDeedLocks(url: string): DeedLocks {
  const pool = new pg.Pool({
    ...connectionOptions(url),
    max: CONNECTIONS,
    idleTimeoutMillis: 30_000,
    application_name: 'watchdesk locks',
  });
  pool.on('error', () => {}); // a lost idle connection is replaced when the next one is needed
  const queues = new Map<string, Promise<unknown>>();
  return {
    holding(workspaceId, things, work) {
      const keys = [...new Set(things)].toSorted().map((thing) => `${workspaceId} ${thing}`);
      const key = keys[0] ?? '';
      const turn = (queues.get(key) ?? Promise.resolve()).then(() => underLocks(pool, keys, work));
      const settled = turn
        .catch(() => {})
        .then(() => {
          if (queues.get(key) === settled) queues.delete(key);
        });
      queues.set(key, settled);
      return turn;
    },
    close: () => pool.end(),
  };
}

/** The locks end with their transaction, and so also when the connection or this process does. */
async function underLocks<T>(pool: pg.Pool, keys: readonly string[], work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = () => {};
  client.on('error', ignore); // the statement after it fails and reports
  let broken: Error | undefined;
  try {
    await client.query('begin');
    for (const key of keys) await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    return await work();
  } finally {
    await client.query('rollback').catch((error: Error) => {
      broken = error;
    });
    client.off('error', ignore);
    client.release(broken);
  }
}
