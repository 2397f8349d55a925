/** Whether conditions are met, and why: of each what it says, whether it is true, and what it saw. Nothing it tells was written by a customer. */
import { tierKey } from '../directory/index.ts';
import { scorePercent } from '../event/index.ts';
import { zoneOf } from '../zone/index.ts';
import { waitingSince } from '../ticket/index.ts';
import type { Condition } from './conditions.ts';
import { type AutomationFacts, type Happened, isVip, sentimentOf, similarTicket } from './facts.ts';
import type { FieldName } from './fields.ts';
import { keywordIn } from './keywords.ts';
import { leafWords } from './condition-words.ts';

export interface Explained {
  /** `leaf` is one condition. */
  readonly kind: 'all' | 'any' | 'not' | 'leaf';
  readonly met: boolean;
  /** Of a leaf: what it asks, and what it saw; null is nothing. */
  readonly words?: string | undefined;
  readonly saw?: string | null | undefined;
  readonly parts?: readonly Explained[] | undefined;
}

export interface Looking {
  readonly facts: AutomationFacts;
  /** As they were once it had happened, where something has come after it: conditions are about that, what is done about what is there now. */
  readonly past?: AutomationFacts | undefined;
  readonly happened: Happened;
  readonly now: number;
}

/** Every part is looked at, also where the first decides, so that the whole is explained. */
export function evaluate(tree: Condition, looking: Looking): Explained {
  const { all, any, not } = tree;
  if (all) {
    const parts = all.map((one) => evaluate(one, looking));
    return { kind: 'all', met: parts.every(({ met }) => met), parts };
  }
  if (any) {
    const parts = any.map((one) => evaluate(one, looking));
    return { kind: 'any', met: parts.some(({ met }) => met), parts };
  }
  if (not) {
    const part = evaluate(not, looking);
    return { kind: 'not', met: !part.met, parts: [part] };
  }
  const seen = seenOf(tree, tree.field!, looking);
  return { kind: 'leaf', met: isTrue(tree, seen), words: leafWords(tree), saw: said(seen) };
}

/** What is there to compare with: a text, several, a number, or nothing. Of words: which of those that are looked for were found. */
type Seen = string | number | null | readonly string[];

function isTrue({ field, is, isNot, atLeast = -Infinity, atMost = Infinity, contains }: Condition, seen: Seen): boolean {
  if (contains) return seen !== null;
  const hasIt = (value: string) => (field === 'customerTier' ? has(tierKey(seen as string | null), tierKey(value)) : has(seen, value));
  if (is) return is.some(hasIt);
  if (isNot) return !isNot.some(hasIt);
  const number = typeof seen === 'number' ? seen : typeof seen === 'string' && seen.trim() !== '' ? Number(seen) : Number.NaN;
  return number >= atLeast && number <= atMost;
}

/** The empty text is nothing. */
function has(seen: Seen, value: string): boolean {
  if (Array.isArray(seen)) return value === '' ? seen.length === 0 : seen.includes(value);
  return value === '' ? seen === null || seen === '' : seen !== null && String(seen) === value;
}

const said = (seen: Seen): string | null =>
  seen === null
    ? null
    : Array.isArray(seen)
      ? seen.join(', ') || null
      : typeof seen === 'number'
        ? String(Number(seen.toFixed(2)))
        : String(seen);

const yes = (is: boolean): string => (is ? 'yes' : 'no');
const HOUR_MS = 3_600_000;

function seenOf(leaf: Condition, field: FieldName, looking: Looking): Seen {
  if (field.startsWith('event.')) return seenOfEvent(field, looking.happened);
  const { facts, now } = looking;
  const { ticket } = facts;
  switch (field) {
    case 'source':
      return ticket.id.slice(0, ticket.id.indexOf(':'));
    case 'customerTier':
      return facts.customerTier;
    case 'plan':
      return facts.plan;
    case 'mrr':
      return facts.mrr;
    case 'customField': {
      const known = ticket.customFields[leaf.name!] ?? null;
      return typeof known === 'boolean' ? String(known) : known;
    }
    case 'subject':
      return keywordIn(leaf.contains!, [facts.subject]);
    case 'message':
      return keywordIn(leaf.contains!, [facts.message]);
    case 'text':
      return keywordIn(leaf.contains!, [facts.subject, facts.message]);
    case 'sentiment':
      return sentimentOf(ticket);
    case 'vip':
      return yes(isVip(facts));
    case 'similarTicket':
      return yes(similarTicket(facts, now, leaf.withinDays) !== null);
    case 'openHours': {
      const calendar = facts.calendars.get(leaf.calendar!);
      return calendar ? yes(calendar.isOpen(Math.floor(now / 1000))) : null;
    }
    case 'timeOfDay':
      return yes(isWithin(leaf, facts.timeZone, now));
    case 'ageHours':
      return (now - ticket.createdAt) / HOUR_MS;
    case 'waitHours': {
      const since = waitingSince(ticket);
      return since === null ? null : (now - since) / HOUR_MS;
    }
    case 'reopens':
      return ticket.counts.reopens;
    case 'replies':
      return ticket.cycles.at(-1)?.replies ?? 0;
    default:
      return ticket.now[field as keyof typeof ticket.now];
  }
}

function seenOfEvent(field: FieldName, happened: Happened): Seen {
  if (happened.kind !== 'event') return null;
  const { actor, data } = happened.event;
  const told = data as Readonly<Record<string, unknown>>;
  if (field === 'event.actor') return actor.kind;
  if (field === 'event.scorePercent') return scorePercent(told);
  const known = told[field.slice('event.'.length)];
  if (typeof known === 'string' || typeof known === 'number') return known;
  if (typeof known === 'boolean') return String(known);
  return Array.isArray(known) ? known.map(String) : null;
}

const DAY_S = 86_400;

/** Over midnight the part after it belongs to the day before, whose weekday counts. */
function isWithin({ from, until, weekdays, timeZone }: Condition, zone: string, now: number): boolean {
  const local = zoneOf(timeZone ?? zone).local(Math.floor(now / 1000));
  const day = Math.floor(local / DAY_S);
  const second = local - day * DAY_S;
  const [begins, ends] = [secondsOf(from!), secondsOf(until!)];
  const isOn = (on: number) => !weekdays || weekdays.includes(weekdayOf(on));
  if (begins < ends) return second >= begins && second < ends && isOn(day);
  return (second >= begins && isOn(day)) || (second < ends && isOn(day - 1));
}

const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
/** 1 is Monday; the first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
