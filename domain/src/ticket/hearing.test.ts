/** What clocks hear of a ticket. */
import { describe, expect, test } from 'vitest';
import { clockEventsOf } from '../sla/index.ts';
import {
  answersAsBot,
  asks,
  brief,
  briefly,
  clocksAfter,
  created,
  note,
  onePolicy,
  priority,
  reply,
  secondOf,
  type Short,
  stateOf,
  status,
  story,
} from './example.ts';

const HOUR = 3600;

describe('the customer’s tier', () => {
  const tierOf = ({ organisation, requester }: { organisation: string | null; requester: string | null }) =>
    organisation === 'acme' ? 'starter' : requester === 'ada' ? 'enterprise' : null;
  const resolution = (...shorts: Short[]) => clocksAfter(story(...shorts), 'resolution', { tierOf });
  const bought = created(0, { priority: 'P1', organisation: 'acme' });

  test('is that of its organisation, also after a reopening', () =>
    expect(resolution(bought, status(60, 'resolved'), status(600, 'open', 'customer c'))).toMatchObject([
      { tier: 'starter', target: 8 * HOUR },
      { tier: 'starter', target: 8 * HOUR },
    ]));
  test('is none where nobody knows it: the target stands as it is', () =>
    expect(resolution(created(0))).toMatchObject([{ tier: '', target: 4 * HOUR }]));
  test('is another when the ticket comes to an organisation: what has elapsed meets the other target', () => {
    const moved: Short = [300, 'agent a', 'organisation.changed', { to: 'acme' }];
    const clocks = resolution(created(0), moved);
    // Breached at four hours; the eight that the organisation is promised do not undo it.
    expect(clocks).toMatchObject([{ tier: 'starter', target: 8 * HOUR, elapsed: 5 * HOUR, breachAt: secondOf(240), state: 'breached' }]);
  });
  test('is another when the ticket comes to a requester', () =>
    expect(resolution(created(0), [60, 'agent a', 'requester.changed', { to: 'ada' }])).toMatchObject([
      { tier: 'enterprise', target: 2 * HOUR },
    ]));
});

describe('a resolve that is taken back', () => {
  const day = (seconds: number, actor: string) => [created(0), status(10, 'resolved'), status(10 + seconds / 60, 'open', actor)];
  test('by an agent within a minute was none: every cycle goes on', () => {
    const events = [...day(59, 'agent a'), reply(12)];
    expect(briefly('first_response', events)).toEqual([[0, 12, 12, 'met']]);
    expect(briefly('resolution', events)).toEqual([[0, null, 12, 'running']]);
  });
  test('after a minute was one', () =>
    expect(briefly('resolution', day(60, 'agent a'), { asOf: 20 })).toEqual([
      [0, 10, 10, 'met'],
      [11, null, 9, 'running'],
    ]));
  test('by the customer was one', () =>
    expect(briefly('resolution', day(30, 'customer c'), { asOf: 20 })).toEqual([
      [0, 10, 10, 'met'],
      [10.5, null, 9.5, 'running'],
    ]));
  test('cancels nothing, though it was out of scope', () => {
    const events = [created(0), status(10, 'resolved', 'agent a', 'out_of_scope'), status(10.5, 'open')];
    expect(briefly('resolution', events, { asOf: 20 })).toEqual([[0, null, 20, 'running']]);
  });
  test('within a minute of a creation as resolved was none either', () => {
    const events = [created(0, { priority: 'P1', status: 'resolved' }), status(0.5, 'open')];
    expect(stateOf(story(...events)).cycles).toMatchObject([{ resolvedAt: null }]);
    expect(briefly('resolution', events, { asOf: 20 })).toEqual([[0, null, 20, 'running']]);
  });
  test('after it was closed as well: what the customer wrote meanwhile is waited for since then', () => {
    const events = [
      created(0),
      reply(5),
      status(10, 'resolved'),
      status(10.1, 'closed', 'automation'),
      asks(10.2),
      status(10.5, 'open'),
      reply(15.2),
    ];
    expect(stateOf(story(...events)).waits).toMatchObject([{ kind: 'first' }, { kind: 'next', from: secondOf(10.2) * 1000 }]);
    expect(briefly('next_response', events).map(([, stop, , state]) => [stop, state])).toEqual([[15.2, 'met']]);
  });
});

