/** What a notice of an alert says: of which ticket, how urgent that is, and what was promised. */
import { describe, expect, test } from 'vitest';
import type { EventType } from '../event/index.ts';
import { notice as noticeShape } from '../notification/index.ts';
import type { KeptClock } from '../sla/index.ts';
import { happenedOf } from './happened.ts';
import { type AlertTold, closingOf, noticeOf, ruleSpec, slaMember, titleOf } from './index.ts';

const AT = Date.UTC(2026, 5, 2, 12, 15);
const announced = { clock: 'first_response', cycle: 'c1', step: 'breach' } as const;
const clock = {
  metric: 'first_response',
  cycle: 'c1',
  target: 900,
  elapsed: 900,
  due: AT / 1000,
  breachAt: AT / 1000,
  stop: null,
} as KeptClock;
const alert = (more: Partial<AlertTold> = {}): AlertTold => ({
  id: 'a',
  thread: 'alert:a',
  rule: {
    id: 'r',
    version: 1,
    spec: ruleSpec.parse({ name: 'A promise is breached', subject: { kind: 'sla', step: 'breach' }, severity: 'critical' }),
  },
  state: {
    status: 'firing',
    since: AT,
    firedAt: AT,
    endedAt: null,
    members: [slaMember('zendesk:4711', announced)],
    quietAt: null,
    snoozedUntil: null,
    at: AT,
    times: 1,
  },
  ordinal: 0,
  group: null,
  figure: null,
  unusual: null,
  ticket: 'zendesk:4711',
  tickets: 1,
  known: { facts: { priority: 'P2', team: 'billing', supportTier: 'L2', customerTier: 'enterprise' }, clocks: [clock] },
  member: slaMember('zendesk:4711', announced),
  happened: null,
  nameOf: (field, value) =>
    new Map([
      ['team billing', 'Billing desk'],
      ['assignee a-1', 'Anna Berg'],
    ]).get(`${field} ${value}`),
  timeZone: 'Europe/Berlin',
  ...more,
});
const fired = { kind: 'fired', at: AT, by: null } as const;

test('a breach says which promise of which ticket, and by how much', () => {
  expect(noticeOf(alert(), fired)).toMatchObject({
    title: 'A promise is breached: #4711',
    what: 'The promised first response of #4711 is breached.',
    why: {
      text: 'The promised first response within 15 minutes has used 15 m: it was due at 2 Jun, 14:15 (Europe/Berlin), nobody is assigned. The rule “A promise is breached” (version 1) watches for this.',
    },
    ticketId: 'zendesk:4711',
    priority: 'P2',
    facts: [
      { label: 'Ticket', value: '#4711' },
      { label: 'Priority', value: 'P2' },
      { label: 'Team', value: 'Billing desk' },
      { label: 'Support tier', value: 'L2' },
      { label: 'Customer tier', value: 'Enterprise' },
      { label: 'Promise', value: 'first response within 15 minutes' },
      { label: 'Breached at', value: '2 Jun, 14:15 (Europe/Berlin)' },
    ],
  });
  expect(titleOf(alert())).toBe('A promise is breached');
});

describe('why a step was told', () => {
  const warned = { ...announced, step: 80 } as const;
  const spec = ruleSpec.parse({
    name: 'Enterprise at risk',
    subject: { kind: 'sla', step: 80, where: [{ field: 'customerTier', is: ['enterprise'] }] },
    severity: 'warning',
  });
  const at = AT - 3 * 60_000;
  const running = {
    ...clock,
    start: AT / 1000 - 900,
    breachAt: null,
    announcements: [{ step: 80, at: at / 1000 }],
  } as unknown as KeptClock;
  const warning = (clocks: readonly KeptClock[], assignee: string | null = null) =>
    alert({
      rule: { id: 'r', version: 3, spec },
      state: { ...alert().state, members: [slaMember('zendesk:4711', warned)] },
      known: { facts: { assignee }, clocks },
    });
  const why = (told: AlertTold, isFresh = true) => noticeOf(told, { ...fired, at }, isFresh)!.why.text;
  const RULE = 'The rule “Enterprise at risk” (version 3): A promise has used 80 % of its time, where customer tier is Enterprise.';

  test('says how much is used, until when, and who has it', () => {
    expect(why(warning([running], 'a-1'))).toBe(
      `The promised first response within 15 minutes has used 12 m: due at 2 Jun, 14:15 (Europe/Berlin), assigned to Anna Berg. ${RULE}`,
    );
  });
  test('says later what was so then, and what came of it, and nothing of who has it now', () => {
    expect(why(warning([{ ...running, stop: AT / 1000, elapsed: 845 }], 'a-1'), false)).toBe(
      `The promised first response within 15 minutes had used 12 m: it was due at 2 Jun, 14:15 (Europe/Berlin). The clock stopped at 14 m 05 s. ${RULE}`,
    );
  });
  test('says that not all time counted, where it began long before', () => {
    expect(why(warning([{ ...running, start: running.start - 3600 }]))).toContain('has used 12 m of the time that counts: due');
  });
  test('is the rule where the clock is not known', () => {
    expect(why(warning([]))).toBe(RULE);
  });
});

