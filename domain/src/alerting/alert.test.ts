import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertInput, type AlertState, isFiring, membersBetween, type Moment, stepAlert } from './alert.ts';

const FOR_MS = 100;
const member = fc.constantFrom('a', 'b', 'c');
const gaps = fc.integer({ min: 0, max: 300 });
const input = (at: number): fc.Arbitrary<AlertInput> =>
  fc.oneof(
    fc.record({ type: fc.constant('hold' as const), at: fc.constant(at), member, isOpen: fc.boolean() }),
    fc.record({ type: fc.constant('release' as const), at: fc.constant(at), member }),
    fc.record({
      type: fc.constant('pulse' as const),
      at: fc.constant(at),
      isOpen: fc.boolean(),
      lastsMs: fc.integer({ min: 1, max: 500 }),
    }),
    fc.record({ type: fc.constant('tick' as const), at: fc.constant(at), isOpen: fc.boolean() }),
    fc.record({ type: fc.constantFrom('acknowledge' as const, 'resolve' as const), at: fc.constant(at), by: fc.constant('Ann') }),
    fc.record({
      type: fc.constant('snooze' as const),
      at: fc.constant(at),
      by: fc.constant('Ann'),
      until: fc.integer({ min: at - 10, max: at + 500 }),
    }),
    fc.record({ type: fc.constant('supersede' as const), at: fc.constant(at) }),
  );
const course = fc.array(gaps, { maxLength: 40 }).chain((steps) => {
  let at = 1000;
  return fc.tuple(...steps.map((gap) => input((at += gap))));
});

function run(inputs: readonly AlertInput[], forMs = FOR_MS) {
  let state: AlertState | null = null;
  const alerts: Moment[][] = [];
  const moments: Moment[] = [];
  for (const one of inputs) {
    const stepped = stepAlert({ forMs }, state, one);
    moments.push(...(stepped.ended ?? []), ...stepped.moments);
    alerts.at(-1)?.push(...(stepped.ended ?? []));
    if ((state === null && stepped.state !== null) || stepped.ended) alerts.push([]);
    alerts.at(-1)?.push(...stepped.moments);
    state = stepped.state;
  }
  return { state, moments, alerts };
}

