import { dayAt } from '@watchdesk/domain/fact';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { clickhouseDatabase } from '../../../test/databases.ts';
import { openAnalytics } from './index.ts';
import { type Column, selected, stored } from './columns.ts';
import { RowWriter } from './row-writer.ts';

const analytics = openAnalytics(await clickhouseDatabase());
afterAll(() => analytics.close());

interface Sample {
  readonly label: string | null;
  readonly text: string;
  readonly labels: string[];
  readonly at: number;
  readonly maybeAt: number | null;
  readonly whole: number;
  readonly maybeWhole: number | null;
  readonly count: number;
  readonly flag: boolean;
  readonly number: number | null;
}

const COLUMNS: readonly Column<Sample>[] = [
  { name: 'label', kind: 'label', of: (row) => row.label },
  { name: 'text', kind: 'text', of: (row) => row.text },
  { name: 'labels', kind: 'labels', of: (row) => row.labels },
  { name: 'at', kind: 'instant', of: (row) => row.at },
  { name: 'day', kind: 'day', of: (row) => dayAt(row.at) },
  { name: 'maybe_at', kind: 'instant?', of: (row) => row.maybeAt },
  { name: 'whole', kind: 'whole', of: (row) => row.whole },
  { name: 'maybe_whole', kind: 'whole?', of: (row) => row.maybeWhole },
  { name: 'count', kind: 'count', of: (row) => row.count },
  { name: 'flag', kind: 'flag', of: (row) => row.flag },
  { name: 'maybe_number', kind: 'number?', of: (row) => row.number },
];

const TYPES = `label LowCardinality(String), text String, labels Array(LowCardinality(String)), at DateTime64(3, 'UTC'),
  day Date, maybe_at Nullable(DateTime64(3, 'UTC')), whole UInt64, maybe_whole Nullable(UInt64), count UInt32, flag UInt8, maybe_number Nullable(Float64)`;
const instant = fc.integer({ min: Date.UTC(1990), max: 8.64e15 });
const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const sample: fc.Arbitrary<Sample> = fc.record({
  label: fc.option(text),
  text,
  labels: fc.array(text, { maxLength: 5 }),
  at: instant,
  maybeAt: fc.option(instant),
  whole: fc.maxSafeNat(),
  maybeWhole: fc.option(fc.maxSafeNat()),
  count: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  flag: fc.boolean(),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
});

/** What stands for nothing is what ClickHouse itself gives a column that is left out. */
test('a blank row is that of the defaults', async () => {
  await analytics.client.command({ query: `create table blank (place UInt32, ${TYPES}) engine = MergeTree order by place` });
  const writer = new RowWriter(16);
  writer.count(0);
  writer.blank(COLUMNS);
  await analytics.insert('blank', ['place', ...COLUMNS.map(({ name }) => name)], writer.bytes(), 'blank');
  await analytics.client.command({ query: 'insert into blank (place) values (1)' });
  const answer = await analytics.client.query({ query: 'select * except place from blank order by place', format: 'JSONCompactEachRow' });
  const [blank, defaults] = await answer.json();
  expect(blank).toEqual(defaults);
});

test('ClickHouse reads back what was written, of every kind', async () => {
  await analytics.client.command({
    query: `create table sample (place UInt32, ${TYPES}) engine = MergeTree order by place`,
  });
  const samples = fc.sample(sample, 400);
  const writer = new RowWriter(16);
  for (const [place, one] of samples.entries()) {
    writer.count(place);
    writer.row(COLUMNS, one);
  }
  await analytics.insert('sample', ['place', ...COLUMNS.map(({ name }) => name)], writer.bytes(), 'once');
  const answer = await analytics.client.query({
    query: `select ${COLUMNS.map(selected).join(', ')} from sample order by place`,
    format: 'JSONCompactEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  const expected = samples.map((one) => COLUMNS.map((column) => stored(column, one)));
  // As text, because -0 and 0 are one to JSON; so the doctor compares, too.
  expect(JSON.stringify(await answer.json())).toBe(JSON.stringify(expected));
});
