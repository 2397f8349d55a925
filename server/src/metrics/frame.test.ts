import { expect, test } from 'vitest';
import { periodOf } from '../facts/index.ts';
import { comparedWith } from './frame.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const compared = (from: string, to: string, timeZone: string, compare: 'previous' | 'lastYear') => {
  const period = periodOf({ from: Date.parse(from), to: Date.parse(to), timeZone }, NOW, 'UTC');
  const { from: start, to: end } = comparedWith(period, compare);
  return [new Date(start).toISOString(), new Date(end).toISOString()];
};

test.each([
  [
    'as much of the one before',
    '2026-03-03T00:00:00Z',
    '2026-03-05T00:00:00Z',
    'UTC',
    'previous',
    '2026-03-01T00:00:00.000Z',
    '2026-03-03T00:00:00.000Z',
  ],
  [
    'as far as it has come',
    '2026-06-01T00:00:00Z',
    '2026-06-02T00:00:00Z',
    'UTC',
    'previous',
    '2026-05-31T00:00:00.000Z',
    '2026-05-31T12:00:00.000Z',
  ],
  [
    'the same days a year earlier',
    '2026-03-01T00:00:00Z',
    '2026-03-02T00:00:00Z',
    'UTC',
    'lastYear',
    '2025-03-01T00:00:00.000Z',
    '2025-03-02T00:00:00.000Z',
  ],
  [
    'as long to the millisecond',
    '2026-03-03T00:00:00.130Z',
    '2026-03-05T00:00:00Z',
    'UTC',
    'previous',
    '2026-03-01T00:00:00.260Z',
    '2026-03-03T00:00:00.130Z',
  ],
  // The clocks of Berlin went forward on the 29th of March 2026: that day has 23 hours.
  [
    'all of a day of 23 hours',
    '2026-03-29T22:00:00Z',
    '2026-03-30T22:00:00Z',
    'Europe/Berlin',
    'previous',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ],
  [
    'a day of 24 hours, from one of 23',
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
    'Europe/Berlin',
    'previous',
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
  ],
  [
    'of a leap day the day before March',
    '2024-02-29T00:00:00Z',
    '2024-03-01T00:00:00Z',
    'UTC',
    'lastYear',
    '2023-02-28T00:00:00.000Z',
    '2023-03-01T00:00:00.000Z',
  ],
  // Clocks went forward on the 29th of March 2026, and on the 30th in 2025.
  [
    'local days, whatever the clocks did',
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
    'Europe/Berlin',
    'lastYear',
    '2025-03-28T23:00:00.000Z',
    '2025-03-29T23:00:00.000Z',
  ],
] as const)('a period is compared with %s', (_what, from, to, zone, compare, start, end) =>
  expect(compared(from, to, zone, compare)).toEqual([start, end]),
);
