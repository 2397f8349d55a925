import { expect, test } from 'vitest';
import { baselineOf, channelOf, SPEC } from './example.ts';
import { modelOf, percentHit, type Scenario } from './index.ts';
import { waveOf } from './wave.ts';

const CUSTOMERS = 10_000;
const RUNS = 100;
/** Ten times as many write by day as by night. */
const hourly = Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 20 ? 20 : 2));
const fitted = { efficiency: 1, allowance: [0], corrections: [] };
const setting = { baseline: baselineOf(8, [channelOf({ hourly })]), fitted, timeZone: 'UTC', customers: CUSTOMERS, slower: 1 };
const scenarioOf = (startAt: string, durationMinutes: number, percent: number): Scenario => ({
  ...SPEC.scenario,
  startAt,
  durationMinutes,
  size: { by: 'customers', percent },
});

test.each([
  ['half an hour by day', '2026-06-10T10:00:00Z', 30],
  ['two hours by day', '2026-06-10T10:00:00Z', 120],
  ['an hour by night', '2026-06-10T02:00:00Z', 60],
  ['from the evening into the night', '2026-06-10T19:30:00Z', 240],
])('replayed, an outage of %s brings as many tickets as it did', (_, startAt, minutes) => {
  const came = 200;
  const percent = percentHit(setting, scenarioOf(startAt, minutes, 100), 2, came);
  const model = modelOf(setting, { ...SPEC, days: 2, scenario: scenarioOf(startAt, minutes, percent) });
  let tickets = 0;
  for (let run = 0; run < RUNS; run += 1)
    tickets += waveOf(setting.baseline, model.timeline.hours, model.event, model.assumptions, 5, run).length;
  expect(Math.abs(tickets / RUNS / came - 1)).toBeLessThan(0.1);
});

test('more than all are never hit, and of nobody nobody', () => {
  const scenario = scenarioOf('2026-06-10T10:00:00Z', 60, 100);
  expect(percentHit(setting, scenario, 1, 1_000_000)).toBe(100);
  expect(percentHit({ ...setting, customers: 0 }, scenario, 1, 10)).toBe(0);
});
