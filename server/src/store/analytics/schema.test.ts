import { CUSTOMER_COLUMNS, PRESENCE_COLUMNS } from '@watchdesk/domain/fact';
import { afterAll, expect, test } from 'vitest';
import { clickhouseDatabase } from '../../../test/databases.ts';
import { openAnalytics } from './index.ts';
import { statementsOf } from './schema.ts';
import { CHILD_HEAD, CHILD_TABLES, PLACE, TICKET_COLUMNS, TICKET_HEAD, TICKET_PLACE } from './tables.ts';
import type { Kind } from './columns.ts';

const analytics = openAnalytics(await clickhouseDatabase());
afterAll(() => analytics.close());

const TYPES: Record<Kind, string> = {
  label: 'LowCardinality(String)',
  text: 'String',
  labels: 'Array(LowCardinality(String))',
  map: 'Map(LowCardinality(String), String)',
  instant: "DateTime64(3, 'UTC')",
  'instant?': "Nullable(DateTime64(3, 'UTC'))",
  day: 'Date',
  whole: 'UInt64',
  'whole?': 'Nullable(UInt64)',
  count: 'UInt32',
  flag: 'UInt8',
  number: 'Float64',
  'number?': 'Nullable(Float64)',
};

test('the columns that are sent are those of the tables, and migrating again changes nothing', async () => {
  await analytics.migrate();
  await analytics.migrate();
  const answer = await analytics.reader.query({
    query: `select table, name, type from system.columns where database = currentDatabase() and table like '%_fact'`,
    format: 'JSONEachRow',
  });
  const columns = await answer.json<{ table: string; name: string; type: string }>();
  const inTable = (table: string) =>
    Object.fromEntries(columns.filter((column) => column.table === table).map(({ name, type }) => [name, type]));
  const sent = (list: readonly { readonly name: string; readonly kind: Kind }[]) =>
    Object.fromEntries(list.map(({ name, kind }) => [name, TYPES[kind]]));
  expect(inTable('ticket_fact')).toEqual(sent([...TICKET_HEAD, ...TICKET_PLACE, ...TICKET_COLUMNS]));
  const versioned = { workspace_id: TYPES.label, version: TYPES.whole, is_deleted: TYPES.flag };
  expect(inTable('customer_fact')).toEqual({ ...sent(CUSTOMER_COLUMNS), ...versioned });
  expect(inTable('presence_fact')).toEqual({ ...sent(PRESENCE_COLUMNS), ...versioned });
  for (const table of CHILD_TABLES) expect(inTable(table.name)).toEqual(sent([...CHILD_HEAD, ...PLACE, ...table.columns]));
});

test('on a cluster each table is replicated, and spread by ticket', () => {
  const sql = `-- What this is.\ncreate table if not exists {{survey_fact}} (\n  {{head}},\n  score Nullable(Float64)\n) engine = {{replacing}} order by ticket;\n`;
  expect(statementsOf(sql)[0]).toContain('engine = ReplacingMergeTree(version, is_deleted) order by ticket');
  const [local, spread, ...rest] = statementsOf(sql, 'main');
  expect(rest).toEqual([]);
  expect(local).toContain("create table if not exists survey_fact_local on cluster 'main' (");
  expect(local).toContain(
    "engine = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/survey_fact', '{replica}', version, is_deleted) order by ticket",
  );
  expect(spread).toBe(
    "create table if not exists survey_fact on cluster 'main' as survey_fact_local engine = Distributed('main', currentDatabase(), survey_fact_local, cityHash64(ticket))",
  );
});

test('on a cluster a new column is added to the tables of both names', () =>
  expect(statementsOf('alter table {{ticket_fact}} add column if not exists a UInt8;\n', 'main')).toEqual([
    "alter table ticket_fact_local on cluster 'main' add column if not exists a UInt8",
    "alter table ticket_fact on cluster 'main' add column if not exists a UInt8",
  ]));

test('and a new index to those that hold rows', () =>
  expect(statementsOf('alter table {{ticket_fact}} add index if not exists a b type minmax;\n', 'main')).toEqual([
    "alter table ticket_fact_local on cluster 'main' add index if not exists a b type minmax",
  ]));

test('a name that is none of a cluster is refused', () =>
  expect(() => statementsOf('create table {{a}} (b String)', "x'; drop")).toThrow('name of a ClickHouse cluster'));
