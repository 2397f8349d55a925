import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batchOf } from './batch.ts';
import { type Change, type Seen, seenIn } from './changes.ts';
import { createWatcher, type Pen, STUCK_MS } from './watcher.ts';

/** A line whose other end is the test: what was written, and how much of it has not left. */
const EVERYTHING = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;

function createLine() {
  const done: ((error?: Error) => void)[] = [];
  const heard: Record<string, unknown>[] = [];
  let waiting = 0;
  const pen: Pen = {
    write: ({ text }, after) => {
      heard.push(...text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>));
      done.push(after);
    },
    waiting: () => waiting,
    admission: async () => EVERYTHING,
    end: (why) => heard.push({ type: 'end', why }),
  };
  return {
    pen,
    heard,
    block: () => {
      waiting = 1e9;
    },
    free: () => {
      waiting = 0;
      for (const after of done.splice(0)) after();
    },
  };
}

const change = (id: string, number: string, topics = ['tickets']): Change => ({
  number,
  topics,
  key: `ticket ${id}`,
  text: JSON.stringify({ type: 'change', id, number }),
});

/** At number 2.9. What the watcher asks of the past is answered by the test. */
function setUp() {
  const line = createLine();
  let [now, at] = [0, '2.9'];
  const asked: { since: string; answer(found: readonly Change[] | 'gap'): Promise<void>; fail(error: Error): Promise<void> }[] = [];
  const past = (_seen: Seen, since: string) => {
    const found = Promise.withResolvers<readonly Change[] | 'gap'>();
    asked.push({
      since,
      answer: (changes) => (found.resolve(changes), setImmediate()),
      fail: (error) => (found.reject(error), setImmediate()),
    });
    return found.promise;
  };
  const watcher = createWatcher({ workspaceId: 'a', seen: seenIn(EVERYTHING), now: () => now, number: () => at, past }, line.pen);
  watcher.want(['tickets']);
  return { line, watcher, asked, wait: (ms: number) => (now += ms), reach: (number: string) => (at = number) };
}

test('only what is wanted is told', () => {
  const { line, watcher } = setUp();
  watcher.tell(batchOf([change('1', '1.1'), change('2', '1.2', ['queue'])]));
  watcher.leave(['tickets']);
  watcher.tell(batchOf([change('3', '1.3')]));
  expect(line.heard).toEqual([{ type: 'change', id: '1', number: '1.1' }]);
});

test('what cannot leave yet waits, each thing once, in the order of numbers', () => {
  const { line, watcher } = setUp();
  watcher.tell(batchOf([change('0', '1.0')]));
  line.block();
  watcher.tell(batchOf([change('1', '1.1'), change('2', '1.2')]));
  watcher.tell(batchOf([change('1', '1.3')]));
  expect(line.heard).toHaveLength(1);
  line.free();
  expect(line.heard.slice(1)).toMatchObject([
    { id: '2', number: '1.2' },
    { id: '1', number: '1.3' },
  ]);
});

test('when too much waits it is dropped, and a gap is told', () => {
  const { line, watcher } = setUp();
  watcher.tell(batchOf([change('0', '1.0')]));
  line.block();
  for (let n = 1; n <= 5000; n += 1) watcher.tell(batchOf([change(String(n), `1.${n}`)]));
  line.free();
  const [, gap, ...rest] = line.heard;
  expect(gap).toMatchObject({ type: 'gap' });
  expect(rest.length).toBeLessThanOrEqual(1000);
  expect(rest.at(-1)).toMatchObject({ id: '5000' });
});

test('the past comes before the present, and what changed again is told once', async () => {
  const { line, watcher, asked } = setUp();
  watcher.ready('1.0');
  watcher.tell(batchOf([change('1', '2.1')]));
  expect(line.heard).toEqual([]);
  await asked[0]!.answer([change('1', '1.1'), change('2', '1.2'), change('3', '1.3', ['queue'])]);
  expect(line.heard).toMatchObject([
    { id: '2', number: '1.2' },
    { id: '1', number: '2.1' },
    { type: 'ready', number: '2.9' },
  ]);
});

test('a past that was read late does not lose to the present', async () => {
  const { line, watcher, asked } = setUp();
  watcher.ready('1.0');
  watcher.tell(batchOf([change('1', '2.1')]));
  await asked[0]!.answer([change('1', '10.1')]);
  expect(line.heard.filter(({ type }) => type === 'change')).toMatchObject([{ number: '10.1' }]);
});

test('a past that cannot be read is a gap', async () => {
  const { line, watcher, asked } = setUp();
  watcher.ready('1.0');
  await asked[0]!.fail(new Error('no database'));
  expect(line.heard).toEqual([
    { type: 'gap', number: '2.9' },
    { type: 'ready', number: '2.9' },
  ]);
});

