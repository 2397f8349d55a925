import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breadthOf, type Cases, clearness, ENOUGH, isComparable, standardise, standingAmong, verdictOf } from './index.ts';

/** Cases with these measurements. */
const cases = (who: string, kind: string, values: readonly number[]): Cases => ({
  who,
  kind,
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
});
const share = (who: string, kind: string, yes: number, n: number): Cases => ({ who, kind, n, sum: yes, squares: yes });

const anyCases = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('k', 'l', 'm'),
      fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 12 }),
    )
    .map(([who, kind, values]) => cases(who, kind, values)),
  { minLength: 1, maxLength: 15 },
);
const anyShares = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('k', 'l', 'm'), fc.nat(20), fc.nat(20))
    .map(([who, kind, one, other]) => share(who, kind, Math.min(one, other), Math.max(one, other))),
  { minLength: 1, maxLength: 12 },
);

describe('a fair comparison', () => {
  test('worked by hand: who has the hard cases is expected to do worse, and does no worse than that', () => {
    // Easy cases go well nine times of ten, hard ones five of ten. `b` has mostly hard ones.
    const fair = standardise(
      [share('a', 'easy', 72, 80), share('a', 'hard', 10, 20), share('b', 'easy', 18, 20), share('b', 'hard', 40, 80)],
      'share',
    );
    expect(fair.get('a')).toMatchObject({ n: 100, observed: 0.82, expected: expect.closeTo(0.82, 10), alone: 0 });
    expect(fair.get('b')).toMatchObject({ n: 100, observed: 0.58, expected: expect.closeTo(0.58, 10) });
    expect(verdictOf(fair.get('b')!, 'higher')).toBe('alike');
  });
  test('worked by hand: with the same mix and a better hand', () => {
    const fair = standardise([share('a', 'k', 95, 100), share('b', 'k', 70, 100), share('c', 'k', 75, 100)], 'share');
    expect(fair.get('a')).toMatchObject({ observed: 0.95, expected: expect.closeTo(0.8, 10), low: expect.closeTo(0.8882, 3) });
    expect([...fair.values()].map((one) => verdictOf(one, 'higher'))).toEqual(['better', 'worse', 'alike']);
    expect(verdictOf(fair.get('a')!, 'lower')).toBe('worse');
    expect(clearness(fair.get('a')!)).toBeGreaterThan(clearness(fair.get('c')!));
  });
  test('the interval of a mean is about 1.96 standard errors wide on either side', () => {
    const { observed, low, high } = standardise([cases('a', 'k', [1, 2, 3, 4, 5])], 'measure').get('a')!;
    expect(observed).toBe(3);
    expect([3 - low, high - 3]).toEqual([expect.closeTo(1.95996 * Math.sqrt(2.5 / 5), 4), expect.closeTo(1.95996 * Math.sqrt(2.5 / 5), 4)]);
  });
  test('says nothing of few, nor of what nobody else does', () => {
    const few = standardise([share('a', 'k', ENOUGH - 1, ENOUGH - 1), share('b', 'k', 0, 100)], 'share').get('a')!;
    expect([isComparable(few), verdictOf(few, 'higher')]).toEqual([false, null]);
    const only = standardise([share('a', 'own', 90, 90), share('a', 'k', 5, 5), share('b', 'k', 0, 100)], 'share').get('a')!;
    expect([only.n, only.alone, verdictOf(only, 'higher')]).toEqual([95, 90, null]);
  });
  test('one case has no spread', () => {
    const one = standardise([cases('a', 'k', [7])], 'measure').get('a')!;
    expect([one.low, one.high, clearness(one)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0]);
  });

  test.each(['measure', 'share'] as const)('over all people what is expected adds up to what was observed, of a %s', (scale) =>
    fc.assert(
      fc.property(scale === 'share' ? anyShares : anyCases, (all) => {
        const fair = [...standardise(all, scale).values()];
        const sum = (of: 'observed' | 'expected') => fair.reduce((total, one) => total + one.n * one[of], 0);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 6);
        expect(fair.reduce((total, { n }) => total + n, 0)).toBe(all.reduce((total, { n }) => total + n, 0));
      }),
    ),
  );
  test('where all do each kind alike, nobody differs, whatever they do most of', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('k', 'l', 'm'), fc.integer({ min: 1, max: 40 })), {
          minLength: 1,
        }),
        (amounts) => {
          const valueOf = { k: 1, l: 10, m: 100 };
          const all = amounts.map(([who, kind, n]) =>
            cases(
              who,
              kind,
              Array.from({ length: n }, () => valueOf[kind]),
            ),
          );
          for (const fair of standardise(all, 'measure').values()) {
            expect(fair.observed).toBeCloseTo(fair.expected, 8);
            expect(['alike', null]).toContain(verdictOf(fair, 'lower'));
          }
        },
      ),
    ));
  test('it does not matter in which order or in how many parts the cases come', () =>
    fc.assert(
      fc.property(anyCases, (all) => {
        const again = standardise([...all, ...all.map((one) => ({ ...one, n: 0, sum: 0, squares: 0 }))].toReversed(), 'measure');
        for (const [who, fair] of standardise(all, 'measure')) {
          expect(again.get(who)!.n).toBe(fair.n);
          expect(again.get(who)!.expected).toBeCloseTo(fair.expected, 8);
          expect(again.get(who)!.alone).toBe(fair.alone);
        }
      }),
    ));
  test('what only one person does changes nothing between that person and the others', () =>
    fc.assert(
      fc.property(anyCases, fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 9 }), (all, values) => {
        const before = standardise([...all, cases('a', 'k', [1])], 'measure').get('a')!;
        const after = standardise([...all, cases('a', 'k', [1]), cases('a', 'nobody else’s', values)], 'measure').get('a')!;
        expect(after.n * (after.observed - after.expected)).toBeCloseTo(before.n * (before.observed - before.expected), 6);
        expect(after.alone - before.alone).toBe(values.length);
      }),
    ));
  test('what is expected lies between the kinds’ own means', () =>
    fc.assert(
      fc.property(anyShares, (all) => {
        for (const { expected, observed, low, high } of standardise(all, 'share').values()) {
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(expected).toBeLessThanOrEqual(1 + 1e-12);
          expect(low).toBeLessThanOrEqual(observed + 1e-12);
          expect(high).toBeGreaterThanOrEqual(observed - 1e-12);
        }
      }),
    ));
});

