/** When a rule of a schedule is due, by the clock on the wall of its zone. */
import { zoneOf } from '../zone/index.ts';
import type { SubjectOf } from './subject.ts';

const DAY_S = 86_400;

/** The first instant after `after`, milliseconds since 1970. A time that the clock skips comes when it has been put forward. */
export function nextScheduled({ at, weekdays, timeZone }: Omit<SubjectOf<'schedule'>, 'kind'>, after: number): number {
  const zone = zoneOf(timeZone);
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  const today = Math.floor(zone.local(Math.floor(after / 1000)) / DAY_S);
  for (let day = today - 1; ; day += 1) {
    // The first of January 1970 was a Thursday.
    if (!weekdays.includes(((((day + 3) % 7) + 7) % 7) + 1)) continue;
    const due = zone.instant(day * DAY_S + hours * 3600 + minutes * 60)! * 1000;
    if (due > after) return due;
  }
}
