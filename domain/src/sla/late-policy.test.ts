/** Tickets that no policy matches when a clock would begin, and one does later: told by tickets (ticket/example.ts). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asks,
  brief,
  CALENDARS,
  clocksAfter,
  created,
  type Measuring,
  note,
  policy,
  priority,
  reply,
  secondOf,
  type Short,
  status,
  story,
} from '../ticket/example.ts';
import type { TierOf } from './clock-log.ts';
import type { ClockInput } from './settings.ts';
import type { PolicyInput } from './policy.ts';
import { clocksOf, type Family } from './presets.ts';
import { createRulebook, type PolicyVersion } from './rulebook.ts';

/** A policy for one team alone: 15 minutes to answer and four hours to resolve at P1, around the clock. */
const forTeam = (more: Partial<ClockInput> = {}, others: Partial<PolicyInput> = {}) =>
  policy({
    match: [{ field: 'team', is: 'any_of', values: ['billing'] }],
    clocks: clocksOf('watchdesk').map((clock) => ({ ...clock, ...more })),
    ...others,
  });
const rulebookOf = (spec: PolicyVersion['spec'], from: number | null = null) =>
  createRulebook([{ id: 'sla', version: 1, from: from === null ? null : secondOf(from), spec }], CALENDARS);
const team = (when: number, to: string | null): Short => [when, 'automation trigger', 'team.changed', { to }];
const clocks = (metric: string, shorts: Short[], measuring: Measuring = {}) =>
  clocksAfter(story(...shorts), metric, { rulebook: rulebookOf(forTeam()), ...measuring });

describe('a first response that no policy promises at the creation', () => {
  test('is promised from the instant at which one matches', () =>
    expect(clocks('first_response', [created(0), team(1, 'billing'), reply(20)])).toMatchObject([
      { cycle: 'e1', start: secondOf(1), stop: secondOf(20), due: secondOf(16), breachAt: secondOf(16), state: 'breached' },
    ]));
  test('is none where it was answered before', () =>
    expect(clocks('first_response', [created(0), reply(5), team(10, 'billing')])).toEqual([]));
  test('is still owed after an internal note', () =>
    expect(clocks('first_response', [created(0), note(5), team(10, 'billing')])).toMatchObject([{ start: secondOf(10) }]));
  test('is none where the ticket was resolved before, or with the match', () => {
    expect(clocks('first_response', [created(0), status(5, 'resolved'), team(10, 'billing')])).toEqual([]);
    expect(clocks('first_response', [created(0), status(5, 'resolved'), team(5, 'billing')])).toEqual([]);
  });
  test('is none of a ticket that an agent opened, nor a second one', () => {
    expect(clocks('first_response', [created(0, { priority: 'P1' }, 'agent a'), team(1, 'billing')])).toEqual([]);
    const away = [created(0), team(1, 'billing'), reply(5), team(10, null), asks(15), team(20, 'billing')];
    expect(clocks('first_response', away)).toHaveLength(1);
  });
  test('is promised once its requester is known, by the tier that was sold', () => {
    const rulebook = rulebookOf(forTeam({}, { match: [{ field: 'customerTier', is: 'any_of', values: ['enterprise'] }] }));
    const tierOf: TierOf = ({ requester }) => (requester === 'ada' ? 'enterprise' : null);
    const known: Short = [2, 'automation trigger', 'requester.changed', { to: 'ada' }];
    expect(clocks('first_response', [created(0), known], { rulebook, tierOf })).toMatchObject([
      { start: secondOf(2), tier: 'enterprise', target: 7 * 60 },
    ]);
  });
  test('is not promised while nobody says anything of the ticket, though a policy for it was made', () => {
    const rulebook = rulebookOf(forTeam(), 60);
    const before = [created(0, { priority: 'P1', team: 'billing' })];
    expect(clocks('first_response', before, { rulebook, asOf: 100 })).toEqual([]);
    expect(clocks('first_response', [...before, note(70)], { rulebook })).toMatchObject([{ start: secondOf(70) }]);
  });
});

describe('other clocks', () => {
  test('begin with the match as well, and count from there', () => {
    const [clock] = clocks('resolution', [created(0), team(30, 'billing'), status(60, 'resolved')]);
    expect(brief(clock!)).toEqual([30, 60, 30, 'met']);
  });
  test('do so again after a reopening', () => {
    const day = [created(0), team(1, 'billing'), status(10, 'resolved'), team(20, null), status(30, 'open'), team(40, 'billing')];
    expect(clocks('resolution', day).map(brief)).toEqual([
      [1, 10, 9, 'met'],
      [40, null, 0, 'running'],
    ]);
  });
  test('wait for the oldest question without an answer', () => {
    const day = [created(0), reply(5), asks(10), team(20, 'billing'), asks(25), reply(40)];
    expect(clocks('next_response', day).map(brief)).toEqual([[20, 40, 20, 'breached']]);
    expect(clocks('next_response', [created(0), reply(5), asks(10), reply(15), team(20, 'billing')])).toEqual([]);
  });
});