test('the past is read once at a time, from the earliest number asked for meanwhile, and each gets its ready', async () => {
  const { line, watcher, asked } = setUp();
  watcher.ready('1.5');
  for (const since of ['1.4', '1.10', '1.2', '1.3']) watcher.ready(since);
  watcher.ready();
  expect(asked.map(({ since }) => since)).toEqual(['1.5']);
  await asked[0]!.answer([change('2', '1.6')]);
  expect(line.heard).toEqual([]);
  expect(asked.map(({ since }) => since)).toEqual(['1.5', '1.2']);
  await asked[1]!.answer([change('1', '1.3')]);
  expect(asked).toHaveLength(2);
  expect(line.heard.map(({ number }) => number)).toEqual(['1.3', '1.6', ...Array<string>(6).fill('2.9')]);
});

test('while changes wait, a heartbeat and a ready carry the last number that was written', () => {
  const { line, watcher, reach } = setUp();
  watcher.ready();
  line.block();
  watcher.tell(batchOf([change('1', '3.1')]));
  reach('3.1');
  watcher.heartbeat('now');
  watcher.ready();
  expect(line.heard.map(({ type, number }) => [type, number])).toEqual([
    ['ready', '2.9'],
    ['heartbeat', '2.9'],
    ['ready', '2.9'],
  ]);
  line.free();
  watcher.heartbeat('later');
  expect(line.heard.slice(3)).toMatchObject([{ id: '1' }, { type: 'heartbeat', number: '3.1', at: 'later' }]);
});

test('while a gap waits, a heartbeat does not get ahead of it', () => {
  const { line, watcher, reach } = setUp();
  watcher.ready();
  line.block();
  watcher.gap('4.1');
  reach('4.1');
  watcher.heartbeat('now');
  expect(line.heard.at(-1)).toMatchObject({ type: 'heartbeat', number: '2.9' });
});

test('before the past was told, a heartbeat carries the number the client came with', async () => {
  const { line, watcher, asked } = setUp();
  watcher.heartbeat('first');
  watcher.ready('1.5');
  watcher.heartbeat('now');
  await asked[0]!.answer([change('1', '1.6')]);
  expect(line.heard.map(({ number }) => number)).toEqual(['0.0', '1.5', '1.6', '2.9']);
});

test('a line that takes nothing for a minute is stuck', () => {
  const { line, watcher, wait } = setUp();
  line.block();
  watcher.tell(batchOf([change('1', '1.1')]));
  wait(STUCK_MS);
  expect(watcher.isStuck(STUCK_MS)).toBe(false);
  expect(watcher.isStuck(STUCK_MS + 1)).toBe(true);
});

test('nothing is written once it is closed', () => {
  const { line, watcher } = setUp();
  watcher.close('closed');
  watcher.tell(batchOf([change('1', '1.1')]));
  watcher.heartbeat('now');
  expect(line.heard).toEqual([{ type: 'end', why: 'closed' }]);
});

test('those who watch the same are sent the very same bytes', () => {
  const [one, other, third] = [setUp(), setUp(), setUp()];
  third.watcher.want(['queue']);
  const batch = batchOf([change('1', '1.1'), change('2', '1.2', ['queue'])]);
  const sent: Buffer[] = [];
  for (const { watcher, line } of [one, other, third]) {
    const write = line.pen.write;
    line.pen.write = (message, done) => (sent.push(message.bytes()), write(message, done));
    watcher.tell(batch);
  }
  expect(sent[0]).toBe(sent[1]);
  expect(third.line.heard.map(({ id }) => id)).toEqual(['1', '2']);
});

test('answers have no number, and of one question the newest waits for a slow line', () => {
  const { line, watcher } = setUp();
  watcher.answer('q', '{"type":"answer","name":"q","answer":1}');
  line.block();
  watcher.answer('q', '{"type":"answer","name":"q","answer":2}');
  watcher.tell(batchOf([change('1', '1.1')]));
  watcher.answer('q', '{"type":"answer","name":"q","answer":3}');
  watcher.heartbeat('now');
  line.free();
  expect(line.heard.map(({ type, answer, id, number }) => [type, answer ?? id, number])).toEqual([
    ['answer', 1, undefined],
    ['heartbeat', undefined, '0.0'],
    ['change', '1', '1.1'],
    ['answer', 3, undefined],
  ]);
});

test('who takes no answer for a minute is stuck', () => {
  const { line, watcher, wait } = setUp();
  line.block();
  watcher.answer('q', '{}');
  wait(STUCK_MS + 1);
  expect(watcher.isStuck(STUCK_MS + 1)).toBe(true);
});
