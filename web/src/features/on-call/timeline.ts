/** Where shifts lie on a timeline of whole days, and what they are called. */
import type { OnCallSchedule, OnCallShift } from '../../api/client.ts';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';

export const DAYS = 14;

export interface Window {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The instants at which its days begin, in the zone. */
  readonly days: readonly number[];
}

/** So many fortnights after the one that begins today. */
export function windowOf(now: number, timeZone: string, fortnights: number): Window {
  const first = addDays(dayOf(now, timeZone), fortnights * DAYS);
  const days = Array.from({ length: DAYS }, (_, index) => startOfDay(addDays(first, index), timeZone));
  return { from: days[0]!, to: startOfDay(addDays(first, DAYS), timeZone), days };
}

/** Of the whole, in per cent. */
export const placeOf = (at: number, { from, to }: Pick<Window, 'from' | 'to'>): number => ((at - from) / (to - from)) * 100;

export interface Block {
  readonly shift: OnCallShift;
  readonly left: number;
  readonly width: number;
}

export const blocksOf = (shifts: readonly OnCallShift[], window: Window): Block[] =>
  shifts.flatMap((shift) => {
    const left = placeOf(Math.max(Date.parse(shift.from), window.from), window);
    const right = placeOf(Math.min(Date.parse(shift.to), window.to), window);
    return right > left ? [{ shift, left, width: right - left }] : [];
  });

/** What there is room for: the name, its initials, or nothing; the whole name is on hover and in the list. */
export const roomOf = ({ width }: Block): 'name' | 'initials' | 'none' => (width >= 5 ? 'name' : width >= 1.6 ? 'initials' : 'none');

export interface Holiday {
  /** Such as `2026-12-25`. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** The public holidays of a schedule, each from its midnight to the next in the schedule's zone, wherever it is looked at. */
export const holidaySpans = ({ holidays, spec: { zone } }: Pick<OnCallSchedule, 'holidays' | 'spec'>): Holiday[] =>
  holidays.map((date) => ({ date, from: startOfDay(date, zone), to: startOfDay(addDays(date, 1), zone) }));

/** Those that a stretch has a part in. */
export const holidaysIn = (holidays: readonly Holiday[], from: number, to: number): Holiday[] =>
  holidays.filter((one) => one.from < to && from < one.to);
