import { describe, expect, it, test } from 'vitest';
import type { TicketDetail, TimelineItem } from '../../api/client.ts';
import { entriesOf, type Entry, entryAt, type View } from './timeline.ts';

const START = Date.parse('2026-03-10T09:00:00Z');
let number = 0;

/** An event so many seconds after the start. */
const at = (seconds: number, type: string, more: Partial<TimelineItem> = {}): TimelineItem => {
  const instant = new Date(START + seconds * 1000).toISOString();
  number += 1;
  return {
    id: `e${number}`,
    source: 'demo',
    at: instant,
    receivedAt: instant,
    clamped: false,
    late: false,
    type,
    actor: { kind: 'agent', id: 'agent-1', name: 'Ada' },
    data: {},
    personal: null,
    gapSeconds: null,
    redacted: false,
    ticket: 'demo:1',
    ...more,
  };
};

const entries = (
  items: TimelineItem[],
  options: { view?: View; waits?: TicketDetail['waits']; cycles?: TicketDetail['cycles'] } = {},
): Entry[] => entriesOf(items, { view: 'all', waits: [], cycles: [], dayOf: (instant) => instant.slice(0, 10), ...options });

const kinds = (list: Entry[]): string[] => list.map(({ kind }) => kind);
const message = (seconds: number, more: Partial<TimelineItem> = {}): TimelineItem =>
  at(seconds, 'ticket.message', { data: { messageId: `m${seconds}`, visibility: 'public' }, ...more });

describe('days and silences', () => {
  it('begins with its day and tells silences of ten minutes and more', () => {
    const list = entries([message(0), message(599), message(1_199), message(86_400)]);
    expect(kinds(list)).toEqual(['day', 'message', 'message', 'gap', 'message', 'day', 'gap', 'message']);
    expect(list.filter((entry) => entry.kind === 'gap').map((entry) => entry.seconds)).toEqual([600, 85_201]);
  });

  it('has nothing to say of nothing', () => {
    expect(entries([])).toEqual([]);
  });
});

describe('what changed', () => {
  it('knows what a field was from the events before', () => {
    const list = entries([
      at(0, 'ticket.created', { data: { priority: 'P3', status: 'new' } }),
      at(60, 'priority.changed', { data: { to: 'P2' } }),
      at(120, 'priority.changed', { data: { to: 'P1' } }),
      at(180, 'assignee.changed', { data: { to: null } }),
    ]);
    const changes = list.flatMap((entry) => (entry.kind === 'events' ? entry.lines.map(({ change }) => change) : []));
    expect(changes).toEqual([
      null,
      { field: 'priority', from: 'P3', to: 'P2' },
      { field: 'priority', from: 'P2', to: 'P1' },
      { field: 'assignee', from: null, to: null },
    ]);
  });

  it('joins what one person did at the same moment, and nothing else', () => {
    const other = { actor: { kind: 'agent' as const, id: 'agent-2', name: 'Bob' } };
    const list = entries([at(0, 'status.changed'), at(1, 'assignee.changed'), at(2, 'team.changed', other), at(60, 'team.changed', other)]);
    expect(list.flatMap((entry) => (entry.kind === 'events' ? [entry.lines.length] : []))).toEqual([2, 1, 1]);
  });
});

test('each view shows its part', () => {
  const items = [at(0, 'ticket.created'), message(10), at(20, 'agent.activity')];
  expect(kinds(entries(items, { view: 'all' }))).toEqual(['day', 'events', 'message']);
  expect(kinds(entries(items, { view: 'messages' }))).toEqual(['day', 'message']);
  expect(kinds(entries(items, { view: 'events' }))).toEqual(['day', 'events', 'message', 'events']);
});

test('a reply says which wait it ended; a note does not', () => {
  const wait = {
    ordinal: 1,
    cycle: 1,
    from: new Date(START).toISOString(),
    to: new Date(START + 252_000).toISOString(),
    kind: 'first',
    closedBy: 'reply',
    agent: null,
    team: null,
    seconds: 252,
  } as const;
  const note = message(252, { data: { messageId: 'n', visibility: 'internal' } });
  const waited = entries([message(252), note], { waits: [wait] }).flatMap((entry) =>
    entry.kind === 'message' ? [entry.waitedSeconds] : [],
  );
  expect(waited).toEqual([252, null]);
});

test('a reopening is told where it happened', () => {
  const cycles = [0, 300].map((seconds, index) => ({
    ordinal: index + 1,
    startedAt: new Date(START + seconds * 1000).toISOString(),
    startedBy: 'customer' as const,
    resolvedAt: null,
    resolvedBy: null,
    replies: 0,
  }));
  expect(kinds(entries([message(0), message(300), message(310)], { cycles }))).toEqual(['day', 'message', 'cycle', 'message', 'message']);
});

test('a message that was redacted later is known as such', () => {
  const list = entries([message(0), at(60, 'message.redacted', { data: { messageId: 'm0' } })]);
  expect(list.find((entry) => entry.kind === 'message')).toMatchObject({ isRedacted: true });
});

describe('late events', () => {
  const received = (seconds: number): Partial<TimelineItem> => ({ late: true, receivedAt: new Date(START + seconds * 1000).toISOString() });
  const lateOnes = (list: Entry[]): boolean[] => list.flatMap((entry) => (entry.kind === 'message' ? [entry.isLate] : []));

  it('tells the one that changed the story afterwards', () => {
    expect(lateOnes(entries([message(0), message(60, received(7_200)), message(120)]))).toEqual([false, true, false]);
  });

  it('does not call a whole import late', () => {
    expect(lateOnes(entries([message(0, received(9_000)), message(60, received(9_000))]))).toEqual([false, false]);
  });
});

test('keys stay the same while the ticket grows', () => {
  const items = [message(0), message(700)];
  const before = entries(items).map(({ key }) => key);
  expect(
    entries([...items, message(5_000)])
      .map(({ key }) => key)
      .slice(0, before.length),
  ).toEqual(before);
  expect(new Set(before).size).toBe(before.length);
});

describe('the moment that a link means', () => {
  const story = [
    message(0),
    message(700),
    at(701, 'status.changed', { data: { to: 'resolved' } }),
    at(702, 'tag.changed'),
    message(90_000),
  ];
  const list = entries(story);
  const moment = (seconds: number) => {
    const found = list[entryAt(list, { at: new Date(START + seconds * 1000).toISOString() })]!;
    return [found.kind, Date.parse(found.at) - START];
  };

  test.each([
    ['a message', 700, ['message', 700_000]],
    ['one of several changes told together', 702, ['events', 701_000]],
    ['between two, the nearer one', 300, ['message', 0]],
    ['after the last, the last', 900_000, ['message', 90_000_000]],
  ])('is %s', (_what, seconds, expected) => expect(moment(seconds)).toEqual(expected));

  test('is the very event, where several have the same instant', () => {
    const resolved = at(700, 'status.changed', { data: { to: 'resolved' }, actor: { kind: 'system', id: null, name: null } });
    const both = entries([message(0), message(700), resolved]);
    const instant = { at: resolved.at };
    expect(both[entryAt(both, instant)]!.kind).toBe('message');
    expect(both[entryAt(both, { ...instant, event: `${resolved.source} ${resolved.id}` })]!.kind).toBe('events');
    expect(both[entryAt(both, { ...instant, event: 'demo unknown' })]!.kind).toBe('message');
  });

  test('is nowhere in a story that is empty', () => expect(entryAt([], { at: '2026-03-10T09:00:00Z' })).toBe(-1));
});
