import { describe, expect, test } from 'vitest';
import { policyFaults } from './policy-faults.ts';
import { handbookPolicy, liveEscalationPolicy, segmentPolicy } from './policy-presets.ts';
import { type PolicyInput, policySpec } from './policy.ts';

const HOUR = 3600;
const calendars = new Set(['office', 'always']);
const alone = { calendars, others: [] };

const resolution = { metric: 'resolution', start: ['created'], stop: ['solved'] } satisfies PolicyInput['clocks'][number];
const hour = { P1: HOUR, P2: HOUR, P3: HOUR, P4: HOUR, P5: null };
const sound = {
  name: 'Mine',
  rank: 100,
  calendar: { default: 'office' },
  clocks: [resolution],
  targets: { resolution: hour },
} satisfies PolicyInput;
const condition = (field: string, is: string, ...values: (string | null)[]) => ({ field, is, values });
const any = (field: string, ...values: (string | null)[]) => condition(field, 'any_of', ...values);
const none = (field: string, ...values: (string | null)[]) => condition(field, 'none_of', ...values);
const faultsOf = (change: object, others: Partial<PolicyInput>[] = []) =>
  policyFaults(
    { ...sound, ...change },
    {
      calendars,
      others: others.map((other, index) => ({ id: `p${index}`, spec: policySpec.parse({ ...sound, name: `Other ${index}`, ...other }) })),
    },
  );
const saying = (field: string, reason: string) => ({ field, message: expect.stringContaining(reason) as string });

test('what is wrong is said once, and the days also while the name is missing', () => {
  expect(faultsOf({ targets: { resolution: { ...hour, P2: 1e300 } } })).toHaveLength(1);
  expect(faultsOf({ name: '', validFrom: 200, validTo: 100 })).toEqual([saying('name', 'empty'), saying('validTo', 'must be later')]);
});

test('a policy that says the least has no faults', () => expect(faultsOf({})).toEqual([]));

test.each<[string, object, string, string]>([
  ['without a name', { name: undefined }, 'name', 'must be string'],
  ['whose name is blank', { name: '  ' }, 'name', 'must not be empty'],
  ['of a family in capitals', { family: 'Service' }, 'family', 'lower-case'],
  ['before the first', { rank: 0 }, 'rank', '1'],
  ['that asks about what a ticket does not have', { match: [any('weather', 'rain')] }, 'match.0.field', 'must be one of'],
  ['that asks in a way of its own', { match: [condition('team', 'like', 'x')] }, 'match.0.is', 'any_of'],
  ['that asks for no value', { match: [any('team')] }, 'match.0.values', 'must name at least one value'],
  ['without a calendar', { calendar: undefined }, 'calendar', 'must be object'],
  ['without clocks', { clocks: [], targets: {} }, 'clocks', 'must have at least one clock'],
  ['with a clock that nothing starts', { clocks: [{ ...resolution, start: [] }] }, 'clocks.0.start', 'must name what starts the clock'],
  ['with a clock that nothing stops', { clocks: [{ ...resolution, stop: [] }] }, 'clocks.0.stop', 'must name what stops the clock'],
  ['with a target of no time', { targets: { resolution: { ...hour, P2: 0 } } }, 'targets.resolution.P2', 'above 0'],
  ['with a target of half a second', { targets: { resolution: { ...hour, P2: 0.5 } } }, 'targets.resolution.P2', 'whole number'],
  [
    'with days by another name',
    { targets: { resolution: { ...hour, P2: { business_days: 1 } } } },
    'targets.resolution.P2',
    'businessDays',
  ],
  ['with a multiplier of nothing', { tiers: { free: 0 } }, 'tiers.free', 'must be above 0'],
  ['with a step that is not on the ladder', { ladder: [{ at: 70, tell: ['queue'] }] }, 'ladder.0.at', '50'],
  ['that tells nobody', { ladder: [{ at: 50, tell: [] }] }, 'ladder.0.tell', '1'],
  ['that tells somebody unheard of', { ladder: [{ at: 50, tell: ['ceo'] }] }, 'ladder.0.tell.0', 'must be one of'],
  ['with a cell that names no tier', { cells: { resolution: { P1: HOUR } } }, 'cells.resolution.P1', 'by priority and customer tier'],
])('a policy %s is not well formed', (_name, change, field, reason) => expect(faultsOf(change)).toContainEqual(saying(field, reason)));

