import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('requests that send events have a limit of their own, wide enough for 1,000 single events a second', async () => {
  const limitOf = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const { headers } = await api.ask({ method, url, ...(payload && { payload }) });
    return [Number(headers['x-ratelimit-limit']), Number(headers['x-ratelimit-remaining'])];
  };
  expect(await limitOf('GET', '/api/v1/tickets')).toEqual([6000, 5999]);
  expect(await limitOf('POST', '/api/v1/events', { events: [] })).toEqual([120_000, 119_999]);
  expect(await limitOf('GET', '/api/v1/tickets')).toEqual([6000, 5998]);
});

test('requests that are not let in are counted too, by whom they are of', async () => {
  const tries = async (headers: Record<string, string>, remoteAddress: string, most: number) => {
    for (let count = 1; count <= most; count += 1) {
      const { statusCode, headers: answered } = await api.app.inject({ url: '/api/v1/tickets', headers, remoteAddress });
      if (statusCode === 429) return [count, Number(answered['retry-after']) > 0];
      if (statusCode !== 401) throw new Error(`answered with ${statusCode}`);
    }
    return null;
  };
  expect(await tries({ authorization: 'Bearer wd_not-a-key' }, '203.0.113.1', 700)).toEqual([601, true]);
  expect(await tries({}, '203.0.113.2', 600)).toBeNull();
  expect((await api.ask('/api/v1/tickets')).statusCode).toBe(200);
});
