/** Clocks as of an instant, what they announce, and what time alone makes of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRIORITIES, type TicketEvent } from '../event/index.ts';
import { ticketEvents } from '../ticket/arbitrary.ts';
import {
  asks,
  CALENDARS,
  clocksAfter,
  created,
  OFFICE,
  onePolicy,
  policy,
  priority,
  reply,
  secondOf,
  stateOf,
  status,
  story,
} from '../ticket/example.ts';
import type { PolicyInput } from './policy.ts';
import { clocksOf, type Family } from './presets.ts';
import { createRulebook, type PolicyVersion } from './rulebook.ts';
import { type TicketClock, ticketClocks, verdictAt } from './ticket-clocks.ts';

const HOUR = 3600;

describe('what a clock announces', () => {
  // Four hours from nine to five in New York, from two in the afternoon (SLA.md, example 59).
  const rulebook = onePolicy({ calendar: { default: 'office' } }, [
    { id: 'office', version: 1, from: null, spec: { zone: 'America/New_York', hours: OFFICE } },
  ]);
  const ladder = [
    { step: 50, at: secondOf('2026-06-08T16:00:00-04:00') },
    { step: 80, at: secondOf('2026-06-09T09:12:00-04:00') },
    { step: 90, at: secondOf('2026-06-09T09:36:00-04:00') },
    { step: 100, at: secondOf('2026-06-09T10:00:00-04:00') },
    { step: 'breach', at: secondOf('2026-06-09T10:00:00-04:00') },
    { step: 200, at: secondOf('2026-06-09T14:00:00-04:00') },
  ];
  const day = [created('2026-06-08T14:00:00-04:00')];
  const at = (asOf: string, ...more: typeof day) => clocksAfter(story(...day, ...more), 'resolution', { rulebook, asOf })[0]!;

  test('is known from its beginning', () => expect(at('2026-06-08T14:00:00-04:00').announcements).toEqual(ladder));
  test('is the same when some of it, and when all of it, has passed', () => {
    expect(at('2026-06-09T09:40:00-04:00').announcements).toEqual(ladder);
    expect(at('2026-06-10T09:00:00-04:00')).toMatchObject({ announcements: ladder, state: 'breached', elapsed: 11 * HOUR });
  });
  test('is only what was reached, once it stops', () =>
    expect(at('2026-06-10T09:00:00-04:00', status('2026-06-09T09:40:00-04:00', 'resolved')).announcements).toEqual(ladder.slice(0, 3)));
  test('is only what was reached, while it stands still', () =>
    expect(at('2026-06-10T09:00:00-04:00', status('2026-06-08T16:30:00-04:00', 'pending'))).toMatchObject({
      announcements: ladder.slice(0, 1),
      isRunning: false,
      due: null,
      wouldBreachAt: null,
    }));
  test('is nothing of what is not promised', () =>
    expect(clocksAfter(story(created(0, { priority: 'P5' })), 'pausable_update')).toMatchObject([
      { target: null, due: null, announcements: [] },
    ]));
  test('of a target that is due at closing time: the breach waits for the next opening', () => {
    // An hour from four on Friday.
    const [clock] = clocksAfter(story(created('2026-03-06T16:00:00Z', { priority: 'P2' })), 'first_response');
    expect(clock!.announcements.slice(3, 5)).toEqual([
      { step: 100, at: secondOf('2026-03-06T17:00:00Z') },
      { step: 'breach', at: secondOf('2026-03-09T09:00:00Z') },
    ]);
  });
  test('of a target that falls below what has elapsed is all said at once, the breach last of what it completes', () => {
    // Two hours of eight, and the target is now one.
    const rules = onePolicy({ targets: { ...policy().targets, resolution: { P2: 8 * HOUR, P3: HOUR } }, cells: {} });
    const [clock] = clocksAfter(story(created(0, { priority: 'P2' }), priority(120, 'P3')), 'resolution', { rulebook: rules });
    expect(clock!.announcements.map(({ step, at: when }) => [step, when])).toEqual([
      [50, secondOf(120)],
      [80, secondOf(120)],
      [90, secondOf(120)],
      [100, secondOf(120)],
      ['breach', secondOf(120)],
      [200, secondOf(120)],
    ]);
  });
});

describe('the clocks of a ticket', () => {
  test('are in the order of their beginnings, each counted for itself', () => {
    const day = story(created(0), reply(5), asks(10), reply(15), asks(20));
    const clocks = clocksAfter(day).filter(({ metric }) => metric !== 'pausable_update');
    expect(clocks.map(({ metric, ordinal, cycle }) => [metric, ordinal, cycle])).toEqual([
      ['first_response', 1, 'e0'],
      ['resolution', 1, 'e0'],
      ['next_response', 1, 'e2'],
      ['next_response', 2, 'e4'],
    ]);
  });
  test('are as of the last entry where no instant is asked for', () =>
    expect(clocksAfter(story(created(0), asks(7)), 'resolution')).toMatchObject([{ asOf: secondOf(7), elapsed: 7 * 60 }]));
  test('leave out what happened later', () =>
    expect(clocksAfter(story(created(0), reply(10)), 'first_response', { asOf: 9 })).toMatchObject([
      { stop: null, elapsed: 9 * 60, state: 'running' },
    ]));
  test('are none before the ticket', () => expect(clocksAfter(story(created(0)), null, { asOf: -1 })).toEqual([]));
  test('are none of no log', () => expect(ticketClocks([], onePolicy(), () => null)).toEqual([]));
});

describe('the verdict at a later instant', () => {
  const [running] = clocksAfter(story(created(0)), 'first_response');
  test('is not breached at the end of the target, and is a second later', () => {
    expect(verdictAt(running!, secondOf(15))).toEqual({ state: 'running', breachAt: null, wouldBreachAt: secondOf(15) });
    expect(verdictAt(running!, secondOf(15) + 1)).toEqual({ state: 'breached', breachAt: secondOf(15), wouldBreachAt: null });
  });
  test('is that of the same clock run until then, closed hours included', () => {
    const log = story(created('2026-03-06T16:00:00Z', { priority: 'P2' }));
    const [clock] = clocksAfter(log, 'first_response');
    for (const at of [secondOf('2026-03-08T12:00:00Z'), secondOf('2026-03-09T09:00:00Z'), secondOf('2026-03-09T09:00:01Z')]) {
      const [then] = clocksAfter(log, 'first_response', { asOf: new Date(at * 1000).toISOString() });
      expect(verdictAt(clock!, at)).toEqual(verdictAt(then!, at));
      expect(then).toMatchObject(verdictAt(clock!, at));
    }
  });
  test('is the same where it has stopped or stands still', () => {
    const [stopped] = clocksAfter(story(created(0), reply(5)), 'first_response');
    expect(stopped).toMatchObject(verdictAt(stopped!, secondOf(500)));
    const [paused] = clocksAfter(story(created(0), status(5, 'pending')), 'resolution');
    expect(paused).toMatchObject(verdictAt(paused!, secondOf(500)));
  });
});

test('a clock that keeps to its first priority keeps to that one’s calendar', () => {
  const rulebook = onePolicy({ clocks: clocksOf('chatwoot'), targets: policy().targets, cells: {} });
  // Begun at P3, from nine to five; what it counts by does not change at P1, which is around the clock.
  const [fixed] = clocksAfter(story(created(0, { priority: 'P3' }), priority(60, 'P1')), 'resolution', { rulebook, asOf: 12 * 60 });
  expect(fixed).toMatchObject({ elapsed: 8 * HOUR, target: 24 * HOUR, calendar: { id: 'office' } });
});

describe('laws', () => {
  const targets = (...minutes: number[]) => Object.fromEntries(PRIORITIES.map((name, index) => [name, (minutes[index] ?? 60) * 60]));
  const anyTarget = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 6000 }));
  const anyClocks = fc.record({
    family: fc.constantFrom<Family>('watchdesk', 'zendesk', 'freshdesk', 'jira', 'chatwoot', 'zammad', 'frappe', 'servicenow'),
    onPolicy: fc.constantFrom('segment' as const, 'retroactive' as const, 'restart' as const),
  });
  /** Two policies, and an edit of the first, which may be for some priorities alone; no promise at P5. */
  const anyRulebook = fc
    .tuple(anyClocks, fc.array(anyTarget, { minLength: 4, maxLength: 4 }), fc.boolean(), fc.subarray([...PRIORITIES], { maxLength: 3 }))
    .map(([{ family, onPolicy }, minutes, isNight, notFor]) => {
      const match = notFor.length > 0 ? [{ field: 'priority' as const, is: 'none_of' as const, values: notFor }] : [];
      const clocks = clocksOf(family).map((clock) => ({ ...clock, onPolicy }));
      const each = (factor: number) =>
        Object.fromEntries(
          clocks.map(({ metric }) => [metric, { ...targets(...minutes.map((one) => one * factor)), P4: { businessDays: 1 }, P5: null }]),
        );
      const spec = (more: Partial<PolicyInput>, factor: number) =>
        policy({
          calendar: { default: isNight ? 'night' : 'office', byPriority: { P1: 'always' } },
          clocks,
          targets: each(factor),
          cells: {},
          ...more,
        });
      const versions: PolicyVersion[] = [
        { id: 'a', version: 1, from: null, spec: spec({ match }, 1) },
        { id: 'a', version: 2, from: secondOf(10), spec: spec({ match }, 2) },
        {
          id: 'b',
          version: 1,
          from: null,
          spec: spec({ rank: 1, match: [{ field: 'tags', is: 'any_of', values: ['vip'] }], calendar: { default: 'always' } }, 1),
        },
      ];
      const night = [['22:00', '06:00']] as [string, string][];
      return createRulebook(versions, [
        ...CALENDARS,
        {
          id: 'night',
          version: 1,
          from: null,
          spec: { zone: 'Australia/Lord_Howe', hours: { mon: night, tue: night, wed: night, sat: night, sun: night } },
        },
        {
          id: 'office',
          version: 2,
          from: secondOf(15),
          spec: { zone: 'Europe/Berlin', hours: { mon: [['08:00', '12:00']], thu: [['13:00', '24:00']] } },
        },
      ]);
    });
  const anApplication = fc
    .record({
      minute: fc.integer({ min: 0, max: 25 }),
      policy: fc.constantFrom('a', 'b'),
      clock: fc.constantFrom('resolution', 'first_response', 'next_response'),
      mode: fc.constantFrom('segment', 'retroactive', 'restart'),
    })
    .map(({ minute, ...data }) => story([minute, 'agent a', 'policy.applied', { ...data, version: 1 }])[0]!);
  /** What happens to one ticket that a customer creates. */
  const lively = fc
    .tuple(ticketEvents(12), fc.array(anApplication, { maxLength: 2 }), fc.constantFrom(...PRIORITIES))
    .map(([events, applied, first]): TicketEvent[] => {
      const own = events.filter(({ type }) => type !== 'ticket.merged').map((event) => ({ ...event, ticket: 't:1' }));
      const [creation] = story(created(0, { priority: first }));
      return [...own, ...applied.map((event, index) => ({ ...event, id: `applied-${index}` })), { ...creation!, id: '0' }];
    });
  const later = fc.oneof(fc.integer({ min: 0, max: 3 * HOUR }), fc.integer({ min: 0, max: 60 * 24 * HOUR }));

  const reached = (clock: TicketClock, at: number) => clock.announcements.filter((one) => one.at <= at);

  test('what time alone makes of a clock is what running it again says', () => {
    fc.assert(
      fc.property(lively, anyRulebook, later, (events, rulebook, seconds) => {
        const { clockLog } = stateOf(events);
        const at = clockLog.at(-1)!.at + seconds;
        const carried = ticketClocks(clockLog, rulebook, () => null).map((clock) => ({ ...clock, ...verdictAt(clock, at) }));
        const again = ticketClocks(clockLog, rulebook, () => null, at);
        const shown = (clock: TicketClock) => {
          const { metric, ordinal, cycle, state, breachAt, wouldBreachAt, stop, target } = clock;
          return { metric, ordinal, cycle, state, breachAt, wouldBreachAt, stop, target, reached: reached(clock, at) };
        };
        expect(carried.map(shown)).toEqual(again.map(shown));
      }),
      { numRuns: 500 },
    );
  });

  test('a step that is announced is the first instant at which so much has elapsed, and a breach the last that is in time', () => {
    fc.assert(
      fc.property(anyRulebook, fc.constantFrom('P1', 'P2', 'P3', 'P4'), later, (rulebook, first, seconds) => {
        const { clockLog } = stateOf(story(created(seconds / 60, { priority: first as 'P1' })));
        const elapsedAt = (at: number, { metric }: TicketClock) =>
          ticketClocks(clockLog, rulebook, () => null, at).find((clock) => clock.metric === metric)!.elapsed;
        for (const clock of ticketClocks(clockLog, rulebook, () => null))
          for (const { step, at } of clock.announcements)
            if (step === 'breach') {
              expect(elapsedAt(at, clock)).toBe(clock.target);
              expect(elapsedAt(at + 1, clock)).toBe(clock.target! + 1);
            } else {
              const threshold = Math.ceil((clock.target! * step) / 100);
              expect(elapsedAt(at, clock)).toBe(threshold);
              expect(elapsedAt(at - 1, clock)).toBe(threshold - 1);
            }
      }),
      { numRuns: 100 },
    );
  });
});
