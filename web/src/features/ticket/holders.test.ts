import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from './holders.ts';

const holder = (seconds: number, id: string) => ({ holder: 'agent' as const, id, name: id, seconds });

test('no time, no shares', () => {
  expect(sharesOf([])).toEqual([]);
  expect(sharesOf([holder(0, 'a')])).toEqual([]);
});

test('slivers and the eighth on are told together', () => {
  const shares = sharesOf([holder(1_000, 'a'), holder(1, 'b'), holder(1, 'c')]);
  expect(shares.map(({ key }) => key)).toEqual(['agent a', 'others']);
  expect(sharesOf(Array.from({ length: 9 }, (_, index) => holder(100, `${index}`)))).toHaveLength(8);
});

test('shares sum to one, whoever held', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 30 }), (seconds) => {
      const shares = sharesOf(seconds.toSorted((a, b) => b - a).map((each, index) => holder(each, `${index}`)));
      const sum = shares.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(seconds.some((each) => each > 0) ? 1 : 0, 9);
    }),
  );
});
