/**
 * The open time of a calendar as intervals of instants, ascending and apart, with the open seconds before each: what
 * makes a question about years two binary searches. Made year by year as it is asked for, and kept.
 */
import type { Zone } from '../zone/index.ts';
import { type CalendarSpec, dayOf, type Row, spanOf, WEEKDAYS, weekdayOf } from './spec.ts';

export type Interval = readonly [from: number, to: number];

export interface OpenTime {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** Open seconds from the beginning of what is known to the opening of each; one more at the end, the sum of all. */
  readonly sums: readonly number[];
  /** The instants between which all is known. */
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400;

/** The intervals that lie in these local days: days since 1970, the last one not included. */
function intervalsOf(spec: CalendarSpec, zone: Zone, fromDay: number, toDay: number): Interval[] {
  // A row of the day before reaches into the first one.
  const open = rowsOpen(spec, zone, fromDay - 1, toDay);
  return within(without(joined(open), closedIn(spec, zone, fromDay - 1, toDay)), midnight(zone, fromDay), midnight(zone, toDay));
}

/** What the rows of one local day open, also where it lies on the next one. */
export function openOn(spec: CalendarSpec, zone: Zone, day: number): Interval[] {
  return without(joined(rowsOpen(spec, zone, day, day + 1)), closedIn(spec, zone, day - 1, day + 2));
}

/** What is written for these days, whatever is taken out of it. */
function rowsOpen(spec: CalendarSpec, zone: Zone, fromDay: number, toDay: number): Interval[] {
  const dates = datesOf(spec);
  const open: Interval[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    const rows = dates.get(day)?.override ?? spec.hours[WEEKDAYS[weekdayOf(day)]!] ?? [];
    for (const row of rows) open.push(placed(zone, day, row));
  }
  return open;
}

/** What breaks and holidays of these days take out, joined. */
function closedIn(spec: CalendarSpec, zone: Zone, fromDay: number, toDay: number): Interval[] {
  const dates = datesOf(spec);
  if (dates.size === 0) return [];
  const closed: Interval[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    const own = dates.get(day);
    for (const row of own?.breaks ?? []) closed.push(placed(zone, day, row));
    if (own?.isHoliday) closed.push([midnight(zone, day), midnight(zone, day + 1)]);
  }
  return joined(closed);
}

const midnight = (zone: Zone, day: number): number => zone.instant(day * DAY)!;

function placed(zone: Zone, day: number, row: Row): Interval {
  const [start, end] = spanOf(row);
  return [zone.instant(day * DAY + start)!, zone.instant(day * DAY + end)!];
}

interface OwnDate {
  override?: readonly Row[];
  breaks?: readonly Row[];
  isHoliday?: boolean;
}

const known = new WeakMap<CalendarSpec, ReadonlyMap<number, OwnDate>>();

/** What is said of single dates, by day. */
function datesOf(spec: CalendarSpec): ReadonlyMap<number, OwnDate> {
  const found = known.get(spec);
  if (found) return found;
  const dates = new Map<number, OwnDate>();
  const of = (date: string): OwnDate => {
    const day = dayOf(date);
    const own = dates.get(day) ?? {};
    dates.set(day, own);
    return own;
  };
  for (const [date, rows] of Object.entries(spec.overrides)) of(date).override = rows;
  for (const [date, rows] of Object.entries(spec.breaks)) of(date).breaks = rows;
  for (const date of spec.holidays) of(date).isHoliday = true;
  known.set(spec, dates);
  return dates;
}

/** In order, and those that overlap or touch as one; what has no length is left out. */
function joined(intervals: readonly Interval[]): Interval[] {
  const result: [number, number][] = [];
  for (const [from, to] of intervals.filter(([start, end]) => end > start).toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** Both in order and joined. */
function without(open: readonly Interval[], closed: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let first = 0;
  for (const [from, to] of open) {
    while (first < closed.length && closed[first]![1] <= from) first += 1;
    let start = from;
    for (let index = first; index < closed.length && closed[index]![0] < to; index += 1) {
      const [shuts, ends] = closed[index]!;
      if (shuts > start) result.push([start, shuts]);
      start = Math.max(start, ends);
    }
    if (start < to) result.push([start, to]);
  }
  return result;
}

const within = (intervals: readonly Interval[], from: number, to: number): Interval[] =>
  intervals.flatMap(([start, end]): Interval[] => {
    const cut: Interval = [Math.max(start, from), Math.min(end, to)];
    return cut[1] > cut[0] ? [cut] : [];
  });

/** Open time is made in pieces of so many days. */
const PIECE_DAYS = 366;

/** The open time of a calendar, known at least from one instant to another. Grows as it is asked; answers are kept. */
export function createOpenTime(spec: CalendarSpec, zone: Zone): (from: number, to: number) => OpenTime {
  const pieces: Interval[][] = [];
  let first = 0;
  let time: OpenTime = { opens: [], closes: [], sums: [0], from: 0, to: 0 };
  const make = (piece: number): Interval[] => intervalsOf(spec, zone, piece * PIECE_DAYS, (piece + 1) * PIECE_DAYS);
  return (from, to) => {
    if (from >= time.from && to <= time.to) return time;
    // A day more on either side, as a local day may begin and end elsewhere than it should.
    const low = Math.floor((zone.local(from) / DAY - 1) / PIECE_DAYS);
    const high = Math.floor((zone.local(to) / DAY + 1) / PIECE_DAYS);
    if (pieces.length === 0) {
      first = low;
      pieces.push(make(low));
    }
    while (first > low) pieces.unshift(make((first -= 1)));
    while (first + pieces.length <= high) pieces.push(make(first + pieces.length));
    time = timeOf(pieces, midnight(zone, first * PIECE_DAYS), midnight(zone, (first + pieces.length) * PIECE_DAYS));
    return time;
  };
}

/** One list of what was made piece by piece: pieces in order, each beginning where the one before it ends. */
function timeOf(pieces: readonly Interval[][], from: number, to: number): OpenTime {
  const intervals = joined(pieces.flat());
  const sums = [0];
  for (const [start, end] of intervals) sums.push(sums.at(-1)! + end - start);
  return { opens: intervals.map(([start]) => start), closes: intervals.map(([, end]) => end), sums, from, to };
}

/** How many of the ascending numbers are at most `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers are below `limit`. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
