/**
 * Takes out of a text what the rules say, and leaves a marker that tells what was taken. To do it again changes nothing: markers are
 * never looked into, and what stands between two of them is gone through until nothing more is found there. A pattern that goes on
 * finding something in what it left itself is given the rest whole.
 */
import { cardNumbersIn } from './card-numbers.ts';
import { emailAddressesIn, phoneNumbersIn } from './contacts.ts';
import { compilePattern } from './custom-patterns.ts';
import { MARKERS, markerOf, type RedactionRules } from './rules.ts';
import { type Finder, united } from './spans.ts';

export interface Redacted {
  readonly text: string;
  /** How often each marker was put in. */
  readonly taken: Readonly<Record<string, number>>;
}

interface Rule {
  readonly marker: string;
  readonly find: Finder;
}

const MOST_ROUNDS = 8;

/** The function that the rules are. The rules must have been checked (checkPatterns). */
export function redactor(rules: RedactionRules): (text: string) => Redacted {
  const active = activeRules(rules);
  // Also of rules that are off now: what they took stays taken.
  const known = [...new Set([...Object.values(MARKERS), ...rules.patterns.map(markerOf)])];
  const markers = new RegExp(`(${known.map(escaped).join('|')})`);
  return (text) => {
    const taken: Record<string, number> = {};
    if (active.length === 0) return { text, taken };
    const put = (marker: string) => {
      taken[marker] = (taken[marker] ?? 0) + 1;
      return marker;
    };
    // What is split off by its own capture stands at the odd places.
    const parts = text.split(markers).map((part, place) => (place % 2 === 1 ? part : withoutFound(part, active, put, 1)));
    return { text: parts.join(''), taken };
  };
}

function activeRules({ cardNumbers, emailAddresses, phoneNumbers, patterns }: RedactionRules): Rule[] {
  return [
    ...(cardNumbers ? [{ marker: MARKERS.cardNumbers, find: cardNumbersIn }] : []),
    ...(emailAddresses ? [{ marker: MARKERS.emailAddresses, find: emailAddressesIn }] : []),
    ...(phoneNumbers ? [{ marker: MARKERS.phoneNumbers, find: phoneNumbersIn }] : []),
    ...patterns.filter(({ on }) => on).map((one) => ({ marker: markerOf(one), find: compilePattern(one.pattern) })),
  ];
}

/** A stretch without markers: the first rule that finds something cuts it, and each piece is a stretch again. */
function withoutFound(text: string, rules: readonly Rule[], put: (marker: string) => string, round: number): string {
  for (const { marker, find } of rules) {
    const spans = text === '' ? [] : united(find(text));
    if (spans.length === 0) continue;
    if (round > MOST_ROUNDS) return put(marker);
    const pieces: string[] = [];
    let done = 0;
    for (const { from, to } of spans) {
      pieces.push(withoutFound(text.slice(done, from), rules, put, round + 1), put(marker));
      done = to;
    }
    pieces.push(withoutFound(text.slice(done), rules, put, round + 1));
    return pieces.join('');
  }
  return text;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
