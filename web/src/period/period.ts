/**
 * The stretch of time a page is about, as it stands in the URL: `24h`, `7d`, `30d`, `90d`, `quarter`, `lastQuarter`, which move with the clock, or two days
 * `2026-11-01..2026-11-07`. A pair of days is whole days of the chosen zone, both included.
 */
import { isQuarter, LAST, type Last, lastOf } from '@watchdesk/domain/period';
import { addDays, dayOf, startOfDay } from './zone.ts';

export { LAST as NAMED_PERIODS };
/** Those that are of so many days, and the quarters of the calendar. */
export type DaysPeriod = Exclude<Last, (typeof QUARTERS)[number]>;
export const DAYS_PERIODS = LAST.filter((last): last is DaysPeriod => !isQuarter(last));
export const QUARTERS = LAST.filter(isQuarter);
export type NamedPeriod = Last;
export type Period = NamedPeriod | `${string}..${string}`;

export const DEFAULT_PERIOD: NamedPeriod = '7d';

const PAIR = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Whether it moves with the clock. */
export const isNamed = (text: string): text is NamedPeriod => (LAST as readonly string[]).includes(text);
const isDay = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);

/** The first and last day of a custom period; null for a named one. */
export function daysOf(period: Period): { first: string; last: string } | null {
  const [, first, last] = PAIR.exec(period) ?? [];
  return isDay(first) && isDay(last) ? { first, last } : null;
}

/** A custom period from two days in either order. */
export const periodOfDays = (one: string, other: string): Period => (one <= other ? `${one}..${other}` : `${other}..${one}`);

/** What the URL says, or undefined where it says nothing that can be understood. */
export function readPeriod(value: unknown): Period | undefined {
  if (typeof value !== 'string') return undefined;
  if (isNamed(value)) return value;
  const days = daysOf(value as Period);
  return days ? periodOfDays(days.first, days.last) : undefined;
}

/** The instants of a period, `to` excluded, in ms. The end of a period that is running lies ahead of `now`. */
export function rangeOf(period: Period, now: number, zone: string): { from: number; to: number } {
  if (isNamed(period)) return lastOf(period, now, zone);
  const { first, last } = asDays(period, now, zone);
  return { from: startOfDay(first, zone), to: startOfDay(addDays(last, 1), zone) };
}

/** The days that a period covers: where the picker of days begins. */
export function asDays(period: Period, now: number, zone: string): { first: string; last: string } {
  const days = daysOf(period);
  if (days) return days;
  const { from, to } = lastOf(period as NamedPeriod, now, zone);
  // The hours before this one reach into yesterday, but the day is what is meant.
  return { first: dayOf(period === '24h' ? now : from, zone), last: dayOf(Math.min(now, to - 1), zone) };
}

/** The same in the words of the API: what moves with the clock by its name, so that the server moves it. */
export function stretchOf(
  period: Period,
  now: number,
  timeZone: string,
): { last: NamedPeriod; timeZone: string } | { from: string; to: string; timeZone: string } {
  if (isNamed(period)) return { last: period, timeZone };
  const { from, to } = rangeOf(period, now, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
}
