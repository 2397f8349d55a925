/**
 * Periods that move with the clock. They end with the hour or the day that is running, and so do not hold all of it yet: what
 * they are compared with is as much of the period before, which then holds the same hours and weekdays.
 */
import { zoneOf } from '../zone/index.ts';

export const LAST = ['24h', '7d', '30d', '90d'] as const;
export type Last = (typeof LAST)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY_S = 86_400;
const DAYS: Record<Exclude<Last, '24h'>, number> = { '7d': 7, '30d': 30, '90d': 90 };

/**
 * The instants of such a period, `to` excluded, in milliseconds since 1970. `7d` is today and the six days before it, in whole days
 * of the zone; `24h` the running hour of the zone and the 23 before it. `to` lies ahead of `now`.
 */
export function lastOf(last: Last, now: number, timeZone: string): { from: number; to: number } {
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
