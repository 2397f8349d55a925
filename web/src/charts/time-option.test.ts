import { expect, test } from 'vitest';
import type { TimeChart } from './time-option.ts';
import { timeOption } from './time-option.ts';

const ticks = (most: number): string[] => {
  const chart = {
    at: ['2026-11-22T00:00:00Z'],
    incomplete: [false],
    series: [{ id: 'a', name: 'A', colour: 0, values: [most] }],
    unit: 'seconds',
    label: String,
    fullLabel: String,
    format: String,
  } as unknown as TimeChart;
  const {
    interval = 0,
    max = 0,
    axisLabel,
  } = timeOption(chart, 'light', 'not over').yAxis as ReturnType<typeof timeOption>['yAxis'] & {
    interval?: number;
    max?: number;
  };
  return Array.from({ length: max / interval + 1 }, (_, tick) => axisLabel.formatter(tick * interval).replaceAll('\u00a0', ' '));
};

test.each([
  [3, '0 s, 1 s, 2 s, 3 s'],
  [280, '0 s, 1 m, 2 m, 3 m, 4 m, 5 m'],
  [5_300, '0 s, 30 m, 1 h, 1 h 30 m'],
  [200_000, '0 s, 12 h, 1 d, 1 d 12 h, 2 d, 2 d 12 h'],
])('an axis up to %i s ends on a tick, and each tick says where it is', (most, expected) => {
  expect(ticks(most).join(', ')).toBe(expected);
});
