import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, likelihoodOf } from './tail.ts';

describe('the chance of so many', () => {
  test.each([
    // A shape that large is Poisson's: tables of the cumulative Poisson distribution.
    [3, 1, 1e9, 0.080301],
    [5, 0.2, 1e9, 2.2585e-6],
    [10, 4, 1e9, 0.0081322],
    // Of shape 1 it is geometric: (mean / (1 + mean)) ^ count.
    [4, 1, 1, 1 / 16],
    [3, 0.25, 1, 0.2 ** 3],
  ])('%d or more where %d are expected, of shape %d', (count, mean, shape, wanted) => {
    expect(chanceOfAtLeast(count, mean, shape) / wanted).toBeCloseTo(1, 3);
  });

  test('none or more is certain, and where nothing is expected one is impossible', () => {
    expect([chanceOfAtLeast(0, 3, 5), chanceOfAtLeast(1, 0, 5)]).toEqual([1, 0]);
  });

  test('is exact far out, where one less the rest would be nothing', () => {
    expect(chanceOfAtLeast(60, 1, 1)).toBeCloseTo(2 ** -60, 25);
    expect(Math.log2(chanceOfAtLeast(60, 1, 1))).toBeCloseTo(-60, 6);
  });

  const mean = fc.double({ min: 0.01, max: 200, noNaN: true });
  const shape = fc.double({ min: 0.5, max: 100, noNaN: true });
  test('falls with the count, rises with the mean, and the less is known the less is odd', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), mean, shape, (count, of, known) => {
        const chance = chanceOfAtLeast(count, of, known);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfAtLeast(count + 1, of, known)).toBeLessThanOrEqual(chance);
        expect(chanceOfAtLeast(count, of * 1.1, known)).toBeGreaterThanOrEqual(chance * (1 - 1e-9));
        if (count > 2 * of + 3) expect(chanceOfAtLeast(count, of, known / 2)).toBeGreaterThanOrEqual(chance);
      }),
    );
  });
});

test('the likelihood ratio is that of the two Poisson rates, and speaks of more only', () => {
  expect(likelihoodOf(10, 2)).toBeCloseTo(10 * Math.log(5) - 8, 12);
  expect([likelihoodOf(2, 2), likelihoodOf(1, 2), likelihoodOf(0, 0)]).toEqual([0, 0, 0]);
});
