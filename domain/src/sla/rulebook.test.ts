/** Which version of which policy a ticket is promised by, told by tickets (ticket/example.ts). */
import { describe, expect, test } from 'vitest';
import {
  brief,
  CALENDARS,
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
import type { TierOf } from './clock-log.ts';
import type { Condition, PolicyInput } from './policy.ts';
import { liveEscalationPolicy } from './policy-presets.ts';
import { type CalendarVersion, createRulebook, type PolicyVersion } from './rulebook.ts';

const HOUR = 3600;
const noTier: TierOf = () => null;

/** A policy that promises nothing but a resolution: so many hours at every priority, from nine to five. */
const resolution = (hours: number, more: Partial<PolicyInput> = {}) =>
  policy({
    calendar: { default: 'office' },
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], reopen: 'new_cycle' }],
    targets: {
      resolution: { P1: hours * HOUR, P2: hours * HOUR, P3: hours * HOUR, P4: hours * HOUR, P5: hours * HOUR },
    },
    cells: {},
    ...more,
  });
const version = (id: string, number: number, from: number | null, spec: PolicyVersion['spec']): PolicyVersion => ({
  id,
  version: number,
  from: from === null ? null : secondOf(from),
  spec,
});
const rules = (...policies: PolicyVersion[]) => createRulebook(policies, CALENDARS);

/** What the resolutions of a ticket were promised by at last: policy, version and hours. */
const promised = (rulebook: ReturnType<typeof rules>, ...shorts: Short[]) =>
  clocksAfter(story(...shorts), 'resolution', { rulebook, asOf: 3000 }).map((clock) => [
    clock.policy.id,
    clock.policy.version,
    clock.target === null ? null : clock.target / HOUR,
  ]);
const tagged = (when: number, added: string[], removed: string[] = []): Short => [when, 'agent a', 'tag.changed', { added, removed }];
const reopened = [status(200, 'resolved'), status(300, 'open', 'customer c')];
const plain = (when: number, tags: string[] = []) => created(when, { priority: 'P2', tags });

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

