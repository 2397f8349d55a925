import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendars } from './arbitrary.ts';
import { closedAhead, createCalendar, MOST_LISTED } from './index.ts';

const HOUR = 3600;
const pairs = (numbers: readonly number[]): [number, number][] =>
  Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index]!, numbers[2 * index + 1]!]);
const at = (text: string) => Date.parse(text) / 1000;
const split: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
];

test('of many closings the nearest are listed, and the others are a sum', () => {
  const calendar = createCalendar({ zone: 'UTC', hours: { mon: split, tue: split, wed: split, thu: split, fri: split } });
  // Monday at half past twelve, until the close of the seventh business day after it.
  const [from, to] = [at('2026-06-01T12:30Z'), at('2026-06-10T17:00Z')];
  const { closings, closedAfterSeconds } = closedAhead(calendar, from, to);
  expect(pairs(closings).map(([starts, stops]) => [to - starts, to - stops])).toEqual([
    [at('2026-06-01T12:30Z'), at('2026-06-01T13:00Z')],
    [at('2026-06-01T17:00Z'), at('2026-06-02T09:00Z')],
    [at('2026-06-02T12:00Z'), at('2026-06-02T13:00Z')],
    [at('2026-06-02T17:00Z'), at('2026-06-03T09:00Z')],
  ]);
  // Six pauses at noon, four nights, and a weekend.
  expect(closedAfterSeconds).toBe((6 + 4 * 16 + 64) * HOUR);
});

test('with what is closed, listed or not, the time until an instant is the business time until it', () => {
  const start = at('2026-03-08T00:00Z');
  fc.assert(
    fc.property(calendars('2026-03-08').map(createCalendar), fc.nat(10 * 86_400), fc.nat(20 * 86_400), (calendar, begin, length) => {
      const [from, to] = [start + begin, start + begin + length];
      const { closings, closedAfterSeconds } = closedAhead(calendar, from, to);
      const spans = pairs(closings);
      expect(spans.length).toBeLessThanOrEqual(MOST_LISTED);
      const listed = spans.reduce((sum, [starts, stops]) => sum + starts - stops, 0);
      expect(length - listed - closedAfterSeconds).toBe(calendar.elapsed(from, to));
      // Up to the last of them a list with more to follow tells what is closed.
      for (const [starts, stops] of spans) expect(calendar.elapsed(to - starts, to - stops)).toBe(0);
      const reach = closedAfterSeconds > 0 ? to - closings.at(-1)! : to;
      expect(reach - from - listed).toBe(calendar.elapsed(from, reach));
    }),
  );
});
