/** What is said of alerts and of rules, and what a draft is made of. */
import { ruleSpec, type RuleSpec } from '@watchdesk/domain/alerting';
import { describe, expect, test } from 'vitest';
import { mayAcknowledge, maySnooze } from '../../alerts/index.ts';
import { heldBy, inOrder, lastedSeconds, momentInWords, tellsNobody, toldInWords } from './alert-words.ts';
import { byDay } from './rules/by-day.ts';
import {
  emptyRule,
  faultAt,
  firingPart,
  isOfTeams,
  ownFaults,
  ruleOfNumber,
  subjectOf,
  twinOf,
  withSubject,
  withTeams,
} from './rules/form.ts';
import { changesBetween, isFound, nameOfRule, tellsInWords } from './rules/rule-words.ts';
import { readAlertSearch, readHistorySearch, readNewRuleSearch, readRulesSearch } from './search.ts';

const alert = (status: string, severity: string, since: string) => ({ status, severity, since }) as never;

test('what waits stands first, the worst of it first, and of that the oldest', () => {
  const [old, fresh] = ['2026-11-29T08:00:00Z', '2026-11-29T09:00:00Z'];
  const all = [
    alert('acknowledged', 'critical', old),
    alert('firing', 'warning', old),
    alert('firing', 'critical', fresh),
    alert('firing', 'critical', old),
    alert('resolved', 'critical', old),
  ];
  expect(inOrder(all)).toEqual([all[3], all[2], all[1], all[0], all[4]]);
});

test('what can be done depends on how it stands', () => {
  const states = ['pending', 'firing', 'acknowledged', 'snoozed', 'resolved', 'superseded'] as const;
  expect(states.filter((status) => mayAcknowledge({ status }))).toEqual(['firing', 'snoozed']);
  expect(states.filter((status) => maySnooze({ status }))).toEqual(['firing', 'acknowledged', 'snoozed']);
});

test('how long it lasted, who holds it, and who did what', () => {
  const since = '2026-11-29T08:00:00Z';
  expect(lastedSeconds({ since, endedAt: '2026-11-29T08:01:30Z' }, 0)).toBe(90);
  expect(lastedSeconds({ since, endedAt: null }, Date.parse(since) + 5000)).toBe(5);
  expect(heldBy({ ofTickets: [{ releasedAt: null }, { releasedAt: since }] } as never)).toBe(1);
  expect(momentInWords({ kind: 'acknowledged', by: 'Mia' })).toEqual({ who: 'Mia', did: 'acknowledged it' });
  expect(momentInWords({ kind: 'resolved', by: null })).toEqual({ who: 'It', did: 'was over by itself' });
});

test('whom it reached is said in one sentence, and a rule that tells nobody is no failure', () => {
  const outcomes = ['failed', 'sent', 'there', 'waiting', 'grouped', 'capped', 'held', 'nowhere'] as const;
  expect(toldInWords(outcomes.map((outcome) => ({ outcome })))).toBe('3 reached, 1 waiting, 2 held, 1 failed, 1 not sent');
  expect(toldInWords([])).toBe('');
  const nobody = { way: 'none', recipient: { id: '', name: '' }, reason: 'it tells nobody' } as const;
  expect(tellsNobody(nobody)).toBe(true);
  expect(tellsNobody({ ...nobody, reason: 'of those whom it was for there is nobody' })).toBe(false);
});

test('an address says what it can, and the rest of it is left out', () => {
  expect(readAlertSearch({ severity: 'critical,loud', rule: ' a , b,', status: 'firing' })).toEqual({ severity: 'critical', rule: 'a,b' });
  expect(readHistorySearch({ status: 'snoozed,firing,gone', ticket: ' desk:1 ' })).toEqual({ status: 'firing,snoozed', ticket: 'desk:1' });
  expect([readNewRuleSearch({ template: 'sla.80' }), readNewRuleSearch({ template: 7 })]).toEqual([{ template: 'sla.80' }, {}]);
  const filters = [{ dimension: 'team', values: ['care'] }];
  expect(readNewRuleSearch({ metric: 'csat', filters: [...filters, 'nonsense'], value: 0.8 })).toEqual({
    metric: 'csat',
    filters,
    value: 0.8,
  });
  expect([readNewRuleSearch({ metric: 'csat', value: 'much' }), readNewRuleSearch({ value: 3 })]).toEqual([
    { metric: 'csat', filters: [] },
    {},
  ]);
});

