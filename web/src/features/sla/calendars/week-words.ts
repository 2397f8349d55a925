/** A calendar in plain words: its week, and how many hours of it are open. */
import type { CalendarSpec } from '../../../api/client.ts';
import { formatDate, formatNumber } from '../../../ui/index.ts';
import { listed } from '../terms.ts';
import { messages } from './messages.ts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];
export type Rows = readonly (readonly [from: string, to: string])[];

/** Minutes since midnight of `09:30`; seconds are left out. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether it ends on the day after it begins. */
export const isOvernight = ([from, to]: Rows[number]): boolean => minutesOf(to) <= minutesOf(from);

const lengthOf = (row: Rows[number]): number => minutesOf(row[1]) - minutesOf(row[0]) + (isOvernight(row) ? 1440 : 0);

/** `09:00–12:00 and 13:00–18:00`, `22:00–06:00 next day`, `closed`. */
export const rowsInWords = (rows: Rows): string =>
  rows.length === 0 ? messages.closed : listed(rows.map((row) => `${row[0]}–${row[1]}${endsNextDay(row) ? messages.untilNextDay : ''}`));

/** At midnight a day is over; nobody calls that the next one. */
const endsNextDay = (row: Rows[number]): boolean => isOvernight(row) && minutesOf(row[1]) > 0;

/** Days with the same hours beside each other become one line: `Monday to Friday 09:00–18:00`. Closed days are last. */
export function weekInWords(hours: CalendarSpec['hours']): string[] {
  const runs: { first: Day; last: Day; words: string }[] = [];
  for (const day of DAYS) {
    const words = rowsInWords(hours[day] ?? []);
    const run = runs.at(-1);
    if (run?.words === words) run.last = day;
    else runs.push({ first: day, last: day, words });
  }
  const open = runs.filter(({ words }) => words !== messages.closed);
  return [...open, ...runs.filter(({ words }) => words === messages.closed)].map(({ first, last, words }) => {
    const [from, to] = [messages.days[first], messages.days[last]];
    const days = first === last ? from : DAYS.indexOf(last) === DAYS.indexOf(first) + 1 ? `${from} and ${to}` : `${from} to ${to}`;
    return `${days} ${words}`;
  });
}

/** `24 Dec 2026: 09:00–12:00`, one for each date. */
export const datesInWords = (dates: CalendarSpec['overrides']): string[] =>
  Object.entries(dates)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, rows]) => `${formatDate(date)}: ${rowsInWords(rows)}`);

/** `45`, `37.5`: overlaps are faults, so rows may be added up. */
export function hoursAWeek({ always, hours }: Pick<CalendarSpec, 'always' | 'hours'>): string {
  const minutes = always ? 7 * 1440 : DAYS.reduce((sum, day) => sum + (hours[day] ?? []).reduce((all, row) => all + lengthOf(row), 0), 0);
  return formatNumber(minutes / 60, Number.isInteger(minutes / 60) ? 0 : 1);
}

/** Where open stretches lie in a day, as parts of its width; what reaches into the next day is drawn there. */
export function stretchesOf(hours: CalendarSpec['hours'], day: Day): { left: number; width: number }[] {
  const before = DAYS.at(DAYS.indexOf(day) - 1)!;
  const part = (from: number, to: number) => ({ left: from / 1440, width: (to - from) / 1440 });
  const late = (hours[before] ?? []).filter(endsNextDay);
  return [
    ...late.map(([, to]) => part(0, minutesOf(to))),
    ...(hours[day] ?? []).map((row) => part(minutesOf(row[0]), isOvernight(row) ? 1440 : minutesOf(row[1]))),
  ];
}