describe('a resolve that was out of scope', () => {
  test('cancels the clocks, and counts as neither met nor breached', () => {
    const day = [created(0), status(12, 'resolved', 'agent a', 'out_of_scope')];
    expect(briefly('first_response', day)).toEqual([[0, 12, 12, 'cancelled']]);
    expect(briefly('resolution', day)).toEqual([[0, 12, 12, 'cancelled']]);
    expect(stateOf(story(...day)).clockLog.at(-1)).toMatchObject({ why: 'out_of_scope', on: ['cancel', 'solved'] });
  });
  test('holds for a close too, and a reopening is a new promise', () =>
    expect(
      briefly('resolution', [created(0), status(12, 'closed', 'agent a', 'out_of_scope'), status(30, 'open', 'customer c')], { asOf: 40 }),
    ).toEqual([
      [0, 12, 12, 'cancelled'],
      [30, null, 10, 'running'],
    ]));
  test('is none where the reason is given with another status', () =>
    expect(briefly('resolution', [created(0), status(12, 'on_hold', 'agent a', 'out_of_scope')], { asOf: 20 })).toEqual([
      [0, null, 20, 'running'],
    ]));
});

describe('a ticket of which the creation is not known', () => {
  const before = [priority(0, 'P1'), asks(1), reply(2), status(3, 'resolved')];
  test('has no clocks', () => {
    expect(stateOf(story(...before)).provisional).toBe(true);
    expect(clocksAfter(story(...before), null, { asOf: 60 })).toEqual([]);
  });
  test('that comes with a later instant begins them then, and what was heard before happens at once', () => {
    const day = [priority(0, 'P1'), reply(2), created(5, { priority: 'P3' }), status(20, 'resolved')];
    expect(briefly('first_response', day)).toEqual([[5, 5, 0, 'met']]);
    expect(clocksAfter(story(...day), 'resolution')).toMatchObject([
      { start: secondOf(5), stop: secondOf(20), elapsed: 900, target: 4 * HOUR, priority: 'P1', cycle: 'e2' },
    ]);
  });
  test('stands still from the creation where it was pending before', () =>
    expect(briefly('resolution', [status(3, 'pending'), created(5)], { asOf: 20 })).toEqual([[5, null, 0, 'paused']]));
});

describe('what was set before the creation, and is kept by the ticket, is what the clocks see', () => {
  const seen = (...shorts: Short[]) => {
    const state = stateOf(story(...shorts));
    return [state.now, clockEventsOf(state.clockLog, () => null).at(-1)!.matters] as const;
  };
  test('a priority that is also what is assumed of a ticket nobody knows', () => {
    const [now, matters] = seen(priority(0, 'P3'), created(5, { priority: 'P1' }));
    expect(now.priority).toBe('P3');
    expect(matters.priority).toBe('P3');
  });
  test('a tag beside those of the creation', () => {
    const [now, matters] = seen([0, 'agent a', 'tag.changed', { added: ['bug'] }], created(5, { tags: ['vip'] }));
    expect(now.tags).toEqual(['vip', 'bug']);
    expect(matters.tags).toEqual(['vip', 'bug']);
  });
  test('an open status, though the creation says resolved: the resolution runs', () => {
    const day = [status(0, 'open'), created(5, { priority: 'P1', status: 'resolved' })];
    expect(stateOf(story(...day)).cycles).toMatchObject([{ resolvedAt: null }]);
    expect(briefly('resolution', day, { asOf: 20 })).toEqual([[5, null, 15, 'running']]);
  });
});

