/** Local time as the centre speaks of it: days, weekdays and hours, in milliseconds. */
import { zoneOf } from '@watchdesk/domain/zone';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface LocalTime {
  /** Whole hour of the day, 0–23. */
  readonly hour: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Days since 1970 on the local calendar. */
  readonly day: number;
}

export interface Zone {
  /** Local minus universal time in milliseconds. */
  offset(at: number): number;
  local(at: number): LocalTime;
  /** The instant of a local clock time: `hour` hours after the local midnight of that day. */
  instant(day: number, hour: number): number;
}

/** A zone by its IANA name. A name that is none throws a RangeError. */
export function createZone(name: string): Zone {
  const zone = zoneOf(name);
  const offset = (at: number): number => zone.offset(Math.floor(at / 1000)) * 1000;
  return {
    offset,
    local(at) {
      const wall = at + offset(at);
      const day = Math.floor(wall / DAY);
      return { hour: Math.floor(wall / HOUR) - day * 24, weekday: (((day + 4) % 7) + 7) % 7, day };
    },
    instant: (day, hour) => zone.instant(Math.round((day * DAY + hour * HOUR) / 1000))! * 1000,
  };
}
