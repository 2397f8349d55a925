/** What one person wants to hear, and when: which ways for which severity, at which hours of their day, all together or one by one. */
import { z } from 'zod';
import { isZone, zoneOf } from '../zone/index.ts';
import { isUrgent, type Notice, type Severity } from './notice.ts';

/** The ways to a person. Those to channels are the channels' own. */
export const WAYS = ['inbox', 'mail'] as const;
export type Way = (typeof WAYS)[number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00');
const ways = z
  .array(z.enum(WAYS, `must be one of ${WAYS.join(', ')}`))
  .max(WAYS.length)
  .readonly();

export const quietHours = z
  .strictObject({
    /** From here to there, over midnight where the second is earlier; local time. */
    from: clock,
    to: clock,
    /** Whole days that are quiet besides, 1 for Monday to 7 for Sunday. */
    days: z.array(z.int().min(1).max(7)).max(6, 'must leave at least one day').readonly().default([]),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must be another time than from' });
export type QuietHours = z.output<typeof quietHours>;

export const preferences = z
  .strictObject({
    ways: z.strictObject({ info: ways, warning: ways, critical: ways }),
    quiet: quietHours.nullable(),
    /** Only while on shift, as far as shifts are known. */
    onShiftOnly: z.boolean(),
    /** What is `info` by mail, once a day at this time in one letter; null as it comes. */
    digestAt: clock.nullable(),
    /** Of the quiet hours and the digest; null: the workspace's. */
    timeZone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin').nullable(),
  })
  .meta({ id: 'NotificationPreferences' });
export type Preferences = z.output<typeof preferences>;

export const DEFAULT_PREFERENCES: Preferences = {
  ways: { info: ['inbox'], warning: ['inbox', 'mail'], critical: ['inbox', 'mail'] },
  quiet: null,
  onShiftOnly: false,
  digestAt: null,
  timeZone: null,
};

export const waysFor = ({ ways: chosen }: Pick<Preferences, 'ways'>, severity: Severity): readonly Way[] => chosen[severity];

export interface Shift {
  readonly from: number;
  readonly to: number;
}

export type Held = 'quiet hours' | 'off shift' | 'digest';

export interface Hold {
  /** Milliseconds since 1970, later than the instant that was asked about. */
  readonly until: number;
  readonly why: Held;
}

/** Until when a notice is held back from somebody who has these shifts; null when it may go. What is urgent is never held. */
export function holdOf(
  notice: Pick<Notice, 'event' | 'severity' | 'priority'>,
  way: Way,
  { quiet, onShiftOnly, digestAt, timeZone }: Preferences,
  { shifts, workspaceZone }: { shifts: readonly Shift[]; workspaceZone: string },
  now: number,
): Hold | null {
  if (isUrgent(notice) || way === 'inbox') return null;
  const zone = timeZone ?? workspaceZone;
  const quietEnd = quiet && quietUntil(quiet, zone, now);
  if (quietEnd) return { until: quietEnd, why: 'quiet hours' };
  const shiftStart = onShiftOnly ? shiftAhead(shifts, now) : null;
  if (shiftStart) return { until: shiftStart, why: 'off shift' };
  if (digestAt !== null && notice.severity === 'info') return { until: nextAt(digestAt, zone, now), why: 'digest' };
  return null;
}

/** The end of the quiet hours that it is in; null when it is in none. */
export function quietUntil(quiet: QuietHours, timeZone: string, now: number): number | null {
  let at = now;
  // Hours and days may follow each other: a week has at most so many ends.
  for (let step = 0; step < 16; step += 1) {
    const end = oneQuietUntil(quiet, timeZone, at);
    if (end === null) break;
    at = end;
  }
  return at > now ? at : null;
}

const DAY_SECONDS = 86_400;

function oneQuietUntil({ from, to, days }: QuietHours, timeZone: string, now: number): number | null {
  const zone = zoneOf(timeZone);
  const local = zone.local(Math.floor(now / 1000));
  const midnight = local - (((local % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS);
  const instant = (localAt: number) => zone.instant(localAt)! * 1000;
  const later = (at: number) => (at > now ? at : null);
  if (days.includes(weekdayOf(midnight))) return later(instant(midnight + DAY_SECONDS));
  const [start, end, second] = [secondsOf(from), secondsOf(to), local - midnight];
  if (start < end) return second >= start && second < end ? later(instant(midnight + end)) : null;
  if (second >= start) return later(instant(midnight + DAY_SECONDS + end));
  return second < end ? later(instant(midnight + end)) : null;
}

/** Null while on one, and where none is known to come: nobody is kept from the news for ever. */
function shiftAhead(shifts: readonly Shift[], now: number): number | null {
  if (shifts.some(({ from, to }) => from <= now && now < to)) return null;
  const ahead = shifts.map(({ from }) => from).filter((from) => from > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The next instant at which it is so late there. */
function nextAt(time: string, timeZone: string, now: number): number {
  const zone = zoneOf(timeZone);
  const local = zone.local(Math.floor(now / 1000));
  const midnight = local - (((local % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS);
  for (let day = 0; ; day += 1) {
    const at = zone.instant(midnight + day * DAY_SECONDS + secondsOf(time))! * 1000;
    if (at > now) return at;
  }
}

const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
/** 1 for Monday to 7 for Sunday; the first of January 1970 was a Thursday. */
const weekdayOf = (midnight: number): number => ((((midnight / DAY_SECONDS + 3) % 7) + 7) % 7) + 1;
