/**
 * Numbers of payment cards: 13 to 19 digits (ISO/IEC 7812), as many as networks give those that begin so, whose last one is right by the
 * Luhn formula, written together or in any groups. Digits beside it that stand as groups of their own do not hide it: every run of whole
 * groups is tried, and where two of them overlap all of it is taken, since which of them is the card cannot be known. One in ten other
 * numbers of such a beginning and length is right by chance and taken as well; a card that is kept costs more.
 */
import { type Span, united } from './spans.ts';

const FEWEST = 13;
const MOST = 19;

/**
 * By its first digit, how many a card has, from and to. The first tells the industry (ISO/IEC 7812-1), the length is the networks': airlines
 * (1), Mastercard and Mir (2), American Express, Diners Club and JCB (3), Visa (4), Mastercard and Maestro (5), Discover, Maestro and
 * UnionPay (6), fuel cards (7), RuPay and UnionPay (8), Troy (9). A time in milliseconds, for one, is none of them.
 */
const LENGTHS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  1: [15, 15],
  2: [16, 19],
  3: [14, 19],
  4: [13, 19],
  5: [13, 19],
  6: [13, 19],
  7: [16, 19],
  8: [16, 19],
  9: [16, 16],
};

/** Digits with at most three characters between two of them that people set between groups. */
const DIGITS = /\d+(?:[\s.\-\u2010-\u2015\u2212_/\u00b7]{1,3}\d+)*/g;
const GROUP = /\d+/g;

interface Group extends Span {
  readonly digits: string;
}

export function cardNumbersIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of text.matchAll(DIGITS)) {
    if (run.length < FEWEST) continue;
    const groups = Array.from(run.matchAll(GROUP), ({ 0: digits, index: at }) => ({
      digits,
      from: index + at,
      to: index + at + digits.length,
    }));
    found.push(...cardsAmong(groups));
  }
  return united(found);
}

function cardsAmong(groups: readonly Group[]): Span[] {
  const found: Span[] = [];
  for (const [first, { from }] of groups.entries()) {
    let digits = '';
    // At most nineteen groups are looked at from each: the work stays in proportion to the text.
    for (let last = first; last < groups.length; last += 1) {
      const group = groups[last]!;
      if (digits.length + group.digits.length > MOST) break;
      digits += group.digits;
      if (digits.length >= FEWEST && isCardNumber(digits)) found.push({ from, to: group.to });
    }
  }
  return found;
}

/** By its beginning, its length and the formula of Luhn. */
export function isCardNumber(digits: string): boolean {
  const [fewest, most] = LENGTHS[digits.charAt(0)] ?? [0, 0];
  if (digits.length < fewest || digits.length > most) return false;
  let sum = 0;
  for (let place = digits.length - 1, isDoubled = false; place >= 0; place -= 1, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(place) - 48;
    sum += isDoubled ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}
