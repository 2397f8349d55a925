/**
 * How many tickets usually come at each hour of the week, by region: for each hour the mean of the weeks before, in which no week counts
 * for more than three deviations above what is usual then (a winsorised mean; the median of few would be nought as often as not), smoothed
 * over the hours beside it.
 */
import { HOUR_MS, hourOfWeek, unusualness, WEEK_MS } from '../../alerting/index.ts';

/** Tickets that were created in an hour, which begins at `at`. */
export interface HourOfRegion {
  /** Null for those without one. */
  readonly region: string | null;
  readonly at: number;
  readonly tickets: number;
}

export interface UsualRates {
  /** By region, '' for none: tickets per hour at each of the 168 hours of the local week, the first that which begins with 1 January 1970, a Thursday. */
  readonly perHour: Readonly<Record<string, readonly number[]>>;
  /** How many customers each region has. */
  readonly customers: Readonly<Record<string, number>>;
}

const HOURS = WEEK_MS / HOUR_MS;
const WEEKS = 8;
/** So many deviations above the usual a week may count for. */
const MOST_DEVIATIONS = 3;

/**
 * From the hours of up to eight weeks before `now`, which need not name those in which nothing came. Null where there are fewer than the
 * four weeks of which something can be called usual. `localOf` gives local milliseconds.
 */
export function usualRates(
  hours: readonly HourOfRegion[],
  customers: Readonly<Record<string, number>>,
  now: number,
  localOf: (at: number) => number,
): UsualRates | null {
  const end = Math.floor(now / HOUR_MS) * HOUR_MS;
  // One by one: a busy desk of a hundred regions has more hours than a call takes arguments.
  const first = hours.reduce((least, { at }) => Math.min(least, at), Infinity);
  const begin = Math.max(end - WEEKS * WEEK_MS, first);
  const regions = new Map<string, Map<number, number>>();
  for (const { region, at, tickets } of hours) {
    const known = regions.get(region ?? '') ?? new Map<number, number>();
    known.set(at, (known.get(at) ?? 0) + tickets);
    regions.set(region ?? '', known);
  }
  const all = Array.from({ length: Math.max(0, Math.ceil((end - begin) / HOUR_MS)) }, (_, place) => end - (place + 1) * HOUR_MS);
  const perHour = new Map<string, readonly number[]>();
  for (const [region, counts] of regions) {
    const week = weekOf(
      all.map((at) => ({ at, value: counts.get(at) ?? 0 })),
      end,
      localOf,
    );
    if (!week) return null;
    perHour.set(region, smoothed(week));
  }
  return regions.size === 0 ? null : { perHour: Object.fromEntries(perHour), customers };
}

function weekOf(hours: { at: number; value: number }[], end: number, localOf: (at: number) => number): number[] | null {
  const byHour = Map.groupBy(hours, ({ at }) => hourOfWeek(localOf(at)));
  const week: number[] = [];
  for (let at = end; at < end + WEEK_MS; at += HOUR_MS) {
    const hour = hourOfWeek(localOf(at));
    const found = unusualness(byHour.get(hour) ?? [], { at, value: 0 }, WEEKS, localOf, true);
    if (found.status === 'sparse') return null;
    const most = found.usual + MOST_DEVIATIONS * found.spread;
    week[hour] = found.before.reduce((sum, value) => sum + Math.min(value, most), 0) / found.before.length;
  }
  // Where clocks change within the week to come, an hour of it may not be there.
  return Array.from({ length: HOURS }, (_, hour) => week[hour] ?? week[(hour + 1) % HOURS] ?? 0);
}

const smoothed = (week: readonly number[]): number[] =>
  week.map((rate, hour) => (week[(hour + HOURS - 1) % HOURS]! + 2 * rate + week[(hour + 1) % HOURS]!) / 4);
