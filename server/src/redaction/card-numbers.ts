/**
 * Numbers of payment cards: 13 to 19 digits (ISO/IEC 7812) whose last one is right by the Luhn formula, written together or in any
 * groups. Digits beside it that stand as groups of their own do not hide it: every run of whole groups is tried, and where two of them
 * overlap all of it is taken, since which of them is the card cannot be known. One in ten other numbers of that length is
 * right by chance and taken as well; a card that is kept costs more.
 */
import { type Span, united } from './spans.ts';

const FEWEST = 13;
const MOST = 19;

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

/** By the formula of Luhn; no card begins with a nought. */
export function isCardNumber(digits: string): boolean {
  if (digits.startsWith('0')) return false;
  let sum = 0;
  for (let place = digits.length - 1, isDoubled = false; place >= 0; place -= 1, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(place) - 48;
    sum += isDoubled ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}
