import { closedAhead, createCalendar } from '@watchdesk/domain/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowClock } from '../api/client.ts';
import { breachingOf, byUrgency, levelOf, mostUrgent, nextBreachMs } from './ladder.ts';
import { closedUntil, leftMs } from './hours.ts';
import { countdown, meaningOf, metricName, remaining } from './words.ts';

const START = Date.parse('2026-11-25T14:00:00.000Z');
const MINUTE = 60_000;
const iso = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

/** Begins at 14:00 and has so many minutes, open all the time. */
const clock = (minutes: number, more: Partial<RowClock> = {}): RowClock => ({
  metric: 'first_response',
  isRunning: true,
  targetSeconds: minutes * 60,
  dueAt: iso(minutes),
  breachesAt: iso(minutes),
  steps: [50, 80, 90, 100, 200].map((step) => ({ step, at: iso((minutes * step) / 100) })),
  closings: [],
  closedAfterSeconds: 0,
  ...more,
});
const paused = (more: Partial<RowClock> = {}): RowClock =>
  clock(60, { isRunning: false, dueAt: null, breachesAt: null, steps: [], ...more });
const at = (minutes: number): number => START + minutes * MINUTE;
/** Closed from and to so many minutes after the beginning, as a clock of so many minutes has it. */
const closed = (minutes: number, from: number, to: number): Pick<RowClock, 'closings'> => ({
  closings: [(minutes - from) * 60, (minutes - to) * 60],
});

describe('the ladder', () => {
  test.each([
    [0, 'calm'],
    [49.99, 'calm'],
    [50, 'watched'],
    [79.99, 'watched'],
    [80, 'at_risk'],
    [90, 'critical'],
    [100, 'critical'],
    [100.02, 'breached'],
    [199, 'breached'],
    [200, 'severe'],
  ] as const)('after %d of 100 minutes: %s', (minutes, level) => expect(levelOf(clock(100), at(minutes))).toBe(level));

  test('what stands still is calm however long, and stays breached where it was', () => {
    expect(levelOf(paused(), at(10_000))).toBe('paused');
    expect(levelOf(paused({ breachesAt: iso(5), steps: [{ step: 100, at: iso(5) }] }), at(6))).toBe('breached');
  });

  test('nothing is promised, nothing is broken', () =>
    expect(levelOf(clock(1, { targetSeconds: null, breachesAt: null, steps: [] }), at(100))).toBe('unpromised'));

  test('it is only climbed while time passes', () => {
    const order = ['calm', 'watched', 'at_risk', 'critical', 'breached', 'severe'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(20_000), fc.nat(20_000), (minutes, one, more) => {
        const place = (when: number): number => order.indexOf(levelOf(clock(minutes), at(when)));
        return place(one) <= place(one + more);
      }),
    );
  });
});

describe('the most urgent clock', () => {
  test('the first to breach of those that run, then what stands still, never one without a target', () => {
    const soon = clock(10, { metric: 'next_response' });
    expect(mostUrgent([clock(60), soon, paused()])).toBe(soon);
    expect(mostUrgent([paused()])?.isRunning).toBe(false);
    expect(mostUrgent([clock(1, { targetSeconds: null, breachesAt: null })])).toBeNull();
    expect(mostUrgent([])).toBeNull();
  });

  test('it does not depend on the order in which clocks come', () => {
    const all = [clock(10), clock(10, { metric: 'resolution' }), paused(), clock(5)];
    const first = all.toSorted(byUrgency)[0];
    expect(all.toReversed().toSorted(byUrgency)[0]).toBe(first);
  });

  test('a list goes by running promises alone', () => {
    expect(nextBreachMs({ clocks: [clock(10), clock(60), paused({ breachesAt: iso(1) })] })).toBe(at(10));
    expect(nextBreachMs({ clocks: [paused()] })).toBe(Infinity);
  });
});

test('tickets that breach are counted once each, by priority', () => {
  const tickets = [
    { priority: 'P2', clocks: [clock(5), clock(6, { metric: 'resolution' })] },
    { priority: 'P1', clocks: [clock(5)] },
    { priority: 'P2', clocks: [clock(5)] },
    { priority: 'P3', clocks: [clock(50)] },
    { priority: 'P4', clocks: [paused({ breachesAt: iso(1) })] },
  ];
  expect(breachingOf(tickets, at(10))).toEqual({
    tickets: 3,
    byPriority: [
      ['P1', 1],
      ['P2', 2],
    ],
  });
  expect(breachingOf(tickets, at(1))).toEqual({ tickets: 0, byPriority: [] });
});

