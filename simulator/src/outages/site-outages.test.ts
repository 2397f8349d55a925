import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionCentres, siteOutages } from './site-outages.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 1);

test('what went on in a stretch is the same whatever else was asked for', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.integer({ min: 0, max: 20 * DAY }), fc.integer({ min: 1, max: 5 * DAY }), (seed, after, length) => {
      const [from, to] = [START + after, START + after + length];
      const wide = siteOutages(seed, START - DAY, START + 40 * DAY);
      expect(siteOutages(seed, from, to)).toEqual(wide.filter(({ startAt, endAt }) => startAt < to && endAt > from));
    }),
  );
});

test('something runs now and then, and not always', () => {
  const all = siteOutages(7, START, START + 30 * DAY);
  const hours = Array.from({ length: 720 }, (_, hour) => START + hour * 3_600_000);
  const busy = hours.filter((at) => all.some(({ startAt, endAt }) => startAt <= at && at < endAt)).length / hours.length;
  expect(busy).toBeGreaterThan(0.25);
  expect(busy).toBeLessThan(0.75);
  expect(new Set(all.map(({ site }) => site.id)).size).toBe(8);
  expect(all.some(({ isPlanned }) => isPlanned)).toBe(true);
});

test('regions lie where their customers live', () => {
  const centres = Object.fromEntries(regionCentres().map(({ region, ...place }) => [region, place]));
  expect(centres['EMEA']!.latitude).toBeGreaterThan(40);
  expect(centres['Americas']!.longitude).toBeLessThan(-60);
  expect(centres['APAC']!.longitude).toBeGreaterThan(90);
});