describe('the standing among others', () => {
  test.each([
    [3, [1, 2, 4, 5], 'higher', 0.5],
    [3, [1, 2, 4, 5], 'lower', 0.5],
    [9, [1, 2, 4], 'higher', 1],
    [9, [1, 2, 4], 'lower', 0],
    [2, [2, 2], 'lower', 0.5],
    [2, [], 'lower', null],
  ] as const)('of %d among %j, better when %s, is %d', (value, others, betterWhen, standing) =>
    expect(standingAmong(value, others, betterWhen)).toBe(standing),
  );
  test('turns about when lower is better', () =>
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (value, others) => {
        const [higher, lower] = [standingAmong(value, others, 'higher')!, standingAmong(value, others, 'lower')!];
        expect(higher + lower).toBeCloseTo(1, 10);
      }),
    ));
});

describe('the breadth of work', () => {
  test.each([
    [[], 0],
    [[0, 0], 0],
    [[7], 1],
    [[5, 5, 5], 3],
    [[5, 5, 0], 2],
  ])('of %j is %d', (counts, breadth) => expect(breadthOf(counts)).toBeCloseTo(breadth, 10));
  test('is at least 1 and at most the number of kinds, and does not grow with the work', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }), (counts) => {
        expect(breadthOf(counts)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(breadthOf(counts)).toBeLessThanOrEqual(counts.length + 1e-9);
        expect(breadthOf(counts.map((one) => 3 * one))).toBeCloseTo(breadthOf(counts), 8);
      }),
    ));
});
