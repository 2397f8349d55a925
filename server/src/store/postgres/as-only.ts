/** One process at a time, by an advisory lock that hangs on a connection, and so ends with the process however that ends. */
import type pg from 'pg';

/** What whoever has the lock holds. */
interface Held {
  /** The very connection that the lock hangs on: what is written by it is not written once the lock is lost. */
  readonly connection: pg.PoolClient;
  /** Aborted when the lock is lost. */
  readonly lost: AbortSignal;
  /** Rejects when the lock is lost. */
  check(): Promise<void>;
}

interface Lock {
  readonly number: number;
  /** One of many locks of the same number. */
  readonly name?: string;
  /** Takes its turn after whoever has it; without it, it is over at once where another process has it. */
  readonly wait?: boolean;
}

/** Runs `work` while no other process does; false where another one is at it. Throws what `work` throws. */
export async function asOnly(
  pool: pg.Pool,
  { number, name, wait = false }: Lock,
  work: (held: Held) => Promise<unknown>,
): Promise<boolean> {
  const connection = await pool.connect();
  const losing = new AbortController();
  const lose = () => losing.abort();
  connection.on('error', lose);
  connection.on('end', lose);
  const [key, values] = name === undefined ? ['$1', [number]] : ['$1, hashtext($2)', [number, name]];
  let isClean = false;
  try {
    const taking = wait
      ? `select true as locked from (select pg_advisory_lock(${key})) as waited`
      : `select pg_try_advisory_lock(${key}) as locked`;
    const { rows } = await connection.query<{ locked: boolean }>(taking, values);
    const { locked } = rows[0]!;
    if (locked) {
      try {
        await work({ connection, lost: losing.signal, check: async () => void (await connection.query('select')) });
      } finally {
        // At once also where the work failed, for whoever comes next; a connection that is lost gave up the lock by itself.
        if (!losing.signal.aborted) await connection.query(`select pg_advisory_unlock(${key})`, values);
      }
    }
    isClean = !losing.signal.aborted;
    return locked;
  } finally {
    connection.off('error', lose);
    connection.off('end', lose);
    connection.release(!isClean);
  }
}