describe('a policy that is applied', () => {
  const [AT_FOUR, AT_EIGHT] = [7 * 60, 11 * 60];
  // Four hours from nine to five, and since eight in the evening four hours around the clock.
  const DAY = [version('day', 1, null, resolution(4)), version('day', 2, AT_EIGHT, resolution(4, { calendar: { default: 'always' } }))];
  const rulebook = rules(...DAY);
  const applied = (mode: string, clock = 'resolution', id = 'day', number = 2): Short => [
    AT_EIGHT,
    'agent a',
    'policy.applied',
    { policy: id, version: number, clock, mode },
  ];
  const day = (...more: Short[]) => clocksAfter(story(plain(AT_FOUR), ...more), 'resolution', { rulebook });
  const end = status(AT_EIGHT + 150, 'resolved');

  test('by segment: each stretch by the policy in force', () =>
    expect(day(applied('segment'), end)).toMatchObject([
      { policy: { id: 'day', version: 2 }, start: secondOf(AT_FOUR), elapsed: 3.5 * HOUR, due: secondOf(AT_EIGHT + 180), state: 'met' },
    ]));
  test('retroactively: all of the cycle by the new one, which it breaches when it is applied', () =>
    expect(day(applied('retroactive'), end)).toMatchObject([
      { policy: { version: 2 }, start: secondOf(AT_FOUR), elapsed: 6.5 * HOUR, breachAt: secondOf(AT_EIGHT), state: 'breached' },
    ]));
  test('from the beginning', () =>
    expect(day(applied('restart'), end)).toMatchObject([
      { policy: { version: 2 }, start: secondOf(AT_EIGHT), elapsed: 2.5 * HOUR, due: secondOf(AT_EIGHT + 240), state: 'met', cycle: 'e1' },
    ]));
  test('from the beginning, after a breach: that one stands', () => {
    const late = clocksAfter(story(plain(0), applied('restart'), end), 'resolution', { rulebook });
    expect(late.map((clock) => [clock.policy.version, clock.ordinal, ...brief(clock)])).toEqual([
      [1, 1, 0, AT_EIGHT, 480, 'breached'],
      [2, 2, AT_EIGHT, AT_EIGHT + 150, 150, 'met'],
    ]);
  });
  test('to another clock is none for this one', () =>
    expect(day(applied('segment', 'first_response'), end)).toMatchObject([{ policy: { version: 1 }, elapsed: HOUR }]));
  test('where no cycle runs changes nothing', () => {
    const solved = [plain(0), status(60, 'resolved'), applied('restart')];
    expect(promised(rulebook, ...solved)).toEqual([['day', 1, 4]]);
    expect(promised(rulebook, ...solved, status(AT_EIGHT + 60, 'open'))).toEqual([
      ['day', 1, 4],
      ['day', 2, 4],
    ]);
  });
  test('in a newer version brings an edit to a cycle that runs', () => {
    const edited = rules(version('day', 1, null, resolution(4)), version('day', 2, 600, resolution(2)));
    expect(promised(edited, plain(0), applied('segment', 'resolution', 'day', 2))).toEqual([['day', 2, 2]]);
  });
  test('and does not exist changes nothing', () =>
    expect(day(applied('segment', 'resolution', 'unheard of'), end)).toMatchObject([{ policy: { version: 1 }, elapsed: HOUR }]));

  describe('and a ticket that changes then', () => {
    const vip: Condition[] = [{ field: 'tags', is: 'any_of', values: ['vip'] }];
    const urgent: Condition[] = [{ field: 'priority', is: 'any_of', values: ['P1'] }];
    const sold: Condition[] = [{ field: 'customerTier', is: 'any_of', values: ['enterprise'] }];
    const others = rules(
      ...DAY,
      version('vip', 1, null, resolution(2, { rank: 1, match: vip })),
      version('vip', 2, AT_EIGHT - 10, resolution(3, { rank: 1, match: vip })),
      version('urgent', 1, null, resolution(1, { rank: 2, match: urgent })),
      version('sold', 1, null, resolution(5, { rank: 3, match: sold })),
    );
    const then = (...more: Short[]) => promised(others, plain(AT_FOUR), applied('segment'), ...more);

    test('stays under it while it matches what it matched', () =>
      expect(then(tagged(AT_EIGHT + 10, ['x']), priority(AT_EIGHT + 20, 'P3'))).toEqual([['day', 2, 4]]));
    test('comes under another policy of those there were when its cycle began', () => {
      expect(then(tagged(AT_EIGHT + 10, ['vip']))).toEqual([['vip', 1, 2]]);
      expect(then(priority(AT_EIGHT + 10, 'P1'))).toEqual([['urgent', 1, 1]]);
    });
    test('comes under that of its customer’s tier', () => {
      const belongs: Short = [AT_EIGHT + 10, 'agent a', 'organisation.changed', { to: 'acme' }];
      const tierOf: TierOf = ({ organisation }) => (organisation === 'acme' ? 'enterprise' : null);
      const events = story(plain(AT_FOUR), applied('segment'), belongs);
      expect(clocksAfter(events, 'resolution', { rulebook: others, tierOf })).toMatchObject([{ policy: { id: 'sold', version: 1 } }]);
    });
    test('comes back to the version that was applied', () =>
      expect(then(tagged(AT_EIGHT + 10, ['vip']), tagged(AT_EIGHT + 20, [], ['vip']))).toEqual([['day', 2, 4]]));
    test('of a cycle that was under another policy, as was told later, has not been under it', () =>
      expect(promised(others, plain(AT_FOUR, ['vip']), applied('restart'), tagged(AT_EIGHT + 20, [], ['vip']))).toEqual([['day', 1, 4]]));

    test('stays under a version that is not for it any more, until it matches something else', () => {
      const narrowed = rules(
        version('day', 1, null, resolution(4)),
        version('day', 2, AT_EIGHT, resolution(6, { match: vip })),
        version('rest', 1, null, resolution(8, { rank: 200 })),
        version('urgent', 1, null, resolution(1, { rank: 2, match: urgent })),
      );
      const day2 = [plain(AT_FOUR), applied('segment'), tagged(AT_EIGHT + 10, ['x'])];
      expect(promised(narrowed, ...day2)).toEqual([['day', 2, 6]]);
      expect(promised(narrowed, ...day2, priority(AT_EIGHT + 20, 'P1'), priority(AT_EIGHT + 30, 'P2'))).toEqual([['rest', 1, 8]]);
    });
  });

  describe('only for a calendar', () => {
    const hours = (from: number | null, number: number, spec: CalendarVersion['spec'], id = 'office'): CalendarVersion => ({
      id,
      version: number,
      from: from === null ? null : secondOf(from),
      spec,
    });
    const calendars = [
      hours(null, 1, { zone: 'UTC', hours: OFFICE }),
      hours(AT_EIGHT, 2, { zone: 'UTC', always: true }),
      hours(null, 1, { zone: 'UTC', hours: OFFICE }, 'other'),
      hours(AT_EIGHT, 2, { zone: 'UTC', always: true }, 'other'),
    ];
    const vip: Condition[] = [{ field: 'tags', is: 'any_of', values: ['vip'] }];
    const edited = createRulebook(
      [
        version('day', 1, null, resolution(4, { calendar: { default: 'office', byPriority: { P1: 'other' } } })),
        version('day', 2, AT_EIGHT - 10, resolution(2)),
        version('vip', 1, null, resolution(3, { rank: 1, match: vip })),
      ],
      calendars,
    );
    const holiday = (mode = 'segment'): Short => [
      AT_EIGHT,
      'agent a',
      'policy.applied',
      { policy: 'day', version: 1, clock: 'resolution', mode, calendar: { id: 'office', version: 2 } },
    ];
    const then = (...more: Short[]) =>
      clocksAfter(story(plain(AT_FOUR), holiday(), ...more), 'resolution', { rulebook: edited, asOf: AT_EIGHT + 60 });

    test('leaves the version of the policy', () =>
      expect(then()).toMatchObject([{ policy: { id: 'day', version: 1 }, calendar: { id: 'office', version: 2 }, elapsed: 2 * HOUR }]));
    test('lets the ticket come under another policy, by that calendar', () =>
      expect(then(tagged(AT_EIGHT + 10, ['vip']))).toMatchObject([{ policy: { id: 'vip' }, calendar: { id: 'office', version: 2 } }]));
    test('leaves the other calendars', () =>
      expect(then(priority(AT_EIGHT + 30, 'P1'))).toMatchObject([{ calendar: { id: 'other', version: 1 }, elapsed: 1.5 * HOUR }]));
    test('gives way to a policy that is applied later, with the calendars of that instant', () =>
      expect(
        then([AT_EIGHT + 30, 'agent a', 'policy.applied', { policy: 'day', version: 2, clock: 'resolution', mode: 'segment' }]),
      ).toMatchObject([{ policy: { id: 'day', version: 2 }, calendar: { id: 'office', version: 2 }, elapsed: 2 * HOUR }]));
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
