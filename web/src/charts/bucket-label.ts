/** How an hour, day, week or month of a chart is called: short on the axis, in full in words. */
import { formatDay, formatTime } from '../ui/index.ts';

export type Grain = 'hour' | 'day' | 'week' | 'month';

const names = new Map<string, Intl.DateTimeFormat>();
const named = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = names.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  names.set(key, known);
  return known;
};

/** For the axis: `14:00`, `Sat 21`, `21 Nov`, `Nov`. Hours of several days say the day where it begins, and a new year says which it is. */
export function shortLabel(at: string, grain: Grain, timeZone: string, buckets: number): string {
  const ms = Date.parse(at);
  if (grain === 'hour') {
    const time = formatTime(ms, timeZone);
    return buckets > 24 && time === '00:00' ? named(timeZone, { weekday: 'short', day: 'numeric' }).format(ms) : time;
  }
  if (beginsYear(ms, grain, timeZone))
    return named(
      timeZone,
      grain === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' },
    ).format(ms);
  if (grain === 'month') return named(timeZone, { month: 'short' }).format(ms);
  return buckets <= 8 ? named(timeZone, { weekday: 'short', day: 'numeric' }).format(ms) : formatDay(ms, ms, timeZone);
}

/** The first bucket of a year, by its own first day. */
function beginsYear(ms: number, grain: 'day' | 'week' | 'month', timeZone: string): boolean {
  const { day, month } = Object.fromEntries(
    named(timeZone, { day: 'numeric', month: 'numeric' })
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  if (grain === 'month') return month === 1;
  return month === 1 && day! <= (grain === 'week' ? 7 : 1);
}

/** For a tooltip or a sentence: `Sat 21 Nov, 14:00`, `Sat 21 Nov`, `week of 16 Nov`, `November 2026`. */
export function fullLabel(at: string, grain: Grain, timeZone: string): string {
  const ms = Date.parse(at);
  const day = named(timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(ms);
  if (grain === 'hour') return `${day}, ${formatTime(ms, timeZone)}`;
  if (grain === 'week') return `week of ${formatDay(ms, ms, timeZone)}`;
  return grain === 'month' ? named(timeZone, { month: 'long', year: 'numeric' }).format(ms) : day;
}
