import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../errors.ts';
import { type Answer, createAnswers, type News } from './answers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Questions whose runs the test ends. */
function setUp() {
  const troubles: unknown[] = [];
  const answers = createAnswers({ onTrouble: (error) => troubles.push(error) });
  const runs: {
    name: string;
    signal: AbortSignal;
    end(says: string, asOf?: string): Promise<unknown>;
    fail(error: Error): Promise<unknown>;
  }[] = [];
  const watch = (name: string, workspaceId = 'w') => {
    const heard: News[] = [];
    const ask = (signal: AbortSignal): Promise<Answer> => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const settled = () => vi.advanceTimersByTimeAsync(0);
      runs.push({
        name,
        signal,
        end: (says, asOf = '') => (resolve({ text: `"${says}${asOf}"`, says }), settled()),
        fail: (error) => (reject(error), settled()),
      });
      return promise;
    };
    const leave = answers.watch({ workspaceId, name, ask }, (news) => heard.push(news));
    return { heard, leave, said: () => heard.map((news) => ('answer' in news ? (JSON.parse(news.answer) as string) : 'problem')) };
  };
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { answers, runs, watch, pass, troubles };
}

test('two who watch one question cause one run, and who comes later is told at once what is known', async () => {
  const { runs, watch, pass } = setUp();
  const [one, other] = [watch('q'), watch('q')];
  await pass(0);
  expect(runs).toHaveLength(1);
  await runs[0]!.end('5');
  expect([one.said(), other.said(), watch('q').said()]).toEqual([['5'], ['5'], ['5']]);
  await pass(30_000);
  expect(runs).toHaveLength(1);
});

test('it runs again when the facts of its workspace have changed, and is told when it says something else', async () => {
  const { answers, runs, watch, pass } = setUp();
  const { said } = watch('q');
  await pass(0);
  await runs[0]!.end('5');
  answers.outdate('another');
  await pass(5_000);
  expect(runs).toHaveLength(1);
  answers.outdate('w');
  await pass(0);
  await runs[1]!.end('5', ', later');
  answers.outdate();
  await pass(2_000);
  await runs[2]!.end('6');
  expect(said()).toEqual(['5', '6']);
});

test('however often the facts change it runs every two seconds at most, and what changed last is asked for', async () => {
  const { answers, runs, watch, pass } = setUp();
  watch('q');
  await pass(0);
  await runs[0]!.end('0');
  for (let step = 1; step <= 40; step += 1) {
    answers.outdate('w');
    await pass(100);
    await runs.at(-1)!.end(String(step));
  }
  expect(runs).toHaveLength(2);
  answers.outdate('w');
  await pass(0);
  expect(runs).toHaveLength(3);
});

test('what changed while it rested waits for the next change, and not for long where there is none', async () => {
  const { answers, runs, watch, pass } = setUp();
  watch('q');
  await pass(0);
  await runs[0]!.end('0');
  await pass(1_050);
  answers.outdate('w');
  await pass(1_050);
  expect(runs).toHaveLength(1);
  answers.outdate('w');
  await pass(0);
  await runs[1]!.end('2');
  await pass(1_050);
  answers.outdate('w');
  await pass(1_499);
  expect(runs).toHaveLength(2);
  await pass(1);
  expect(runs).toHaveLength(3);
});

test('what changes while it runs makes it run once more, and a slow one rests', async () => {
  const { answers, runs, watch, pass } = setUp();
  watch('q');
  await pass(0);
  answers.outdate('w');
  answers.outdate('w');
  await pass(5_000);
  await runs[0]!.end('0');
  await pass(19_999);
  expect(runs).toHaveLength(1);
  await pass(1);
  expect(runs).toHaveLength(2);
});

test('an answer that stays is asked for after a minute, and told for how fresh it is', async () => {
  const { runs, watch, pass } = setUp();
  const { said } = watch('q');
  await pass(0);
  await runs[0]!.end('5', ' as of 0');
  await pass(60_000);
  await runs[1]!.end('5', ' as of 60');
  expect(said()).toEqual(['5 as of 0', '5 as of 60']);
});

test('a few run at once, the others in their turn', async () => {
  const { runs, watch, pass } = setUp();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) watch(name);
  await pass(0);
  expect(runs.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  await runs[1]!.end('');
  expect(runs.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  await runs[0]!.fail(new Refusal('unavailable', 'not now'));
  expect(runs).toHaveLength(6);
});

test('who left is told nothing more, and when the last has, the run is ended and nothing is left behind', async () => {
  const { answers, runs, watch, pass, troubles } = setUp();
  const [one, other] = [watch('q'), watch('q')];
  await pass(0);
  one.leave();
  expect(runs[0]!.signal.aborted).toBe(false);
  other.leave();
  expect(runs[0]!.signal.aborted).toBe(true);
  await runs[0]!.fail(new Error('aborted'));
  expect([one.heard, other.heard, troubles, vi.getTimerCount()]).toEqual([[], [], [], 0]);
  answers.outdate();
  expect(vi.getTimerCount()).toBe(0);
});

test('a failure is told once, what is a bug besides, and it is tried again until there is an answer', async () => {
  const { runs, watch, pass, troubles } = setUp();
  const { heard, said } = watch('q');
  await pass(0);
  await runs[0]!.fail(new Refusal('unavailable', 'ClickHouse is down'));
  expect(heard).toMatchObject([{ problem: expect.stringContaining('ClickHouse is down') }]);
  await pass(12_000);
  await runs[1]!.fail(new Refusal('unavailable', 'ClickHouse is down'));
  expect(heard).toHaveLength(1);
  await pass(12_000);
  await runs[2]!.fail(new TypeError('a bug'));
  expect([troubles.map(String), JSON.stringify(heard[1])]).toEqual([['TypeError: a bug'], expect.not.stringContaining('a bug')]);
  await pass(12_000);
  await runs[3]!.end('5');
  expect(said().at(-1)).toBe('5');
});

test('what is too long to be kept is refused', async () => {
  const { runs, watch, pass } = setUp();
  const { heard } = watch('q');
  await pass(0);
  await runs[0]!.end('x'.repeat(1_000_001));
  expect(heard).toMatchObject([{ problem: expect.stringContaining('too_large') }]);
});
