import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_WEEKS, HOUR_MS, unusualness, WEEK_MS } from './usual.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
const local = (at: number) => at;
const weekly = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ at: NOW - (values.length - index) * WEEK_MS, value }));
const of = (values: readonly (number | null)[], value: number, isCount = true) =>
  unusualness(weekly(values), { at: NOW, value }, 12, local, isCount);

test('too little history says so', () => {
  expect(of([5, 5, 5], 500)).toEqual({ status: 'sparse', weeks: 3 });
  expect(of([5, null, 5, 5], 500)).toEqual({ status: 'sparse', weeks: 3 });
});

test('a few odd weeks do not make it usual', () => {
  const found = of([20, 21, 19, 20, 400, 20, 22, 18], 60);
  expect(found).toMatchObject({ status: 'known', weeks: 8, usual: 20 });
  expect(found.status === 'known' && found.deviations).toBeGreaterThan(4);
});

test('counts vary by their square root though they never did so far', () =>
  expect(of([16, 16, 16, 16, 16], 20)).toMatchObject({ usual: 16, spread: 4, deviations: 1 }));

test('other hours of the week say nothing', () => {
  const others = Array.from({ length: 8 * 168 }, (_, index) => ({ at: NOW - (index + 1) * HOUR_MS, value: 3 })).filter(
    ({ at }) => (NOW - at) % WEEK_MS !== 0,
  );
  expect(unusualness(others, { at: NOW, value: 3 }, 8, local, true)).toEqual({ status: 'sparse', weeks: 0 });
});

describe('of any history', () => {
  const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: FEWEST_WEEKS, maxLength: 12 });
  const deviations = (history: number[], value: number) => {
    const found = of(history, value);
    if (found.status === 'sparse') throw new Error('known');
    return found.deviations;
  };
  test('what is usual is no deviation, and more is further from it', () =>
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1000 }), (history, value) => {
        const found = of(history, value);
        if (found.status === 'sparse') throw new Error('known');
        expect(deviations(history, found.usual)).toBe(0);
        expect(deviations(history, value + 1)).toBeGreaterThan(deviations(history, value));
      }),
    ));
  test('the order of weeks does not matter, and one week cannot move it beyond its neighbours', () =>
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1e6 }), (history, odd) => {
        const usualOf = (all: number[]) => {
          const found = of(all, 0);
          return found.status === 'known' ? found.usual : Number.NaN;
        };
        expect(usualOf(history.toReversed())).toBe(usualOf(history));
        expect(usualOf([...history.slice(1), odd])).toBeLessThanOrEqual(Math.max(...history));
      }),
    ));
});
