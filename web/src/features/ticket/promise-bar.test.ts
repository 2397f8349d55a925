import { describe, expect, test } from 'vitest';
import type { TicketClock } from '../../api/client.ts';
import { barOf, labelled } from './promise-bar.ts';
import { businessWords, targetWords } from './promise-words.ts';
import { elapsedSeconds, hasClosings, nextMoment, remainingSeconds, sorted, stateOf } from './promise-state.ts';

const START = Date.parse('2026-11-25T14:00:00.000Z');
const at = (minutes: number): number => START + minutes * 60_000;
const iso = (minutes: number): string => new Date(at(minutes)).toISOString();

/** Of one hour, begun at 14:00, asked after 30 minutes. */
const clock = (more: Partial<TicketClock> = {}): TicketClock => ({
  metric: 'first_response',
  ordinal: 1,
  cycle: 'e1',
  policy: { id: 'p', version: 2, name: 'Standard' },
  calendar: { id: 'c', version: 1, name: 'Business hours' },
  priority: 'P2',
  tier: null,
  state: 'running',
  isRunning: true,
  startedAt: iso(0),
  countsFrom: iso(0),
  stoppedAt: null,
  targetSeconds: 3600,
  elapsedSeconds: 1800,
  remainingSeconds: 1800,
  dueAt: iso(60),
  breachAt: null,
  breachesAt: iso(60),
  isOpenNow: true,
  steps: [50, 80, 90, 100].map((step) => ({ step, at: iso((60 * step) / 100), madeAt: step === 50 ? iso(30) : null })),
  stretches: [{ from: iso(0), to: iso(60) }],
  pauses: [],
  shares: [],
  countedSeconds: 1800,
  pausedSeconds: 0,
  outsideSeconds: 0,
  chargedTo: null,
  heldAtBreach: null,
  ...more,
});

describe('the state', () => {
  const over = { stoppedAt: iso(20), isRunning: false };
  test.each([
    [{}, 30, 'running'],
    [{ isOpenNow: false }, 30, 'outside'],
    [{ isRunning: false, state: 'paused', dueAt: null, breachesAt: null }, 30, 'paused'],
    [{}, 60, 'running'],
    [{}, 60.1, 'overdue'],
    [{ state: 'breached', isRunning: false, breachAt: iso(60) }, 90, 'overdue'],
    [{ ...over, state: 'met' }, 30, 'met'],
    [{ ...over, state: 'breached' }, 30, 'breached'],
    [{ ...over, state: 'cancelled' }, 30, 'cancelled'],
  ] as const)('%o after %d minutes: %s', (more, minutes, state) => expect(stateOf(clock(more), at(minutes))).toBe(state));
});

describe('what is left', () => {
  const left = (more: Partial<TicketClock>, minutes: number): number | null => remainingSeconds(clock(more), at(30), at(minutes));
  test('counts down by the second from the moment of the answer', () => expect(left({}, 30.5)).toBe(1770));
  test('goes below zero past the breach', () => expect(left({}, 61)).toBe(-60));
  test('rests outside of the hours and while it stands still', () => {
    expect(left({ isOpenNow: false }, 45)).toBe(1800);
    expect(left({ isRunning: false }, 45)).toBe(1800);
  });
  test('does not run on past the closing', () => {
    const stretches = [
      { from: iso(0), to: iso(40) },
      { from: iso(100), to: iso(120) },
    ];
    expect(left({ stretches, dueAt: iso(120), breachesAt: iso(120) }, 50)).toBe(1200);
  });
  test('is unknown without a target', () => expect(left({ remainingSeconds: null, targetSeconds: null }, 40)).toBeNull());
  test('what is counted and what is left are the target', () =>
    expect(elapsedSeconds(clock(), at(30), at(41)) + (left({}, 41) ?? 0)).toBe(3600));
});

describe('business time', () => {
  const plain = (words: string): string => words.replaceAll('\u00a0', ' ');
  test.each([
    [172_800, '48 h 00 m', '48 h'],
    [157_290, '43 h 41 m', '43 h 41 m'],
    [300, '5 m 00 s', '5 m'],
    [450, '7 m 30 s', '7 m 30 s'],
    [36_000, '10 h 00 m', '10 h'],
    [20, '20 s', '20 s'],
  ])('%d seconds: %s, as a target %s', (seconds, words, target) => {
    expect(plain(businessWords(seconds))).toBe(words);
    expect(plain(targetWords(seconds))).toBe(target);
  });

  test('says so only where it differs from the clock on the wall', () => {
    expect(hasClosings(clock(), at(30))).toBe(false);
    expect(hasClosings(clock({ outsideSeconds: 60 }), at(30))).toBe(true);
    expect(hasClosings(clock({ dueAt: iso(61) }), at(30))).toBe(true);
  });
});

