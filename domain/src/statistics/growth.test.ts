import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthOf } from './index.ts';

test.each<[string, number, number[], object]>([
  ['twice as many as ever', 60, [30, 28, 32], { usual: 30, ratio: 1, isUnusual: true }],
  ['a few more than usual', 36, [30, 28, 32], { isUnusual: false }],
  ['of what comes in bursts', 60, [5, 60, 25], { usual: 30, isUnusual: false }],
  ['three where there was nothing', 3, [0, 0, 0], { usual: 0, ratio: null, isUnusual: true }],
  ['one where there was nothing', 1, [0, 0, 0], { isUnusual: false }],
  ['fewer than usual', 2, [30, 28, 32], { isUnusual: false }],
  ['without a past', 60, [], { ratio: null, isUnusual: false }],
])('%s', (_what, count, earlier, growth) => expect(growthOf(count, earlier)).toMatchObject(growth));

const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });

test('as many as usual is never unusual, and more never makes it less so', () =>
  fc.assert(
    fc.property(counts, fc.nat(2000), fc.nat(2000), (earlier, count, more) => {
      const { usual, isUnusual } = growthOf(count, earlier);
      if (count <= usual) expect(isUnusual).toBe(false);
      if (isUnusual) expect(growthOf(count + more, earlier).isUnusual).toBe(true);
    }),
  ));