describe('a question to a resolved ticket, which is opened again then', () => {
  const day = [created(0), team(1, 'billing'), reply(5), status(10, 'resolved'), asks(20)];
  const next = (shorts: Short[], onPolicy: ClockInput['onPolicy'] = 'segment') =>
    clocks('next_response', shorts, { rulebook: rulebookOf(forTeam({ onPolicy })), asOf: 30 }).map(brief);
  const back = [...day, team(20.5, null), status(21, 'open'), team(22, 'billing')];

  test('waits since it was asked', () => expect(next([...day, status(21, 'open')])).toEqual([[20, null, 10, 'running']]));
  test('is remembered while no policy matches', () => {
    expect(next(back)).toEqual([[22, null, 8, 'running']]);
    expect(next(back, 'retroactive')).toEqual([[20, null, 10, 'running']]);
  });
  test('is not where it was answered meanwhile, or before', () => {
    expect(next([...back.slice(0, -1), reply(21.5), team(22, 'billing')])).toEqual([]);
    expect(next([...day, reply(20.2), ...back.slice(5)])).toEqual([]);
  });
  test('that is asked while none matches is promised from the match', () => {
    const unasked = [...day.slice(0, -1), team(15, null)];
    expect(next([...unasked, asks(20), status(21, 'open'), team(22, 'billing')])).toEqual([[22, null, 8, 'running']]);
    expect(next([...unasked, asks(20), team(20.5, 'billing'), status(21, 'open')])).toEqual([[20.5, null, 9.5, 'running']]);
    expect(next([...unasked, team(16, 'billing'), asks(20), status(21, 'open')])).toEqual([[20, null, 10, 'running']]);
  });
});

describe('a clock that takes policies retroactively', () => {
  const rulebook = rulebookOf(forTeam({ onPolicy: 'retroactive' }));
  test('counts from where it would have begun, without the pauses', () => {
    const day = [created(0), status(10, 'pending'), status(40, 'open'), team(60, 'billing')];
    expect(clocks('resolution', day, { rulebook })).toMatchObject([
      { cycle: 'e0', start: secondOf(0), elapsed: 30 * 60, pauses: [[secondOf(10), secondOf(40)]] },
    ]);
  });
  test('is breached at the earliest when the policy matches', () =>
    expect(clocks('first_response', [created(0), team(20, 'billing'), reply(30)], { rulebook })).toMatchObject([
      { start: secondOf(0), breachAt: secondOf(20), due: secondOf(20), state: 'breached' },
    ]));
  test('begins anew with a priority that came before the match', () => {
    const restarts = rulebookOf(forTeam({ onPolicy: 'retroactive', onPriority: 'restart' }));
    const day = [created(0, { priority: 'P2' }), priority(60, 'P1'), team(61, 'billing'), status(62, 'resolved')];
    expect(clocks('resolution', day, { rulebook: restarts }).map(brief)).toEqual([[60, 62, 2, 'met']]);
  });
});

describe.each<[family: Family, metric: string]>([
  ['zendesk', 'requester_wait'],
  ['zendesk', 'agent_work'],
  ['zendesk', 'total_resolution'],
  ['freshdesk', 'resolution'],
  ['frappe', 'resolution'],
  ['servicenow', 'resolution'],
])('a reopening that goes on, as of %s’s %s, where the policy came to match', (family, metric) => {
  const rulebookBy = (onPolicy: ClockInput['onPolicy']) => {
    const own = clocksOf(family).map((clock) => ({ ...clock, onPolicy }));
    return rulebookOf(
      forTeam({}, { clocks: own, targets: Object.fromEntries(own.map((one) => [one.metric, { P1: 4 * 3600 }])), cells: {} }),
    );
  };
  const resolved: Short[] = [created(0), status(10, 'resolved'), status(30, 'open')];
  const matchedAt = (...matches: [when: number, to: string | null][]) =>
    [...resolved, ...matches.map(([when, to]) => team(when, to))].toSorted(([a], [b]) => Number(a) - Number(b));
  const cyclesOf = (day: Short[], onPolicy: ClockInput['onPolicy'] = 'segment') =>
    clocks(metric, day, { rulebook: rulebookBy(onPolicy), asOf: 40 }).map(brief);

  test.each<[when: string, matches: [number, string | null][], start: number, elapsed: number]>([
    ['before the resolve', [[5, 'billing']], 5, 15],
    ['while it was resolved', [[20, 'billing']], 30, 10],
    [
      'while it was resolved, and again',
      [
        [12, 'billing'],
        [15, null],
        [20, 'billing'],
      ],
      30,
      10,
    ],
    ['with the reopening', [[30, 'billing']], 30, 10],
    ['after it', [[31, 'billing']], 31, 9],
    [
      'after it, having gone while it was resolved',
      [
        [12, 'billing'],
        [20, null],
        [31, 'billing'],
      ],
      31,
      9,
    ],
  ])('%s', (_, matches, start, elapsed) => expect(cyclesOf(matchedAt(...matches))).toEqual([[start, null, elapsed, 'running']]));
  test.each([5, 20, 30, 31])('at %i, retroactively: from the creation, without the gap', (when) =>
    expect(cyclesOf(matchedAt([when, 'billing']), 'retroactive')).toEqual([[0, null, 20, 'running']]),
  );
  test('while it was resolved, and it stays so', () => expect(cyclesOf([...resolved.slice(0, 2), team(20, 'billing')])).toEqual([]));
});

