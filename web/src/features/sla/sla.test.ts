/** What the pages say from numbers: verdicts, sentences, targets, weeks and changes. */
import { clocksOf, handbookPolicy, policySpec } from '@watchdesk/domain/sla';
import { describe, expect, test } from 'vitest';
import type { Kept, PolicySpec } from '../../api/client.ts';
import { hoursAWeek, stretchesOf, weekInWords } from './calendars/week-words.ts';
import { axisFrom, headline, partsSentence, standingOf, trendSentence } from './compliance/kept.ts';
import { coverageOf, mayHoldFor, promiseOf } from './document/contract.ts';
import { tiersOf } from './tiers.ts';
import { backtestSentence } from './policies/BacktestResult.tsx';
import { firstDayOf, fromDay, lastDayOf, untilDay, validityInWords } from './policies/validity.ts';
import { faultAt, tierFault, withCell, withClock, withoutClock, withTarget } from './policies/form.ts';
import { changesBetween, exampleSentence, faultPlace, forWhom, retireText, zonesOf } from './policies/policy-words.ts';
import { fits } from './policies/TargetInput.tsx';
import { readClockSearch } from './search.ts';
import { listed, targetInWords, targetShort } from './terms.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const spec = policySpec.parse(handbookPolicy({ business: 'office', always: 'always' }));
const kept = (met: number, breached: number): Kept => ({
  met,
  breached,
  severe: 0,
  compliance: met + breached === 0 ? null : met / (met + breached),
  shareOfTarget: null,
});
const metric = (name: string, met: number, breached: number, goal = 0.95) => ({
  metric: name,
  current: kept(met, breached),
  previous: kept(0, 0),
  goal: { compliance: goal, shareOfTarget: 0.5 },
});

test.each([
  [null, 'no promise', '–'],
  [60, '1 minute', '1 m'],
  [5400, '1 hour 30 minutes', '1 h 30 m'],
  [259_200, '72 hours', '72 h'],
  [{ businessDays: 5 }, '5 business days', '5 days'],
])('the target %j', (target, words, short) => {
  expect(plain(targetInWords(target))).toBe(words);
  expect(plain(targetShort(target))).toBe(short);
});

test('a list reads as a sentence', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b'], 'or'), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a or b', 'a, b and c']);
});

describe('compliance', () => {
  test('the headline names what misses its goal, the furthest first, and nothing that was not decided', () => {
    expect(headline([metric('first_response', 96, 4), metric('resolution', 0, 0, 0.9)])).toMatchObject({ isWell: true });
    expect(plain(headline([metric('first_response', 90, 10), metric('resolution', 95, 5, 0.9)]).title)).toBe(
      'First response misses its goal: 90.0 % in time, 95 % planned',
    );
    expect(plain(headline([metric('first_response', 94, 6), metric('next_response', 50, 50)]).text)).toContain('Next response, 50.0 %');
    expect(headline([]).title).toBe('Nothing was decided in this period');
  });
  test.each([
    [null, null],
    [0.95, 'met'],
    [0.949, 'missed'],
    [0.84, 'far'],
  ])('%s against 95 %% is %s', (share, verdict) => expect(standingOf(share, 0.95)).toBe(verdict));
  test('the axis begins below the lowest and below the goal', () => {
    const point = (met: number, breached: number) => ({ ...kept(met, breached), at: '2026-11-20T00:00:00Z', incomplete: false });
    expect(axisFrom([point(99, 1)], 0.95)).toBe(0.9);
    expect(axisFrom([point(1, 9)], 0.95)).toBe(0);
    expect(plain(trendSentence([point(99, 1), point(9, 1)], () => 'then'))).toBe('Lowest: then, 90.0 % of 10.');
  });
  test('who has most of all breaches, also where not all are listed', () => {
    expect(partsSentence([{ ...kept(1, 3), label: 'A' }], 10)).toBe('A has 3 of 10 breaches.');
    expect(partsSentence([{ ...kept(1, 0), label: 'A' }], 0)).toBe('No breaches.');
  });
});

test('the address holds known risks alone', () => {
  expect(readClockSearch({ risk: 'calm,nonsense', clock: '' })).toEqual({ risk: 'calm' });
});

