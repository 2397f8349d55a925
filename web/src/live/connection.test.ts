import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLive, type Line, type LineEvents } from './connection.ts';
import { compareNumbers, readMessage } from './protocol.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A line whose other end is the test. */
function setUp() {
  const lines: (Line & LineEvents & { sent: unknown[] })[] = [];
  const changes: string[][] = [];
  const stale = vi.fn<() => void>();
  const connected = vi.fn<() => void>();
  const refused = vi.fn<() => void>();
  const reached = { is: true };
  const live = createLive({
    open: (events) => {
      const line = { ...events, sent: [] as unknown[], send: (text: string) => void line.sent.push(JSON.parse(text)), close: () => {} };
      lines.push(line);
      return line;
    },
    onChanges: (batch) => changes.push(batch.map(({ id }) => id)),
    onStale: stale,
    onConnected: connected,
    isReached: async () => reached.is,
    onRefused: refused,
    onTime: () => {},
    now: () => Date.now(),
    random: () => 1,
  });
  const hear = (message: object): void => lines.at(-1)!.heard(JSON.stringify(message));
  const connect = (): void => {
    lines.at(-1)!.opened();
    hear({ type: 'ready', number: '7.1' });
  };
  return { live, lines, changes, stale, connected, refused, reached, hear, connect };
}

const change = (id: string, number: string) => ({ type: 'change', number, topics: ['queue'], kind: 'ticket', id, types: [] });

test('changes within 150 ms arrive together, in order', () => {
  const { live, changes, hear, connect } = setUp();
  live.start();
  connect();
  hear(change('a', '8.1'));
  vi.advanceTimersByTime(100);
  hear(change('b', '8.2'));
  expect(changes).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(changes).toEqual([['a', 'b']]);
});

test('a reconnection goes on where the last message left off', () => {
  const { live, lines, stale, hear, connect } = setUp();
  live.want('queue');
  live.start();
  connect();
  expect(lines[0]!.sent).toEqual([{ subscribe: ['queue'] }]);
  hear(change('a', '9.2'));
  lines[0]!.closed(1006);
  vi.advanceTimersByTime(600);
  connect();
  expect(lines[1]!.sent).toEqual([{ subscribe: ['queue'], since: '9.2' }]);
  expect([live.state(), stale.mock.calls.length]).toEqual(['live', 0]);
});

test('whenever the connection is there again, and not with each topic, what failed may be asked once more', () => {
  const { live, lines, connected, hear, connect } = setUp();
  live.start();
  connect();
  live.want('queue');
  hear({ type: 'ready', number: '7.1' });
  expect(connected).toHaveBeenCalledTimes(1);
  lines[0]!.closed(1006);
  vi.advanceTimersByTime(2_000);
  expect(live.state()).toBe('connecting');
  connect();
  expect(connected).toHaveBeenCalledTimes(2);
});

test('without a connection it asks every 30 seconds, and stops once there is one', () => {
  const { live, lines, stale, connect } = setUp();
  live.start();
  lines[0]!.closed(1006);
  vi.advanceTimersByTime(4_000);
  expect([live.state(), stale.mock.calls.length]).toEqual(['polling', 1]);
  vi.advanceTimersByTime(30_000);
  expect(stale).toHaveBeenCalledTimes(2);
  connect();
  vi.advanceTimersByTime(20_000);
  expect([live.state(), stale.mock.calls.length]).toEqual(['live', 2]);
});

test('a line that broke is not called live for longer than a second, and a server that does not answer is said to be away', async () => {
  const { live, lines, reached, connect } = setUp();
  live.start();
  connect();
  reached.is = false;
  lines.at(-1)!.closed(1006);
  vi.advanceTimersByTime(900);
  expect(live.state()).toBe('live');
  vi.advanceTimersByTime(200);
  expect(live.state()).toBe('connecting');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(live.state()).toBe('away');
  reached.is = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(live.state()).toBe('polling');
  connect();
  expect(live.state()).toBe('live');
  await vi.advanceTimersByTimeAsync(60);
  expect(live.state()).toBe('live');
});

test('that the session is over is told once, and nothing else is taken for it', () => {
  const { live, lines, refused, connect } = setUp();
  live.start();
  connect();
  lines[0]!.closed(1006);
  vi.advanceTimersByTime(600);
  connect();
  expect(refused).not.toHaveBeenCalled();
  lines[1]!.closed(4401);
  expect(refused).toHaveBeenCalledOnce();
});

test('silence for longer than two heartbeats is a dead line', () => {
  const { live, lines, connect } = setUp();
  live.start();
  connect();
  vi.advanceTimersByTime(24_000);
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  expect(lines).toHaveLength(2);
});

test('retries come slower and slower, at most every 30 seconds', () => {
  const { live, lines } = setUp();
  live.start();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 9; attempt++) {
    const [count, from] = [lines.length, Date.now()];
    lines.at(-1)!.closed(1006);
    while (lines.length === count) vi.advanceTimersByTime(100);
    waits.push(Date.now() - from);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

test('a gap means asking everything again', () => {
  const { live, stale, hear, connect } = setUp();
  live.start();
  connect();
  hear({ type: 'gap' });
  expect(stale).toHaveBeenCalledOnce();
});

test('a topic is given up when its last reader goes', () => {
  const { live, lines, connect } = setUp();
  live.start();
  connect();
  const [one, other] = [live.want('ticket:1'), live.want('ticket:1')];
  one();
  other();
  expect(lines[0]!.sent.slice(1)).toEqual([{ subscribe: ['ticket:1'] }, { unsubscribe: ['ticket:1'] }]);
});

test.each(['ticket:\0', 'ticket:\uD800', `ticket:${'x'.repeat(300)}`])('%j is not asked for: it would end the line', (topic) => {
  const { live, lines, connect } = setUp();
  live.want('queue');
  live.want(topic)();
  live.start();
  connect();
  live.want(topic);
  expect(lines[0]!.sent).toEqual([{ subscribe: ['queue'] }]);
});

test('ending it leaves nothing behind', () => {
  const { live, connect } = setUp();
  const end = live.start();
  connect();
  end();
  expect(vi.getTimerCount()).toBe(0);
});

test('numbers are compared part by part, of any length', () => {
  expect(compareNumbers('9.10', '9.9')).toBeGreaterThan(0);
  expect(compareNumbers('10.1', '9.9')).toBeGreaterThan(0);
  expect(compareNumbers('18446744073709551617.1', '18446744073709551616.1')).toBeGreaterThan(0);
  expect(compareNumbers('7.3', '7.3')).toBe(0);
});

test.each(['', '{', 'null', '[]', '{"type":"joke"}'])('%j is no message', (text) => {
  expect(readMessage(text)).toBeNull();
});

test('questions are asked again over a new line, and their answers have no number', () => {
  const { live, lines, hear, connect } = setUp();
  const heard: unknown[] = [];
  live.watch({ query: 1 }, (told) => heard.push(told));
  live.start();
  connect();
  const asking = { watch: { q1: { query: 1 } } };
  expect(lines[0]!.sent).toEqual([{ subscribe: [] }, asking]);
  hear({ type: 'answer', name: 'q1', answer: 5 });
  vi.advanceTimersByTime(250);
  expect(heard).toEqual([{ type: 'answer', name: 'q1', answer: 5 }]);
  lines[0]!.closed(1006);
  vi.advanceTimersByTime(600);
  connect();
  expect(lines[1]!.sent).toEqual([{ subscribe: [], since: '7.1' }, asking]);
});
