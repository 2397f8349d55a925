/**
 * A dashboard of twelve tiles over a million tickets (WATCHDESK_BENCH_TICKETS sets another number), at the API, beside the same
 * questions written by hand for ClickHouse and asked of PostgreSQL.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../e2e/product.ts';
import { createAccounts } from '../server/src/accounts/index.ts';
import { OPERATOR } from '../server/src/audit/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { createDoor } from '../server/src/ingest/index.ts';
import { ensureRules } from '../server/src/rules/index.ts';
import { type Analytics, openAnalytics, rebuildFacts } from '../server/src/store/analytics/index.ts';
import { startEmbeddedClickHouse } from '../server/src/store/embedded/clickhouse.ts';
import { startEmbeddedPostgres } from '../server/src/store/embedded/postgres.ts';
import { copyLines } from '../server/src/store/postgres/copy.ts';
import { migrate, openPostgres, type Postgres } from '../server/src/store/postgres/index.ts';
import { READ, type Span, type TileQuestion, tilesOf, ZONE } from './dashboard-tiles.ts';
import { WORKSPACE } from './engines.ts';
import { writeMany } from './many-tickets.ts';
import { isRefused, msOf, timed, TooLong } from './refused.ts';
import { type BenchRow, median, quantile, report, whole } from './report.ts';

const TICKETS = Number(process.env['WATCHDESK_BENCH_TICKETS'] ?? 1_000_000);
const DAY_MS = 86_400_000;
/** Of ten million they take long. */
const ROUNDS = TICKETS < 5e6 ? 15 : 7;
const PEOPLE = 10;
/** The questions to PostgreSQL take long. */
const SLOW_ROUNDS = 3;

const directory = await mkdtemp(join(tmpdir(), 'watchdesk-bench-'));
await chmod(directory, 0o755);
const [clickhouse, engine] = await Promise.all([
  startEmbeddedClickHouse({ dataDir: join(directory, 'clickhouse') }),
  startEmbeddedPostgres({ dataDir: join(directory, 'postgres') }),
]);
const analytics = openAnalytics(clickhouse.url);
const postgres = openPostgres(engine.url, { connections: 14, patient: true });
await migrate(postgres.pool);
await postgres.pool.query(`insert into workspace (workspace_id, name) values ('${WORKSPACE}', 'Bench')`);
await ensureRules(postgres, WORKSPACE);
await rebuildFacts({ pool: postgres.pool, analytics });

const until = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const writtenAt = performance.now();
const tickets = await writeMany({ postgres, analytics, door: createDoor({ postgres, clock: systemClock }) }, WORKSPACE, TICKETS, until);
const rows = await countRows(analytics);
said(`${whole(tickets)} tickets, ${whole(rows)} rows in ${whole((performance.now() - writtenAt) / 1000)} s`);
const copiedAt = performance.now();
await copyToPostgres();
said(`the same in PostgreSQL in ${whole((performance.now() - copiedAt) / 1000)} s`);

const { keys } = createAccounts({ postgres, clock: systemClock });
const { secret } = await keys.create(WORKSPACE, { name: 'Bench', source: 'bench', scopes: ['tickets:read'], writable: false }, OPERATOR);
const env = { DATABASE_URL: engine.url, CLICKHOUSE_URL: clickhouse.url, WATCHDESK_DEMO: 'off', WATCHDESK_SECRET_KEY: 'ab'.repeat(32) };
const product = await startProduct({ env });

/** Never the same twice, so that no answer is shared. */
let asked = 0;
const spanOf = (days: number): Span => ({ from: until - days * DAY_MS + (asked += 1), to: until, grain: days > 400 ? 'month' : 'day' });
const SPANS = { '30 days': 30, '90 days': 90, '3 years': 3 * 365 };