test.each<[string, object, string, string]>([
  ['a calendar that does not exist', { calendar: { default: 'night' } }, 'calendar.default', '"night"'],
  ['one for a priority', { calendar: { default: 'office', byPriority: { P1: 'night' } } }, 'calendar.byPriority.P1', '"night"'],
  ['a clock twice', { clocks: [resolution, resolution] }, 'clocks.1.metric', '"resolution" a second time'],
  [
    'a clock that ends with what begins it',
    { clocks: [{ ...resolution, start: ['created', 'assigned'], stop: ['assigned', 'created'] }] },
    'clocks.0.stop',
    'something else',
  ],
  [
    'no target at a priority',
    { targets: { resolution: { P1: HOUR, P2: HOUR, P3: HOUR, P4: HOUR } } },
    'targets.resolution.P5',
    'must be given',
  ],
  [
    'no promise at all',
    { targets: { resolution: { P1: null, P2: null, P3: null, P4: null, P5: null } } },
    'targets.resolution',
    'must promise something',
  ],
  ['targets of a clock it has not', { targets: { resolution: hour, other: hour } }, 'targets.other', 'does not have'],
  [
    'a pause that never comes',
    { clocks: [{ ...resolution, pause: { statuses: ['pending', 'hold'] } }] },
    'clocks.0.pause.statuses',
    '"hold" is not',
  ],
  ['a name that cannot be stored', { name: 'a\0' }, 'name', 'NUL'],
  ['cells of a clock it has not', { cells: { other: { 'P1/free': HOUR } } }, 'cells.other', 'does not have'],
  ['a step twice', { ladder: [50, 80, 50].map((at) => ({ at, tell: ['queue'] })) }, 'ladder.2.at', '50 % a second time'],
  ['an end before its beginning', { validFrom: 200, validTo: 200 }, 'validTo', 'later than the moment from which it is valid'],
  ['a priority that there is not', { match: [any('team', 'x'), any('priority', 'P1', 'P9')] }, 'match.1.values', '"P9" is not'],
  ['a channel that there is not', { match: [any('channel', 'pigeon')] }, 'match.0.values', '"pigeon" is not'],
  ['a support tier that there is not', { match: [any('supportTier', 'L9')] }, 'match.0.values', '"L9" is not'],
  ['values that exclude each other', { match: [any('team', 'a'), any('channel', 'chat'), any('team', 'b')] }, 'match.2', 'can never hold'],
  ['values it excludes itself', { match: [any('team', 'a', null), none('team', 'a'), none('team', null)] }, 'match.2', 'can never hold'],
  ['no support tier that is left', { match: [none('supportTier', 'L0', 'L1', 'L2', 'L3', null)] }, 'match.0', 'can never hold'],
  ['no priority that is left', { match: [none('priority', 'P1', 'P2', 'P3', 'P4', 'P5')] }, 'match.0', 'can never hold'],
  ['tickets without a priority', { match: [any('priority', null)] }, 'match.0', 'can never hold'],
])('a policy that names %s is told so, and nothing else', (_name, change, field, reason) =>
  expect(faultsOf(change)).toEqual([saying(field, reason)]),
);

test('a clock of a missing target names each priority', () =>
  expect(faultsOf({ targets: {} }).map(({ field }) => field)).toEqual(
    ['P1', 'P2', 'P3', 'P4', 'P5'].map((priority) => `targets.resolution.${priority}`),
  ));

test('a promise to one tier alone is a promise', () => {
  const nothing = { P1: null, P2: null, P3: null, P4: null, P5: null };
  expect(faultsOf({ targets: { resolution: nothing }, cells: { resolution: { 'P1/free': HOUR } } })).toEqual([]);
});

test('updates may begin with the reply that ends the one before', () =>
  expect(faultsOf({ clocks: [{ metric: 'resolution', start: ['agent_public'], stop: ['agent_public'] }] })).toEqual([]));

test('tags exclude nothing, as a ticket has several', () => expect(faultsOf({ match: [any('tags', 'a'), any('tags', 'b')] })).toEqual([]));

