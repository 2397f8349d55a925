import { expect, test } from 'vitest';
import { ProblemError, readProblem } from '../ui/problem.ts';
import { createAppCache } from './cache.ts';
import { sessionQuery } from './session.ts';

const failing = (status: number) => () => Promise.reject(new ProblemError(readProblem({}, status)));

async function after(status: number) {
  const cache = createAppCache();
  cache.setQueryData(sessionQuery.queryKey, {} as never);
  cache.setQueryData(['tickets'], ['one']);
  await cache.fetchQuery({ queryKey: ['tickets'], queryFn: failing(status), staleTime: 0, retry: false }).catch(() => {});
  return { shown: cache.getQueryData(['tickets']), asksWho: cache.getQueryState(sessionQuery.queryKey)!.isInvalidated };
}

test('what was allowed before and no longer is goes off the screen, and who one is is asked again', async () => {
  expect(await after(403)).toEqual({ shown: undefined, asksWho: true });
});

test('a session that ended is asked about; what another fault left stays', async () => {
  expect(await after(401)).toEqual({ shown: ['one'], asksWho: true });
  expect(await after(500)).toEqual({ shown: ['one'], asksWho: false });
});
