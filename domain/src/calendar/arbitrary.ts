/** Random calendars for the laws: any rows, overnight ones too, in zones that do everything zones do. */
import fc from 'fast-check';
import { type CalendarInput, dateOf, dayOf, WEEKDAYS } from './spec.ts';

/** Summer time north and south, by half an hour, negative, a change of the date line, and none. */
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Kathmandu',
  'Asia/Almaty',
  'Pacific/Apia',
  'America/Santiago',
];

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`);
const pad = (number: number) => String(number).padStart(2, '0');
const row = fc.tuple(time, fc.oneof(time, fc.constant('24:00')));
const rows = fc.array(row, { maxLength: 3 });

/** Calendars whose dates of their own lie within these days of the given one. */
export function calendars(around: string, days = 20): fc.Arbitrary<CalendarInput> {
  const date = fc.integer({ min: -days, max: days }).map((shift) => dateOf(dayOf(around) + shift));
  const byDate = fc.dictionary(date, rows, { maxKeys: 4 });
  return fc.record({
    zone: fc.constantFrom(...ZONES),
    hours: fc.dictionary(fc.constantFrom(...WEEKDAYS), rows),
    overrides: byDate,
    breaks: byDate,
    holidays: fc.array(date, { maxLength: 4 }),
  });
}