const found: BenchRow[] = [];
for (const [name, days] of Object.entries(SPANS)) {
  const checked = spanOf(days);
  for (const tile of tilesOf(checked)) await expectSame(tile, checked);
  const times = await repeat(ROUNDS, () => dashboard(spanOf(days)));
  const p95 = quantile(times, 0.95);
  const budget = tickets < 5e6 ? {} : ({ '90 days': within(p95, 215), '3 years': within(p95, 1200) }[name] ?? {});
  found.push({ what: `${name}, at the API`, value: `median ${msOf(median(times))}, p95 ${msOf(p95)}`, ...budget });

  const hand = await repeat(ROUNDS, () => byHand(spanOf(days)));
  found.push({ what: `${name}, the same twelve by hand, all at once`, value: `median ${whole(median(hand))} ms` });
  found.push(ratioRow(`${name}, all at once: the API as against by hand`, median(times) / median(hand), 1));

  const one = await oneByOne(days);
  const sum = (side: 'api' | 'hand') => one.reduce((total, tile) => total + tile[side], 0);
  const worst = one.toSorted((a, b) => b.api / b.hand - a.api / a.hand)[0]!;
  found.push({
    ...ratioRow(`${name}, one by one: the API as against by hand`, sum('api') / sum('hand'), 1.15),
    value: `${whole(sum('api') / sum('hand'))} × (${whole(sum('api'))} ms, ${whole(sum('hand'))} ms; most: ${worst.name}, ${whole(worst.api / worst.hand)} ×)`,
  });

  const slow = await repeat(SLOW_ROUNDS, () => askPostgres(spanOf(days)));
  found.push({ what: `${name}, the same twelve of PostgreSQL, all at once`, value: `median ${whole(median(slow))} ms` });
  const faster = median(slow) / median(times);
  found.push({
    what: `${name}: as against PostgreSQL`,
    value: isRefused(median(times)) ? 'no ratio: it was refused' : `${whole(faster)} × faster`,
    ...(name === '90 days' && { budget: '≥ 10 ×', within: faster >= 10 }),
  });
  said(
    found
      .slice(-6)
      .map(({ what, value }) => `${what}: ${value}`)
      .join('\n'),
  );
}
const crowd = await crowded();
const crowdP95 = quantile(crowd, 0.95);
found.push({
  what: `90 days, ${PEOPLE} people at once`,
  value: `median ${msOf(median(crowd))}, p95 ${msOf(crowdP95)}`,
  ...(tickets < 5e6 ? {} : within(crowdP95, 1500)),
});
const parts = await countParts();

await product.stop();
await Promise.all([analytics.close(), postgres.close()]);
await Promise.all([clickhouse.stop(), engine.stop()]);
await rm(directory, { recursive: true, force: true });

report({
  title: TICKETS < 5e6 ? 'Dashboard' : 'Dashboard of ten million tickets',
  method: `${whole(tickets)} tickets over three years, ${whole(rows)} rows in ${whole(parts)} parts: ninety simulated days through the door and the loader, their rows copied under other ids and instants; then one in twenty corrected and one in two hundred put a day earlier, with merges stopped. Twelve tiles: counts beside the period before, medians, shares, the backlog, series, groups, a heat map, a table of people. Asked over HTTP, all at once, ${ROUNDS} times, no question twice; by hand through the same client; of PostgreSQL, where the same rows lie with an index on each instant, ${SLOW_ROUNDS} times. All three gave the same figures.`,
  rows: found,
  where:
    'ClickHouse reads with FINAL: what it reads of the rows of the months in question, and merges of the versions, is nearly all of it; the server adds a question to PostgreSQL for the zone, two for the age of the facts, and the encoding.',
});

function said(text: string): void {
  console.error(text);
}

function within(p95: number, ms: number): Pick<BenchRow, 'budget' | 'within'> {
  return { budget: `p95 ≤ ${whole(ms)} ms`, within: p95 <= ms };
}

function ratioRow(what: string, ratio: number, most: number): BenchRow {
  return { what, value: isRefused(ratio) ? 'no ratio: it was refused' : `${whole(ratio)} ×`, budget: `≤ ${most} ×`, within: ratio <= most };
}

/** The first is not counted. */
async function repeat(times: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) taken.push(await timed(work));
  return taken;
}

async function crowded(): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < 3; round += 1)
    taken.push(...(await Promise.all(Array.from({ length: PEOPLE }, () => timed(() => dashboard(spanOf(90)))))));
  return taken;
}

function dashboard(span: Span) {
  return Promise.all(tilesOf(span).map((tile) => askApi(tile, span)));
}

function byHand(span: Span) {
  return Promise.all(tilesOf(span).map((tile) => askClickHouse(tile, span)));
}

function askPostgres(span: Span) {
  return Promise.all(tilesOf(span).map((tile) => askTable(tile, span)));
}

