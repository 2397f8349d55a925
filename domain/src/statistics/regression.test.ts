import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regress } from './index.ts';

/** Numbers that look random and are the same in every run. */
function numbers(seed: number) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  /** Box and Muller. */
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

function synthetic(seed: number, n: number, effects: readonly number[], noise: number) {
  const normal = numbers(seed);
  const rows = Array.from({ length: n }, () => effects.map((_, place) => 10 * place + (place + 1) * normal()));
  const outcomes = rows.map((row) => 4 + row.reduce((sum, one, place) => sum + effects[place]! * one, 0) + noise * normal());
  return { rows, outcomes };
}

test('known effects are recovered, each within its error, and those that are none are called none', () =>
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 6 }), (seed, effects) => {
      const { rows, outcomes } = synthetic(seed, 800, effects, 1);
      const found = regress(rows, outcomes)!;
      for (const [place, { perUnit, standardError }] of found.effects.entries()) {
        expect(Math.abs(perUnit - effects[place]!)).toBeLessThan(5 * standardError + 1e-3);
        // One of 800 with a deviation of place + 1 and a noise of 1.
        expect(standardError).toBeCloseTo(1 / (Math.sqrt(800) * (place + 1)), 2);
      }
    }),
  ));

test('without noise everything is explained, and by whom', () => {
  const { rows, outcomes } = synthetic(7, 200, [1, 0, 2], 0);
  const found = regress(rows, outcomes, [[0], [1], [2], [0, 2]])!;
  expect(found.explained).toBeCloseTo(1, 5);
  expect(found.explainedBy[1]).toBeCloseTo(0, 5);
  expect(found.explainedBy[2]).toBeGreaterThan(found.explainedBy[0]!);
  expect(found.explainedBy[3]).toBeCloseTo(1, 1);
});

test('the order of the rows changes nothing', () =>
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.infiniteStream(fc.nat()), (seed, places) => {
      const { rows, outcomes } = synthetic(seed, 60, [0.5, -1], 2);
      const order = rows.map((_, place) => [places.next().value!, place] as const).toSorted(([a, i], [b, j]) => a - b || i - j);
      const mixed = regress(
        order.map(([, place]) => rows[place]!),
        order.map(([, place]) => outcomes[place]!),
      )!;
      const plain = regress(rows, outcomes)!;
      for (const [place, { perUnit, standardError }] of mixed.effects.entries()) {
        expect(perUnit).toBeCloseTo(plain.effects[place]!.perUnit, 9);
        expect(standardError).toBeCloseTo(plain.effects[place]!.standardError, 9);
      }
      expect(mixed.explained).toBeCloseTo(plain.explained, 9);
    }),
  ));

test('an input in another unit has its effect in that unit, and the same importance', () =>
  fc.assert(
    fc.property(
      fc.nat(2 ** 31),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (seed, times, more) => {
        const { rows, outcomes } = synthetic(seed, 100, [1, -2], 1);
        const [plain, scaled] = [
          regress(rows, outcomes)!,
          regress(
            rows.map(([a, b]) => [a! * times + more, b!]),
            outcomes,
          )!,
        ];
        expect(scaled.effects[0]!.perUnit * times).toBeCloseTo(plain.effects[0]!.perUnit, 6);
        expect(scaled.effects[0]!.perUnit * scaled.effects[0]!.deviation).toBeCloseTo(
          plain.effects[0]!.perUnit * plain.effects[0]!.deviation,
          6,
        );
        expect(scaled.explained).toBeCloseTo(plain.explained, 6);
      },
    ),
  ));

test('two inputs that are the same share the effect of the one', () => {
  const { rows, outcomes } = synthetic(3, 400, [2], 0.5);
  const twins = regress(
    rows.map(([one]) => [one!, one!]),
    outcomes,
  )!;
  expect(twins.effects.map(({ perUnit }) => Math.round(perUnit * 10) / 10)).toEqual([1, 1]);
});

describe('nothing is said', () => {
  test('of fewer rows than it takes', () => expect(regress([[1], [2]], [1, 2])).toBeNull());
  test('of no row', () => expect(regress([], [])).toBeNull());
  test('of an outcome that never varies', () => expect(regress([[1], [2], [3], [4]], [5, 5, 5, 5])).toBeNull());
  test('of an input that never varies', () => {
    const { rows, outcomes } = synthetic(1, 50, [1], 1);
    const found = regress(
      rows.map(([one]) => [one!, 3]),
      outcomes,
    )!;
    expect(found.effects[1]).toEqual({ perUnit: 0, standardError: 0, deviation: 0 });
  });
});

test('a case worked out by hand', () => {
  const found = regress([[1], [2], [3], [4]], [4, 4, 8, 8])!;
  expect(found.mean).toBe(6);
  expect(found.effects[0]!.perUnit).toBeCloseTo(1.6, 3);
  // Residuals 0.4, −1.2, 1.2, −0.4: s² = 3.2 / 2, over Σ(x − x̄)² = 5.
  expect(found.effects[0]!.standardError).toBeCloseTo(Math.sqrt(1.6 / 5), 3);
  expect(found.explained).toBeCloseTo(0.8, 3);
});
