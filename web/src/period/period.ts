/**
 * The stretch of time a page is about, as it stands in the URL: `24h`, `7d`, `30d`, `90d`, which move with the clock, or two days
 * `2026-11-01..2026-11-07`. A pair of days is whole days of the chosen zone, both included.
 */
import { LAST, type Last, lastOf } from '@watchdesk/domain/period';
import { addDays, dayOf, startOfDay } from './zone.ts';

export { LAST as NAMED_PERIODS };
export type NamedPeriod = Last;
export type Period = NamedPeriod | `${string}..${string}`;

export const DEFAULT_PERIOD: NamedPeriod = '7d';

const DAYS: Record<NamedPeriod, number> = { '24h': 1, '7d': 7, '30d': 30, '90d': 90 };
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
  const last = dayOf(now, zone);
  return daysOf(period) ?? { first: addDays(last, 1 - DAYS[period as NamedPeriod]), last };
}
