/**
 * Facts of many tickets: ninety simulated days go through the door and the loader; then the rows that the loader wrote are
 * copied inside ClickHouse under other ids and instants until there are enough of them, over three years. One in twenty is
 * corrected later, one in two hundred is put a day earlier, and nothing merges what that leaves.
 */
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { daysOf, type FactName } from '@watchdesk/domain/metrics';
import { createContactCentre } from '@watchdesk/simulator';
import { systemClock } from '../server/src/clock.ts';
import type { Door } from '../server/src/ingest/index.ts';
import { type Analytics, createLoader } from '../server/src/store/analytics/index.ts';
import type { Postgres } from '../server/src/store/postgres/index.ts';
import { READ } from './dashboard-tiles.ts';

const DAY_MS = 86_400_000;
const DAYS = 90;
/** Three years are as many times ninety days. */
const SPANS = 12;
const CHUNK = 2_000;
const TABLES = Object.keys(READ) as readonly FactName[];
const OPEN = `toDate(${OPEN_DAY})`;

interface Stores {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly door: Door;
}

/** Resolves to how many tickets there are then. `until` is where the last of the days ends. */
export async function writeMany(
  { postgres, analytics, door }: Stores,
  workspaceId: string,
  wanted: number,
  until: number,
): Promise<number> {
  const centre = createContactCentre({ seed: 7, startAt: until - DAYS * DAY_MS, liveFrom: until });
  for (let events = centre.directory(), first = 0; first < events.length; first += CHUNK)
    await door.bulk(workspaceId, 'demo', events.slice(first, first + CHUNK));
  for (const day of centre.history({ to: until })) await door.bulk(workspaceId, 'demo', day);
  await createLoader({ postgres, analytics, clock: systemClock }).drain();
  const base = await countTickets(analytics);
  const copies = Math.max(0, Math.round(wanted / base) - 1);
  for (const table of TABLES) {
    await copy(analytics, table, copies);
    await analytics.client.command({ query: `system stop merges ${table}` });
    await correct(analytics, table);
  }
  return countTickets(analytics);
}

export async function countTickets({ reader }: Analytics): Promise<number> {
  const answer = await reader.query({ query: 'select count() as n from ticket_fact final', format: 'JSONEachRow' });
  return (await answer.json<{ n: number }>())[0]!.n;
}

interface StoredColumn {
  readonly name: string;
  readonly type: string;
}

async function columnsOf({ client }: Analytics, table: string): Promise<StoredColumn[]> {
  const query = `select name, type from system.columns where database = currentDatabase() and table = {table: String} order by position`;
  return (await client.query({ query, query_params: { table }, format: 'JSONEachRow' })).json<StoredColumn>();
}

/**
 * All rows of a ticket move together: a whole number of spans back, and up to a day more, another for each copy. What is copied stands in a table
 * apart, since the one that grows is read more slowly with every copy; and span by span, so that an insert falls into a few months only.
 */
async function copy(analytics: Analytics, table: FactName, copies: number): Promise<void> {
  const { client } = analytics;
  const columns = await columnsOf(analytics, table);
  const names = columns.map(({ name }) => name).join(', ');
  const shift = `toIntervalMillisecond(toInt64(copied % ${SPANS}) * ${DAYS * DAY_MS} + toInt64(cityHash64(copied, ticket) % ${DAY_MS}))`;
  const moved = columns.map(({ name, type }) => {
    if (name === 'ticket') return `concat(ticket, '/', toString(copied))`;
    if (name === 'day') return `if(day = ${OPEN}, day, toDate(${lastOf(table)} - ${shift}))`;
    return type.includes('DateTime64') ? `${name} - ${shift}` : name;
  });
  const first = `${table}_first`;
  await client.command({ query: `create table ${first} engine = MergeTree order by tuple() as select ${names} from ${table} final` });
  for (let span = 0; span < SPANS; span += 1)
    await client.command({
      query: `insert into ${table} (${names}) select ${moved.join(', ')} from ${first}
        array join arrayFilter(one -> one % ${SPANS} = ${span}, range(1, ${copies + 1})) as copied`,
      clickhouse_settings: UNHURRIED,
    });
  await client.command({ query: `drop table ${first}` });
}

/** The last instant of a row that does not last, which puts it under its day. */
const lastOf = (table: FactName): string => {
  const instants = daysOf(table)!.instants.map((name) => `ifNull(${name}, toDateTime64(0, 3, 'UTC'))`);
  return instants.length === 1 ? instants[0]! : `greatest(${instants.join(', ')})`;
};

/** A later version of the same, of some at another place. */
async function correct(analytics: Analytics, table: FactName): Promise<void> {
  const columns = await columnsOf(analytics, table);
  const names = columns.map(({ name }) => name);
  const insert = (changed: Readonly<Record<string, string>>, one: number) =>
    analytics.client.command({
      query: `insert into ${table} (${names.join(', ')}) select ${names.map((name) => changed[name] ?? name).join(', ')}
        from ${table} final where cityHash64(ticket) % ${one} = 0 and day < ${OPEN}`,
      clickhouse_settings: UNHURRIED,
    });
  // The new place first: what is buried cannot be read to be written anew.
  const earlier = columns.filter(({ type }) => type.includes('DateTime64')).map(({ name }) => [name, `${name} - toIntervalDay(1)`]);
  await insert({ ...Object.fromEntries(earlier), day: 'day - 1', version: 'version + 1' }, 200);
  const key = ['workspace_id', 'ticket', ...(names.includes('ordinal') ? ['ordinal'] : [])].join(', ');
  await analytics.client.command({
    query: `insert into ${table} (${key}, day, version, is_deleted) select ${key}, max(day), max(version) + 1, 1 from ${table} final
      where cityHash64(ticket) % 200 = 0 group by ${key} having count() > 1`,
    clickhouse_settings: UNHURRIED,
  });
  await insert({ version: 'version + 2' }, 20);
}

/** Of many months, in large parts, and longer than a question may take; a header now and then keeps the client from giving up. */
const UNHURRIED = {
  max_partitions_per_insert_block: '0',
  max_execution_time: 0,
  max_insert_threads: '2',
  min_insert_block_size_rows: '4000000',
  min_insert_block_size_bytes: '2000000000',
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '20000',
} as const;