describe('beside other policies', () => {
  test('a clock belongs to one family', () => {
    expect(faultsOf({}, [{ family: 'other', rank: 200 }])).toEqual([saying('clocks.0.metric', 'family "other", in the policy "Other 0"')]);
    expect(faultsOf({ match: [any('team', 'a')] }, [{ rank: 200 }])).toEqual([]);
  });

  test('no two of a family stand in one place', () => {
    const other: Partial<PolicyInput> = { rank: 100, match: [{ field: 'team', is: 'any_of', values: ['b'] }] };
    const own = { match: [any('team', 'a')] };
    expect(faultsOf(own, [other])).toEqual([saying('rank', 'the place of "Other 0"')]);
    expect(faultsOf(own, [{ ...other, rank: 101 }])).toEqual([]);
  });

  test.each<[string, object, Partial<PolicyInput>]>([
    ['takes every ticket', {}, {}],
    ['takes every ticket, these too', { match: [any('team', 'a')] }, {}],
    ['takes more values', { match: [any('team', 'a')] }, { match: [{ field: 'team', is: 'any_of', values: ['a', 'b'] }] }],
    ['takes more tags', { match: [any('tags', 'a')] }, { match: [{ field: 'tags', is: 'any_of', values: ['a', 'b'] }] }],
    ['excludes fewer', { match: [none('team', 'a', 'b')] }, { match: [{ field: 'team', is: 'none_of', values: ['a'] }] }],
    ['excludes others', { match: [any('team', 'a')] }, { match: [{ field: 'team', is: 'none_of', values: ['b'] }] }],
    ['holds longer', { validFrom: 200, validTo: 300 }, { validFrom: 100, validTo: 400 }],
  ])('one is never reached where another stands before it and %s', (_name, change, other) =>
    expect(faultsOf(change, [{ rank: 50, ...other }])).toEqual([saying('match', '"Other 0" stands before it')]),
  );

  test('one hides no other that stands behind it', () => {
    expect(faultsOf({}, [{ rank: 150 }])).toEqual([saying('match', 'takes every ticket of "Other 0"')]);
    expect(faultsOf({ validTo: 500 }, [{ rank: 150 }])).toEqual([]);
  });

  test.each<[string, object, Partial<PolicyInput>]>([
    ['stands behind it', { match: [any('team', 'a')] }, { rank: 150 }],
    ['is of another family', { clocks: [{ ...resolution, metric: 'mine' }], targets: { mine: hour } }, { family: 'other' }],
    ['takes fewer values', { match: [any('team', 'a', 'b')] }, { match: [{ field: 'team', is: 'any_of', values: ['a'] }] }],
    ['asks for more', { match: [any('team', 'a')] }, { match: [any('team', 'a'), any('channel', 'chat')] as PolicyInput['match'] }],
    ['excludes one of them', { match: [any('team', 'a', 'b')] }, { match: [{ field: 'team', is: 'none_of', values: ['b'] }] }],
    [
      'excludes a tag that a ticket may have besides',
      { match: [any('tags', 'a')] },
      { match: [{ field: 'tags', is: 'none_of', values: ['b'] }] },
    ],
    ['excludes more', { match: [none('team', 'a')] }, { match: [{ field: 'team', is: 'none_of', values: ['a', 'b'] }] }],
    ['begins later', { validFrom: 200 }, { validFrom: 201 }],
    ['ends', {}, { validTo: 400 }],
  ])('one is reached where the other %s', (_name, change, other) => expect(faultsOf(change, [{ rank: 50, ...other }])).toEqual([]));
});

describe('the policies to begin with', () => {
  const names = { business: 'office', always: 'always' };
  const presets = { handbook: handbookPolicy(names), segment: segmentPolicy(names), live: liveEscalationPolicy(names) };
  test.each(Object.entries(presets))('%s has no faults', (_name, preset) => expect(policyFaults(preset, alone)).toEqual([]));
  test('go together, one for the service and one for escalations', () => {
    const others = [{ id: 'live', spec: policySpec.parse(presets.live) }];
    expect(policyFaults(presets.handbook, { calendars, others })).toEqual([]);
  });
  test('name the calendars they are given', () =>
    expect(policyFaults(presets.handbook, { calendars: new Set(), others: [] }).map(({ field }) => field)).toEqual([
      'calendar.default',
      'calendar.byPriority.P1',
    ]));
  test('print the handbook’s figures where its multipliers would give others', () => {
    const { cells } = policySpec.parse(presets.handbook);
    const tiers = ['enterprise', 'business', 'professional', 'starter', 'free'];
    const minutes = (metric: string) => tiers.map((tier) => Number(cells[metric]?.[`P1/${tier}`]) / 60);
    expect(minutes('first_response')).toEqual([7, 15, 30, 60, 240]);
    expect(minutes('resolution').slice(0, 4)).toEqual([120, 240, 360, 480]);
    expect(cells['resolution']!['P1/free']).toEqual({ businessDays: 1 });
  });
});
