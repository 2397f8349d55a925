import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, isNamed, isSameName, nameKey } from './index.ts';

describe('a name of a service', () => {
  it.each([
    ['checkout', 'Checkout'],
    ['checkout', ' Checkout\u00A0'],
    ['Log  in', 'log in'],
    ['Straße', 'STRASSE'],
    ['Café', 'Cafe\u0301'],
    ['API', 'ＡＰＩ'],
    ['ΟΔΟΣ', 'οδος'],
  ])('%j is %j', (a, b) => {
    expect(isSameName(a, b)).toBe(true);
  });

  it.each([
    ['checkout', 'check out'],
    ['checkout', 'checkout 2'],
    ['cafe', 'café'],
    ['a', ''],
  ])('%j is not %j', (a, b) => {
    expect([isSameName(a, b), isNamed([a], b)]).toEqual([false, false]);
  });

  it('is the same with spaces around it, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(` ${name}\t`)).toBe(nameKey(name));
      }),
    );
  });

  it('stands once among others, as it was written first', () => {
    expect(distinctNames(['Checkout', 'login', ' checkout', '', ' '])).toEqual(['Checkout', 'login']);
  });
});
