import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spelledAs } from './recovery-codes.ts';

const codes = ['aB3dE-fG7hJ', 'Zk9mN-p2QrS'];

test.each([
  ['aB3dE-fG7hJ', codes[0]],
  ['ab3de-fg7hj', codes[0]],
  [' AB3DEFG7HJ ', codes[0]],
  ['zk9mn p2qrs', codes[1]],
  ['Zk9mN – p2QrS', codes[1]],
  ['Zk9mN-p2Qr', 'Zk9mN-p2Qr'],
  ['', ''],
])('%j is meant as %j', (typed, meant) => {
  expect(spelledAs(codes, typed)).toBe(meant);
});

test('blanks, dashes and capitals anywhere change nothing', () => {
  const typed = fc.array(fc.tuple(fc.constantFrom('', ' ', '-', '–', '\t'), fc.boolean()), { minLength: 11, maxLength: 11 });
  fc.assert(
    fc.property(fc.constantFrom(...codes), typed, (code, ways) => {
      const as = Array.from(code, (sign, at) => ways[at]![0] + (ways[at]![1] ? sign.toUpperCase() : sign.toLowerCase())).join('');
      expect(spelledAs(codes, as)).toBe(code);
    }),
  );
});
