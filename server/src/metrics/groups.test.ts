import { metricOf } from '@watchdesk/domain/metrics';
import { expect, test } from 'vitest';
import type { Figures } from './figures.ts';
import { chosenGroups } from './groups.ts';

const figuresOf = (rows: Readonly<Record<string, readonly [value: number | null, n: number]>>): Figures => {
  const figure = (group: readonly string[] | null) => {
    const [value, n] = rows[group?.join() ?? ''] ?? [null, 0];
    return { value, n, withheld: false };
  };
  return {
    groups: Object.keys(rows).map((key) => key.split(',')),
    of: (_metric, group) => figure(group),
    before: () => figure(null),
    leaf: () => null,
  };
};
const order = (rows: Parameters<typeof figuresOf>[0], metric: string, dimension: 'agent' | 'channel', direction: 'asc' | 'desc' = 'desc') =>
  chosenGroups(
    figuresOf(rows),
    [metricOf(metric)!],
    { metrics: [metric], dimensions: [dimension], order: { by: metric, direction } },
    10,
  ).map(String);

test('people of whom too little is known are put before nobody, whichever way the others stand', () => {
  const rows = { anna: [0.8, 20], bert: [1, 19], carl: [0.9, 500], dora: [null, 0] } as const;
  expect(order(rows, 'csat', 'agent')).toEqual(['carl', 'anna', 'bert', 'dora']);
  expect(order(rows, 'csat', 'agent', 'asc')).toEqual(['anna', 'carl', 'bert', 'dora']);
});

test('counts are counts, and what is no person is ranked by whatever there is', () => {
  const rows = { a: [3, 3], b: [9, 9], c: [5, 5] } as const;
  expect(order(rows, 'created', 'agent')).toEqual(['b', 'c', 'a']);
  expect(order(rows, 'csat', 'channel')).toEqual(['b', 'c', 'a']);
});
