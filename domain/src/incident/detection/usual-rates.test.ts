import { expect, test } from 'vitest';
import { HOUR_MS, hourOfWeek, WEEK_MS } from '../../alerting/index.ts';
import { type HourOfRegion, usualRates } from './usual-rates.ts';

const NOW = Date.UTC(2026, 2, 12, 9, 30);
const utc = (at: number) => at;
const weeks = (count: number, tickets: (at: number, week: number) => number, region: string | null = 'North'): HourOfRegion[] =>
  Array.from({ length: count * 168 }, (_, place) => {
    const at = Math.floor(NOW / HOUR_MS) * HOUR_MS - (place + 1) * HOUR_MS;
    return { region, at, tickets: tickets(at, Math.floor(place / 168)) };
  });
const isNight = (at: number) => at % (24 * HOUR_MS) < 6 * HOUR_MS;

test('each hour of the week has its rate, and hours in which nothing came are hours', () => {
  const hours = weeks(8, (at) => (isNight(at) ? 0 : 12)).filter(({ tickets }) => tickets > 0);
  const { perHour } = usualRates(hours, {}, NOW, utc)!;
  expect(perHour['North']!.length).toBe(168);
  const at = (hour: number) => perHour['North']![hourOfWeek(Date.UTC(2026, 2, 10, hour))]!;
  expect([at(3), at(12), at(5), at(6)]).toEqual([0, 12, 3, 9]);
});

test('of small numbers the mean is kept, which the median would lose', () => {
  const { perHour } = usualRates(
    weeks(8, (_, week) => Number(week % 4 === 0)),
    {},
    NOW,
    utc,
  )!;
  for (const rate of perHour['North']!) expect(rate).toBeCloseTo(0.25, 10);
});

test('a week of an outage does not become usual', () => {
  const outage = (at: number) => at > NOW - WEEK_MS && at < NOW - WEEK_MS + 3 * HOUR_MS;
  const { perHour } = usualRates(
    weeks(8, (at) => (outage(at) ? 400 : 9)),
    {},
    NOW,
    utc,
  )!;
  for (const rate of perHour['North']!) expect(rate).toBeLessThan(10.5);
});

test('regions are apart, and what has none is a region of its own', () => {
  const { perHour, customers } = usualRates([...weeks(5, () => 4), ...weeks(5, () => 2, null)], { North: 70 }, NOW, utc)!;
  expect(Object.keys(perHour).toSorted()).toEqual(['', 'North']);
  expect([perHour['North']![40], perHour['']![40], customers['North']]).toEqual([4, 2, 70]);
});

test('a busy desk of many regions has its rates: more hours than a call takes arguments', () => {
  const hours = Array.from({ length: 110 }, (_, region) => weeks(8, () => 2, `Region ${region}`)).flat();
  expect(hours.length).toBeGreaterThan(140_000);
  expect(Object.keys(usualRates(hours, {}, NOW, utc)!.perHour)).toHaveLength(110);
});

test('a region may be called anything', () => {
  const { perHour } = usualRates(
    weeks(5, () => 4, '__proto__'),
    {},
    NOW,
    utc,
  )!;
  expect(Object.entries(perHour).map(([region, week]) => [region, week.length])).toEqual([['__proto__', 168]]);
});

test('of fewer than four weeks, or of nothing, nothing is usual', () => {
  expect(
    usualRates(
      weeks(3, () => 4),
      {},
      NOW,
      utc,
    ),
  ).toBeNull();
  expect(usualRates([], {}, NOW, utc)).toBeNull();
});

test('hours are local: after the clocks have changed nine is still nine', () => {
  const change = NOW - 2 * WEEK_MS;
  const localOf = (at: number) => at + (at >= change ? HOUR_MS : 0);
  const { perHour } = usualRates(
    weeks(8, (at) => (Math.floor(localOf(at) / HOUR_MS) % 24 === 9 ? 40 : 0)),
    {},
    NOW,
    localOf,
  )!;
  const days = Array.from({ length: 7 }, (_, day) => perHour['North']![day * 24 + 9]!);
  for (const rate of days) expect(rate).toBeCloseTo(20, 10);
});