describe('a pause that the customer asked for', () => {
  const day: Short[] = [
    created(0),
    [10, 'agent a', 'pause.requested', { reason: 'on holiday' }],
    [100, 'agent a', 'pause.ended', {}],
    status(160, 'resolved'),
  ];
  test('stops the resolution while it lasts', () => {
    expect(briefly('resolution', day.slice(0, 2), { asOf: 90 })).toEqual([[0, null, 10, 'paused']]);
    const [clock] = clocksAfter(story(...day), 'resolution');
    expect(clock).toMatchObject({ elapsed: 70 * 60, pauses: [[secondOf(10), secondOf(100)]], state: 'met' });
  });
  test('does not stop the first response', () =>
    expect(briefly('first_response', day.slice(0, 2), { asOf: 90 })).toEqual([[0, null, 90, 'breached']]));
  test('lasts until the last of two has ended', () => {
    const again: Short = [50, 'agent a', 'pause.requested', { reason: 'still' }];
    expect(briefly('resolution', [...day.slice(0, 2), again, day[2]!], { asOf: 130 })).toEqual([[0, null, 10, 'paused']]);
  });
});

describe('a status that stops the clock where a reason is given', () => {
  const rulebook = onePolicy({
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], pause: { statusesWithReason: ['on_hold'] } }],
    targets: { resolution: { P1: 4 * HOUR } },
    cells: {},
  });
  const after = (...shorts: Short[]) => briefly('resolution', [created(0), ...shorts], { rulebook, asOf: 100 });
  test('stops it with one', () => expect(after(status(10, 'on_hold', 'agent a', 'vendor'))).toEqual([[0, null, 10, 'paused']]));
  test('does not without', () => expect(after(status(10, 'on_hold'))).toEqual([[0, null, 100, 'running']]));
  test('stops it from when the reason is given', () =>
    expect(after(status(10, 'on_hold'), status(30, 'on_hold', 'agent a', 'vendor'))).toEqual([[0, null, 30, 'paused']]));
  test('stops it no longer where it is said again without', () =>
    expect(after(status(10, 'on_hold', 'agent a', 'vendor'), status(40, 'on_hold'))).toEqual([[0, null, 70, 'running']]));
  test('keeps the reason whatever else is said of the ticket', () =>
    expect(
      after(status(10, 'on_hold', 'agent a', 'vendor'), priority(20, 'P1'), note(30), [35, 'agent a', 'team.changed', { to: 'x' }]),
    ).toEqual([[0, null, 10, 'paused']]));
});

test('a clock stands still after two messages that nobody answered, until the customer writes', () => {
  const rulebook = onePolicy({
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], pause: { afterFollowUps: 2 } }],
    targets: { resolution: { P1: 4 * HOUR } },
    cells: {},
  });
  const day = [created(0), reply(10), note(15), reply(20), asks(80), reply(90)];
  expect(clocksAfter(story(...day), 'resolution', { rulebook, asOf: 100 })).toMatchObject([
    { elapsed: 40 * 60, pauses: [[secondOf(20), secondOf(80)]], state: 'running' },
  ]);
});

test('an escalation, an assignment and a bot’s answer are heard where a clock listens to them', () => {
  const clock = (metric: string, start: 'created' | 'escalated', stop: 'assigned' | 'bot_public' | 'agent_any') => ({
    metric,
    start: [start],
    stop: [stop],
  });
  const clocks = [
    clock('ownership', 'created', 'assigned'),
    clock('answer', 'created', 'bot_public'),
    clock('second_level', 'escalated', 'agent_any'),
  ];
  const targets = Object.fromEntries(clocks.map(({ metric }) => [metric, { P1: HOUR }]));
  const day: Short[] = [
    created(0),
    answersAsBot(1),
    [2, 'bot b', 'ticket.escalated', { toTier: 'L1', kind: 'low_ai_confidence' }],
    [4, 'agent a', 'assignee.changed', { to: 'a' }],
    note(7),
  ];
  expect(
    clocksAfter(story(...day), null, { rulebook: onePolicy({ clocks, targets, cells: {} }) }).map((one) => [one.metric, ...brief(one)]),
  ).toEqual([
    ['ownership', 0, 4, 4, 'met'],
    ['answer', 0, 1, 1, 'met'],
    ['second_level', 2, 7, 5, 'met'],
  ]);
});
