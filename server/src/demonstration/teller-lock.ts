/** One teller over all processes. The lock hangs on a connection, so it ends with the process however that ends. */
import type { Postgres } from '../store/postgres/index.ts';

const LOCK = 7_274_503;

/** Runs `work` as the only teller; returns at once when another is. The signal given to `work` ends it when the lock is lost or `signal` says so. */
export async function asOnlyTeller({ pool }: Postgres, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const lost = new AbortController();
  const lose = () => lost.abort();
  client.on('error', lose);
  client.once('end', lose);
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [LOCK]);
    if (rows[0]!.locked) await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    client.off('error', lose);
    client.off('end', lose);
    client.release(true); // closing the connection gives up the lock, whatever state it is in
  }
}
