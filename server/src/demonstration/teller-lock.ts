/** One teller over all processes. */
import { asOnly, type Postgres } from '../store/postgres/index.ts';

const LOCK = 7_274_503;

/** Runs `work` as the only teller; returns at once when another is. The signal given to `work` ends it when the lock is lost or `signal` says so. */
export const asOnlyTeller = ({ pool }: Postgres, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> =>
  asOnly(pool, { number: LOCK }, ({ lost }) => work(AbortSignal.any([signal, lost])));
