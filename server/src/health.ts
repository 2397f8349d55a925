/** What /api/v1/health says of the parts. */
import type { createLive } from './live/index.ts';
import { completeSince, type createLoader, type openAnalytics } from './store/analytics/index.ts';
import type { Engines } from './store/embedded/engines.ts';
import type { openPostgres } from './store/postgres/index.ts';

export interface Health {
  readonly ok: boolean;
  readonly postgres: { readonly ok: boolean; readonly detail: string | null };
  readonly analytics: { readonly ok: boolean; readonly asOf: string | null; readonly detail: string | null };
  readonly live: { readonly listening: boolean; readonly watchers: number; readonly number: string };
}

interface Checked {
  /** The schema is up to date. */
  readonly started: boolean;
  readonly postgres: ReturnType<typeof openPostgres>;
  readonly analytics: ReturnType<typeof openAnalytics>;
  readonly loader: ReturnType<typeof createLoader>;
  readonly live: ReturnType<typeof createLive>;
  readonly engines: Engines;
}

/** PostgreSQL is what everything needs; without ClickHouse tiles are old, and everything else works. */
export async function healthOf({ started, postgres, analytics, loader, live, engines }: Checked): Promise<Health> {
  const states = engines.states();
  let asOf: number | undefined;
  let isRebuilding = false;
  const [query, ping] = await Promise.all([
    settled(() => postgres.pool.query('select 1')),
    settled(async () => {
      const answer = await analytics.client.ping({ select: true });
      if (!answer.success) throw answer.error;
      isRebuilding = (await completeSince(analytics)) === null;
    }),
    settled(async () => {
      asOf = await loader.asOf();
    }),
  ]);
  return {
    ok: started && query === null,
    postgres: { ok: started && query === null, detail: query === null ? null : states.postgres },
    analytics: {
      ok: ping === null,
      asOf: asOf === undefined || isRebuilding ? null : new Date(asOf).toISOString(),
      detail: ping !== null ? states.clickhouse : isRebuilding ? 'the facts are made anew' : null,
    },
    live: live.state(),
  };
}

/** Null when it worked within two seconds. The reason is for the log of the engines, not for whoever asks. */
async function settled(work: () => Promise<unknown>): Promise<'failed' | null> {
  const late = new Promise<'failed'>((resolve) => setTimeout(() => resolve('failed'), 2000).unref());
  return Promise.race([
    work().then(
      () => null,
      () => 'failed' as const,
    ),
    late,
  ]);
}
