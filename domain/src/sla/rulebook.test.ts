/** Which version of which policy a ticket is promised by, told by tickets (ticket/example.ts). */
import { describe, expect, test } from 'vitest';
import {
  brief,
  clocksAfter,
  created,
  OFFICE,
  onePolicy,
  policy,
  priority,
  reply,
  secondOf,
  type Short,
  status,
  story,
} from '../ticket/example.ts';
import { HOUR, plain, promised, resolution, rules, tagged, version } from '../ticket/rules-example.ts';
import type { TierOf } from './clock-log.ts';
import type { Condition } from './policy.ts';
import { liveEscalationPolicy } from './policy-presets.ts';
import { type CalendarVersion, createRulebook } from './rulebook.ts';

const noTier: TierOf = () => null;

const reopened = [status(200, 'resolved'), status(300, 'open', 'customer c')];

describe('a policy that is edited', () => {
  const rulebook = rules(version('sla', 1, null, resolution(8)), version('sla', 2, 100, resolution(2)));
  test('changes only cycles that begin after it', () => {
    expect(promised(rulebook, plain(99))).toEqual([['sla', 1, 8]]);
    expect(promised(rulebook, plain(100))).toEqual([['sla', 2, 2]]);
    expect(promised(rulebook, plain(0), ...reopened)).toEqual([
      ['sla', 1, 8],
      ['sla', 2, 2],
    ]);
  });
  test('changes no cycle that runs, whatever happens to its ticket', () =>
    expect(promised(rulebook, plain(0), priority(150, 'P3'), tagged(160, ['x']), reply(170))).toEqual([['sla', 1, 8]]));
  test('keeps the terms of a cycle that goes on after a reopening', () => {
    const resumed = (hours: number) =>
      resolution(hours, { clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], reopen: 'resume' }] });
    const goesOn = rules(version('sla', 1, null, resumed(8)), version('sla', 2, 100, resumed(2)));
    expect(promised(goesOn, plain(0), ...reopened)).toEqual([['sla', 1, 8]]);
  });
  test('begins for all of history where its first version is dated back, and otherwise when it was made', () => {
    expect(promised(rules(version('sla', 1, null, resolution(8))), plain(-1_000_000))).toEqual([['sla', 1, 8]]);
    expect(promised(rules(version('sla', 1, 100, resolution(8))), plain(99))).toEqual([]);
    expect(promised(rules(version('sla', 1, 100, resolution(8))), plain(100))).toEqual([['sla', 1, 8]]);
  });
  test('of two versions from one instant the later one holds', () =>
    expect(promised(rules(version('sla', 2, 100, resolution(2)), version('sla', 1, 100, resolution(8))), plain(100))).toEqual([
      ['sla', 2, 2],
    ]));
});

describe('a policy that is retired', () => {
  const rulebook = rules(version('sla', 1, null, resolution(8)), version('sla', 2, 100, null), version('sla', 3, 1000, resolution(4)));
  test('still holds for the cycles that run', () => expect(promised(rulebook, plain(0), tagged(150, ['x']))).toEqual([['sla', 1, 8]]));
  test('promises nothing to what begins after it', () => {
    expect(promised(rulebook, plain(100))).toEqual([]);
    expect(promised(rulebook, plain(0), ...reopened)).toEqual([['sla', 1, 8]]);
  });
  test('may come back', () => expect(promised(rulebook, plain(1000))).toEqual([['sla', 3, 4]]));
});

test('a policy holds for the cycles that begin from validFrom to before validTo', () => {
  const rulebook = rules(version('sla', 1, null, resolution(8, { validFrom: secondOf(100), validTo: secondOf(250) })));
  expect(promised(rulebook, plain(99))).toEqual([]);
  expect(promised(rulebook, plain(100))).toEqual([['sla', 1, 8]]);
  expect(promised(rulebook, plain(249), tagged(600, ['x']))).toEqual([['sla', 1, 8]]);
  expect(promised(rulebook, plain(250))).toEqual([]);
});

