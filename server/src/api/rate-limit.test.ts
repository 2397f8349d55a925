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
