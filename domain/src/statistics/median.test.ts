import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf } from './index.ts';

test('of odd and of even numbers of them', () => expect([medianOf([9, 1, 4]), medianOf([9, 1, 4, 5]), medianOf([3])]).toEqual([4, 4.5, 3]));

test('of nothing there is none', () => expect(() => medianOf([])).toThrow('no median'));

test('half are not above and half not below, in any order', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      const median = medianOf(values);
      expect(values.filter((one) => one <= median).length).toBeGreaterThanOrEqual(values.length / 2);
      expect(values.filter((one) => one >= median).length).toBeGreaterThanOrEqual(values.length / 2);
      expect(medianOf(values.toReversed())).toBe(median);
    }),
  ));
