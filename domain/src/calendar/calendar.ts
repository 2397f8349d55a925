/**
 * Business time: how much of it lies between two instants, and where so much of it ends. Instants are whole seconds
 * since 1970, intervals are half open, and nothing here reads a clock. SLA.md section 4 fixes the conventions.
 */
import { type Zone, zoneOf } from '../zone/index.ts';
import { countBelow, countUpTo, createOpenTime, type Interval, openOn, type OpenTime } from './open-time.ts';
import { type CalendarInput, calendarSpec, type CalendarSpec } from './spec.ts';

export interface Calendar {
  readonly zone: Zone;
  /** Open seconds in [from, to); 0 when `to` is not later. */
  elapsed(from: number, to: number): number;
  /** The earliest instant by which so many open seconds have passed since `from`, for none or less `from`; null when they never do. */
  due(from: number, seconds: number): number | null;
  /** The latest such instant: due, or the next opening when that falls on closing time. Null when it never opens again. */
  breachAt(from: number, seconds: number): number | null;
  /** The latest instant from which so many open seconds pass until `to`, for none the last open one; null when there were not so many. */
  back(to: number, seconds: number): number | null;
  isOpen(at: number): boolean;
  /** The first open instant that is not before `at`; null when it never opens again. */
  nextOpen(at: number): number | null;
  /** When the nth open local day after the one of the first open instant from `from` closes, days counted by the dates they begin on; null when there is none. */
  dueInDays(from: number, days: number): number | null;
  /** The open stretches in [from, to), cut to it. */
  openIn(from: number, to: number): Interval[];
}

const DAY = 86_400;
/** How far ahead or back an opening is looked for at first. */
const REACH = 366 * DAY;
/** So far ahead or back is looked for an opening; whoever opens less often than that never opens. */
const HORIZON = 100 * 366 * DAY;

/** Throws a ZodError where the calendar is not well formed; one that never opens is well formed. */
export function createCalendar(input: CalendarInput): Calendar {
  const spec = calendarSpec.parse(input);
  return spec.always ? alwaysOpen(zoneOf(spec.zone)) : openByRows(spec);
}

function alwaysOpen(zone: Zone): Calendar {
  return {
    zone,
    elapsed: (from, to) => Math.max(0, to - from),
    due: (from, seconds) => from + Math.max(0, seconds),
    breachAt: (from, seconds) => from + Math.max(0, seconds),
    back: (to, seconds) => to - Math.max(0, seconds),
    isOpen: () => true,
    nextOpen: (at) => at,
    dueInDays: (from, days) => zone.instant((Math.floor(zone.local(from) / DAY) + days + 1) * DAY),
    openIn: (from, to) => (to > from ? [[from, to]] : []),
  };
}

function openByRows(spec: CalendarSpec): Calendar {
  const zone = zoneOf(spec.zone);
  const known = createOpenTime(spec, zone);
  /** Open seconds from the beginning of what is known until `at`. */
  const before = ({ opens, closes, sums }: OpenTime, at: number): number => {
    const index = countUpTo(opens, at) - 1;
    return index < 0 ? 0 : sums[index]! + Math.min(at, closes[index]!) - opens[index]!;
  };
  const isOpen = (at: number): boolean => {
    const { opens, closes } = known(at, at + 1);
    const index = countUpTo(opens, at) - 1;
    return index >= 0 && at < closes[index]!;
  };
  const nextOpen = (at: number): number | null =>
    search(at, (time) => {
      const index = countUpTo(time.opens, at) - 1;
      if (index >= 0 && at < time.closes[index]!) return at;
      return time.opens[index + 1];
    });
  /** Looks at more and more of the time after `from` until `find` finds it there. */
  const search = (from: number, find: (time: OpenTime) => number | undefined): number | null => {
    for (let reach = REACH; ; reach *= 2) {
      const found = find(known(from, from + Math.min(reach, HORIZON)));
      if (found !== undefined) return found;
      if (reach >= HORIZON) return null;
    }
  };
  const due = (from: number, seconds: number): number | null =>
    seconds <= 0
      ? from
      : search(from, (time) => {
          const wanted = before(time, from) + seconds;
          if (wanted > time.sums.at(-1)!) return undefined;
          const index = countBelow(time.sums, wanted) - 1;
          return time.opens[index]! + wanted - time.sums[index]!;
        });
  return {
    zone,
    elapsed(from, to) {
      if (to <= from) return 0;
      const time = known(from, to);
      return before(time, to) - before(time, from);
    },
    due,
    breachAt(from, seconds) {
      const at = due(from, seconds);
      return at === null ? null : nextOpen(at);
    },
    back(to, seconds) {
      for (let reach = REACH; ; reach *= 2) {
        const time = known(to - Math.min(reach, HORIZON), to);
        const last = countBelow(time.opens, to) - 1;
        if (seconds <= 0 && last >= 0) return Math.min(to, time.closes[last]!);
        const wanted = before(time, to) - seconds;
        if (seconds > 0 && wanted >= 0) {
          const index = Math.min(countUpTo(time.sums, wanted) - 1, last);
          return time.opens[index]! + wanted - time.sums[index]!;
        }
        if (reach >= HORIZON) return null;
      }
    },
    isOpen,
    nextOpen,
    dueInDays(from, days) {
      const first = nextOpen(from);
      if (first === null) return null;
      const last = Math.floor((zone.local(first) + HORIZON) / DAY);
      let left = days;
      for (let day = Math.floor(zone.local(first) / DAY) + 1; day < last; day += 1) {
        const own = openOn(spec, zone, day);
        if (own.length === 0) continue;
        left -= 1;
        if (left <= 0) return own.at(-1)![1];
      }
      return null;
    },
    openIn(from, to) {
      if (to <= from) return [];
      const { opens, closes } = known(from, to);
      const found: Interval[] = [];
      for (let index = Math.max(0, countUpTo(opens, from) - 1); index < opens.length && opens[index]! < to; index += 1) {
        const cut: Interval = [Math.max(from, opens[index]!), Math.min(to, closes[index]!)];
        if (cut[1] > cut[0]) found.push(cut);
      }
      return found;
    },
  };
}
