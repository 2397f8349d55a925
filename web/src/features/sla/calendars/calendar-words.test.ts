/** What a calendar says when it is saved, and what is wrong with it, in words a person has on the screen. */
import { calendarFaults } from '@watchdesk/domain/calendar';
import { expect, test } from 'vitest';
import type { CalendarSpec } from '../../../api/client.ts';
import { calendarChanges, faultMessage, faultPlace, placedFaults } from './calendar-words.ts';

const OFFICE: [string, string][] = [['09:00', '18:00']];
const spec: CalendarSpec = {
  zone: 'Europe/Berlin',
  hours: { mon: OFFICE, tue: OFFICE },
  overrides: {},
  breaks: {},
  holidays: ['2026-12-25'],
  always: false,
};
const office = { name: 'Office', spec };

test('what differs is told as the editor calls it, holidays together', () => {
  expect(calendarChanges(office, office)).toEqual([]);
  const after: CalendarSpec = {
    ...spec,
    zone: 'America/New_York',
    hours: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    },
    overrides: { '2026-12-24': [['09:00', '12:00']] },
    breaks: { '2026-11-30': [['12:00', '13:00']] },
    holidays: ['2026-12-26', '2027-01-01'],
  };
  expect(calendarChanges(office, { name: 'Office hours', spec: after })).toEqual([
    { what: 'Name', before: 'Office', after: 'Office hours' },
    { what: 'Time zone', before: 'Europe/Berlin', after: 'America/New York' },
    { what: 'Monday', before: '09:00–18:00', after: '09:00–12:00 and 13:00–18:00' },
    { what: 'Tuesday', before: '09:00–18:00', after: 'closed' },
    { what: '24 Dec 2026', before: 'none', after: '09:00–12:00' },
    { what: 'Break on 30 Nov 2026', before: 'none', after: '12:00–13:00' },
    { what: '2 holidays more', before: '', after: '26 Dec 2026 and 1 Jan 2027' },
    { what: 'A holiday less', before: '25 Dec 2026', after: '' },
  ]);
});

test('hours that are left to themselves are no change, however they are written', () => {
  expect(calendarChanges(office, { ...office, spec: { ...spec, hours: { ...spec.hours, wed: [] } } })).toEqual([]);
});

const said = (part: Partial<CalendarSpec>): string[] => {
  const wrong = { ...spec, ...part };
  return calendarFaults(wrong, 0).map(({ field, message }) => `${faultPlace(field, wrong)}: ${faultMessage(message, wrong)}`);
};

test.each<[Partial<CalendarSpec>, string[]]>([
  [
    {
      hours: {
        tue: [
          ['09:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    },
    ['Tuesday, second interval: overlaps Tuesday, first interval'],
  ],
  [{ hours: { mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] } }, ['Tuesday, first interval: overlaps Monday, first interval']],
  [{ hours: { tue: [['9', '18:00']] } }, ['Tuesday, first interval: must be a time of day such as "09:00", at most "24:00"']],
  [{ holidays: ['2026-12-25', '2026-12-25'] }, ['Holidays, 25 Dec 2026: is in the list twice']],
  [{ breaks: { '2026-12-25': [['12:00', '13:00']] } }, ['Break on 25 Dec 2026: has no effect: the date is a holiday']],
  [{ zone: 'Mars/Olympus' }, ['Time zone: must be an IANA time zone such as "Europe/Berlin"']],
  [{ hours: {} }, ['Open hours: must open at some time: by this calendar nothing would ever be due']],
])('%j is wrong: %s', (part, words) => expect(said(part)).toEqual(words));

test('what is to be mended is listed once, in the order of the week', () => {
  const emptied: CalendarSpec = { ...spec, hours: { fri: [['', '']], mon: [['', '18:00']], wed: [['', '']] }, zone: 'Mars' };
  expect(placedFaults(calendarFaults(emptied, 0).toReversed(), emptied).map(({ place }) => place)).toEqual([
    'Time zone',
    'Monday, first interval',
    'Wednesday, first interval',
    'Friday, first interval',
  ]);
});