test('it is asked again at the next step, opening or closing of a clock that runs', () => {
  expect(nextMoment([clock()], at(30))).toBe(at(48));
  expect(nextMoment([clock({ stretches: [{ from: iso(0), to: iso(35) }] })], at(30))).toBe(at(35));
  expect(nextMoment([clock({ stoppedAt: iso(20) }), clock({ isRunning: false })], at(30))).toBe(Infinity);
});

test('what is owed comes first, what has just ended stays in sight, the rest is put away', () => {
  const later = clock({ metric: 'resolution', breachesAt: iso(500) });
  const still = clock({ metric: 'update', isRunning: false, breachesAt: null });
  const justMet = clock({ metric: 'next_response', state: 'met', stoppedAt: iso(29), isRunning: false });
  const old = clock({ state: 'met', stoppedAt: iso(1), isRunning: false });
  const cancelled = clock({ state: 'cancelled', stoppedAt: iso(29), isRunning: false });
  const soon = clock();
  const { shown, finished } = sorted([old, justMet, still, later, cancelled, soon], at(30));
  expect(shown).toEqual([soon, later, still, justMet]);
  expect(finished).toEqual([cancelled, old]);
});

describe('the bar', () => {
  test('what is behind now was counted, what is before it is to come', () => {
    const { spans } = barOf(clock(), at(30));
    expect(spans.map(({ kind }) => kind)).toEqual(['counted', 'ahead', 'after']);
    expect(spans[0]?.to).toBeCloseTo(0.5 / 1.04);
    expect(spans[1]?.to).toBeCloseTo(1 / 1.04);
  });

  test('what is counted after the breach is over', () => {
    const { spans } = barOf(clock({ stretches: [{ from: iso(0), to: iso(90) }], breachAt: iso(60), state: 'breached' }), at(90));
    expect(spans.map(({ kind }) => kind)).toEqual(['counted', 'over', 'after']);
  });

  test('after its end nothing is said of the hours', () => {
    const { spans } = barOf(
      clock({ state: 'met', isRunning: false, stoppedAt: iso(15), stretches: [{ from: iso(0), to: iso(15) }] }),
      at(30),
    );
    expect(spans.map(({ kind }) => kind)).toEqual(['counted', 'after']);
    expect(spans[1]?.from).toBe(spans[0]?.to);
  });

  test('stretches that touch are one', () => {
    const stretches = [
      { from: iso(0), to: iso(10) },
      { from: iso(10), to: iso(30) },
    ];
    expect(barOf(clock({ stretches }), at(30)).spans.filter(({ kind }) => kind === 'counted')).toHaveLength(1);
  });

  test('every point in the order of time, the breach behind the step at the same instant', () => {
    const steps = [...clock().steps, { step: 'breach' as const, at: iso(60), madeAt: null }];
    const why = { status: 'pending', reason: null };
    const pauses = [{ from: iso(10), to: iso(20), why }];
    const points = barOf(clock({ steps, pauses, state: 'running' }), at(30)).points;
    expect(points.map(({ kind, step }) => step ?? kind)).toEqual([
      'start',
      'pauseFrom',
      'pauseTo',
      50,
      'now',
      80,
      90,
      100,
      'due',
      'breach',
    ]);
    expect(points[1]?.why).toEqual(why);
  });

  test('a pause that lasts has no end yet', () => {
    const pauses = [{ from: iso(10), to: iso(30), why: { status: 'pending', reason: null } }];
    const points = barOf(clock({ pauses, isRunning: false, state: 'paused' }), at(30)).points;
    expect(points.filter(({ kind }) => kind === 'pauseTo')).toEqual([]);
  });

  test('twice the target is told and not drawn', () => {
    const steps = [...clock().steps, { step: 200, at: iso(120), madeAt: null }];
    const severe = barOf(clock({ steps }), at(30)).points.find(({ step }) => step === 200);
    expect(severe?.place).toBeGreaterThan(1);
  });

  test('numbers that would stand on each other are left out, the target’s stays', () => {
    const steps = [50, 80, 90, 100].map((step) => ({ step, at: iso(step === 50 ? 30 : 55 + step / 20), madeAt: null }));
    const kept = labelled(barOf(clock({ steps }), at(30)).points, 0.08);
    expect([...kept].map(({ step }) => step)).toEqual([100, 50]);
  });
});
