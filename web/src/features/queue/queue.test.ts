import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Queue, QueueItem } from '../../api/client.ts';
import { alarmOf, inOrder, inTeams, isShown } from './order.ts';
import { readQueueSearch } from './search.ts';
import { narrowedStrip, stripOf } from './strip.ts';

const NOW = Date.parse('2026-11-22T14:00:00.000Z');
const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
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
  createdAt: minutesAgo(60),
  updatedAt: minutesAgo(1),
  resolvedAt: null,
  waitingSince: minutesAgo(10),
  clocks: [],
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
  state: 'waiting',
  since: minutesAgo(10),
  ...more,
});

/** A first response that is breached so many minutes from now. */
const owed = (minutes: number): QueueItem['clocks'][number] => ({
  metric: 'first_response',
  isRunning: true,
  targetSeconds: 3600,
  dueAt: minutesAgo(-minutes),
  breachesAt: minutesAgo(-minutes),
  steps: [],
  closings: [],
  closedAfterSeconds: 0,
});

const ids = (items: readonly QueueItem[]): string[] => items.map(({ id }) => id);

describe('the order', () => {
  test('critical first, then by how much of its patience a wait has used', () => {
    const items = [
      item('fresh P2', { priority: 'P2', waitingSince: minutesAgo(5) }),
      item('old P4', { priority: 'P4', waitingSince: minutesAgo(700) }),
      item('P1 just now', { priority: 'P1', waitingSince: minutesAgo(1) }),
      item('P3 for three hours', { waitingSince: minutesAgo(180) }),
      item('P1 for long', { priority: 'P1', waitingSince: minutesAgo(30) }),
    ];
    expect(ids(inOrder('waiting', items, NOW))).toEqual(['P1 for long', 'P1 just now', 'old P4', 'P3 for three hours', 'fresh P2']);
  });

  test('in hand, those whose customer waits come before those who wait for the customer', () => {
    const items = [
      item('with the customer', { waitingSince: null, since: minutesAgo(500) }),
      item('waits a little', { waitingSince: minutesAgo(2) }),
      item('with the customer, shorter', { waitingSince: null, since: minutesAgo(50) }),
    ];
    expect(ids(inOrder('handling', items, NOW))).toEqual(['waits a little', 'with the customer', 'with the customer, shorter']);
  });

  test('by breach: the longest overdue, then the next to breach, then what has nothing to breach', () => {
    const items = [
      item('P1 without a promise', { priority: 'P1' }),
      item('later', { clocks: [owed(90), owed(60)] }),
      item('soon', { priority: 'P5', clocks: [owed(5)] }),
      item('overdue', { priority: 'P4', clocks: [owed(-30)] }),
      item('stands still', { waitingSince: null, clocks: [{ ...owed(1), isRunning: false, dueAt: null, breachesAt: null }] }),
    ];
    const order = ['overdue', 'soon', 'later', 'P1 without a promise', 'stands still'];
    expect(ids(inOrder('waiting', items, NOW, 'breach'))).toEqual(order);
    expect(ids(inOrder('handling', items, NOW, 'breach'))).toEqual(order);
  });

  test('it does not depend on the order in which tickets came', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        priority: fc.constantFrom('P1', 'P2', 'P3' as const),
        minutes: fc.integer({ min: 0, max: 300 }),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(
        items,
        fc.constantFrom('waiting', 'handling', 'resolved' as const),
        fc.infiniteStream(fc.nat()),
        (drawn, state, random) => {
          const all = drawn.map(({ id, priority, minutes }) =>
            item(id, { priority, waitingSince: minutesAgo(minutes), since: minutesAgo(minutes) }),
          );
          const shuffled = all
            .map((one) => [random.next().value, one] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, one]) => one);
          expect(ids(inOrder(state, shuffled, NOW))).toEqual(ids(inOrder(state, all, NOW)));
        },
      ),
    );
  });

  test.each([
    ['P3', 100, 'calm'],
    ['P3', 121, 'near'],
    ['P3', 241, 'over'],
    ['P3', 481, 'far'],
    ['P1', 16, 'over'],
  ] as const)('%s that has waited for %d minutes is %s', (priority, minutes, alarm) => {
    expect(alarmOf(item('a', { priority, waitingSince: minutesAgo(minutes) }), NOW)).toBe(alarm);
  });

  test('where a promise runs, its ladder speaks and the wait does not', () => {
    expect(alarmOf(item('a', { waitingSince: minutesAgo(9_000), clocks: [owed(5)] }), NOW)).toBe('calm');
  });

  test('nothing is alarming about a ticket that waits for its customer', () => {
    expect(alarmOf(item('a', { priority: 'P1', waitingSince: null, since: minutesAgo(9_000) }), NOW)).toBe('calm');
  });
});

