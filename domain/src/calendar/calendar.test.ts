import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendars } from './arbitrary.ts';
import { type Calendar, type CalendarInput, createCalendar } from './index.ts';

const DAY = 86_400;
const at = (text: string) => Date.parse(text) / 1000;
const text = (instant: number | null) => (instant === null ? null : new Date(instant * 1000).toISOString().replace('.000', ''));

/** Changes of the clock lie within: in New York, Dublin, Lord Howe, Santiago. */
const AROUND = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-11-01', '2011-12-30', '2024-03-01'];
const placed = fc.constantFrom(...AROUND).chain((date) =>
  fc.record({
    calendar: calendars(date).map(createCalendar),
    instants: fc
      .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: at(`${date}T00:00Z`) - 15 * DAY, max: at(`${date}T00:00Z`) + 15 * DAY })))
      .map((three) => three.toSorted((a, b) => a - b) as [number, number, number]),
    seconds: fc.oneof(fc.constantFrom(0, 1, 900, 3600, 14_400, 28_800), fc.integer({ min: 0, max: 400_000 })),
  }),
);
const law = (holds: (calendar: Calendar, instants: [number, number, number], seconds: number) => void) =>
  fc.assert(
    fc.property(placed, ({ calendar, instants, seconds }) => {
      holds(calendar, instants, seconds);
    }),
  );

describe('laws of business time', () => {
  test('what passes in two stretches is what passes in both', () =>
    law((calendar, [a, b, c]) => expect(calendar.elapsed(a, b) + calendar.elapsed(b, c)).toBe(calendar.elapsed(a, c))));

  test('it never runs backwards nor faster than time', () =>
    law((calendar, [a, b]) => {
      expect(calendar.elapsed(a, b)).toBeGreaterThanOrEqual(0);
      expect(calendar.elapsed(a, b)).toBeLessThanOrEqual(b - a);
    }));

  test('due is the earliest instant by which so much has passed, and breachAt the latest', () =>
    law((calendar, [a], seconds) => {
      const due = calendar.due(a, seconds);
      const breachAt = calendar.breachAt(a, seconds);
      if (due === null) return expect(calendar.elapsed(a, a + 400 * DAY)).toBeLessThan(seconds);
      expect(calendar.elapsed(a, due)).toBe(seconds);
      if (seconds > 0) expect(calendar.elapsed(a, due - 1)).toBe(seconds - 1);
      if (breachAt === null) return expect(calendar.elapsed(due, due + 400 * DAY)).toBe(0);
      expect(breachAt).toBeGreaterThanOrEqual(due);
      expect(calendar.elapsed(a, breachAt)).toBe(seconds);
      expect(calendar.elapsed(a, breachAt + 1)).toBe(seconds + 1);
    }));

  test('nothing and less than nothing are due at once, around the clock as well', () =>
    law((some, [a], seconds) => {
      for (const calendar of [some, createCalendar({ zone: 'UTC', always: true })]) {
        expect([calendar.due(a, -seconds), calendar.breachAt(a, -seconds)]).toEqual([a, calendar.nextOpen(a)]);
        expect(calendar.back(a, -seconds)).toBe(calendar.back(a, 0));
      }
    }));

  test('back undoes due', () =>
    law((calendar, [a], seconds) => {
      const back = calendar.back(a, seconds);
      if (back === null) return expect(calendar.elapsed(a - 400 * DAY, a)).toBeLessThan(Math.max(1, seconds));
      expect(calendar.elapsed(back, a)).toBe(seconds);
      if (seconds > 0) expect(calendar.elapsed(back + 1, a)).toBe(seconds - 1);
    }));

  test('open is where time passes', () =>
    law((calendar, [a, b]) => {
      expect(calendar.isOpen(a)).toBe(calendar.elapsed(a, a + 1) === 1);
      const open = calendar.openIn(a, b);
      expect(open.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(calendar.elapsed(a, b));
      open.forEach(([from], index) => expect(from).toBeGreaterThan(open[index - 1]?.[1] ?? -Infinity));
      const next = calendar.nextOpen(a);
      if (next !== null) expect([calendar.isOpen(next), calendar.elapsed(a, next)]).toEqual([true, 0]);
    }));

  test('the order of the questions does not change the answers', () =>
    fc.assert(
      fc.property(calendars('2026-03-08'), fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 8 }), (input, days) => {
        const kept = createCalendar(input);
        for (const day of days) {
          const from = at('2026-03-08T00:00Z') + day * DAY + 4321;
          expect(kept.elapsed(from, from + 3 * DAY)).toBe(createCalendar(input).elapsed(from, from + 3 * DAY));
        }
      }),
    ));
});

