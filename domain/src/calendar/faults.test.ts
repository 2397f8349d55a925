import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendars } from './arbitrary.ts';
import { calendarFaults, createCalendar } from './index.ts';

const NOW = Date.UTC(2026, 10, 25) / 1000;
const week = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] };

test.each<[string, object, string, string]>([
  ['an unknown zone', { zone: 'Mars/Base', hours: week }, 'zone', 'IANA'],
  ['no zone', { hours: week }, 'zone', 'must be string'],
  ['a calendar that never opens', { zone: 'UTC' }, 'hours', 'must open'],
  ['one that has opened for the last time', { zone: 'UTC', overrides: { '2026-11-24': [['09:00', '10:00']] } }, 'hours', 'must open'],
  [
    'one whose only hours are a break',
    { zone: 'UTC', overrides: { '2026-12-01': [['09:00', '10:00']] }, breaks: { '2026-12-01': [['08:00', '11:00']] } },
    'hours',
    'must open',
  ],
  [
    'rows that overlap',
    {
      zone: 'UTC',
      hours: {
        mon: [
          ['09:00', '13:00'],
          ['12:00', '17:00'],
        ],
      },
    },
    'hours.mon.1',
    'overlaps hours.mon.0',
  ],
  [
    'a night that reaches into the next day’s row',
    { zone: 'UTC', hours: { mon: [['22:00', '06:00']], tue: [['05:00', '12:00']] } },
    'hours.tue.0',
    'overlaps hours.mon.0',
  ],
  [
    'Sunday’s night in Monday',
    { zone: 'UTC', hours: { sun: [['22:00', '06:00']], mon: [['05:00', '12:00']] } },
    'hours.mon.0',
    'overlaps hours.sun.0',
  ],
  [
    'an override that overlaps itself',
    {
      zone: 'UTC',
      hours: week,
      overrides: {
        '2026-12-24': [
          ['09:00', '12:00'],
          ['11:00', '12:00'],
        ],
      },
    },
    'overrides.2026-12-24.1',
    'overlaps',
  ],
  ['a holiday named twice', { zone: 'UTC', hours: week, holidays: ['2026-12-25', '2026-12-25'] }, 'holidays.1', 'a second time'],
  [
    'an override of a holiday',
    { zone: 'UTC', hours: week, holidays: ['2026-12-24'], overrides: { '2026-12-24': [['09:00', '12:00']] } },
    'overrides.2026-12-24',
    'no effect',
  ],
  ['hours of what is always open', { zone: 'UTC', always: true, hours: week }, 'hours', 'must be empty'],
])('%s may not be saved', (_name, calendar, field, reason) => {
  expect(calendarFaults(calendar, NOW)).toContainEqual({ field, message: expect.stringContaining(reason) as string });
});

test.each([
  [
    'hours of the week',
    { zone: 'Europe/Berlin', hours: week, holidays: ['2026-12-25'], overrides: { '2026-12-24': [['09:00', '12:00']] } },
  ],
  [
    'nights one after another',
    {
      zone: 'UTC',
      hours: {
        mon: [['22:00', '06:00']],
        tue: [
          ['06:00', '12:00'],
          ['22:00', '06:00'],
        ],
      },
    },
  ],
  ['always', { zone: 'UTC', always: true }],
  ['one day to come', { zone: 'UTC', overrides: { '2030-01-02': [['10:00', '11:00']] } }],
])('%s may', (_name, calendar) => expect(calendarFaults(calendar, NOW)).toEqual([]));

test('what may be saved opens, and every hour of a week is there as it is written', () => {
  fc.assert(
    fc.property(calendars('2026-11-25'), (calendar) => {
      if (calendarFaults(calendar, NOW).length > 0) return;
      expect(createCalendar(calendar).nextOpen(NOW)).not.toBeNull();
    }),
  );
});