const TEAMS = ['care'];
const names = {
  value: (field: string, value: string) => (field === 'team' && value === 'care' ? 'Customer care' : undefined),
  recipient: (kind: string, id: string) => (kind === 'roles' ? 'Team leads' : `${kind} ${id}`),
  calendar: (id: string) => id,
};
const audience = { people: [], roles: [], teams: [], channels: [] };

describe('a draft', () => {
  test('begins with what most want, sound but for its name, which it has from what it says', () => {
    expect(ownFaults(emptyRule())).toEqual([{ field: 'name', message: 'must not be empty' }]);
    const metric = (id: string) => (id === 'csat' ? { betterWhen: 'higher', unit: 'share' } : undefined);
    const watched = (id: string) => ruleOfNumber({ metric: id, filters: [], value: 0.8 }, { metric } as never, 'lea');
    expect(watched('csat')).toMatchObject({ subject: { kind: 'metric', metric: 'csat' }, condition: { compare: 'below', value: 0.72 } });
    expect([watched('gone'), ownFaults({ ...watched('csat')!, name: 'x' })]).toEqual([null, []]);
    expect(nameOfRule(emptyRule(), names)).toBe('The promised first response has used 80 % of its time');
  });

  test.each([
    [8, 'count', 10],
    [0, 'count', 1],
    [130, 'seconds', 180],
    [0.95, 'share', 1],
    [0.2, 'share', 0.24],
  ])('of a number that is %d, a %s, fires when it is clearly worse for a while, and tells who asked', (value, unit, bound) => {
    const catalogue = { metric: () => ({ betterWhen: 'lower', unit }) };
    const draft = ruleOfNumber({ metric: 'backlog', filters: [], value }, catalogue as never, 'lea')!;
    expect(draft.condition).toMatchObject({ compare: 'above', value: bound, forSeconds: 600 });
    expect(draft.audience.people).toEqual(['lea']);
    expect(ownFaults({ ...draft, name: 'x' })).toEqual([]);
  });

  test.each(['sla', 'absence', 'event', 'metric', 'anomaly', 'schedule', 'connection'] as const)('of %s is a rule', (kind) => {
    const draft = withSubject({ ...emptyRule(), name: 'x' }, subjectOf(kind, emptyRule().subject, 'Europe/Berlin'));
    expect(ownFaults(draft)).toEqual([]);
  });

  test('keeps conditions of tickets whatever it is about, and whoever has the ticket only while there is one', () => {
    const subject = {
      kind: 'event' as const,
      event: 'survey.answered' as const,
      quietSeconds: 60,
      where: [
        { field: 'priority' as const, is: ['P1'] },
        { field: 'event.score' as const, atMost: 2 },
      ],
    };
    const draft: RuleSpec = { ...emptyRule(), subject, audience: { ...audience, ticketAssignee: true }, dedupe: ['team'] };
    const sla = withSubject(draft, subjectOf('sla', subject, 'UTC'));
    expect(sla).toMatchObject({ subject: { where: [{ field: 'priority', is: ['P1'] }] }, audience: { ticketAssignee: true } });
    expect(sla.dedupe).toBeUndefined();
    expect(withSubject(draft, subjectOf('metric', subject, 'UTC')).audience.ticketAssignee).toBeUndefined();
  });

  test('of a lead is about the lead’s teams', () => {
    expect(isOfTeams(emptyRule().subject, TEAMS)).toBe(false);
    const own = withTeams(emptyRule(), TEAMS);
    expect(isOfTeams(own.subject, TEAMS)).toBe(true);
    expect(withTeams(own, TEAMS)).toBe(own);
    const number = withTeams(withSubject(emptyRule(), subjectOf('metric', emptyRule().subject, 'UTC')), TEAMS);
    expect(isOfTeams(number.subject, TEAMS)).toBe(true);
    expect(isOfTeams(number.subject, ['other'])).toBe(false);
    expect(withTeams(emptyRule(), null)).toEqual(emptyRule());
  });

  test('has a twin in a rule that is on and watches the same, whatever it is called', () => {
    const one = { id: '1', spec: { ...emptyRule(), name: 'First' } };
    expect(twinOf({ ...emptyRule(), name: 'Second' }, [one])).toBe(one);
    expect(twinOf(emptyRule(), [{ spec: { ...one.spec, enabled: false } }])).toBeUndefined();
    expect(twinOf(withTeams(emptyRule(), TEAMS), [one])).toBeUndefined();
  });

  test('is not tried again for what decides nothing', () => {
    const draft = { ...emptyRule(), name: 'x' };
    expect(firingPart({ ...draft, name: 'y', advice: ['Look'], severity: 'critical' })).toEqual(firingPart(draft));
    expect(firingPart({ ...draft, alwaysOf: [] })).not.toEqual(firingPart(draft));
    expect(ruleSpec.safeParse(firingPart(emptyRule())).success).toBe(true);
  });

  test('has its faults where they are', () => {
    const faults = [
      { field: 'subject.where.0.is', message: 'must have at least one value' },
      { field: 'condition.clear', message: 'must not be above the value' },
    ];
    expect([faultAt(faults, 'subject.where.0'), faultAt(faults, 'subject.where.1'), faultAt(faults, 'condition.clear')]).toEqual([
      'must have at least one value',
      undefined,
      'must not be above the value',
    ]);
  });
});

