/** What a command works on: the stores of a server that runs on the same data, or engines started for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { isUnavailable } from '../errors.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import type { Logger } from '../log.ts';
import { type Analytics, createLoader, openAnalytics } from '../store/analytics/index.ts';
import { openEngines } from '../store/embedded/engines.ts';
import { migrate, openPostgres, type Postgres } from '../store/postgres/index.ts';

export interface Stores {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly door: Door;
  /** Does the work, and loads into analytics what is not there yet while it comes and after it; a running server may do so in its stead. */
  loadingFacts<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Migrated and answering. */
export async function openStores(config: Config & { readonly dataDir: string }, log: Logger): Promise<Stores> {
  const engines = await openEngines({ ...config, log, ifRunning: 'join' });
  try {
    await engines.ready;
    const postgres = openPostgres(engines.postgresUrl, {
      connections: 8,
      patient: true,
      onLost: (error) => log.debug({ err: error }, 'a connection to PostgreSQL ended'),
    });
    const analytics = openAnalytics(engines.clickhouseUrl, { readerUrl: engines.clickhouseReaderUrl, cluster: config.clickhouseCluster });
    await untilMigrated(postgres);
    return {
      postgres,
      analytics,
      door: createDoor({ postgres, clock: systemClock }),
      loadingFacts: (work) => loadingFacts({ postgres, analytics }, work),
      close: async () => {
        await Promise.all([postgres.close(), analytics.close()]);
        await engines.stop();
      },
    };
  } catch (error) {
    await engines.stop();
    throw error;
  }
}

/** Nobody looks on: fewer and larger parts, which ClickHouse need not merge as often. */
const PACE_MS = 3_000;

async function loadingFacts<T>(stores: { postgres: Postgres; analytics: Analytics }, work: () => Promise<T>): Promise<T> {
  const loader = createLoader({ ...stores, clock: systemClock, paceMs: PACE_MS });
  loader.start();
  try {
    const result = await work();
    await loader.drain();
    return result;
  } finally {
    await loader.stop();
  }
}

/** A server that starts at this moment may have announced its engines before they answer. */
async function untilMigrated({ pool }: Postgres): Promise<void> {
  for (const end = Date.now() + 20_000; ; await sleep(100)) {
    try {
      await migrate(pool);
      return;
    } catch (error) {
      if (!isUnavailable(error) || Date.now() > end) throw error;
    }
  }
}
