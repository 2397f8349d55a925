/**
 * Periods that move with the clock. They end with the hour, the day or the quarter that is running, and so do not hold all of it yet:
 * what they are compared with is as much of the period before, which then holds the same hours and weekdays.
 */
import { zoneOf } from '../zone/index.ts';

export const LAST = ['24h', '7d', '30d', '90d', 'quarter', 'lastQuarter'] as const;
export type Last = (typeof LAST)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY_S = 86_400;
const DAYS: Record<Exclude<Last, '24h' | Quarter>, number> = { '7d': 7, '30d': 30, '90d': 90 };
const MONTHS = 3;

type Quarter = 'quarter' | 'lastQuarter';
/** How many quarters ago. */
const AGO: Record<Quarter, number> = { quarter: 0, lastQuarter: 1 };

export const isQuarter = (last: Last): last is Quarter => last in AGO;

/**
 * The instants of such a period, `to` excluded, in milliseconds since 1970. `7d` is today and the six days before it, in whole days
 * of the zone; `24h` the running hour of the zone and the 23 before it; `quarter` the calendar quarter that is running, `lastQuarter`
 * the one before it. `to` lies ahead of `now` except for `lastQuarter`.
 */
export function lastOf(last: Last, now: number, timeZone: string): { from: number; to: number } {
  if (isQuarter(last)) return quarterOf(AGO[last], now, timeZone);
  const zone = zoneOf(timeZone);
  const second = Math.floor(now / 1000);
  if (last === '24h') {
    // Zones are ahead by quarters of an hour, so the hour that is running is the zone's and not that of UTC.
    const to = now - ((((now + zone.offset(second) * 1000) % HOUR_MS) + HOUR_MS) % HOUR_MS) + HOUR_MS;
    return { from: to - DAY_MS, to };
  }
  const midnight = Math.floor(zone.local(second) / DAY_S) * DAY_S;
  // A local time is always some instant's unless it is asked to be rejected.
  const startOf = (local: number): number => zone.instant(local)! * 1000;
  return { from: startOf(midnight - (DAYS[last] - 1) * DAY_S), to: startOf(midnight + DAY_S) };
}

/** The calendar quarter so many before the one of `now`, from its first local midnight to the next one's. */
function quarterOf(ago: number, now: number, timeZone: string): { from: number; to: number } {
  const zone = zoneOf(timeZone);
  const local = new Date(zone.local(Math.floor(now / 1000)) * 1000);
  const first = Math.floor(local.getUTCMonth() / MONTHS) * MONTHS - ago * MONTHS;
  const startOf = (month: number): number => zone.instant(Date.UTC(local.getUTCFullYear(), month, 1) / 1000)! * 1000;
  return { from: startOf(first), to: startOf(first + MONTHS) };
}

/**
 * What a period that moves with the clock is compared with, as far as it has come by `now`: of a quarter the one before, which
 * may be longer or shorter; null where it is the stretch of the same length before.
 */
export function beforeLast(last: Last, now: number, timeZone: string): { from: number; to: number } | null {
  if (!isQuarter(last)) return null;
  const { from, to } = quarterOf(AGO[last], now, timeZone);
  const before = quarterOf(AGO[last] + 1, now, timeZone);
  if (now >= to) return before;
  const zone = zoneOf(timeZone);
  // The same days and hours into the quarter by the local clock.
  const gone = zone.local(Math.floor(now / 1000)) - zone.local(from / 1000);
  return { from: before.from, to: Math.min(zone.instant(zone.local(before.from / 1000) + gone)! * 1000, before.to) };
}
