import fc from 'fast-check';
import { expect, test } from 'vitest';
import { START } from '../example.ts';
import { DAY, HOUR, MINUTE } from '../zone.ts';
import { checkOutages } from './outage.ts';
import { plannedOutages } from './plan.ts';

test('is the same however far one asks, in order, and makes sense', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 23 }), (seed, days, hour) => {
      const from = START + hour * HOUR;
      const some = plannedOutages(seed, from, from + days * DAY);
      const more = plannedOutages(seed, from, from + 60 * DAY);
      expect(more.slice(0, some.length)).toEqual(some);
      expect(some.map(({ startAt }) => startAt)).toEqual(some.map(({ startAt }) => startAt).toSorted((a, b) => a - b));
      expect(() => checkOutages(more, from)).not.toThrow();
    }),
    { numRuns: 30 },
  );
});

test('the first comes a quarter of an hour after the beginning, at whatever hour somebody is at work', () => {
  const missing = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
    const from = START + hour * HOUR;
    return plannedOutages(7, from, from + DAY)[0]?.startAt !== from + 15 * MINUTE;
  });
  expect(missing.length).toBeLessThan(4);
});
