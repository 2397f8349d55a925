/** What a notice of an alert says: of which ticket, how urgent that is, and what was promised. */
import { expect, test } from 'vitest';
import type { KeptClock } from '../sla/index.ts';
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
  ...more,
});
const fired = { kind: 'fired', at: AT, by: null } as const;

test('a breach says which promise of which ticket, and by how much', () => {
  expect(noticeOf(alert(), fired)).toMatchObject({
    title: 'A promise is breached: zendesk:4711',
    what: 'The promised first response of zendesk:4711 is breached.',
    ticketId: 'zendesk:4711',
    priority: 'P2',
    facts: [
      { label: 'Ticket', value: 'zendesk:4711' },
      { label: 'Priority', value: 'P2' },
      { label: 'Team', value: 'billing' },
      { label: 'Support tier', value: 'L2' },
      { label: 'Customer tier', value: 'enterprise' },
      { label: 'Promise', value: 'first response within 15 minutes' },
      { label: 'Breached at', value: '2026-06-02 12:15 UTC' },
    ],
  });
  expect(titleOf(alert())).toBe('A promise is breached');
});

test('several tickets are counted, and none of them is the one', () => {
  const notice = noticeOf(alert({ tickets: 5 }), fired)!;
  expect(notice).toMatchObject({ title: 'A promise is breached', facts: [{ label: 'Tickets', value: '5' }] });
  expect(notice.ticketId).toBeUndefined();
  expect(notice.priority).toBeUndefined();
});

test('the ticket stays whole at the end of a long title', () => {
  const { rule } = alert();
  const long = { ...rule, spec: { ...rule.spec, name: 'x'.repeat(200) } };
  const { title } = noticeOf(alert({ rule: long }), fired)!;
  expect(title).toHaveLength(200);
  expect(title.endsWith('…: zendesk:4711')).toBe(true);
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