describe('whatever is told to it, in whatever order:', () => {
  test('no alert fires twice without ending between', () =>
    fc.assert(
      fc.property(course, (inputs) => {
        let isOut = false;
        for (const { kind } of run(inputs).moments) {
          if (kind === 'fired') {
            expect(isOut).toBe(false);
            isOut = true;
          }
          if (kind === 'resolved' || kind === 'superseded') {
            expect(isOut).toBe(true);
            isOut = false;
          }
          if (kind === 'lapsed') expect(isOut).toBe(false);
        }
      }),
    ));

  test('one alert fires once and ends once', () =>
    fc.assert(
      fc.property(course, (inputs) => {
        for (const alert of run(inputs).alerts) {
          const of = (...kinds: string[]) => alert.filter(({ kind }) => kinds.includes(kind)).length;
          expect(of('fired')).toBeLessThanOrEqual(1);
          expect(of('resolved', 'superseded', 'lapsed')).toBeLessThanOrEqual(1);
        }
      }),
    ));

  test('moments never go back in time', () =>
    fc.assert(
      fc.property(course, (inputs) => {
        const instants = run(inputs).moments.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
    ));

  test('the same is made of the same, and in two parts as in one', () =>
    fc.assert(
      fc.property(course, fc.nat(40), (inputs, cut) => {
        const first = run(inputs.slice(0, cut));
        let state: AlertState | null = JSON.parse(JSON.stringify(first.state));
        const rest: Moment[] = [];
        for (const one of inputs.slice(cut)) {
          const stepped = stepAlert({ forMs: FOR_MS }, state, one);
          state = stepped.state;
          rest.push(...(stepped.ended ?? []), ...stepped.moments);
        }
        expect([...first.moments, ...rest]).toEqual(run(inputs).moments);
      }),
    ));

  test('a snooze ends: at the latest with the first thing heard after it, nobody is snoozed any more', () =>
    fc.assert(
      fc.property(course, fc.integer({ min: 600, max: 5000 }), (inputs, later) => {
        const { state } = run(inputs);
        const { state: after } = stepAlert({ forMs: FOR_MS }, state, { type: 'tick', at: (state?.at ?? 0) + later, isOpen: true });
        expect(after?.status).not.toBe('snoozed');
      }),
    ));

  test('nothing fires while it may not', () =>
    fc.assert(
      fc.property(course, (inputs) => {
        const closed = inputs.map((one) => ('isOpen' in one ? { ...one, isOpen: false } : one));
        expect(run(closed).moments.filter(({ kind }) => kind === 'fired')).toEqual([]);
      }),
    ));

  test('it is in force exactly while somebody was told and not that it is over', () =>
    fc.assert(
      fc.property(course, (inputs) => {
        const { state, moments } = run(inputs);
        const last = moments.findLast(({ kind }) => kind === 'fired' || kind === 'resolved' || kind === 'superseded')?.kind;
        expect(state !== null && isFiring(state)).toBe(last === 'fired');
      }),
    ));
});

const at = (minutes: number) => minutes * 60_000;
const kinds = (moments: readonly Moment[]) => moments.map(({ kind, at: when }) => [kind, when / 60_000]);

test('what has to hold for five minutes fires after five minutes', () => {
  const hold = (minutes: number): AlertInput => ({ type: 'hold', at: at(minutes), member: 'number', isOpen: true });
  expect(kinds(run([hold(0), hold(4), hold(5), hold(6)], at(5)).moments)).toEqual([
    ['pending', 0],
    ['fired', 5],
  ]);
});

test('what is over before that has never been told', () =>
  expect(
    kinds(
      run(
        [
          { type: 'hold', at: at(0), member: 'number', isOpen: true },
          { type: 'release', at: at(3), member: 'number' },
        ],
        at(5),
      ).moments,
    ),
  ).toEqual([
    ['pending', 0],
    ['lapsed', 3],
  ]));

test('a snooze is over at its instant, and what is over by then has ended', () => {
  const snoozed: AlertInput[] = [
    { type: 'hold', at: at(0), member: 'a', isOpen: true },
    { type: 'snooze', at: at(1), by: 'Ann', until: at(30) },
  ];
  expect(kinds(run([...snoozed, { type: 'tick', at: at(40), isOpen: true }], 0).moments)).toEqual([
    ['fired', 0],
    ['snoozed', 1],
    ['woken', 30],
  ]);
  expect(
    kinds(run([...snoozed, { type: 'release', at: at(20), member: 'a' }, { type: 'tick', at: at(40), isOpen: true }], 0).moments),
  ).toEqual([
    ['fired', 0],
    ['snoozed', 1],
    ['resolved', 20],
  ]);
});

test('what happens again after the quiet begins another, also where nobody noticed the end of the first', () => {
  const pulse = (minutes: number): AlertInput => ({ type: 'pulse', at: at(minutes), isOpen: true, lastsMs: at(60) });
  const { moments, alerts } = run([pulse(0), pulse(180)], 0);
  expect(kinds(moments)).toEqual([
    ['fired', 0],
    ['resolved', 60],
    ['fired', 180],
  ]);
  expect(alerts.length).toBe(2);
});

test('what joins an alert that somebody resolved begins another', () => {
  const hold = (minutes: number, of: string): AlertInput => ({ type: 'hold', at: at(minutes), member: of, isOpen: true });
  const { moments, alerts, state } = run(
    [hold(0, 'a'), { type: 'resolve', at: at(1), by: 'Ann' }, hold(2, 'a'), hold(3, 'b'), { type: 'release', at: at(4), member: 'a' }],
    0,
  );
  expect(kinds(moments)).toEqual([
    ['fired', 0],
    ['resolved', 1],
    ['fired', 3],
  ]);
  expect(alerts.length).toBe(2);
  expect(state?.members).toEqual(['b']);
});

test('what somebody resolved is silent until it has been well', () => {
  const { moments } = run(
    [
      { type: 'hold', at: at(0), member: 'a', isOpen: true },
      { type: 'resolve', at: at(1), by: 'Ann' },
      { type: 'hold', at: at(2), member: 'a', isOpen: true },
      { type: 'release', at: at(3), member: 'a' },
      { type: 'hold', at: at(4), member: 'a', isOpen: true },
    ],
    0,
  );
  expect(kinds(moments)).toEqual([
    ['fired', 0],
    ['resolved', 1],
    ['fired', 4],
  ]);
});

test('who came and who went between two states is what the sets say', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(9).map(String)), fc.uniqueArray(fc.nat(9).map(String)), fc.nat(9), (before, other, place) => {
      for (const after of [other, [...before, 'new'], before.toSpliced(place, 1), before, []]) {
        const { begins, ends } = membersBetween(before, after);
        expect([...begins]).toEqual(after.filter((one) => !before.includes(one)));
        expect([...ends]).toEqual(before.filter((one) => !after.includes(one)));
      }
    }),
  ));

test('a state that is kept is the same, whatever was made of it meanwhile', () => {
  const hold = (name: string, instant: number) => ({ type: 'hold', member: name, isOpen: true, at: instant }) as const;
  const one = stepAlert({ forMs: 0 }, null, hold('a', 1)).state;
  const two = stepAlert({ forMs: 0 }, one, hold('b', 2)).state;
  stepAlert({ forMs: 0 }, two, { type: 'release', member: 'a', at: 3 });
  expect(stepAlert({ forMs: 0 }, one, hold('b', 4)).state).toMatchObject({ members: ['a', 'b'], times: 2 });
  expect(stepAlert({ forMs: 0 }, two, hold('a', 4)).state).toMatchObject({ members: ['a', 'b'], times: 2 });
});