test('another priority that came while the ticket was resolved begins nothing anew, as where the policy always matched', () => {
  const clocksNow = clocksOf('servicenow').map((clock) => ({ ...clock, onPolicy: 'retroactive' as const }));
  const targets = { resolution: { P1: 4 * 3600 } };
  const day = [created(0, { priority: 'P2' }), status(10, 'resolved'), priority(15, 'P1'), status(30, 'open'), team(31, 'billing')];
  for (const match of [[], forTeam().match]) {
    const rulebook = rulebookOf(forTeam({}, { match, clocks: clocksNow, targets, cells: {} }));
    expect(clocks('resolution', day, { rulebook, asOf: 40 }).map(brief)).toEqual([[0, null, 20, 'running']]);
  }
});

test('what went on too long before a resolve is breached at the earliest when the ticket is open again', () => {
  const day = [created(0), status(20, 'resolved'), team(25, 'billing'), status(30, 'open')];
  const targets = { resolution: { P1: 15 * 60 } };
  const clocksNow = clocksOf('frappe')
    .slice(1)
    .map((clock) => ({ ...clock, onPolicy: 'retroactive' as const }));
  const rulebook = rulebookOf(forTeam({}, { clocks: clocksNow, targets, cells: {} }));
  expect(clocks('resolution', day, { rulebook })).toMatchObject([{ start: secondOf(0), due: secondOf(30), breachAt: secondOf(30) }]);
});

test('a clock that runs at the end where its policy has always matched also runs where it matches at the end alone', () => {
  const families: Family[] = ['watchdesk', 'zendesk', 'freshdesk', 'jira', 'chatwoot', 'zammad', 'frappe', 'servicenow'];
  const happening = fc.oneof(
    { arbitrary: fc.constantFrom(reply, asks, note), weight: 3 },
    {
      arbitrary: fc.constantFrom('open', 'pending', 'on_hold', 'resolved', 'closed').map((to) => (at: number) => status(at, to)),
      weight: 4,
    },
    { arbitrary: fc.constantFrom('P1', 'P2').map((to) => (at: number) => priority(at, to)), weight: 1 },
    { arbitrary: fc.constantFrom('billing', null).map((to) => (at: number) => team(at, to)), weight: 3 },
  );
  const day = fc.array(fc.tuple(fc.constantFrom(0, 1, 5, 20), happening), { maxLength: 12 });
  const onPolicies = fc.constantFrom('segment' as const, 'retroactive' as const, 'restart' as const);
  fc.assert(
    fc.property(fc.constantFrom(...families), onPolicies, fc.constantFrom('new', 'resolved'), day, (family, onPolicy, first, steps) => {
      let minute = 0;
      const shorts = steps.map(([wait, happens]) => happens((minute += wait)));
      const events = story(created(0, { priority: 'P1', status: first as 'new' }), ...shorts, team(minute + 1, 'billing'));
      const own = clocksOf(family).map((clock) => ({ ...clock, onPolicy }));
      const targets = Object.fromEntries(own.map(({ metric }) => [metric, { P1: 900, P2: 3600 }]));
      const openUnder = (match: PolicyInput['match']) =>
        clocksAfter(events, null, { rulebook: rulebookOf(forTeam({}, { match, clocks: own, targets, cells: {} })) })
          .filter(({ stop }) => stop === null)
          .map(({ metric }) => metric)
          .toSorted();
      expect(openUnder(forTeam().match)).toEqual(openUnder([]));
    }),
    { numRuns: 500 },
  );
});
