/** What is wrong with a calendar that somebody wants to save. What is read back later is taken as it is: overlaps count once. */
import { createCalendar } from './calendar.ts';
import { calendarSpec, type CalendarSpec, dateOf, dayOf, type Row, spanOf, WEEKDAYS } from './spec.ts';

/** One fault, by the path of its field. The message goes on where the field's name ends: "hours.mon.1 overlaps …". */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** Nothing for a calendar that may be saved. `at` is the present, in seconds since 1970: a calendar must open once more after it. */
export function calendarFaults(input: unknown, at: number): Fault[] {
  const read = calendarSpec.safeParse(input);
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message: inWords(message) }));
  const spec = read.data;
  const faults = [...contradictions(spec), ...overlaps(spec)];
  if (faults.length === 0 && createCalendar(spec).nextOpen(at) === null)
    faults.push({ field: 'hours', message: 'must open at some time: by this calendar nothing would ever be due' });
  return faults;
}

const inWords = (message: string) => message.replace(/^Invalid (input|option|key): expected /, 'must be ');

function contradictions({ always, hours, overrides, breaks, holidays }: CalendarSpec): Fault[] {
  const faults: Fault[] = [];
  const said = { hours, overrides, breaks, holidays };
  for (const [field, value] of Object.entries(said))
    if (always && Object.keys(value).length > 0) faults.push({ field, message: 'must be empty where the calendar is always open' });
  const closed = new Set(holidays);
  for (const [index, date] of holidays.entries())
    if (holidays.indexOf(date) < index) faults.push({ field: `holidays.${index}`, message: `names ${date} a second time` });
  for (const [name, dates] of Object.entries({ overrides, breaks }))
    for (const date of Object.keys(dates))
      if (closed.has(date)) faults.push({ field: `${name}.${date}`, message: 'has no effect: the date is a holiday' });
  return faults;
}

function overlaps({ hours, overrides, breaks }: CalendarSpec): Fault[] {
  const week = WEEKDAYS.map((day) => ({ field: `hours.${day}`, rows: hours[day] ?? [] }));
  const faults = week.flatMap(({ field, rows }, index) => overlapsIn(field, rows, week.at(index - 1)!));
  for (const [name, dates] of Object.entries({ overrides, breaks }))
    for (const [date, rows] of Object.entries(dates)) {
      const before = dateOf(dayOf(date) - 1);
      faults.push(...overlapsIn(`${name}.${date}`, rows, { field: `${name}.${before}`, rows: dates[before] ?? [] }));
    }
  return faults;
}

const DAY = 86_400;

/** Rows of one day that overlap each other, or a night of the day before. */
function overlapsIn(field: string, rows: readonly Row[], before: { readonly field: string; readonly rows: readonly Row[] }): Fault[] {
  const placed = [
    ...before.rows.map((row, index) => ({ field: `${before.field}.${index}`, span: spanOf(row).map((second) => second - DAY) })),
    ...rows.map((row, index) => ({ field: `${field}.${index}`, span: spanOf(row) })),
  ];
  return placed.slice(before.rows.length).flatMap(({ field: own, span: [from, to] }, index) => {
    const other = placed.slice(0, before.rows.length + index).find(({ span: [start, end] }) => start! < to! && from! < end!);
    return other ? [{ field: own, message: `overlaps ${other.field}` }] : [];
  });
}