describe('conditions', () => {
  const known = {
    priority: 'P2',
    channel: 'chat',
    team: 'billing',
    supportTier: 'L2',
    category: 'api',
    product: 'app',
    organisation: 'acme',
    requester: 'ada',
    language: 'de',
    serviceSite: 'hq',
    tags: ['vip', 'beta'],
  };
  const tierOf: TierOf = ({ organisation }) => (organisation === 'acme' ? 'enterprise' : null);
  const holds = (match: Condition[], data: object) =>
    clocksAfter(story(created(0, data)), 'resolution', { rulebook: onePolicy({ match }), tierOf }).length === 1;
  const any = (field: Condition['field'], ...values: (string | null)[]): Condition => ({ field, is: 'any_of', values });
  const none = (field: Condition['field'], ...values: (string | null)[]): Condition => ({ field, is: 'none_of', values });

  test.each<[Condition['field'], string, string]>([
    ['priority', 'P2', 'P1'],
    ['channel', 'chat', 'email'],
    ['team', 'billing', 'sales'],
    ['supportTier', 'L2', 'L1'],
    ['category', 'api', 'login'],
    ['product', 'app', 'site'],
    ['organisation', 'acme', 'other'],
    ['requester', 'ada', 'bob'],
    ['language', 'de', 'en'],
    ['serviceSite', 'hq', 'lab'],
    ['customerTier', 'enterprise', 'free'],
    ['tags', 'vip', 'old'],
  ])('ask about %s', (field, value, other) => {
    expect(
      [any(field, other, value), any(field, other), none(field, other), none(field, other, value)].map((one) => holds([one], known)),
    ).toEqual([true, false, true, false]);
  });

  test('of a tier whichever way it is written', () =>
    expect([any('customerTier', ' Enterprise'), none('customerTier', 'ENTERPRISE')].map((one) => holds([one], known))).toEqual([
      true,
      false,
    ]));

  test.each<Condition['field']>([
    'team',
    'supportTier',
    'category',
    'product',
    'organisation',
    'requester',
    'language',
    'serviceSite',
    'customerTier',
    'tags',
  ])('ask whether there is a %s', (field) => {
    expect([any(field, null), any(field, 'x', null), none(field, null), none(field, 'x')].map((one) => holds([one], {}))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect([any(field, null), none(field, null)].map((one) => holds([one], known))).toEqual([false, true]);
  });

  test('must all hold', () => {
    expect(holds([any('team', 'billing'), any('channel', 'chat'), none('tags', 'old')], known)).toBe(true);
    expect(holds([any('team', 'billing'), any('channel', 'email')], known)).toBe(false);
  });
  test('of tags: each of two may be met by another tag', () => expect(holds([any('tags', 'vip'), any('tags', 'beta')], known)).toBe(true));
  test('none of them hold for every ticket', () => expect(holds([], {})).toBe(true));
});

describe('several policies', () => {
  const vip = resolution(2, { rank: 50, match: [{ field: 'tags', is: 'any_of', values: ['vip'] }] });
  const rulebook = rules(version('all', 1, null, resolution(8)), version('vip', 1, null, vip));

  test('the first that matches holds, by rank', () => {
    expect(promised(rulebook, plain(0, ['vip']))).toEqual([['vip', 1, 2]]);
    expect(promised(rulebook, plain(0))).toEqual([['all', 1, 8]]);
    expect(rulebook.policiesAt('service', 0).map(({ id }) => id)).toEqual(['vip', 'all']);
  });
  test('of one rank stand in the order of their ids', () => {
    const even = rules(version('b', 1, null, resolution(8)), version('a', 1, null, resolution(4)));
    expect(promised(even, plain(0))).toEqual([['a', 1, 4]]);
  });
  test('a ticket that comes to match another is measured by that one from then on', () => {
    const day = [plain(0), tagged(60, ['vip'])];
    expect(promised(rulebook, ...day)).toEqual([['vip', 1, 2]]);
    // An hour by the first, and an hour by the second, of two in all.
    const [clock] = clocksAfter(story(...day, status(120, 'resolved')), 'resolution', { rulebook });
    expect(clock).toMatchObject({ elapsed: 2 * HOUR, due: secondOf(120), breachAt: null, state: 'met', pin: secondOf(0) });
    expect(promised(rulebook, ...day, tagged(90, [], ['vip']))).toEqual([['all', 1, 8]]);
  });
  test('one that was made since the cycle began does not take it over', () => {
    const later = rules(version('all', 1, null, resolution(8)), version('vip', 1, 30, vip));
    expect(promised(later, plain(0), tagged(60, ['vip']), ...reopened)).toEqual([
      ['all', 1, 8],
      ['vip', 1, 2],
    ]);
  });
  test('a ticket that matches none any more keeps what it was promised; what begins then is promised nothing', () => {
    const only = rules(version('vip', 1, null, vip));
    expect(promised(only, plain(0, ['vip']), tagged(60, [], ['vip']))).toEqual([['vip', 1, 2]]);
    expect(promised(only, plain(0, ['vip']), tagged(60, [], ['vip']), ...reopened)).toEqual([['vip', 1, 2]]);
  });
});

describe('families', () => {
  const live = policy({ ...liveEscalationPolicy({ business: 'office', always: 'always' }), cells: {}, tiers: {} });
  const rulebook = rules(version('sla', 1, null, resolution(8)), version('live', 1, null, live));
  const escalated: Short = [10, 'bot b', 'ticket.escalated', { toTier: 'L1', kind: 'low_ai_confidence' }];

  test('each have a policy of their own for one ticket', () => {
    const day = story(created(0, { priority: 'P2', channel: 'chat' }), escalated, reply(14));
    expect(clocksAfter(day, null, { rulebook }).map((clock) => [clock.metric, clock.policy.id, ...brief(clock)])).toEqual([
      ['resolution', 'sla', 0, null, 14, 'running'],
      ['escalation_response', 'live', 10, 14, 4, 'breached'],
    ]);
    expect(rulebook.metrics).toEqual([
      { family: 'service', metric: 'resolution' },
      { family: 'escalation', metric: 'escalation_response' },
    ]);
  });
  test('a ticket outside of one still has the other', () =>
    expect(
      clocksAfter(story(created(0, { priority: 'P2', channel: 'email' }), escalated), null, { rulebook }).map(({ metric }) => metric),
    ).toEqual(['resolution']));
  test('a policy that comes into another leaves the first one', () => {
    const moved = rules(version('sla', 1, null, resolution(8)), version('sla', 2, 100, resolution(4, { family: 'other' })));
    expect(moved.policiesAt('service', secondOf(99)).map(({ key }) => key)).toEqual(['sla@1']);
    expect(moved.policiesAt('service', secondOf(100))).toEqual([]);
    expect(moved.policiesAt('other', secondOf(100)).map(({ key }) => key)).toEqual(['sla@2']);
  });
});

describe('a calendar', () => {
  const calendars: CalendarVersion[] = [
    { id: 'office', version: 1, from: secondOf(100), spec: { zone: 'UTC', hours: OFFICE } },
    { id: 'office', version: 2, from: secondOf(200), spec: { zone: 'UTC', always: true } },
    { id: 'office', version: 3, from: secondOf(300), spec: null },
  ];
  const { calendarAt } = createRulebook([version('sla', 1, null, resolution(8))], calendars);
  const evening = secondOf(12 * 60);
  test.each([
    [0, 1, false],
    [100, 1, false],
    [199, 1, false],
    [200, 2, true],
  ])('at minute %i is version %i', (minute, number, isOpenInTheEvening) => {
    const { version: found, calendar } = calendarAt('office', secondOf(minute));
    expect([found, calendar.isOpen(evening)]).toEqual([number, isOpenInTheEvening]);
  });
  test('that was retired goes on as it was last', () => expect(calendarAt('office', secondOf(300)).calendar.isOpen(evening)).toBe(true));
  test('that is not there is a mistake of the program', () => expect(() => calendarAt('other', 0)).toThrow('there is no calendar "other"'));
  test('of its priority is the one a policy names for it', () => {
    const rulebook = onePolicy();
    const calendarsOf = (data: string) =>
      clocksAfter(story(created(0, { priority: data as 'P1' })), 'resolution', { rulebook, tierOf: noTier });
    expect(calendarsOf('P1')[0]!.calendar.id).toBe('always');
    expect(calendarsOf('P2')[0]!.calendar.id).toBe('office');
  });
});