test.each([
  ['', true],
  ['LATE first', true],
  ['tells  nobody', true],
  ['80 %', true],
  ['late resolution', false],
])('a rule is found by “%s”: %s', (text, found) => expect(isFound({ ...emptyRule(), name: 'Too late' }, names, text)).toBe(found));

test('words that are looked for are in the address', () => {
  expect([{ q: ' a b ' }, { q: '' }, { q: 7 }].map(readRulesSearch)).toEqual([{ q: 'a b' }, {}, {}]);
});

test('whom a rule tells, and what one version changes of another', () => {
  const before: RuleSpec = { ...withTeams(emptyRule(), TEAMS), name: 'Soon' };
  expect(tellsInWords(before, names)).toBe('Tells nobody; it is seen in Alerts.');
  const ladder = [{ ...audience, roles: ['lead'], afterMs: 1_800_000 }];
  const after: RuleSpec = { ...before, severity: 'critical', audience: { ...audience, channels: ['c'], ladder } };
  expect(tellsInWords(after, names)).toBe('Tells channels c. If nobody acknowledges within 30 minutes, it tells team leads.');
  expect(changesBetween(before, after, names)).toEqual([
    { what: 'Tells', before: 'nobody', after: 'channels c' },
    { what: 'Severity', before: 'Warning', after: 'Critical' },
    { what: 'Step 1', before: 'none', after: '30 minutes: team leads' },
  ]);
  expect(changesBetween(before, before, names)).toEqual([]);
});

test('firings are counted by the days of the zone, days without one too', () => {
  const run = {
    from: '2026-11-27T23:30:00Z',
    to: '2026-11-30T10:00:00Z',
    alerts: [{ firedAt: '2026-11-28T23:30:00Z' }, { firedAt: '2026-11-29T12:00:00Z' }],
  };
  expect(byDay(run, 'Europe/Berlin')).toEqual([
    { day: '2026-11-28', count: 0 },
    { day: '2026-11-29', count: 2 },
    { day: '2026-11-30', count: 0 },
  ]);
});
