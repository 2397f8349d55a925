import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { sharedRuns } from './shared-runs.ts';

/** Runs that end when they are told to. */
function watched() {
  let now = 0;
  const begun: { signal: AbortSignal; end: (answer: string) => void; fail: () => void }[] = [];
  const share = sharedRuns<string>({ now: () => now }, 2000);
  const ask = (name: string, signal?: AbortSignal) =>
    share.of(
      'w',
      name,
      (ended) =>
        new Promise((resolve, reject) => {
          ended.addEventListener('abort', () => reject(new Error('ended')));
          begun.push({ signal: ended, end: resolve, fail: () => reject(new Error('failed')) });
        }),
      signal,
    );
  return { ask, begun, wait: (ms: number) => void (now += ms), outdate: share.outdate };
}

test('equal questions run once, and again when the answer is old', async () => {
  const { ask, begun, wait } = watched();
  const both = [ask('a'), ask('a'), ask('b')];
  expect(begun).toHaveLength(2);
  begun.forEach(({ end }, index) => end(`answer ${index}`));
  expect(await Promise.all(both)).toEqual(['answer 0', 'answer 0', 'answer 1']);
  expect(await ask('a')).toBe('answer 0');
  wait(2000);
  void ask('a');
  expect(begun).toHaveLength(3);
});

test('a run is ended when the last who asked has left, and not before', async () => {
  const { ask, begun } = watched();
  const [one, other] = [new AbortController(), new AbortController()];
  const answers = [ask('a', one.signal), ask('a', other.signal)].map((answer) => answer.catch(String));
  one.abort();
  expect(begun[0]!.signal.aborted).toBe(false);
  other.abort();
  expect(begun[0]!.signal.aborted).toBe(true);
  expect(await Promise.all(answers)).toEqual(['Error: ended', 'Error: ended']);
  const again = ask('a');
  begun[1]!.end('another');
  expect(await again).toBe('another');
});

test('who leaves after others have their answer ends nothing', async () => {
  const { ask, begun } = watched();
  const leaving = new AbortController();
  const answer = ask('a', leaving.signal);
  begun[0]!.end('whole');
  expect(await answer).toBe('whole');
  leaving.abort();
  expect(await ask('a')).toBe('whole');
});

test('what began before a change is given to nobody who asks after it, though it ends for those who asked before', async () => {
  const { ask, begun, outdate } = watched();
  const before = ask('a');
  outdate('another');
  void ask('a');
  expect(begun).toHaveLength(1);
  outdate('w');
  const after = ask('a');
  expect(begun).toHaveLength(2);
  begun[1]!.end('new');
  begun[0]!.end('old');
  expect([await before, await after, await ask('a')]).toEqual(['old', 'new', 'new']);
  outdate();
  void ask('a');
  expect(begun).toHaveLength(3);
});

test('a failure is not kept', async () => {
  const { ask, begun } = watched();
  const failing = ask('a');
  begun[0]!.fail();
  await expect(failing).rejects.toThrow('failed');
  const again = ask('a');
  begun[1]!.end('fine');
  expect(await again).toBe('fine');
});

test('an answer that is no longer fresh is not kept in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let now = 0;
  const share = sharedRuns<object>({ now: () => now }, 2000);
  const large = new WeakRef(await share.of('w', 'a', async () => ({ large: true })));
  await new Promise(setImmediate); // a reference lives until the turn ends
  now = 2000;
  await share.of('w', 'b', async () => ({}));
  await new Promise(setImmediate);
  collect();
  expect(large.deref()).toBeUndefined();
});
