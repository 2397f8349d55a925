/** Keys that end by themselves, are taken from some addresses alone, and are renewed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Made {
  readonly key: { readonly id: string; readonly expiresAt: string | null; readonly previousUntil: string | null };
  readonly secret: string;
}
const make = (more: object) =>
  api.ask({ method: 'POST', url: '/api/v1/keys', payload: { name: 'Desk', scopes: ['tickets:read'], ...more } });
const statusOf = async (secret: string, remoteAddress = '127.0.0.1') =>
  (await api.app.inject({ url: '/api/v1/tickets', headers: { authorization: `Bearer ${secret}` }, remoteAddress })).statusCode;

test('a key works until it ends, and not a moment longer', async () => {
  const { key, secret } = (await make({ expiresAt: new Date(NOW + 60_000).toISOString() })).json<Made>();
  expect(key.expiresAt).toBe(new Date(NOW + 60_000).toISOString());
  api.clock.set(NOW + 58_000);
  expect(await statusOf(secret)).toBe(200);
  api.clock.set(NOW + 60_000);
  expect(await statusOf(secret)).toBe(401);
});

test('a key of some addresses is refused from others', async () => {
  const { secret } = (await make({ allowedFrom: ['192.0.2.0/24', '::1'] })).json<Made>();
  expect([await statusOf(secret, '192.0.2.77'), await statusOf(secret, '::1'), await statusOf(secret, '198.51.100.1')]).toEqual([
    200, 200, 403,
  ]);
});

test('a renewed key has both secrets for a while, then the new one', async () => {
  const { key, secret } = (await make({})).json<Made>();
  const answer = await api.ask({ method: 'POST', url: `/api/v1/keys/${key.id}/renew`, payload: { overlapSeconds: 60 } });
  expect(answer.headers['cache-control']).toBe('no-store');
  const { secret: next } = answer.json<Made>();
  expect([await statusOf(secret), await statusOf(next)]).toEqual([200, 200]);
  api.clock.set(NOW + 60_000 + 61_000);
  expect([await statusOf(secret), await statusOf(next)]).toEqual([401, 200]);
  await api.ask({ method: 'DELETE', url: `/api/v1/keys/${key.id}` });
  expect(await statusOf(next)).toBe(401);
  const again = await api.ask({ method: 'POST', url: `/api/v1/keys/${key.id}/renew`, payload: {} });
  expect(again.statusCode).toBe(404);
});

test('with no overlap the old secret is over at once', async () => {
  const { key, secret } = (await make({})).json<Made>();
  const { secret: next } = (
    await api.ask({ method: 'POST', url: `/api/v1/keys/${key.id}/renew`, payload: { overlapSeconds: 0 } })
  ).json<Made>();
  expect([await statusOf(secret), await statusOf(next)]).toEqual([401, 200]);
});

test.each([
  [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  [{ expiresAt: 'soon' }, 'expiresAt'],
  [{ allowedFrom: ['192.0.2.1', 'desk.example'] }, 'allowedFrom.1'],
  [{ allowedFrom: [] }, 'allowedFrom'],
])('%j is refused with its field', async (more, field) => {
  const answer = await make(more);
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, field]);
});
