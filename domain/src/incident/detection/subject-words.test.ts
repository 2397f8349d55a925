import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from './subject-words.ts';

test.each([
  ['Cannot log in: "Service unavailable"', ['cannot', 'log', 'in', 'service', 'unavailable']],
  ['Invoice INV-2026-10442 is WRONG, wrong', ['invoice', 'inv', 'is', 'wrong']],
  ['Der Geschäftsbericht lädt nicht', ['der', 'geschäftsbericht', 'lädt', 'nicht']],
  ['a b 1 2 3 404 x9', []],
  ['', []],
])('%s', (subject, words) => {
  expect(wordsOf(subject)).toEqual(words);
});

test('whatever the subject, there are at most eight, small, different ones, without numbers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (subject) => {
      const words = wordsOf(subject);
      expect(words.length).toBeLessThanOrEqual(8);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toBe(word.toLowerCase());
      expect(words.filter((word) => /\d/.test(word) || word.length > 40)).toEqual([]);
    }),
  );
  expect(wordsOf('one two three four five six seven eight nine ten').length).toBe(8);
});

test('a language without spaces is cut into words too', () => {
  expect(wordsOf('ログインできません')[0]).toBe('ログイン');
});