describe('hours that close', () => {
  /** An hour of business time from 14:00, closed from 14:30 to 16:00. */
  const overTheBreak = clock(150, closed(150, 30, 120));
  const said = (now: number): string => countdown(overTheBreak, at(now), 'UTC').replaceAll('\u00a0', ' ');
  test.each([
    [0, '1 h 00 m business left'],
    [29.5, '30 m business left'],
    [30, '30 m left, outside hours'],
    [100, '30 m left, outside hours'],
    [119.99, '30 m left, outside hours'],
    [120, '30 m left'],
    [145, '5 m 00 s left'],
    [151, 'breached 1 m ago'],
  ])('after %d minutes: %s', (now, words) => expect(said(now)).toBe(words));

  test('far from the breach the instant says more, also outside the hours', () => {
    const weekend = clock(64 * 60, closed(64 * 60, 0, 63 * 60));
    expect(countdown(weekend, at(60), 'UTC')).toBe('by Sat 06:00, outside hours');
    expect(meaningOf(weekend, at(60), 'UTC')).toBe(
      'First response: calm, outside hours until Sat, 28 Nov 2026, 05:00:00 UTC, breached after Sat, 28 Nov 2026, 06:00:00 UTC',
    );
  });

  test('what is broken or paused is neither open nor closed', () => {
    expect(closedUntil(clock(50, closed(50, 0, 100)), at(60))).toBeNull();
    expect(closedUntil(paused({ breachesAt: iso(120), ...closed(120, 0, 100) }), at(60))).toBeNull();
  });

  describe('that close more often than a row says', () => {
    const rows: [string, string][] = [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ];
    const calendar = createCalendar({ zone: 'UTC', hours: { mon: rows, tue: rows, wed: rows, thu: rows, fri: rows } });
    const instant = (text: string): number => Date.parse(text);
    /** Heard of on Monday at half past twelve, breached with the close of the seventh business day after it. */
    const [heard, breach] = [instant('2026-06-01T12:30Z'), instant('2026-06-10T17:00Z')];
    const far = clock(1, {
      targetSeconds: 53 * 3600,
      breachesAt: new Date(breach).toISOString(),
      steps: [],
      ...closedAhead(calendar, heard / 1000, breach / 1000),
    });

    test('all business time is told, and that the hours are closed just now', () => {
      expect(leftMs(far, heard)).toBe(53 * 3_600_000);
      expect(closedUntil(far, heard)).toBe(instant('2026-06-01T13:00Z'));
      expect(countdown(far, heard, 'UTC')).toBe('by 10 Jun, outside hours');
    });

    test('beyond those it says, nothing is claimed about hours', () => {
      for (const when of ['2026-06-03T09:00:01Z', '2026-06-03T12:30Z', '2026-06-10T12:30Z', '2026-06-10T16:55Z']) {
        expect(leftMs(far, instant(when))).toBeNull();
        expect(closedUntil(far, instant(when))).toBeNull();
      }
      expect(countdown(far, instant('2026-06-10T12:30Z'), 'UTC')).toBe('by 17:00');
      expect(countdown(far, instant('2026-06-10T16:55Z'), 'UTC')).toBe('by 17:00');
      expect(countdown(far, instant('2026-06-10T17:01Z'), 'UTC').replaceAll('\u00a0', ' ')).toBe('breached 1 m ago');
    });

    test('at every instant what is said is what the calendar says', () => {
      fc.assert(
        fc.property(fc.integer({ min: heard / 1000, max: breach / 1000 }), (second) => {
          const left = leftMs(far, second * 1000);
          const isKnown = second * 1000 <= instant('2026-06-03T09:00Z');
          expect(left).toBe(isKnown ? calendar.elapsed(second, breach / 1000) * 1000 : null);
          const isSaidClosed = closedUntil(far, second * 1000) !== null;
          expect(isSaidClosed).toBe(isKnown && !calendar.isOpen(second));
        }),
      );
    });
  });

  test('business time never grows, and does not pass while closed', () => {
    const times = fc.array(fc.nat(1000), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(times, fc.nat(2000), fc.nat(2000), (lengths, one, more) => {
        const minutes = lengths.reduce((sum, length) => sum + length, 0);
        let end = 0;
        const all = lengths.flatMap((length, index) => {
          const from = end;
          end += length;
          return index % 2 === 1 && length > 0 ? closed(minutes, from, end).closings : [];
        });
        const hidden = all.slice(8).reduce((sum, seconds, index) => (index % 2 === 0 ? sum + seconds : sum - seconds), 0);
        const own = clock(minutes, { closings: all.slice(0, 8), closedAfterSeconds: hidden });
        const [before, after] = [leftMs(own, at(one)), leftMs(own, at(one + more))];
        if (before === null || after === null) return;
        expect(after).toBeLessThanOrEqual(before);
        if ((closedUntil(own, at(one)) ?? 0) > at(one + more)) expect(after).toBe(before);
      }),
    );
  });
});

describe('words', () => {
  const said = (minutes: number, now: number): string => countdown(clock(minutes), at(now), 'UTC').replaceAll('\u00a0', ' ');
  test.each([
    [60, 47.1, '12 m left'],
    [60, 50.3, '9 m 42 s left'],
    [125, 0, '2 h 05 m left'],
    [9 * 60, 0, 'by 23:00'],
    [24 * 60 + 30, 0, 'by Thu 14:30'],
    [7 * 24 * 60, 0, 'by 2 Dec'],
    [60, 65.9, 'breached 5 m ago'],
    [60, 60.5, 'breached 30 s ago'],
    [60, 60 + 180, 'breached 3 h ago'],
    [60, 60 + 239, 'breached 3 h ago'],
    [60, 60 + 24 * 1440 + 1200, 'breached 24 d ago'],
    [60, 60, '0 s left'],
  ])('%d minutes, of which %d have passed: %s', (minutes, now, words) => expect(said(minutes, now)).toBe(words));

  test('what stands still counts nothing', () => expect(countdown(paused(), at(5), 'UTC')).toBe('paused'));
  test('beside its state it says only the time', () => {
    expect(remaining(paused(), at(5), 'UTC')).toBe('');
    expect(remaining(clock(60), at(65), 'UTC').replaceAll('\u00a0', ' ')).toBe('5 m ago');
  });

  test('the meaning names the clock, its state and the instant with its zone', () => {
    expect(meaningOf(clock(60), at(0), 'UTC')).toBe('First response: calm, breached after Wed, 25 Nov 2026, 15:00:00 UTC');
    expect(meaningOf(paused(), at(0), 'UTC')).toBe('First response: paused');
  });

  test('a metric that a policy made up is called as it is', () => expect(metricName('legal_review')).toBe('Legal review'));
});
