/**
 * How evenly on-call is shared, person by person: hours, nights, weekends and public holidays by the clock on each one's own wall, pages and how soon they were acknowledged. And
 * what hints at burnout (REQUIREMENTS 171). Whoever is on call in two schedules at once is on call once. Instants are seconds since 1970.
 */
import { type Calendar, createCalendar, type Interval, WEEKDAYS } from '../calendar/index.ts';
import { medianOf } from '../statistics/index.ts';
import { type History, shiftsBetween } from './line.ts';
import { LONGEST_RUN, runsOf } from './warnings.ts';

export interface Told {
  readonly person: string;
  readonly at: number;
  /** By themselves; null while they have not, or where it ended by itself. */
  readonly acknowledgedAt: number | null;
  /** Whoever else acknowledged it, and when; null where nobody did. */
  readonly other: { readonly person: string; readonly at: number } | null;
  /** Within so many seconds it was to be acknowledged, by its policy. */
  readonly respondSeconds: number;
}

/** Somebody who may be on call, with the zone in which they live, and the dates that are public holidays for them. */
export interface OnCallPerson {
  readonly id: string;
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
}

export interface Share {
  readonly person: string;
  readonly onCallSeconds: number;
  readonly nightSeconds: number;
  readonly weekendSeconds: number;
  readonly holidaySeconds: number;
  /** The longest stretch without a pause. */
  readonly longestSeconds: number;
  /** Their hours against an even share of the layers they take turns in; 1 is even. Null where nothing can be compared. */
  readonly ratio: number | null;
  readonly pages: number;
  readonly nightPages: number;
  readonly acknowledged: number;
  /** Of those that were acknowledged; null without one. */
  readonly medianAckSeconds: number | null;
  /** Of those whose time to respond is over, or that were acknowledged: by themselves in time; by somebody else in time, in their place; by nobody in time. */
  readonly inTime: number;
  readonly covered: number;
  readonly late: number;
  /** Who acknowledged in their place, whenever it was, and how often; the most first. */
  readonly coveredBy: readonly { readonly person: string; readonly count: number }[];
  /** What they had by what was agreed for single stretches; seconds. */
  readonly agreedSeconds: number;
  /** The public holidays on which they were on call, to be compensated: each with its seconds. */
  readonly onHolidays: readonly { readonly date: string; readonly seconds: number }[];
  readonly hints: readonly Hint[];
}

export const HINTS = ['uneven', 'long_run', 'night_pages', 'busy_shifts'] as const;
export type Hint = (typeof HINTS)[number];

const DAY = 86_400;
const WEEK = 7 * DAY;
/** Shorter, one weekend more or less makes all the difference. */
export const LEAST_PERIOD = 2 * WEEK;
/** Fewer acknowledged pages say little of how soon somebody answers. */
export const LEAST_PAGES = 5;
/** A quarter more than an even share, and so much more that it is not only whose turn it happened to be. */
const UNEVEN = { ratio: 1.25, seconds: WEEK };
/** In a week of being on call. */
const NIGHT_PAGES_A_WEEK = 2;
/** In twelve hours of being on call: more leave no time to follow them up (Site Reliability Engineering, 2016, chapter 11). */
const PAGES_A_SHIFT = 2;
const HALF_DAY = DAY / 2;
/** Of fewer pages than these no rate is made. */
const LEAST_OF_A_RATE = 3;

const ALWAYS = [['00:00', '24:00']] as [string, string][];
const nightsOf = (zone: string): Calendar =>
  createCalendar({ zone, hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [['22:00', '06:00']]])) });
const weekendsOf = (zone: string): Calendar => createCalendar({ zone, hours: { sat: ALWAYS, sun: ALWAYS } });
const holidaysOf = ({ zone, holidays }: OnCallPerson): Calendar =>
  createCalendar({ zone, overrides: Object.fromEntries([...holidays].map((date) => [date, ALWAYS])) });

type Span = { readonly from: number; readonly to: number; readonly person: string | null; readonly override?: string | null };

type Response = 'in_time' | 'covered' | 'late' | 'open';

/** What became of a page as of `now`: whoever answered it first, in time or not. One whose time is not over is open. At its very instant it is still in time. */
export function responseOf({ at, acknowledgedAt, other, respondSeconds }: Told, now: number): Response {
  const dueAt = at + respondSeconds;
  const own = acknowledgedAt ?? Infinity;
  const others = other?.at ?? Infinity;
  if (Math.min(own, others) <= dueAt) return own <= others ? 'in_time' : 'covered';
  return now > dueAt ? 'late' : 'open';
}

/** Pages of any people together, as of `now`; the median in seconds, of those that they acknowledged themselves. */
export function answeredOf(pages: readonly Told[], now: number) {
  const count = (wanted: Response) => pages.filter((page) => responseOf(page, now) === wanted).length;
  const acks = pages.flatMap(({ at, acknowledgedAt }) => (acknowledgedAt === null ? [] : [acknowledgedAt - at]));
  return {
    inTime: count('in_time'),
    covered: count('covered'),
    late: count('late'),
    acknowledged: acks.length,
    medianAckSeconds: acks.length === 0 ? null : medianOf(acks),
  };
}

/** What somebody had of what is shared, and what an even share of it would be; seconds. */
export interface Shared {
  readonly had: number;
  readonly even: number;
}

