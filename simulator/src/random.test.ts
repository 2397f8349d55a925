import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, median } from './example.ts';
import { between, chance, exponential, logNormal, normal, stream, uniform, weighted } from './random.ts';

const drawn = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test('a stream belongs to its seed and keys', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat(), { maxLength: 4 }), (seed, keys) => {
      const first = drawn(5, () => uniform(stream(seed, ...keys)));
      expect(new Set(first).size).toBe(1);
      expect(uniform(stream(seed, ...keys, 1))).not.toBe(first[0]);
      expect(uniform(stream(seed + 1, ...keys))).not.toBe(first[0]);
    }),
  );
});

test('neighbouring streams are not alike', () => {
  const firsts = Array.from({ length: 4_000 }, (_, key) => uniform(stream(7, 10, key)));
  expect(mean(firsts)).toBeCloseTo(0.5, 1);
  const products = firsts.slice(1).map((value, place) => (value - 0.5) * (firsts[place]! - 0.5));
  expect(Math.abs(mean(products))).toBeLessThan(0.005);
});

test('distributions have the means they promise', () => {
  const random = stream(1);
  expect(mean(drawn(20_000, () => exponential(random, 3)))).toBeCloseTo(3, 0.9);
  expect(mean(drawn(20_000, () => normal(random)))).toBeCloseTo(0, 1);
  expect(median(drawn(20_000, () => logNormal(random, 5, 0.6)))).toBeCloseTo(5, 0.5);
  expect(mean(drawn(20_000, () => between(random, 2, 4)))).toBeCloseTo(3, 1);
  expect(drawn(20_000, () => chance(random, 0.2)).filter(Boolean).length / 20_000).toBeCloseTo(0.2, 1);
});

test('names come as often as their weights say, and never with weight 0', () => {
  const random = stream(2);
  const weights = { a: 70, b: 30, c: 0 };
  const names = drawn(20_000, () => weighted<keyof typeof weights>(random, weights));
  expect(names.filter((name) => name === 'a').length / names.length).toBeCloseTo(0.7, 1);
  expect(names).not.toContain('c');
});
