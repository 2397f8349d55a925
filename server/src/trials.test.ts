/** A dry run ends where nobody waits for it any more. */
import { expect, test } from 'vitest';
import { createTrials } from './trials.ts';

/** Goes on in steps until it is ended, and gives how many it did where it is let finish. */
const work = (steps: number, done: { count: number }) => async (signal: AbortSignal) => {
  for (let step = 0; step < steps; step += 1) {
    signal.throwIfAborted();
    await new Promise((settle) => setImmediate(settle));
    done.count += 1;
  }
  return done.count;
};

test('a newer one of the same person ends the one before, and leaves those of others alone', async () => {
  const trials = createTrials();
  const [old, other, fresh] = [{ count: 0 }, { count: 0 }, { count: 0 }];
  const all = Promise.allSettled([
    trials.of('w anna', undefined, work(1_000, old)),
    trials.of('w bert', undefined, work(50, other)),
    trials.of('w anna', undefined, work(50, fresh)),
  ]);
  const [ended, ...others] = await all;
  expect(ended).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('newer dry run') } });
  expect(others).toEqual([50, 50].map((value) => ({ status: 'fulfilled', value })));
  expect(old.count).toBeLessThan(3);
});

test('whoever hangs up ends it, be it before it has begun', async () => {
  const trials = createTrials();
  const leaving = new AbortController();
  const done = { count: 0 };
  const tried = trials.of('w anna', leaving.signal, work(1_000, done));
  setImmediate(() => leaving.abort());
  await expect(tried).rejects.toThrow('Nobody waits');
  expect(done.count).toBeLessThan(5);
  await expect(trials.of('w anna', leaving.signal, work(3, done))).rejects.toThrow('Nobody waits');
});

test('one that has ended ends no other', async () => {
  const trials = createTrials();
  expect(await trials.of('w anna', undefined, work(3, { count: 0 }))).toBe(3);
  expect(await trials.of('w anna', undefined, work(4, { count: 0 }))).toBe(4);
});
