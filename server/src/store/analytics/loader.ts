/**
 * Keeps the facts up with the tickets and with people's presence: wakes when the outbox has something, loads at most once a second unless a
 * backlog is waiting, and outlives both databases. Every process runs one; the lock lets one of them work at a time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import { OUTBOX_CHANNEL, type Postgres, pruneOutbox } from '../postgres/index.ts';
import type { Analytics } from './analytics.ts';
import { createDrain } from './drain.ts';
import { createCustomerLoad } from './load-customers.ts';
import { createPresenceLoad } from './load-presence.ts';
import { createTicketLoad } from './load-tickets.ts';
import { asOnlyLoader, type Connection, factsAsOf } from './reading-place.ts';
import { isComplete, rebuildAsLoader } from './rebuild.ts';
import { TABLES_OF_TICKETS } from './tables.ts';
import { createWakeUp } from './wake-up.ts';

export interface Loader {
  start(): void;
  /** Resolves when the load that runs now has ended. */
  stop(): Promise<void>;
  /** Loads everything there is to load now, waiting for another loader if there is one; answers the number of tickets. */
  drain(): Promise<number>;
  /** Everything accepted before this instant is in the facts; milliseconds since 1970. */
  asOf(): Promise<number>;
}

interface LoaderOptions {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  /** Between two loads, so that a stream of single events is written in batches. */
  readonly paceMs?: number;
  /** Told of each failure; the loader goes on by itself. */
  readonly onError?: (error: unknown) => void;
  readonly onLoaded?: (tickets: number) => void;
}

const PACE_MS = 1_000;
/** A row becomes readable only when all older transactions have ended, which nobody announces; hence also by time. */
const POLL_MS = 500;
/** The outbox is read by nobody but the loader and whoever comes back to the live stream; a tombstone is of use while older rows may arrive. */
const PRUNE_EVERY_MS = 10 * 60_000;
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

export function createLoader(options: LoaderOptions): Loader {
  const { postgres, analytics, clock, paceMs = PACE_MS, onError = () => {}, onLoaded = () => {} } = options;
  const { pool } = postgres;
  const load = createTicketLoad({ pool, analytics });
  const drainOutbox = createDrain({
    pool,
    load,
    presence: createPresenceLoad({ pool, analytics }),
    customers: createCustomerLoad({ pool, analytics }),
  });
  const wakeUp = createWakeUp(pool, OUTBOX_CHANNEL);
  const stopping = new AbortController();
  let prepared = false;
  let prunedAt = clock.now();
  let running: Promise<void> | undefined;

  /** Also after every failure: ClickHouse may have come back empty. */
  const prepare = async (connection: Connection): Promise<number> => {
    if (prepared) return 0;
    await analytics.migrate();
    const loaded = (await isComplete(analytics)) ? 0 : await rebuildAsLoader(connection, { pool, analytics });
    prepared = true;
    return loaded;
  };
  const drainOnce = async (wait: boolean): Promise<number> => {
    const work = async (connection: Connection) => (await prepare(connection)) + (await drainOutbox(connection));
    const loaded = await asOnlyLoader(pool, work, { wait }).catch((error: unknown) => {
      prepared = false;
      throw error;
    });
    if (loaded) onLoaded(loaded);
    return loaded ?? 0;
  };
  /** One after another: they share the buffers that rows are written into. */
  let turn: Promise<unknown> = Promise.resolve();
  const drain = (wait: boolean): Promise<number> => {
    const own = turn.then(() => drainOnce(wait));
    turn = own.catch(() => {});
    return own;
  };
  const prune = async () => {
    if (clock.now() - prunedAt < PRUNE_EVERY_MS) return;
    prunedAt = clock.now();
    await pruneOutbox(pool);
    await analytics.tidy(TABLES_OF_TICKETS);
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});

  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        await Promise.all([drain(false), pause(paceMs)]);
        failures = 0;
        await prune();
        await wakeUp.next(POLL_MS, stopping.signal);
      } catch (error) {
        onError(error);
        await pause(BACK_OFF_MS[Math.min(failures++, BACK_OFF_MS.length - 1)]!);
      }
    }
  };
  return {
    start: () => void (running ??= run()),
    stop: async () => {
      stopping.abort();
      await running;
      wakeUp.close();
    },
    drain: () => drain(true),
    asOf: () => factsAsOf(pool, clock.now()),
  };
}