/**
 * Of each who took turns in a schedule in [from, to). An even share is of every layer its part of the line, divided by its people, as if nothing had been agreed for single
 * stretches. Who is alone in a layer has nobody to share with, and what is theirs by it is in neither.
 */
export function sharedOf({ versions, overrides }: History, from: number, to: number): Map<string, Shared> {
  const shared = new Map<string, Shared>();
  const add = (person: string, had: number, even: number) => {
    const before = shared.get(person) ?? { had: 0, even: 0 };
    shared.set(person, { had: before.had + had, even: before.even + even });
  };
  for (const [index, version] of versions.entries()) {
    const start = Math.max(from, version.since ?? from);
    const end = Math.min(to, versions[index + 1]?.since ?? to);
    const sharersOf = (layer: number | null) => (layer === null ? [] : version.spec.layers[layer]!.people);
    for (const shift of shiftsBetween({ versions: [version], overrides: [] }, start, end)) {
      const people = sharersOf(shift.layer);
      if (people.length > 1) for (const person of people) add(person, 0, (shift.to - shift.from) / people.length);
    }
    for (const { person, layer, override, ...shift } of shiftsBetween({ versions: [version], overrides }, start, end))
      if (person !== null && (override !== null || sharersOf(layer).length > 1)) add(person, shift.to - shift.from, 0);
  }
  return shared;
}

/** Of [from, to): everybody named, in that order, also who was never on call. `shifts` of any number of schedules, in any order; `shared`: what each had of what is shared, which of two schedules at once counts twice, as an even share of both does. */
export function fairnessOf(
  people: readonly OnCallPerson[],
  shifts: readonly Span[],
  shared: ReadonlyMap<string, Shared>,
  pages: readonly Told[],
  { from, to }: { readonly from: number; readonly to: number },
): Share[] {
  const held = people.map((person) => spansOf(shifts.filter((one) => one.person === person.id)));
  return people.map((person, index) => {
    const spans = held[index]!;
    const own = pages.filter((page) => page.person === person.id);
    const { had, even } = shared.get(person.id) ?? { had: 0, even: 0 };
    const nights = nightsOf(person.zone);
    const [weekends, holidays] = [weekendsOf(person.zone), holidaysOf(person)];
    const within = (calendar: Calendar) => spans.reduce((sum, [start, end]) => sum + calendar.elapsed(start, end), 0);
    const runs = runsOf(spans.map(([start, end]) => ({ from: start, to: end, person: person.id })));
    const share = {
      person: person.id,
      onCallSeconds: secondsOf(spans),
      nightSeconds: within(nights),
      weekendSeconds: within(weekends),
      holidaySeconds: within(holidays),
      longestSeconds: Math.max(0, ...runs.map((run) => run.to - run.from)),
      ratio: even > 0 && to - from >= LEAST_PERIOD ? had / even : null,
      pages: own.length,
      nightPages: own.filter(({ at }) => nights.isOpen(at)).length,
      ...answeredOf(own, to),
      coveredBy: coveredBy(own),
      agreedSeconds: secondsOf(spansOf(shifts.filter((one) => one.person === person.id && (one.override ?? null) !== null))),
      onHolidays: onHolidays(person, spans),
    };
    return { ...share, hints: hintsOf(share, had - even) };
  });
}

function hintsOf(share: Omit<Share, 'hints'>, beyond: number): Hint[] {
  const { onCallSeconds, pages, nightPages } = share;
  // Whoever was hardly on call has no rate: a single page would make one.
  const rate = (count: number, unit: number) => (count < LEAST_OF_A_RATE ? 0 : count / Math.max(1, onCallSeconds / unit));
  const found: Record<Hint, boolean> = {
    uneven: (share.ratio ?? 0) > UNEVEN.ratio && beyond >= UNEVEN.seconds,
    long_run: share.longestSeconds > LONGEST_RUN + 2 * 3600,
    night_pages: rate(nightPages, WEEK) > NIGHT_PAGES_A_WEEK,
    busy_shifts: rate(pages, HALF_DAY) > PAGES_A_SHIFT,
  };
  return HINTS.filter((hint) => found[hint]);
}

function coveredBy(pages: readonly Told[]): { person: string; count: number }[] {
  const by = Map.groupBy(
    pages.filter(({ acknowledgedAt, other }) => other !== null && other.at < (acknowledgedAt ?? Infinity)),
    ({ other }) => other!.person,
  );
  return [...by]
    .map(([person, own]) => ({ person, count: own.length }))
    .toSorted((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1));
}

/** In their order; those on which they were never on call are left out. */
function onHolidays(person: OnCallPerson, spans: readonly Interval[]): { date: string; seconds: number }[] {
  return [...person.holidays].toSorted().flatMap((date) => {
    const calendar = holidaysOf({ ...person, holidays: new Set([date]) });
    const seconds = spans.reduce((sum, [start, end]) => sum + calendar.elapsed(start, end), 0);
    return seconds > 0 ? [{ date, seconds }] : [];
  });
}

/** In order, what overlaps or touches as one. */
function spansOf(shifts: readonly Span[]): Interval[] {
  const spans: [number, number][] = [];
  for (const { from, to } of shifts.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

const secondsOf = (spans: readonly Interval[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);