/** Milliseconds of each tile alone, in turn, the median of each. */
async function oneByOne(days: number) {
  const tiles = tilesOf(spanOf(days));
  const times = tiles.map(({ name }) => ({ name, api: [] as number[], hand: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, tile] of tiles.entries()) {
      times[index]!.api.push(await timed(() => askApi(tile, spanOf(days))));
      times[index]!.hand.push(await timed(() => askClickHouse(tile, spanOf(days))));
    }
  return times.map(({ name, api, hand }) => ({ name, api: median(api), hand: median(hand) }));
}

interface Shown {
  readonly value: number | null;
  readonly previous?: number | null;
}
interface Answer {
  readonly total: { readonly values: Record<string, Shown>; readonly series: readonly { readonly values: Record<string, Shown> }[] };
  readonly groups: readonly { readonly values: Record<string, Shown> }[];
}

async function askApi({ question }: TileQuestion, { from, to }: Span): Promise<Answer> {
  const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const answer = await fetch(`${product.url}/api/v1/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ ...question, period, timeZone: ZONE }),
  });
  if (answer.status === 503) throw new TooLong(await answer.text());
  if (!answer.ok) throw new Error(`the query was answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

type Row = Readonly<Record<string, number | string | null>>;

async function askClickHouse({ clickhouse: sql }: TileQuestion, { from, to }: Span): Promise<Row[]> {
  const instant = (name: string) => `fromUnixTimestamp64Milli({${name}: Int64})`;
  const query = sql
    .replaceAll('{own}', `workspace_id = '${WORKSPACE}' and hidden = 0`)
    .replaceAll(/\{(from|to|before)\}/g, (_, name: string) => instant(name));
  const answer = await analytics.reader.query({ query, query_params: { from, to, before: from - (to - from) }, format: 'JSONEachRow' });
  return answer.json<Row>();
}

async function askTable({ postgres: sql }: TileQuestion, { from, to }: Span): Promise<Row[]> {
  // Each statement names those of the three instants it needs, and PostgreSQL wants to know the type of all.
  const text = sql.replaceAll(
    '{own}',
    `workspace_id = '${WORKSPACE}' and hidden = 0 and $1::timestamptz < $2::timestamptz and $2 < $3::timestamptz`,
  );
  const { rows: answer } = await postgres.pool.query<Row>(text.replaceAll('_fact', '_table'), [
    new Date(from - (to - from)),
    new Date(from),
    new Date(to),
  ]);
  return answer;
}

/** The figures of a tile, sorted: in which order they come is of no interest. */
function figuresOf({ question }: TileQuestion, answer: Answer): number[][] {
  const of = (values: Record<string, Shown>) =>
    question.metrics.flatMap((id) => [values[id]!.value, ...(question.compare ? [values[id]!.previous ?? null] : [])]);
  if (question.dimensions) return sorted(answer.groups.map(({ values }) => of(values)));
  return sorted(question.grain ? answer.total.series.map(({ values }) => of(values)) : [of(answer.total.values)]);
}

function sorted(figures: readonly (readonly (number | string | null | undefined)[])[]): number[][] {
  // A bucket in which nothing happened is no row of a statement.
  const told = figures.filter(([first]) => first !== null && Number(first) !== 0);
  return told.map((one) => one.map(Number)).toSorted((a, b) => a[0]! - b[0]! || (a[1] ?? 0) - (b[1] ?? 0));
}

/** Sums in another order differ in the last digits. */
function isSame(a: readonly number[][], b: readonly number[][]): boolean {
  const isClose = (value: number, other: number) => Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
  return a.length === b.length && a.every((one, row) => one.every((value, place) => isClose(value, b[row]![place]!)));
}

async function expectSame(tile: TileQuestion, span: Span): Promise<void> {
  const api = figuresOf(tile, await askApi(tile, span));
  const hand = await askClickHouse(tile, span);
  const table = await askTable(tile, span);
  for (const [name, answer] of Object.entries({ hand, table })) {
    const others = sorted(answer.map((row) => [row['v'], ...('w' in row ? [row['w']] : [])]));
    if (!isSame(api, others)) throw new Error(`${tile.name}: the API says ${JSON.stringify(api)}, ${name} says ${JSON.stringify(others)}`);
  }
}

async function countRows({ reader }: Analytics): Promise<number> {
  const query = `select sum(total_rows) as n from system.tables where database = currentDatabase() and name in {names: Array(String)}`;
  const answer = await reader.query({ query, query_params: { names: Object.keys(READ) }, format: 'JSONEachRow' });
  return Number((await answer.json<{ n: number | string }>())[0]!.n);
}

async function countParts(): Promise<number> {
  const query = `select count() as n from system.parts where database = currentDatabase() and active and table in {names: Array(String)}`;
  const answer = await analytics.client.query({ query, query_params: { names: Object.keys(READ) }, format: 'JSONEachRow' });
  return Number((await answer.json<{ n: number | string }>())[0]!.n);
}

/** The rows as they are read, with an index on each instant that is asked for, and statistics. */
async function copyToPostgres(): Promise<void> {
  for (const [fact, { columns, indexed }] of Object.entries(READ)) await copyTable(postgres, fact, Object.entries(columns), indexed);
}

async function copyTable(
  { pool }: Postgres,
  fact: string,
  columns: readonly [string, string][],
  indexed: readonly string[],
): Promise<void> {
  const table = fact.replace('_fact', '_table');
  const names = ['workspace_id', 'hidden', ...columns.map(([name]) => name)].join(', ');
  await pool.query(
    `create unlogged table ${table} (workspace_id text not null, hidden smallint not null, ${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
  );
  const { stream } = await analytics.client.exec({
    query: `select ${names} from ${fact} final format TabSeparated`,
    clickhouse_settings: { max_execution_time: 0 },
  });
  const client = await pool.connect();
  try {
    await client.query(`set time zone 'UTC'`);
    await copyLines(client, `${table} (${names})`, stream);
    await client.query('reset time zone');
  } finally {
    client.release();
  }
  for (const name of indexed) await pool.query(`create index on ${table} (workspace_id, ${name})`);
  await pool.query(`vacuum analyze ${table}`);
}
