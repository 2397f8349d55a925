import { expect, test } from 'vitest';
import type { Queue, QueueAgent, QueueItem, TicketRow } from '../api/client.ts';
import type { Change } from './protocol.ts';
import { queueWith, queueWithout, withAgents } from './queue-change.ts';

const AT = '2026-11-22T14:00:00.000Z';
const minutesAgo = (minutes: number): string => new Date(Date.parse(AT) - minutes * 60_000).toISOString();

const row = (id: string, more: Partial<TicketRow> = {}): TicketRow => ({
  id,
  subject: `Subject of ${id}`,
  status: 'open',
  rawStatus: null,
  priority: 'P3',
  channel: 'email',
  category: null,
  product: null,
  supportTier: 'L1',
  tags: [],
  url: null,
  createdAt: minutesAgo(30),
  updatedAt: minutesAgo(1),
  resolvedAt: null,
  clocks: [],
  waitingSince: minutesAgo(10),
  provisional: false,
  team: null,
  assignee: null,
  requester: null,
  organisation: null,
  replies: 0,
  reopens: 0,
  escalations: 0,
  lastEscalation: null,
  lastSpeaker: 'customer',
  version: 1,
  ...more,
});

const item = (ticket: TicketRow, state: QueueItem['state'], since = minutesAgo(10)): QueueItem => ({ ...ticket, state, since });

const agent = (id: string): QueueAgent => ({
  id,
  name: id,
  state: 'available',
  since: minutesAgo(60),
  reason: null,
  until: null,
  team: null,
  supportTier: 'L1',
  skills: [],
  openTickets: 1,
  resolvedToday: 0,
  repliesToday: 0,
  medianReplySecondsToday: null,
  onShift: true,
});

const queue = (columns: Partial<Queue> = {}): Queue => ({
  asOf: AT,
  number: '1.1',
  waiting: [],
  handling: [],
  resolvedLastHour: [],
  agents: [agent('amara')],
  status: {
    waiting: 0,
    longestWaitSeconds: null,
    medianWaitSeconds: null,
    handling: 0,
    available: 1,
    online: 1,
    onShift: 1,
    arrivalsLastHour: 0,
    resolvedLastHour: 0,
  },
  ...columns,
});

const where = (of: Queue) => ({
  waiting: of.waiting.map(({ id }) => id),
  handling: of.handling.map(({ id }) => id),
  resolved: of.resolvedLastHour.map(({ id }) => id),
});

const amara = { id: 'amara', name: 'Amara Obi' };

test('a claimed ticket moves from waiting to being handled, since the claim', () => {
  const before = queue({ waiting: [item(row('a'), 'waiting'), item(row('b'), 'waiting')] });
  const after = queueWith(before, [row('a', { version: 2, assignee: amara, updatedAt: minutesAgo(0) })]);
  expect(where(after)).toEqual({ waiting: ['b'], handling: ['a'], resolved: [] });
  expect(after.handling[0]!.since).toBe(minutesAgo(0));
  expect(after.waiting[0]).toBe(before.waiting[1]);
});

test('a ticket its holder keeps was taken when it was taken', () => {
  const before = queue({ handling: [item(row('a', { assignee: amara }), 'handling', minutesAgo(25))] });
  const after = queueWith(before, [row('a', { version: 2, assignee: amara, waitingSince: null })]);
  expect(after.handling[0]!.since).toBe(minutesAgo(25));
});

test.each<[string, Partial<TicketRow>, ReturnType<typeof where>]>([
  ['resolved', { status: 'resolved', resolvedAt: minutesAgo(2), waitingSince: null }, { waiting: [], handling: [], resolved: ['a'] }],
  ['resolved long ago', { status: 'closed', resolvedAt: minutesAgo(120), waitingSince: null }, { waiting: [], handling: [], resolved: [] }],
  ['answered by the bot', { waitingSince: null }, { waiting: [], handling: ['a'], resolved: [] }],
  ['handed back', { assignee: null }, { waiting: ['a'], handling: [], resolved: [] }],
])('a ticket that is %s', (_, more, columns) => {
  const before = queue({ handling: [item(row('a', { assignee: amara }), 'handling')] });
  expect(where(queueWith(before, [row('a', { version: 2, ...more })]))).toEqual(columns);
});

test('a row known already, or an older one, leaves the very same queue', () => {
  const before = queue({ waiting: [item(row('a', { version: 3 }), 'waiting')] });
  expect(queueWith(before, [row('a', { version: 3, assignee: amara }), row('a', { version: 2 })])).toBe(before);
});

test('a merged ticket is gone', () => {
  const before = queue({ waiting: [item(row('a'), 'waiting'), item(row('b'), 'waiting')] });
  expect(where(queueWithout(before, new Set(['a']))).waiting).toEqual(['b']);
  expect(queueWithout(before, new Set(['z']))).toBe(before);
});

test('presence follows the change; an agent who is not listed changes nothing', () => {
  const change = (id: string): Change => ({
    type: 'change',
    number: '2.1',
    topics: ['queue'],
    kind: 'agent',
    id,
    types: ['agent.presence'],
    agent: { id, name: id, state: 'away', since: AT, reason: 'lunch', until: null },
  });
  const before = queue();
  expect(withAgents(before, [change('amara')]).agents[0]).toMatchObject({ state: 'away', since: AT, reason: 'lunch', openTickets: 1 });
  expect(withAgents(before, [change('nobody')])).toBe(before);
});
