import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaSafe } from './formula.ts';

test.each(['=1+1', '+49 30', '-3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n+1', ' =HYPERLINK("x")', '\u00a0@a', '\t'])(
  '%j is made text',
  (value) => {
    expect(formulaSafe(value)).toBe(`'${value}`);
  },
);

test.each(['plain', '3 - 1', 'a=b', '', "'quoted", 'mail@example.com'])('%j stays as it is', (value) => {
  expect(formulaSafe(value)).toBe(value);
});

test('nothing that leaves begins as a formula does', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => !/^\s*[=+\-@]|^[\t\r]/.test(formulaSafe(value))));
});
