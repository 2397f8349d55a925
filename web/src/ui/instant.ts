/**
 * Instants as people read them: short in the viewer's zone, complete with the zone on hover, or relative to now.
 * Formatters are kept by zone, since making one costs more than a thousand uses of it.
 */
import { formatDuration, NONE } from './format.ts';

export type InstantLike = string | number | null | undefined;

/** Milliseconds since 1970 of an ISO text or a number; NaN for what is neither. */
export function millisecondsOf(at: InstantLike): number {
  if (typeof at === 'number') return at;
  return at ? Date.parse(at) : Number.NaN;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(kind: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${kind} ${timeZone ?? ''}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', timeZone ? { ...options, timeZone } : options);
  formatters.set(key, made);
  return made;
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

/** `09:30`, in the viewer's zone unless another is given. */
export function formatTime(at: InstantLike, timeZone?: string): string {
  const ms = millisecondsOf(at);
  return Number.isNaN(ms) ? NONE : formatter('time', timeZone, CLOCK).format(ms);
}

/** `09:30:05`. */
export function formatTimeToSecond(at: InstantLike, timeZone?: string): string {
  const ms = millisecondsOf(at);
  return Number.isNaN(ms) ? NONE : formatter('second', timeZone, { ...CLOCK, second: '2-digit' }).format(ms);
}

/** `22 Nov`, with the year when it is not that of `now`. */
export function formatDay(at: InstantLike, now: number, timeZone?: string): string {
  const ms = millisecondsOf(at);
  if (Number.isNaN(ms)) return NONE;
  const year = formatter('year', timeZone, { year: 'numeric' });
  const options: Intl.DateTimeFormatOptions = { ...DAY, year: 'numeric' };
  return year.format(ms) === year.format(now)
    ? formatter('day', timeZone, DAY).format(ms)
    : formatter('long', timeZone, options).format(ms);
}

/** `09:30` today and `22 Nov, 09:30` on another day. */
export function formatInstant(at: InstantLike, now: number, timeZone?: string): string {
  const ms = millisecondsOf(at);
  if (Number.isNaN(ms)) return NONE;
  const day = formatDay(ms, now, timeZone);
  return day === formatDay(now, now, timeZone) ? formatTime(ms, timeZone) : `${day}, ${formatTime(ms, timeZone)}`;
}

/** `Thu 14:30`: an instant of the days around now. */
export function formatWeekdayTime(at: InstantLike, timeZone?: string): string {
  const ms = millisecondsOf(at);
  return Number.isNaN(ms) ? NONE : `${formatter('weekday', timeZone, { weekday: 'short' }).format(ms)} ${formatTime(ms, timeZone)}`;
}

const FULL: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...CLOCK,
  second: '2-digit',
  timeZoneName: 'short',
};

/** Everything there is to say, with the zone: what a hover shows. */
export function formatFullInstant(at: InstantLike, timeZone?: string): string {
  const ms = millisecondsOf(at);
  return Number.isNaN(ms) ? NONE : formatter('full', timeZone, FULL).format(ms);
}

/** `8 m 04 s ago`, or `in 12 m 00 s` for what is still to come. */
export function formatRelative(at: InstantLike, now: number): string {
  const ms = millisecondsOf(at);
  if (Number.isNaN(ms)) return NONE;
  const seconds = (now - ms) / 1000;
  if (seconds > -1 && seconds < 1) return 'now';
  return seconds > 0 ? `${formatDuration(seconds)} ago` : `in ${formatDuration(-seconds)}`;
}

/** `18 Oct 2026` from a calendar day such as `2026-10-18`; the zone plays no part in it. */
export function formatDate(day: string | null | undefined): string {
  const ms = millisecondsOf(day);
  return Number.isNaN(ms) ? NONE : formatter('long', 'UTC', { ...DAY, year: 'numeric' }).format(ms);
}
