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

test('a key was last used when it was last let in: what was refused is no use', async () => {
  const now = api.clock.now();
  const { key, secret } = (await make({ allowedFrom: ['192.0.2.0/24'], expiresAt: new Date(now + 600_000).toISOString() })).json<Made>();
  const lastUsed = async () => {
    const { keys } = (await api.ask({ url: '/api/v1/keys' })).json<{ keys: { id: string; lastUsedAt: string | null }[] }>();
    return keys.find(({ id }) => id === key.id)!.lastUsedAt;
  };
  const from = { authorization: `Bearer ${secret}` };
  expect(await statusOf(secret, '198.51.100.1')).toBe(403);
  expect((await api.app.inject({ url: '/api/v1/keys', headers: from, remoteAddress: '192.0.2.7' })).statusCode).toBe(403);
  expect(await lastUsed()).toBeNull();
  expect(await statusOf(secret, '192.0.2.7')).toBe(200);
  expect(await lastUsed()).toBe(new Date(now).toISOString());
  api.clock.set(now + 300_000);
  expect(await statusOf(secret, '198.51.100.1')).toBe(403);
  expect(await lastUsed()).toBe(new Date(now).toISOString());
  expect(await statusOf(secret, '192.0.2.7')).toBe(200);
  api.clock.set(now + 600_000);
  expect(await statusOf(secret, '192.0.2.7')).toBe(401);
  expect(await lastUsed()).toBe(new Date(now + 300_000).toISOString());
});

test('a renewed key has both secrets for a while, then the new one', async () => {
  const { key, secret } = (await make({})).json<Made>();
  const answer = await api.ask({ method: 'POST', url: `/api/v1/keys/${key.id}/renew`, payload: { overlapSeconds: 60 } });
  expect(answer.headers['cache-control']).toBe('no-store');
  const { secret: next } = answer.json<Made>();
  expect([await statusOf(secret), await statusOf(next)]).toEqual([200, 200]);
  api.clock.set(api.clock.now() + 61_000);
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

test('a key is not renewed again while the secret before is taken, unless all before are to be over at once', async () => {
  const { key, secret: first } = (await make({})).json<Made>();
  const renew = (overlapSeconds: number) => api.ask({ method: 'POST', url: `/api/v1/keys/${key.id}/renew`, payload: { overlapSeconds } });
  const { secret: second } = (await renew(60)).json<Made>();
  const again = await renew(60);
  expect([again.statusCode, again.json<{ detail: string }>().detail]).toEqual([409, expect.stringContaining('is taken until')]);
  expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
  const { secret: third } = (await renew(0)).json<Made>();
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([401, 401, 200]);
  expect((await renew(60)).statusCode).toBe(200);
});

test('a key that is refused is told of in its workspace, once a minute, with where it came from', async () => {
  const { key, secret } = (await make({ allowedFrom: ['192.0.2.0/24'] })).json<Made>();
  const told = async () => {
    const { entries } = (await api.ask('/api/v1/audit?actions=key.refused&limit=500')).json<{ entries: any[] }>();
    return entries.filter(({ subject }) => subject.id === key.id).map(({ who, after }) => [after.why, who.kind, who.from]);
  };
  const nextMinute = () => api.clock.set(api.clock.now() + 61_000);
  nextMinute();
  for (const place of ['198.51.100.1', '198.51.100.1']) expect(await statusOf(secret, place)).toBe(403);
  expect(await told()).toEqual([['address', 'key', '198.51.100.1']]);
  nextMinute();
  const elsewhere = { authorization: `Bearer ${secret}`, 'watchdesk-workspace': 'b' };
  const answer = await api.app.inject({ url: '/api/v1/tickets', headers: elsewhere, remoteAddress: '192.0.2.8' });
  expect(answer.statusCode).toBe(403);
  nextMinute();
  await api.ask({ method: 'DELETE', url: `/api/v1/keys/${key.id}` });
  expect(await statusOf(secret, '192.0.2.9')).toBe(401);
  expect(await told()).toEqual([
    ['revoked', 'key', '192.0.2.9'],
    ['workspace', 'key', '192.0.2.8'],
    ['address', 'key', '198.51.100.1'],
  ]);
  const ended = (await make({ expiresAt: new Date(api.clock.now() + 1000).toISOString() })).json<Made>();
  nextMinute();
  expect(await statusOf(ended.secret)).toBe(401);
  expect(await statusOf('wd_nobody-has-ever-had-this-one')).toBe(401);
  const { entries } = (await api.ask('/api/v1/audit?actions=key.refused&limit=1')).json<{ entries: any[] }>();
  expect(entries[0]).toMatchObject({ subject: { id: ended.key.id }, after: { why: 'ended' } });
  expect(JSON.stringify(entries)).not.toContain(ended.secret);
});

test('a key makes none that may more than itself, and gives no such one another secret', async () => {
  const { key: strong } = (await make({ scopes: ['tickets:read', 'admin'] })).json<Made>();
  const { secret } = (await make({ scopes: ['admin'] })).json<Made>();
  const asAdmin = (url: string, payload: object) =>
    api.app.inject({ method: 'POST', url: `/api/v1/keys${url}`, payload, headers: { authorization: `Bearer ${secret}` } });
  expect((await asAdmin('', { name: 'More', scopes: ['admin', 'people:write'] })).json()).toMatchObject({ status: 403, field: 'scopes' });
  expect((await asAdmin(`/${strong.id}/renew`, {})).statusCode).toBe(403);
  expect((await asAdmin('', { name: 'Same', scopes: ['admin'] })).statusCode).toBe(201);
  const { entries } = (await api.ask('/api/v1/audit?text=Same')).json<{ entries: { who: { name: string } }[] }>();
  expect(entries[0]!.who.name).toBe('Desk');
});
