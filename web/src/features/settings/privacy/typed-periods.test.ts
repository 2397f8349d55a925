import { expect, test } from 'vitest';
import { isWhole, periodsIn, typedOf } from './typed-periods.ts';

const saved = { personalMonths: 25, rawDays: 30, alertMonths: 25, auditYears: 7 };

test('what is saved comes back', () => {
  expect(periodsIn(typedOf(saved))).toEqual(saved);
});

test.each([
  ['12', true],
  [' 12 ', true],
  ['007', true],
  ['0', false],
  ['-3', false],
  ['1.5', false],
  ['1,5', false],
  ['1e3', false],
  ['', false],
  ['two', false],
])('%j is a period: %s', (typed, is) => {
  expect(isWhole(typed)).toBe(is);
  expect(periodsIn({ ...typedOf(saved), rawDays: typed }) !== null).toBe(is);
});
