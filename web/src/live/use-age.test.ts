import { expect, test } from 'vitest';
import { behindWords } from './use-age.ts';

test.each([
  ['fresh numbers', { ms: 89_000, isBehind: false, unanswered: 0 }, ''],
  ['numbers of a while ago', { ms: 200_000, isBehind: true, unanswered: 0 }, '3 m'],
  ['numbers of a morning ago', { ms: 3 * 3_600_000, isBehind: true, unanswered: 2 }, '3 h'],
  // What is refused is missing for ever, and says so where it would stand.
  ['no numbers at all', { ms: null, isBehind: true, unanswered: 1 }, ''],
])('of %s it is said how old they are: %j → %s', (_, age, expected) => {
  expect(behindWords(age).replaceAll('\u00a0', ' ')).toBe(expected);
});
