/** Every question as the product asks it: by the embedded engine's reading account, which has bounds of its own. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { METRICS } from '@watchdesk/domain/metrics';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Analytics, openAnalytics } from '../store/analytics/index.ts';
import { openEngines } from '../store/embedded/engines.ts';
import { figuresOf } from './figures.ts';
import { runStatement } from './run.ts';

let analytics: Analytics;
let end: () => Promise<unknown>;

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'watchdesk-reader-'));
  await chmod(directory, 0o755);
  const engines = await openEngines({
    dataDir: join(directory, 'data'),
    databaseUrl: undefined,
    clickhouseUrl: undefined,
    log: pino({ level: 'silent' }),
    ifRunning: 'refuse',
  });
  await engines.ready;
  analytics = openAnalytics(engines.clickhouseUrl, { readerUrl: engines.clickhouseReaderUrl });
  await analytics.migrate();
  end = async () => {
    await analytics.close();
    await engines.stop();
    await rm(directory, { recursive: true, force: true });
  };
});
afterAll(() => end());

test('the reader may ask every metric', async () => {
  const all = { to: 'all' } as const;
  const figures = await figuresOf(analytics, METRICS, {
    workspaceId: 'w',
    scope: { rows: { to: 'none' }, aggregate: all, text: false },
    now: 2,
    from: 1,
    to: 2,
    compared: { from: 0, to: 1 },
    timeZone: 'UTC',
    weekStart: 'sunday',
    grain: 'week',
    buckets: [{ at: 0, from: 1, to: 2 }],
    dimensions: [],
    filters: [],
  });
  for (const metric of METRICS)
    expect(figures.of(metric, null)).toMatchObject({ value: metric.unit === 'count' ? 0 : null, n: 0, withheld: false });
});

test('and takes no more memory than its account has', () =>
  expect(
    runStatement(analytics, { sql: 'select length(groupArray(toString(number))) from numbers(100000000)', params: {} }),
  ).rejects.toMatchObject({ code: 'unavailable' }));
