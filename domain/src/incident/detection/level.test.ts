import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fresh, levelOf, movedOn } from './level.ts';

const HOUR_MS = 3_600_000;

test('is what came against what was expected, leaning on the usual while little was, and never below 0.4 nor above 3', () => {
  expect(levelOf(fresh(0))).toBe(1);
  expect(levelOf({ at: 0, observed: 90, expected: 30 })).toBe(2);
  expect(levelOf({ at: 0, observed: 0, expected: 30 })).toBe(0.5);
  expect(levelOf({ at: 0, observed: 0, expected: 10_000 })).toBe(0.4);
  expect(levelOf({ at: 0, observed: 10_000, expected: 100 })).toBe(3);
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (observed, expected) => {
      const level = levelOf({ at: 0, observed, expected });
      expect(level >= 0.4 && level <= 3).toBe(true);
    }),
  );
});

test('forgets half of it in a day, and does not turn back', () => {
  const level = { at: 0, observed: 80, expected: 40 };
  expect(movedOn(level, 24 * HOUR_MS, 5)).toEqual({ at: 24 * HOUR_MS, observed: 40, expected: 25 });
  expect(movedOn({ ...level, at: HOUR_MS }, 0, 5)).toEqual({ ...level, at: HOUR_MS });
});