describe('a policy in words', () => {
  test('for whom', () => {
    const byItself = () => undefined;
    expect(forWhom([], byItself)).toBe('Every ticket');
    expect(forWhom([{ field: 'channel', is: 'any_of', values: ['chat', 'sms'] }], byItself)).toBe('Tickets with channel Chat or SMS');
  });
  test('an example as a sentence, with the date where a weekday would mislead', () => {
    const example = { metric: 'first_response', priority: 'P2', tier: 'enterprise', arrivesAt: '2026-11-27T17:50:00Z', zone: 'UTC' };
    expect(exampleSentence({ ...example, dueAt: '2026-11-30T09:20:00Z' })).toBe(
      'An Enterprise P2 that arrives Friday 17:50 must be answered by Monday 09:20.',
    );
    expect(exampleSentence({ ...example, dueAt: '2026-12-09T09:20:00Z' })).toContain('9 Dec');
  });
  test('an example names its zone where it is another than the viewer’s, once if it is that of all', () => {
    const at = { metric: 'first_response', priority: 'P2', tier: null, arrivesAt: '2026-11-27T16:50:00Z', dueAt: '2026-11-27T17:20:00Z' };
    const [berlin, york] = [
      { ...at, zone: 'Europe/Berlin' },
      { ...at, zone: 'America/New_York' },
    ];
    expect(zonesOf([berlin, berlin], 'Europe/Berlin')).toEqual({ said: 'nowhere' });
    expect(zonesOf([berlin, berlin], 'Europe/London')).toEqual({ said: 'once', zone: 'Europe/Berlin' });
    const each = zonesOf([berlin, york], 'Europe/Berlin');
    expect(exampleSentence(york, each)).toBe('A P2 that arrives Friday 11:50 must be answered by Friday 12:20 (America/New York).');
  });
  test('what differs between two versions, and nothing else', () => {
    expect(changesBetween(spec, spec)).toEqual([]);
    const after = { ...spec, ...withTarget(spec, 'first_response', 'P3', 7200), tiers: { ...spec.tiers, free: 3 } };
    expect(changesBetween(spec, after).map((one) => Object.values(one).map(plain))).toEqual([
      ['First response, P3', '4 hours', '2 hours'],
      ['Factor of free', '4', '3'],
    ]);
  });
  test('a clock goes with all that was promised by it, and comes promising nothing', () => {
    const without = { ...spec, ...withoutClock(spec, 'resolution') };
    expect([without.clocks.length, without.targets['resolution'], without.cells['resolution']]).toEqual([3, undefined, undefined]);
    const clock = spec.clocks.find((one) => one.metric === 'resolution')!;
    expect({ ...without, ...withClock(without, clock) }.targets['resolution']).toMatchObject({ P1: null, P5: null });
  });
  test('the last exact target of a clock takes its table along', () => {
    const one = { ...spec, cells: { resolution: { 'P1/free': 60 } } };
    expect(withCell(one, 'resolution', 'P1/free', undefined)).toEqual({ cells: {} });
  });
  test.each([
    ['free', 'There is a tier “free” already'],
    [' Free ', 'There is a tier “free” already'],
    ['Very-Large', 'There is a tier “very_large” already'],
    ['__proto__', 'No tier can be called that'],
    ['constructor', undefined],
    ['gold', undefined],
  ])('a tier “%s” beside others: %s', (name, fault) => expect(tierFault({ tiers: { free: 1, very_large: 1 } }, name)).toBe(fault));
  test('faults stand at their field and at what holds it, and not at one whose name only begins so', () => {
    const faults = [{ field: 'match.1.values', message: 'must name at least one value' }];
    expect(faultAt(faults, 'match.1')).toBe('must name at least one value');
    expect(faultAt([{ field: 'match.10', message: 'x' }], 'match.1')).toBeUndefined();
  });
  test.each([
    ['targets.first_response.P3', 'First response, P3'],
    ['cells.resolution.P1/free', 'Resolution, P1 free'],
    ['match.0.values', 'For which tickets, 1'],
    ['name', 'Name'],
  ])('the fault of %s stands at “%s”', (field, place) => expect(faultPlace(field)).toBe(place));
  test('a backtest in one sentence', () => {
    const tally = (met: number) => ({ met, breached: 100 - met, compliance: met / 100 });
    expect(plain(backtestSentence([{ metric: 'resolution', before: tally(90), after: tally(95) }]))).toBe(
      'Resolution would be kept 5.0 pp more often.',
    );
    expect(backtestSentence([{ metric: 'resolution', before: tally(90), after: tally(90) }])).toContain('No clock');
  });
});

describe('a week', () => {
  const day: [string, string][] = [['09:00', '18:00']];
  test('days with the same hours are one line, closed ones the last', () => {
    expect(
      weekInWords({
        mon: day,
        tue: day,
        wed: [
          ['09:00', '12:00'],
          ['13:00', '18:00'],
        ],
        sun: day,
      }),
    ).toEqual([
      'Monday and Tuesday 09:00–18:00',
      'Wednesday 09:00–12:00 and 13:00–18:00',
      'Sunday 09:00–18:00',
      'Thursday to Saturday closed',
    ]);
  });
  test('a night counts whole, and is drawn on both days', () => {
    const hours = { mon: [['22:00', '06:00']] as [string, string][] };
    expect(hoursAWeek({ always: false, hours })).toBe('8');
    expect(stretchesOf(hours, 'tue')).toEqual([{ left: 0, width: 0.25 }]);
    expect(weekInWords({ ...hours, tue: [['18:00', '00:00']], wed: [['09:00', '09:00']] }).slice(0, 3)).toEqual([
      'Monday 22:00–06:00 next day',
      'Tuesday 18:00–00:00',
      'Wednesday 09:00–09:00 next day',
    ]);
  });
});

