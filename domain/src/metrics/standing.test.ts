/** How a number stands: to its target, to a band, and to the target of the one value it is of. */
import { describe, expect, test } from 'vitest';
import { dimensionsOf, METRICS, metricOf, standingOf, targetedFor } from './index.ts';

test.each([
  [null, null],
  [0.5, 'warns'],
  [0.6, 'missed'],
  [0.69, 'missed'],
  [0.7, 'met'],
  [0.8, 'met'],
  [0.81, 'missed'],
  [0.9, 'missed'],
  [0.91, 'warns'],
] as const)('a utilisation of %s is %s', (value, standing) => expect(standingOf(metricOf('utilisation')!, value)).toBe(standing));

test('a queue thrice as deep as usual still does not warn, a deeper one does', () => {
  const queue = metricOf('queue_depth')!;
  expect([standingOf(queue, 3), standingOf(queue, 3.1)]).toEqual(['met', 'warns']);
});

describe('targets by value', () => {
  const csat = metricOf('csat')!;
  const of = (tier: string | undefined) => {
    const { target, warning } = targetedFor(csat, (dimension) => (dimension === 'support_tier' ? tier : 'L3'));
    return [target, warning];
  };
  test('are those of the value the number is of, and otherwise the metric’s own', () =>
    expect([of('L3'), of('L1'), of('L0'), of(undefined)]).toEqual([
      [0.85, 0.8],
      [0.9, undefined],
      [0.9, 0.85],
      [0.9, 0.85],
    ]));
  test('are by a dimension that the metric has', () =>
    expect(METRICS.filter((metric) => metric.targetsBy && !dimensionsOf(metric).includes(metric.targetsBy.dimension))).toEqual([]));
});