describe('a number', () => {
  const number = (subject: object, value: number, n: number) =>
    alert({
      rule: {
        id: 'r',
        version: 1,
        spec: ruleSpec.parse({
          name: 'Mine',
          severity: 'info',
          subject: { kind: 'metric', ...subject },
          condition: { compare: 'above', value: 0 },
        }),
      },
      figure: { value, n },
      ticket: null,
      tickets: 0,
    });
  const waiting = number({ metric: 'waiting', windowSeconds: 3600 }, 16, 16);
  test.each([
    ['of the moment', waiting, 'Customers waiting is 16.'],
    ['of a time', number({ metric: 'csat', windowSeconds: 604_800 }, 0.8235, 34), 'CSAT over the last 7 days is 82.4 %, of 34 cases.'],
    [
      'that is a time',
      number({ metric: 'first_response', windowSeconds: 3600 }, 15_205, 1),
      'First response, median over the last hour is 4 h 13 m, of 1 case.',
    ],
  ])('%s is said once and as on every screen', (_what, told, what) => {
    expect(noticeOf(told, fired)!.what).toBe(what);
  });
  test('is what it was once it is not told as it fires', () => {
    expect(noticeOf(waiting, fired, false)!.what).toBe('Customers waiting was 16, when it fired.');
    expect(noticeOf(waiting, { kind: 'woken', at: AT, by: null })!.what).toContain('Customers waiting was 16, when it fired.');
    expect(noticeOf(waiting, fired)!.facts).toEqual([{ label: 'Customers waiting', value: '16' }]);
  });
});

test('a snooze says until when, in the zone of the workspace', () => {
  const snoozed = alert({ state: { ...alert().state, snoozedUntil: Date.UTC(2027, 0, 1, 6) } });
  expect(noticeOf(snoozed, { kind: 'snoozed', at: AT, by: 'Mia' })!.what).toBe('Snoozed by Mia until 1 Jan 2027, 07:00 (Europe/Berlin).');
});

test.each<[EventType, object, string]>([
  ['survey.answered', { survey: 'csat', score: 1, scale: 5, comment: 'secret' }, '#4711: The customer answered CSAT 1 of 5.'],
  ['priority.changed', { to: 'P1', reason: 'secret' }, '#4711: The priority changed to P1.'],
  ['status.changed', { to: 'on_hold' }, '#4711: The status changed to on hold.'],
  ['team.changed', { to: 'billing' }, '#4711: It went to the team Billing desk.'],
  ['assignee.changed', { to: null }, '#4711: Nobody is assigned any more.'],
  [
    'ticket.escalated',
    { toTier: 'L2', kind: 'low_ai_confidence', reason: 'secret', to: 'billing' },
    '#4711: It was escalated to L2 (low AI confidence), to the team Billing desk.',
  ],
  ['subject.changed', { to: 'secret' }, '#4711: The subject changes.'],
])('%s is told as it happened, without what anybody wrote', (event, data, what) => {
  const spec = ruleSpec.parse({ name: 'Mine', severity: 'info', subject: { kind: 'event', event } });
  const happened = happenedOf({ type: event, data });
  const told = noticeOf(alert({ rule: { id: 'r', version: 1, spec }, happened, member: null }), fired)!;
  expect(told.what).toBe(what);
  expect(JSON.stringify([happened, told])).not.toContain('secret');
});

test('several tickets are counted, and none of them is the one', () => {
  const notice = noticeOf(alert({ tickets: 5 }), fired)!;
  expect(notice).toMatchObject({ title: 'A promise is breached', facts: [{ label: 'Tickets', value: '5' }] });
  expect(notice.ticketId).toBeUndefined();
  const several = ['1', '2', '3', '4'].map((id) => ({
    ticket: `zendesk:${id}`,
    facts: { priority: id === '3' ? 'P1' : 'P2', team: id === '4' ? null : 'billing' },
  }));
  const told = noticeOf(alert({ tickets: 5, several }), fired)!;
  expect(told.facts).toEqual([
    { label: 'Tickets', value: '5' },
    { label: 'Since', value: '2 Jun, 14:15 (Europe/Berlin)' },
    { label: 'Teams', value: 'Billing desk (3), no team (1), of the first 4' },
    { label: 'Highest priority', value: 'P1: 1 of the first 4' },
    { label: 'Most urgent', value: '#3 (P1, Billing desk), #1 (P2, Billing desk), #2 (P2, Billing desk)' },
    { label: 'The rest', value: '2 more, listed with the alert' },
  ]);
  expect(told.links.map(({ label, path }) => [label, path])).toEqual([
    ['Open the alert', '/alerts/a'],
    ['Open #3', '/tickets/zendesk%3A3'],
    ['Open #1', '/tickets/zendesk%3A1'],
    ['Open #2', '/tickets/zendesk%3A2'],
  ]);
  expect(noticeShape.safeParse(told).success).toBe(true);
  expect(notice.priority).toBeUndefined();
});

test('the ticket stays whole at the end of a long title', () => {
  const { rule } = alert();
  const long = { ...rule, spec: { ...rule.spec, name: 'x'.repeat(200) } };
  const { title } = noticeOf(alert({ rule: long }), fired)!;
  expect(title).toHaveLength(200);
  expect(title.endsWith('…: #4711')).toBe(true);
});

test('what is watched no more is over for programs, and people are not told', () => {
  const moment = { kind: 'superseded', at: AT, by: null } as const;
  expect(noticeOf(alert(), moment)).toBeNull();
  expect(closingOf(alert(), moment)).toMatchObject({
    event: 'resolved',
    thread: 'alert:a',
    what: expect.stringContaining('not watched any more'),
  });
});
