/** A process that is killed and started again, on the same database, and that can be stopped where it waits for a lock. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const WAITING = `from pg_stat_activity where datname = current_database() and wait_event in ('relation', 'tuple', 'transactionid')`;
const PATIENCE_MS = 60_000;

export interface KilledChild {
  start(env?: NodeJS.ProcessEnv): void;
  kill(): Promise<void>;
  /** Starts it, and kills it while it waits for what is locked. What is written meanwhile nobody hears: the outbox waits for whoever holds the lock. */
  killAt(lock: string, values?: readonly unknown[], env?: NodeJS.ProcessEnv): Promise<void>;
}

/** `file`: beside this one. */
export function killedChild(file: string, url: string): KilledChild {
  let child: ChildProcess | undefined;
  const start = (env: NodeJS.ProcessEnv = {}): void => {
    child = spawn(process.execPath, [join(import.meta.dirname, file)], {
      env: { ...process.env, DATABASE_URL: url, ...env },
      stdio: 'inherit',
    });
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const untilItWaits = async (client: pg.Client): Promise<void> => {
    for (const late = Date.now() + PATIENCE_MS; Date.now() < late; await sleep(20))
      if ((await client.query(`select ${WAITING}`)).rowCount) return;
    throw new Error('The process never came to what is locked');
  };
  return {
    start,
    kill,
    async killAt(lock, values = [], env = {}) {
      const [other, watching] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
      await Promise.all([other.connect(), watching.connect()]);
      await other.query('begin');
      await other.query(lock, [...values]);
      try {
        start(env);
        await untilItWaits(watching);
        await kill();
        // As if what it said last had not come: otherwise its session does it once nothing is locked.
        await watching.query(`select pg_terminate_backend(pid) ${WAITING}`);
      } finally {
        await other.query('rollback');
        await Promise.all([other.end(), watching.end()]);
      }
    },
  };
}
