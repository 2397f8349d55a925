/**
 * A business calendar as people write it: weekly rows of open hours in a zone, and what differs on some dates. What is
 * written is checked here; what it means is calendar.ts.
 */
import { z } from 'zod';
import { isZone } from '../zone/index.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?|24:00)$/;
const time = z.string().regex(TIME, 'must be a time of day such as "09:00", at most "24:00"');

/** Open from the first to the second time; a row that does not end later than it begins ends on the next day. */
const row = z
  .tuple([time, time])
  .refine(([from]) => from !== '24:00', { message: 'must not begin at 24:00; begin at 00:00 of the next day' });
const rows = z.array(row).max(48, 'must have at most 48 rows');

const dayRows = rows.optional();
/** Each day by its name and not as a record, so that the description of the API knows them too. */
const week = z.strictObject({
  mon: dayRows,
  tue: dayRows,
  wed: dayRows,
  thu: dayRows,
  fri: dayRows,
  sat: dayRows,
  sun: dayRows,
});

const date = z.string().refine(isDate, { message: 'must be a date such as "2026-12-24"' });
const MOST_DATES = 5000;
const byDate = z.record(date, rows).refine((dates) => Object.keys(dates).length <= MOST_DATES, `must have at most ${MOST_DATES} dates`);

export const calendarSpec = z
  .strictObject({
    zone: z.string().refine(isZone, { message: 'must be an IANA time zone such as "Europe/Berlin"' }),
    /** Rows of each weekday; a weekday that is left out is closed. */
    hours: week.default({}),
    /** Rows that take the place of a date's weekly ones; none of them closes the date. */
    overrides: byDate.default({}),
    /** Stretches of a date that are taken out of its open hours. */
    breaks: byDate.default({}),
    /** Civil days that are closed from midnight to midnight, whatever reaches into them. */
    holidays: z.array(date).max(MOST_DATES, `must have at most ${MOST_DATES} dates`).default([]),
    /** Open at every instant; nothing else may be said then. */
    always: z.boolean().default(false),
  })
  .meta({ id: 'CalendarSpec' });

/** As it is written, with what may be left out. */
export type CalendarInput = z.input<typeof calendarSpec>;
export type CalendarSpec = z.output<typeof calendarSpec>;
export type Row = CalendarSpec['overrides'][string][number];

const SECONDS_OF_DAY = 86_400;

/** Seconds since the local midnight. */
function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** From and to as seconds since the midnight of the row's own date. */
export function spanOf([from, to]: Row): [from: number, to: number] {
  const [start, end] = [secondsOf(from), secondsOf(to)];
  return [start, end <= start ? end + SECONDS_OF_DAY : end];
}

/** Days since 1970 of a date. */
export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** The place in WEEKDAYS. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;
}