test('the document promises a tier what the policy does', () => {
  const promises = spec.clocks.map((clock) => promiseOf(spec, clock.metric, 'P1', 'enterprise'));
  expect(promises.map(plain)).toEqual(['7 minutes', '7 minutes', '15 minutes', '2 hours']);
  expect(tiersOf([spec])).toEqual(['enterprise', 'business', 'professional', 'starter', 'free']);
  expect(coverageOf(spec)).toEqual([
    { calendar: 'always', priorities: ['P1'] },
    { calendar: 'office', priorities: ['P2', 'P3', 'P4', 'P5'] },
  ]);
});

describe('the days on which a policy holds', () => {
  const zone = 'America/New_York';
  test('are those of the workspace’s zone, the last one included', () => {
    const validity = { validFrom: fromDay('2026-12-01', zone), validTo: untilDay('2026-12-31', zone) };
    expect(validity).toEqual({ validFrom: Date.parse('2026-12-01T05:00:00Z') / 1000, validTo: Date.parse('2027-01-01T05:00:00Z') / 1000 });
    expect([firstDayOf(validity, zone), lastDayOf(validity, zone)]).toEqual(['2026-12-01', '2026-12-31']);
    expect(validityInWords(validity, zone)).toBe('Valid from 1 Dec 2026 to 31 Dec 2026.');
  });
  test('are all where nothing bounds them', () => {
    expect([fromDay('', zone), untilDay('', zone)]).toEqual([null, null]);
    expect(validityInWords({ validFrom: null, validTo: null }, zone)).toBe('');
    expect(validityInWords({ validFrom: null, validTo: untilDay('2026-12-31', zone) }, zone)).toBe('Valid until 31 Dec 2026.');
  });
});

describe('a target as it is typed', () => {
  test.each([
    [3960, 'hours', true], // 1.1 hours
    [7920, 'hours', true],
    [1044, 'hours', true],
    [450, 'hours', true], // 0.125 hours
    [3961, 'hours', false],
    [90, 'minutes', true],
    [null, 'hours', false],
    [{ businessDays: 2 }, 'days', true],
  ] as const)('%j fits %s: %s', (target, unit, does) => expect(fits(unit, target)).toBe(does));
});

test('changes are told in the words of the fields, and two calendars of one name are two', () => {
  const [resolution] = clocksOf('watchdesk').filter((clock) => clock.metric === 'resolution');
  const before: PolicySpec = { ...spec, clocks: [resolution!], targets: {}, validTo: untilDay('2026-12-31', 'UTC') };
  const after: PolicySpec = {
    ...before,
    validTo: null,
    calendar: { ...before.calendar, default: 'other' },
    clocks: [{ ...resolution!, reopen: 'resume', once: !resolution!.once }],
  };
  const changes = changesBetween(before, after, { calendar: () => 'Office', value: () => undefined, zone: 'UTC' });
  expect(changes.map(({ what }) => what)).toEqual([
    'Valid until',
    'Calendar',
    'Resolution: When the ticket is reopened',
    'Resolution: Runs once a ticket',
  ]);
  expect(changes[0]).toMatchObject({ before: '2026-12-31', after: 'none' });
  for (const { what, before: was, after: is } of changes) expect(`${what} ${was} ${is}`).not.toMatch(/[a-z][A-Z]|_|T\d\d:/);
});

test('the document of a tier leaves out what is not for it', () => {
  const only = { ...spec, match: [{ field: 'customerTier', is: 'any_of', values: ['free'] }] } satisfies PolicySpec;
  const but = { ...spec, match: [{ field: 'customerTier', is: 'none_of', values: ['free'] }] } satisfies PolicySpec;
  expect([mayHoldFor(only, 'enterprise'), mayHoldFor(but, 'enterprise'), mayHoldFor(only, 'free'), mayHoldFor(but, 'free')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(mayHoldFor(only, '')).toBe(true);
});

test('whoever retires the last policy for every ticket is told what that leaves', () => {
  const policy = (id: string, own: Partial<PolicySpec>) => ({ id, spec: { ...spec, ...own } });
  const [standard, vip] = [policy('standard', {}), policy('vip', { match: [{ field: 'priority', is: 'any_of', values: ['P1'] }] })];
  const told = (others: ReturnType<typeof policy>[]) => retireText(standard, [standard, vip, ...others]).includes('promised nothing');
  expect([told([]), told([policy('live', { family: 'escalation' })]), told([policy('other', {})])]).toEqual([true, true, false]);
});
