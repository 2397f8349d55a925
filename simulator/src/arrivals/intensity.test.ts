import { describe, expect, test } from 'vitest';
import { START } from '../example.ts';
import { REGIONS } from '../geography.ts';
import { createZone, DAY, HOUR } from '../zone.ts';
import { CATEGORIES, CATEGORY_NAMES } from './categories.ts';
import { createIntensity, isMonthEnd, REGION_ZONES, sinceLastRelease, versionAt } from './intensity.ts';

const day = (text: string) => Date.parse(text) / DAY;

test('over ninety days the regions together bring what was asked for', () => {
  let expected = 0;
  for (const region of REGIONS) {
    const { rate } = createIntensity(region, createZone(REGION_ZONES[region]), 500, START);
    for (let at = START; at < START + 91 * DAY; at = rate(at).until) expected += rate(at).perMs * (rate(at).until - at);
  }
  expect(expected / 91).toBeGreaterThan(490);
  expect(expected / 91).toBeLessThan(525);
});

test('the end of an hour always lies ahead, on days when the clocks change too', () => {
  const { rate } = createIntensity('EMEA', createZone('Europe/Berlin'), 500, START);
  for (let at = Date.parse('2026-10-24T00:00:00Z'); at < Date.parse('2026-10-26T00:00:00Z'); at += 17 * 60_000) {
    expect(rate(at).until).toBeGreaterThan(at);
    expect(rate(at).until - at).toBeLessThanOrEqual(HOUR);
  }
});

describe('what moves them', () => {
  test.each([
    ['2026-02-25', false],
    ['2026-02-26', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
    ['2028-02-26', false],
    ['2028-02-27', true],
    ['2026-12-29', true],
  ])('%s is an end of month: %s', (text, is) => expect(isMonthEnd(day(text))).toBe(is));

  test('a release comes every three weeks and raises the version', () => {
    expect([0, 8.9, 9, 29.9, 30].map(sinceLastRelease)).toEqual([null, null, 0, expect.closeTo(20.9), 0]);
    expect([0, 9, 30, 51].map(versionAt)).toEqual(['4.12', '4.13', '4.14', '4.15']);
  });

  test('half as many come between Christmas and New Year', () => {
    const { rate } = createIntensity('EMEA', createZone('Europe/Berlin'), 500, START);
    const [before, between] = ['2026-12-15T10:00:00Z', '2026-12-29T10:00:00Z'].map((text) => rate(Date.parse(text)).perMs);
    expect(between! / before!).toBeLessThan(0.62);
  });
});

test('the weights of the categories add up to 100, and the seven of the sample keep their proportions', () => {
  const weights = CATEGORY_NAMES.map((name) => CATEGORIES[name].weight);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 6);
  const sample = { 'Data import': 22, Billing: 20, 'UI bug': 14, Login: 12, 'Feature request': 12, API: 10, Reports: 10 } as const;
  for (const [name, percent] of Object.entries(sample))
    expect(CATEGORIES[name as keyof typeof sample].weight / 0.719).toBeCloseTo(percent, 0);
});
