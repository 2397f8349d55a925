/** Benchmarks by stage: as the handbook has them, of metrics there are, and stricter from stage to stage. */
import { expect, test } from 'vitest';
import { benchmarkOf, metricOf, METRICS, STAGES } from './index.ts';

const HOUR = 3600;
const valuesOf = (stage: (typeof STAGES)[number]) =>
  ['csat', 'first_response', 'resolution', 'fcr'].map((id) => benchmarkOf(metricOf(id)!, stage, null)!.value);

test('are those of the handbook', () =>
  expect(STAGES.map(valuesOf)).toEqual([
    [0.85, 4 * HOUR, 48 * HOUR, 0.6],
    [0.88, 2 * HOUR, 24 * HOUR, 0.65],
    [0.9, HOUR, 12 * HOUR, 0.7],
    [0.92, HOUR / 2, 8 * HOUR, 0.75],
  ]));

test('are of four metrics alone, and of none without a stage', () => {
  expect(METRICS.filter((metric) => benchmarkOf(metric, 'scale', 1)).map(({ id }) => id)).toEqual(
    METRICS.map(({ id }) => id).filter((id) => ['csat', 'first_response', 'resolution', 'fcr'].includes(id)),
  );
  expect(benchmarkOf(metricOf('csat')!, null, 1)).toBeUndefined();
});

test.each<[string, number | null, string | null]>([
  ['first_response', 2 * HOUR, 'met'],
  ['first_response', 2 * HOUR + 1, 'missed'],
  ['first_response', null, null],
  ['csat', 0.88, 'met'],
  ['csat', 0.879, 'missed'],
])('%s of %d is %s', (id, value, standing) => expect(benchmarkOf(metricOf(id)!, 'growth', value)?.standing).toBe(standing));

test('what meets a later stage meets the earlier ones', () => {
  for (const id of ['csat', 'first_response', 'resolution', 'fcr']) {
    const metric = metricOf(id)!;
    for (const [index, stage] of STAGES.entries())
      for (const earlier of STAGES.slice(0, index))
        expect(benchmarkOf(metric, earlier, benchmarkOf(metric, stage, null)!.value)?.standing).toBe('met');
  }
});
