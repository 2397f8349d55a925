import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that ends when it is told to. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const work = (name: string) => () => {
    begun.push(name);
    ends.set(name, Promise.withResolvers());
    return ends.get(name)!.promise;
  };
  return {
    begun,
    work,
    end: (name: string) => ends.get(name)!.resolve(name),
    fail: (name: string) => ends.get(name)!.reject(new Error(name)),
  };
}

test('so many run at a time, the others in the order in which they came, whatever becomes of those before', async () => {
  const turns = createTurns(2, 5_000);
  const { begun, work, end, fail } = works();
  const answers = ['a', 'b', 'c', 'd'].map((name) => turns.take(work(name)));
  await sleep(1);
  expect(begun).toEqual(['a', 'b']);
  fail('b');
  await expect(answers[1]).rejects.toThrow('b');
  await sleep(1);
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a');
  expect(await answers[0]).toBe('a');
  await sleep(1);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  for (const name of ['c', 'd']) end(name);
  expect(await Promise.all(answers.slice(2))).toEqual(['c', 'd']);
});

test('who leaves gives up the place, and who waits for too long is told to come again', async () => {
  const turns = createTurns(1, 40);
  const { begun, work, end } = works();
  const first = turns.take(work('first'));
  const leaving = new AbortController();
  const left = turns.take(work('left'), leaving.signal);
  const late = turns.take(work('late'));
  leaving.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  await expect(late).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 });
  const after = turns.take(work('after'));
  end('first');
  await first;
  await sleep(1);
  end('after');
  expect(await after).toBe('after');
  expect(begun).toEqual(['first', 'after']);
  await expect(turns.take(work('gone'), leaving.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
