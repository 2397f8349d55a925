/**
 * The whole chain: an account of a few hundred tickets behind a fake Zendesk that announces limits and has bad days, read through the API's own
 * connection until it is as the account's truth says; and then live, with webhooks that are lost, doubled and out of order.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zendesk } from '../src/connectors/zendesk/index.ts';
import { startApi, type TestApi } from './api.ts';
import { type FakeZendesk, fakeZendesk } from './fake-zendesk/index.ts';
import { differences } from './zendesk-chain.ts';

const TICKETS = 300;
let api: TestApi;
let fake: FakeZendesk;
let id: string;

beforeAll(async () => {
  api = await startApi(undefined, {}, undefined, [zendesk]);
  fake = await fakeZendesk({
    tickets: TICKETS,
    from: '2026-02-16T08:00:00Z',
    to: '2026-03-10T18:00:00Z',
    now: () => api.clock.now(),
    mostRows: 100,
    tokenLifetimeMs: 20 * 60_000,
    trouble: { tooMany: 0.02, broken: 0.02, cut: 0.02 },
  });
});
afterAll(async () => {
  await api.close();
  await fake.stop();
});

const health = async () =>
  (await api.ask(`/api/v1/connections/${id}`)).json<{ health: object & { state: string; backFill: object } }>().health;
const round = async (seconds: number) => {
  api.clock.set(api.clock.now() + seconds * 1000);
  await api.runtime.drain();
};

test('the account comes in whole, by every limit, whatever the bad day and whoever dies', async () => {
  const made = await api.ask({
    method: 'POST',
    url: '/api/v1/connections',
    payload: { system: 'zendesk', name: 'Zendesk', credentials: fake.oauth, options: { address: fake.origin } },
  });
  expect([made.statusCode, made.body]).toEqual([201, made.body]);
  id = made.json<{ id: string }>().id;
  // Turn by turn, each by another process that is stopped in the middle.
  for (let turn = 1; turn <= 6; turn += 1) {
    const other = await api.another();
    const until = fake.requests.length + turn * 2;
    other.runtime.start();
    await expect.poll(() => fake.requests.length >= until, { timeout: 20_000, interval: 5 }).toBe(true);
    await other.runtime.stop();
  }
  // What was put off for the bad day comes round.
  for (let rounds = 0; rounds < 20 && (await health()).state !== 'live'; rounds += 1) await round(301);
  expect(await health()).toMatchObject({ state: 'live', deadLetters: 0, waiting: 0 });
  expect(await differences(api.postgres, 'a', 'zendesk', fake)).toEqual([]);
  expect(fake.requests.filter(({ isOverLimit }) => isOverLimit)).toEqual([]);
  const { unknown, titles } = (await api.ask(`/api/v1/connections/${id}/maps`)).json<{ unknown: object[]; titles: object }>();
  expect(unknown).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'customFields', value: '30001' })]));
  expect(titles).toEqual({ 30001: 'Reason', 30002: 'Product' });
}, 120_000);

test('live it is the same within one pull, whatever becomes of the webhooks', async () => {
  const { secret } = (await api.ask({ method: 'PUT', url: `/api/v1/connections/${id}/webhook-secret`, payload: {} })).json<{
    secret: string;
  }>();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/api/v1/webhooks/${id}`;
  fake.subscribe({ url, secret, form: 'event', lost: 0.3, doubled: 0.3, shuffled: true });
  for (let hour = 0; hour < 4; hour += 1) {
    api.clock.set(api.clock.now() + 3600_000);
    expect(await fake.deliver()).toBeGreaterThan(0);
    await api.runtime.drain();
    // The exports leave out the last minute; one pull after that it is all there.
    await round(130);
    for (let more = 0; more < 5 && (await health()).state !== 'live'; more += 1) await round(301);
    expect(await health()).toMatchObject({ state: 'live', deadLetters: 0, waiting: 0 });
    expect(await differences(api.postgres, 'a', 'zendesk', fake)).toEqual([]);
  }
}, 120_000);