describe('filters', () => {
  const amara = { id: 'agent-amara', name: 'Amara' };
  const ours = item('a', { team: { id: 'care', name: 'Care' }, assignee: amara });

  test.each([
    [{}, true],
    [{ team: 'care,live' }, true],
    [{ team: 'none' }, false],
    [{ customerTier: 'none' }, true],
    [{ priority: 'P1' }, false],
    [{ mine: true as const }, true],
    [{ mine: true as const, channel: 'chat' }, false],
  ])('%j', (search, shown) => {
    expect(isShown(ours, search, 'agent-amara')).toBe(shown);
  });

  test('nothing belongs to somebody who works no tickets', () => {
    expect(isShown(ours, { mine: true }, null)).toBe(false);
  });

  test('an address gives what can be understood of it and nothing else', () => {
    expect(readQueueSearch({ priority: 'P1,P9, P2', channel: 'pigeon', team: 7, mine: 'yes', open: 'demo:1' })).toEqual({
      priority: 'P1,P2',
      open: 'demo:1',
    });
    expect(readQueueSearch({ sort: 'breach' })).toEqual({ sort: 'breach' });
    expect(readQueueSearch({ sort: 'created' })).toEqual({});
    expect(readQueueSearch({ mine: true, customerTier: 'none' })).toEqual({ mine: true, customerTier: 'none' });
  });
});

describe('the status of the queue', () => {
  const queue = (waiting: QueueItem[], status: Partial<Queue['status']> = {}): Queue => ({
    asOf: minutesAgo(0),
    number: '1.1',
    waiting,
    handling: [],
    resolvedLastHour: [],
    agents: [],
    status: {
      waiting: 0,
      longestWaitSeconds: null,
      medianWaitSeconds: null,
      handling: 0,
      available: 0,
      online: 0,
      onShift: 0,
      arrivalsLastHour: 3,
      resolvedLastHour: 0,
      ...status,
    },
  });

  test('follows from the tickets in it', () => {
    const waits = [5, 40, 20, 10].map((minutes, index) => item(String(index), { waitingSince: minutesAgo(minutes) }));
    expect(stripOf(queue(waits))).toMatchObject({
      waiting: 4,
      critical: 0,
      longestSince: NOW - 40 * 60_000,
      medianSince: NOW - 15 * 60_000,
      arrivalsLastHour: 3,
    });
  });

  test('of nobody there is no longest wait, which is not zero', () => {
    expect(stripOf(queue([]))).toMatchObject({ waiting: 0, longestSince: null, medianSince: null });
  });

  test('a column longer than what is listed keeps the server’s count', () => {
    const many = Array.from({ length: 500 }, (_, index) => item(String(index)));
    expect(stripOf(queue(many, { waiting: 812 })).waiting).toBe(812);
    expect(stripOf(queue(many.slice(1), { waiting: 812 })).waiting).toBe(499);
  });

  test('of filtered tickets counts those alone, and leaves open what only the server counts', () => {
    const waiting = [item('a', { priority: 'P1' }), item('b', { waitingSince: minutesAgo(30) })];
    expect(narrowedStrip({ waiting, handling: [item('c')], resolved: [] }, [])).toEqual({
      waiting: 2,
      critical: 1,
      longestSince: NOW - 30 * 60_000,
      medianSince: NOW - 20 * 60_000,
      handling: 1,
      available: 0,
      online: 0,
      arrivalsLastHour: null,
      resolvedLastHour: 0,
    });
  });

  test('people are narrowed by team alone', () => {
    type Agents = Parameters<typeof inTeams>[0];
    const agents = [
      { id: 'a', team: { id: 't1', name: 'One' } },
      { id: 'b', team: null },
    ] as unknown as Agents;
    const within = (teams: string | undefined) => inTeams(agents, teams).map(({ id }) => id);
    expect([within(undefined), within('t1'), within('none'), within('t1,none')]).toEqual([['a', 'b'], ['a'], ['b'], ['a', 'b']]);
  });
});
