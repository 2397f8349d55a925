/** Conditions in plain words, and times as people say them. */
import type { Condition } from './conditions.ts';
import { FIELDS } from './fields.ts';

/** What an id is called; the id itself where nobody knows. */
export type NameOf = (
  kind: 'team' | 'agent' | 'calendar' | 'channel' | 'schedule' | 'policy' | 'organisation' | 'customer',
  id: string,
) => string;
export const BY_ID: NameOf = (_kind, id) => id;

const NAMED: Readonly<Partial<Record<string, Parameters<NameOf>[0]>>> = {
  team: 'team',
  assignee: 'agent',
  organisation: 'organisation',
  requester: 'customer',
};
/** What its values are ids of; undefined where they say so themselves. */
export const kindOfField = (field: string): Parameters<NameOf>[0] | undefined => NAMED[field];
/** What somebody has still to say. */
const UNSAID = '…';
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const listed = (all: readonly string[], word: 'and' | 'or'): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)!}`;

/** A number that is being typed is none, or null once it was sent. */
const amount = (value: number | null | undefined): string => (Number.isFinite(value) ? String(value) : UNSAID);

/** One condition, without what is before and after it: `the priority is P1 or P2`. */
export function leafWords(leaf: Condition, nameOf: NameOf = BY_ID): string {
  const { field, is, isNot, atLeast, atMost, contains } = leaf;
  const kind = NAMED[field!];
  const named = (value: string) => (value === '' ? 'empty' : kind ? nameOf(kind, value) : value);
  if (field === 'vip') return `the customer is ${is?.includes('yes') ? '' : 'not '}a VIP`;
  if (field === 'similarTicket')
    return `the customer ${is?.includes('yes') ? 'asked' : 'did not ask'} something similar within ${durationWords((leaf.withinDays ?? 14) * 86_400)}`;
  if (field === 'openHours')
    return `it is ${is?.includes('yes') ? 'within' : 'outside'} the hours of ${nameOf('calendar', leaf.calendar ?? UNSAID)}`;
  if (field === 'timeOfDay') {
    const on = leaf.weekdays
      ? ` on ${listed(
          leaf.weekdays.map((day) => DAYS[day - 1]!),
          'and',
        )}`
      : '';
    return `it is ${is?.includes('yes') ? '' : 'not '}from ${leaf.from ?? UNSAID} to ${leaf.until ?? UNSAID}${on}${leaf.timeZone ? ` (${leaf.timeZone})` : ''}`;
  }
  const what = field === 'customField' ? `the custom field ${leaf.name ?? UNSAID}` : `the ${FIELDS[field!].label}`;
  if (contains)
    return `${what} has ${listed(
      contains.map((word) => `“${word}”`),
      'or',
    )}`;
  const verb = field === 'tags' || field === 'event.added' ? ['are', 'include', 'do not include'] : ['is', 'is', 'is not'];
  if (is) return `${what} ${is.every((value) => value === '') ? verb[0] : verb[1]} ${listed(is.map(named), 'or')}`;
  if (isNot)
    return isNot.every((value) => value === '') ? `${what} ${verb[0]} not empty` : `${what} ${verb[2]} ${listed(isNot.map(named), 'or')}`;
  if (atLeast !== undefined && atMost !== undefined) return `${what} is from ${amount(atLeast)} to ${amount(atMost)}`;
  return atLeast === undefined ? `${what} is at most ${amount(atMost)}` : `${what} is at least ${amount(atLeast)}`;
}

/** A whole tree; what is nested stands in brackets. */
export function conditionWords({ all, any, not, ...leaf }: Condition, nameOf: NameOf = BY_ID, isNested = false): string {
  if (not) return `not (${conditionWords(not, nameOf)})`;
  const parts = all ?? any;
  if (!parts) return leafWords(leaf, nameOf);
  const words = listed(
    parts.map((one) => conditionWords(one, nameOf, parts.length > 1)),
    all ? 'and' : 'or',
  );
  return isNested && parts.length > 1 ? `(${words})` : words;
}

/** `2 hours`, `90 minutes`, `3 days`: whole units, the largest that says it exactly; `…` where it is not yet a number. */
export function durationWords(seconds: number): string {
  if (!Number.isInteger(seconds)) return Number.isFinite(seconds) ? `${seconds} seconds` : UNSAID;
  const [size, unit] = (
    [
      [86_400, 'day'],
      [3600, 'hour'],
      [60, 'minute'],
      [1, 'second'],
    ] as const
  ).find(([length]) => seconds % length === 0)!;
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
