/** How many tickets the loader brings from PostgreSQL into the facts a second, and how long the overview takes over them. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../server/src/clock.ts';
import { createMetrics, type MetricQuery } from '../server/src/metrics/index.ts';
import { createLoader, openAnalytics } from '../server/src/store/analytics/index.ts';
import { startEmbeddedClickHouse } from '../server/src/store/embedded/clickhouse.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { seeded, ticketEvents } from './events.ts';
import { perSecond, quantile, report, whole } from './report.ts';

const TICKETS = 20_000;
const EVENTS_EACH = 14;
const CHUNK = 5_000;
const DAYS = 90;
const DAY_MS = 86_400_000;
const QUESTIONS = 30;

/** What the first page asks of a period. */
const OVERVIEW: readonly MetricQuery[] = [
  {
    metrics: [
      'created',
      'resolved',
      'backlog',
      'backlog_age',
      'first_response',
      'first_response_p90',
      'resolution',
      'csat',
      'nps',
      'ces',
      'fcr',
      'reopen',
      'escalation',
      'containment',
    ],
    grain: 'day',
    compare: 'previous',
  },
  ...(['channel', 'priority', 'team', 'category'] as const).map((by): MetricQuery => ({ metrics: ['created'], dimensions: [by] })),
  { metrics: ['escalations'], dimensions: ['escalation_kind'] },
  { metrics: ['backlog'], dimensions: ['age'] },
];

const directory = await mkdtemp(join(tmpdir(), 'watchdesk-bench-'));
await chmod(directory, 0o755);
const clickhouse = await startEmbeddedClickHouse({ dataDir: join(directory, 'clickhouse') });
const { postgres, door, close } = await openBench();
const analytics = openAnalytics(clickhouse.url, { readerUrl: clickhouse.readerUrl });
const loader = createLoader({ postgres, analytics, clock: systemClock });
await loader.drain(); // makes the tables

const startAt = Date.now() - DAYS * DAY_MS;
const random = seeded(1);
for (let first = 0; first < TICKETS; first += CHUNK / EVENTS_EACH) {
  const chunk = Array.from({ length: Math.floor(CHUNK / EVENTS_EACH) }, (_, index) =>
    ticketEvents(`bench:${Math.floor(first) + index}`, EVENTS_EACH, startAt + Math.floor(random() * DAYS) * DAY_MS),
  );
  await door.bulk(WORKSPACE, 'bench', chunk.flat());
}

const before = performance.eventLoopUtilization();
const startedAt = performance.now();
const tickets = await loader.drain();
const loadMs = performance.now() - startedAt;
const { utilization } = performance.eventLoopUtilization(before);
const rows = await countRows();

const latencies = await askOften(1);
const crowded = await askOften(10);

await analytics.close();
await close();
await clickhouse.stop();
await rm(directory, { recursive: true, force: true });

report({
  title: 'Facts',
  method: `${whole(tickets)} tickets of ${EVENTS_EACH} events over ${DAYS} days lie in PostgreSQL; the loader drains the outbox into ClickHouse, ledger and all, durably. Then the numbers of an overview of ${DAYS} days are asked ${QUESTIONS} times by one person, and by ten at once, each question distinct so that none is shared, over parts as the loader left them.`,
  rows: [
    {
      what: 'loader, backlog',
      value: `${perSecond(tickets, loadMs, 'tickets')} = ${perSecond(tickets * EVENTS_EACH, loadMs, 'events')}, ${perSecond(rows, loadMs, 'rows')}`,
      budget: '≥ 50,000 events/s',
      within: (tickets * EVENTS_EACH * 1000) / loadMs >= 50_000,
    },
    { what: 'overview, one person', value: times(latencies) },
    { what: 'overview, ten people at once', value: times(crowded) },
  ],
  where: `This process was busy ${whole(utilization * 100)} % of the loading: parsing states, folding them into rows and encoding those; the rest it waited for PostgreSQL (states, ledger) and for ClickHouse. An overview is fourteen metrics by day and six by a dimension, asked at once; ClickHouse spends the time reading with FINAL.`,
});

async function countRows(): Promise<number> {
  const answer = await analytics.client.query({
    query: `select sum(total_rows) as n from system.tables where database = currentDatabase()`,
    format: 'JSONEachRow',
  });
  const [row] = await answer.json<{ n: string | number }>();
  return Number(row?.n);
}

async function askOften(people: number): Promise<number[]> {
  const metrics = createMetrics({ postgres, analytics, clock: systemClock });
  const all = { to: 'all' } as const;
  const asker = { workspaceId: WORKSPACE, scope: { rows: all, aggregate: all, text: true } };
  const taken: number[] = [];
  const to = Date.now();
  let asked = people * 1_000_000;
  await Promise.all(
    Array.from({ length: people }, async () => {
      for (let turn = 0; turn < QUESTIONS / people; turn += 1) {
        const askedAt = performance.now();
        const period = { from: startAt + (asked += 1), to };
        await Promise.all(OVERVIEW.map((question) => metrics.query(asker, { ...question, period, timeZone: 'Europe/Amsterdam' })));
        taken.push(performance.now() - askedAt);
      }
    }),
  );
  return taken;
}

function times(samples: readonly number[]): string {
  return `median ${whole(quantile(samples, 0.5))} ms, p95 ${whole(quantile(samples, 0.95))} ms`;
}