const week = (rows: [string, string][]): CalendarInput['hours'] => ({ mon: rows, tue: rows, wed: rows, thu: rows, fri: rows });
const newYork = createCalendar({ zone: 'America/New_York', hours: week([['09:00', '17:00']]) });

describe('business days', () => {
  const days = (calendar: Calendar, from: string, count: number) => text(calendar.dueInDays(at(from), count));
  test('end at the close of the nth open day after the first', () => {
    expect(days(newYork, '2026-06-08T14:00:00Z', 1)).toBe('2026-06-09T21:00:00Z');
    expect(days(newYork, '2026-06-05T22:00:00Z', 1)).toBe('2026-06-09T21:00:00Z'); // Friday evening: the first open day is Monday
    expect(days(newYork, '2026-06-05T14:00:00Z', 1)).toBe('2026-06-08T21:00:00Z');
  });
  test('skip holidays, and end with a half day where there is one', () => {
    const calendar = createCalendar({
      zone: 'America/New_York',
      hours: week([['09:00', '17:00']]),
      holidays: ['2026-12-25'],
      overrides: { '2026-12-24': [['09:00', '12:00']] },
    });
    expect(days(calendar, '2026-12-23T15:00:00Z', 1)).toBe('2026-12-24T17:00:00Z');
    expect(days(calendar, '2026-12-23T15:00:00Z', 2)).toBe('2026-12-28T22:00:00Z');
  });
  test('belong to the date a night begins on', () => {
    const nights = createCalendar({ zone: 'Europe/Berlin', hours: week([['22:00', '06:00']]) });
    expect(days(nights, '2026-06-08T21:00:00Z', 1)).toBe('2026-06-10T04:00:00Z');
  });
  test('around the clock are civil days', () => {
    const always = createCalendar({ zone: 'Europe/Berlin', always: true });
    expect(days(always, '2026-03-28T12:00:00Z', 1)).toBe('2026-03-29T22:00:00Z');
  });
});

describe('a calendar that seldom or never opens', () => {
  test('never: nothing passes, and nothing is ever due', () => {
    const never = createCalendar({ zone: 'UTC' });
    expect([
      never.elapsed(0, 1e9),
      never.due(0, 1),
      never.breachAt(0, 0),
      never.nextOpen(0),
      never.back(0, 1),
      never.dueInDays(0, 1),
    ]).toEqual([0, null, null, null, null, null]);
  });
  test('once: what does not fit into it is never due', () => {
    const once = createCalendar({ zone: 'UTC', overrides: { '2030-01-02': [['10:00', '11:00']] } });
    expect(text(once.due(at('2026-01-01T00:00:00Z'), 3600))).toBe('2030-01-02T11:00:00Z');
    expect(once.due(at('2026-01-01T00:00:00Z'), 3601)).toBeNull();
    expect(text(once.back(at('2050-01-01T00:00:00Z'), 3600))).toBe('2030-01-02T10:00:00Z');
  });
});

test.each<[string, CalendarInput, string]>([
  ['an unknown zone', { zone: 'Mars/Base' }, 'zone'],
  ['a time that is none', { zone: 'UTC', hours: { mon: [['9', '17:00']] } }, 'hours.mon.0.0'],
  ['a row that begins at its day’s end', { zone: 'UTC', hours: { mon: [['24:00', '17:00']] } }, 'hours.mon.0'],
  ['a date that is none', { zone: 'UTC', holidays: ['2026-02-30'] }, 'holidays.0'],
  ['an override on a date that is none', { zone: 'UTC', overrides: { christmas: [] } }, 'overrides.christmas'],
  ['an unknown field', { zone: 'UTC', holiday: [] } as never, ''],
])('%s is refused by name', (_name, input, field) => {
  try {
    createCalendar(input);
    expect.unreachable();
  } catch (error) {
    expect((error as { issues: { path: PropertyKey[] }[] }).issues.map(({ path }) => path.join('.'))).toContain(field);
  }
});
