/**
 * The period that is asked for, the one it is compared with, and the buckets between. A period that is not over yet is
 * compared with the same part of the one before: this morning with yesterday morning, not with all of yesterday.
 */
import { beforeLast, type Last, lastOf } from '@watchdesk/domain/period';
import { isZone, zoneOf } from '@watchdesk/domain/zone';
import { invalid } from '../errors.ts';

export type Grain = 'hour' | 'day' | 'week' | 'month';

/** Instants are milliseconds since 1970; a period ends before its `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** Where the period is over or, if it is not, how far it has come. */
  readonly until: number;
  readonly previous: { readonly from: number; readonly to: number };
  readonly timeZone: string;
  readonly grain: Grain;
}

export interface PeriodQuestion {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Instead of both: one that moves with the clock. */
  readonly last?: Last | undefined;
  readonly timeZone?: string | undefined;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_MS = 40 * 366 * DAY_MS;

/** Today in the zone where nothing is said. A mistake of the caller is refused with the field. */
export function periodOf({ last, timeZone, ...given }: PeriodQuestion, now: number, zoneOfWorkspace: string): Period {
  const zone = canonicalZone(timeZone ?? zoneOfWorkspace);
  const { from, to } = last ? lastOf(last, now, zone) : given;
  const start = from ?? startOfDay(to === undefined ? now : Math.min(now, to - 1), zone);
  // Half a day after a day's first 24 hours is the next day, even where the clocks change.
  const end = to ?? (from === undefined ? startOfDay(start + 36 * HOUR_MS, zone) : now);
  if (end <= start) throw invalid('to', 'must be after from');
  if (end - start > LONGEST_MS) throw invalid('from', 'must be at most 40 years before to');
  const until = Math.min(Math.max(now, start), end);
  return {
    from: start,
    to: end,
    until,
    previous: (last && beforeLast(last, now, zone)) ?? previousOf(start, end, until, zone),
    timeZone: zone,
    grain: grainOf(end - start),
  };
}

/** As long by the local clock and just before, so that a day is compared with a day though the clocks change. */
function previousOf(start: number, end: number, until: number, timeZone: string): Period['previous'] {
  const zone = zoneOf(timeZone);
  // To the millisecond, as neither end need be a whole second.
  const local = (at: number) => zone.local(Math.floor(at / 1000)) * 1000 + (at - Math.floor(at / 1000) * 1000);
  const length = local(end) - local(start);
  const before = (at: number) => {
    const then = local(at) - length;
    const seconds = Math.floor(then / 1000);
    return zone.instant(seconds)! * 1000 + (then - seconds * 1000);
  };
  return { from: before(start), to: Math.min(before(until), start) };
}

/** So that a chart has some dozens of points. */
function grainOf(ms: number): Grain {
  if (ms <= 3 * DAY_MS) return 'hour';
  if (ms <= 100 * DAY_MS) return 'day';
  return ms <= 800 * DAY_MS ? 'week' : 'month';
}

function canonicalZone(timeZone: string): string {
  if (!isZone(timeZone)) throw invalid('timeZone', 'must be an IANA time zone such as Europe/Amsterdam');
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}

/** The first instant of the local day. */
function startOfDay(at: number, timeZone: string): number {
  const midnight = Math.floor((at + offsetAt(at, timeZone)) / DAY_MS) * DAY_MS;
  const guess = midnight - offsetAt(at, timeZone);
  // The offset at midnight may be another than now; where midnight is skipped, the day starts at the change.
  return midnight - offsetAt(guess, timeZone);
}

/** What the local clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
