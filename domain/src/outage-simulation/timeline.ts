/** The hours of a run: the day before, in which the queue fills as it usually does, the days that are shown, and one for what they leave. */
import { zoneOf } from '../zone/index.ts';
import { HOURS_OF_WEEK } from './baseline.ts';

const BEFORE_HOURS = 24;
const AFTER_HOURS = 24;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** 1970 began on a Thursday, and weeks begin on Monday. */
const THURSDAY = 3 * 24;

export interface Timeline {
  /** When the run begins; seconds since 1970. */
  readonly beginsAt: number;
  /** Each hour of the run as an hour of the week. */
  readonly hours: readonly number[];
  /** The hours that are shown, as places among all. */
  readonly from: number;
  readonly to: number;
}

/** Around the local days that begin with the one of `at` (ms since 1970). Hours are real ones: where the clocks change one is passed over, or comes twice. */
export function timelineOf(at: number, days: number, timeZone: string): Timeline {
  const zone = zoneOf(timeZone);
  const midnight = Math.floor(zone.local(Math.floor(at / 1000)) / DAY) * DAY;
  const first = zone.instant(midnight)!;
  const end = zone.instant(midnight + days * DAY)!;
  const beginsAt = first - BEFORE_HOURS * HOUR;
  const to = BEFORE_HOURS + Math.round((end - first) / HOUR);
  const hours = Array.from({ length: to + AFTER_HOURS }, (_, hour) => hourOfWeek(zone.local(beginsAt + hour * HOUR)));
  return { beginsAt, hours, from: BEFORE_HOURS, to };
}

/** Of local seconds since 1970. */
export const hourOfWeek = (local: number): number => {
  const hour = (Math.floor(local / HOUR) + THURSDAY) % HOURS_OF_WEEK;
  return hour < 0 ? hour + HOURS_OF_WEEK : hour;
};
