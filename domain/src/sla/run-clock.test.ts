/** What the worked examples leave open: each decided once, and told in docs/sla.md. */
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import { always, type Happening, HOUR, told } from './example.ts';
import { clocksOf } from './presets.ts';
import { runClock } from './run-clock.ts';
import { type ClockInput, clockSettings, createClock } from './settings.ts';

const seconds: Record<string, number | null> = { P0: 2 * HOUR, P1: 4 * HOUR, P2: 8 * HOUR, P3: 24 * HOUR, P4: null };
const weekdays = createCalendar({ zone: 'UTC', hours: { thu: [['00:00', '05:00']], fri: [['00:00', '24:00']] } });
/** Policy A and B promise the same on calendars of their own; C promises a day more. */
const termsOf = (policy: string) => ({
  calendarOf: () => (policy === 'B' ? weekdays : always),
  targetOf: (priority: string) => (policy === 'C' ? 48 * HOUR : (seconds[priority] ?? null)),
});
const cyclesOf = (metric: string, happenings: Happening[], more: Partial<ClockInput> = {}, asOf = 100) => {
  const preset = clocksOf('watchdesk').find((clock) => clock.metric === metric)!;
  return runClock(createClock(clockSettings.parse({ ...preset, ...more })), told(happenings, { priority: 'P1' }), termsOf, asOf * HOUR);
};
const hours = (at: number | null) => (at === null ? null : at / HOUR);

describe('the next response of a ticket that is opened again', () => {
  const day: Happening[] = [
    [1, 'reply'],
    [2, 'to resolved'],
    [30, 'asks'],
    [31, 'to open'],
    [33, 'reply'],
  ];
  test('is waited for since the message that opened it', () =>
    expect(cyclesOf('next_response', day)).toMatchObject([{ start: 30 * HOUR, stop: 33 * HOUR, state: 'met' }]));
  test('is not waited for while it stays resolved', () => expect(cyclesOf('next_response', day.slice(0, 3))).toEqual([]));
  test('is not waited for where the message was answered before', () =>
    expect(cyclesOf('next_response', [...day.slice(0, 3), [30.5, 'reply'], [31, 'to open']])).toEqual([]));
});

describe('a breach there was', () => {
  const late: Happening[] = [
    [5, 'priority P2'],
    [7, 'to resolved'],
  ];
  test('stands when the clock begins anew: two cycles', () =>
    expect(cyclesOf('resolution', late, { onPriority: 'restart' })).toMatchObject([
      { start: 0, stop: 5 * HOUR, breachAt: 4 * HOUR, state: 'breached' },
      { start: 5 * HOUR, stop: 7 * HOUR, breachAt: null, state: 'met' },
    ]));
  test('is none when it begins anew in time: one cycle', () =>
    expect(cyclesOf('resolution', [[3, 'priority P2'], ...late.slice(1)], { onPriority: 'restart' })).toMatchObject([
      { start: 3 * HOUR, state: 'met' },
    ]));
  test('stands when another policy is applied to all of the cycle', () =>
    expect(
      cyclesOf(
        'resolution',
        [
          [5, 'policy C'],
          [7, 'to resolved'],
        ],
        { onPolicy: 'retroactive' },
      ),
    ).toMatchObject([{ due: 4 * HOUR, breachAt: 4 * HOUR, target: 48 * HOUR, state: 'breached' }]));
  test('is not dated back before the policy by which it is one', () => {
    const [cycle] = cyclesOf(
      'resolution',
      [
        [9, 'policy A'],
        [10, 'to resolved'],
      ],
      { onPolicy: 'retroactive' },
    );
    expect(cycle).toMatchObject({ breachAt: 4 * HOUR }); // the same policy: nothing is applied anew
    const day = told(
      [
        [9, 'policy A'],
        [10, 'to resolved'],
      ],
      { priority: 'P1', policy: 'C' },
    );
    const clock = createClock(clockSettings.parse({ ...clocksOf('watchdesk').at(-1)!, onPolicy: 'retroactive' }));
    expect(runClock(clock, day, termsOf, 100 * HOUR)).toMatchObject([{ due: 9 * HOUR, breachAt: 9 * HOUR, warned: { 50: 2 * HOUR } }]);
  });
});

test('what was merged away starts nothing any more', () =>
  expect(
    cyclesOf('resolution', [
      [1, 'merged'],
      [2, 'to resolved'],
      [3, 'to open'],
    ]),
  ).toMatchObject([{ state: 'cancelled', stop: HOUR }]));

test('what a raised priority has passed already is warned of when it is raised, by whatever calendar it counts then', () => {
  const office = createCalendar({ zone: 'UTC', hours: { thu: [['00:00', '09:00']] } });
  const clock = createClock(clocksOf('watchdesk').find(({ metric }) => metric === 'resolution')!);
  const terms = {
    calendarOf: (priority: string) => (priority === 'P1' ? always : office),
    targetOf: (priority: string) => seconds[priority] ?? null,
  };
  const [cycle] = runClock(clock, told([[6, 'priority P1']], { priority: 'P3' }), () => terms, 10 * HOUR);
  expect(cycle).toMatchObject({ breachAt: 6 * HOUR, warned: { 50: 6 * HOUR, 80: 6 * HOUR, 90: 6 * HOUR, 100: 6 * HOUR, 200: 8 * HOUR } });
});

describe('without a target', () => {
  test('nothing is due, though it would have been', () => {
    // Full at five on Thursday, which is closing time; on the way to Friday the promise goes.
    const day = told([[10, 'priority P4']], { priority: 'P2', policy: 'B' });
    const clock = createClock(clocksOf('watchdesk').at(-1)!);
    const terms = { calendarOf: () => weekdays, targetOf: (priority: string) => (priority === 'P2' ? 5 * HOUR : null) };
    const [cycle] = runClock(clock, day, () => terms, 12 * HOUR);
    expect(cycle).toMatchObject({ due: null, target: null, breachAt: null, remaining: null, elapsed: 5 * HOUR, state: 'running' });
  });
  test('it counts on, and meets the next target with all of it', () =>
    expect(
      cyclesOf('resolution', [
        [1, 'priority P4'],
        [6, 'priority P1'],
        [7, 'to resolved'],
      ]).map(({ breachAt }) => hours(breachAt)),
    ).toEqual([6]));
});

test('a target lowered while the clock stands still has no effect if it never runs again', () =>
  expect(
    cyclesOf('resolution', [
      [3, 'to pending'],
      [4, 'priority P0'],
      [5, 'to resolved'],
    ]),
  ).toMatchObject([{ elapsed: 3 * HOUR, target: 4 * HOUR, state: 'met' }]));

test('a clock of one cycle has no second one, reopened or not', () =>
  expect(
    cyclesOf(
      'resolution',
      [
        [1, 'to resolved'],
        [2, 'to open'],
      ],
      { once: true },
    ),
  ).toHaveLength(1));

test('a cycle is called by the event that began it, whatever else happened in that second', () =>
  expect(cyclesOf('resolution', [[0, 'priority P2']]).map(({ id }) => id)).toEqual(['created']));

test('one event ends a cycle and begins the next, also where it cancels', () =>
  expect(
    cyclesOf(
      'periodic_update',
      [
        [1, 'reply'],
        [2, 'reply'],
      ],
      { stop: ['solved'], cancel: ['agent_public'] },
    ).map(({ state }) => state),
  ).toEqual(['cancelled', 'cancelled', 'breached']));
