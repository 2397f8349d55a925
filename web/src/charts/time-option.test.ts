import { describe, expect, test } from 'vitest';
import type { TimeChart } from './time-option.ts';
import { timeOption, within } from './time-option.ts';

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

describe('a line', () => {
  const drawn = (values: (number | null)[], lasts = false) => {
    const chart = {
      at: values.map((_, day) => `2026-11-${10 + day}T00:00:00Z`),
      incomplete: values.map((_, day) => lasts && day === values.length - 1),
      series: [{ id: 'a', name: 'A', colour: 0, values }],
      unit: 'share',
      form: 'lines',
      label: String,
      fullLabel: String,
      format: String,
    } as unknown as TimeChart;
    const { series } = timeOption(chart, 'light', 'not over') as { series: { symbol: string; data: unknown[] }[] };
    expect(series.every(({ symbol }) => symbol === 'none')).toBe(true);
    return series.map(({ data }) => data);
  };
  const dot = (value: number) => ({ value, symbol: 'circle' });

  test('of one value is a point, which nothing else would show', () => {
    expect(drawn([0.7])).toEqual([[dot(0.7)]]);
    expect(drawn([0.7], true)).toEqual([[null], [dot(0.7)]]);
  });
  test('shows a value between two gaps, and no point of those that follow each other', () => {
    expect(drawn([0.1, 0.2, null, 0.4, null, 0.6])).toEqual([[0.1, 0.2, null, dot(0.4), null, dot(0.6)]]);
    expect(drawn([0.1, 0.2, 0.3], true)).toEqual([
      [0.1, 0.2, null],
      [null, 0.2, 0.3],
    ]);
  });
});

test('an axis that begins where its values do has both ends on ticks, and none above the other', () => {
  expect(within('seconds', [21_000, 56_000])).toEqual({ interval: 7200, min: 14_400, max: 57_600 });
  expect(within('seconds', [640, 640])).toEqual({ interval: 1, min: 640, max: 641 });
  expect(within('seconds', [])).toEqual({});
  expect(within('share', [0.1])).toEqual({});
});
