import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  const agent = (id: string, supportTier: string) => ({
    id,
    at: NOW - 1000,
    type: 'agent.upserted',
    data: { agent: id, name: `Name of ${id}`, supportTier },
  });
  await api.door.accept('a', 'api', [agent('agent-1', 'L1'), agent('agent-2', 'L2'), agent('agent-3', 'L3'), agent('bot', 'L0')]);
});
afterAll(() => api.close());

async function signIn(persona: string, headers: Record<string, string> = {}): Promise<{ cookie: string; body: Record<string, never> }> {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona }, headers });
  expect(answer.statusCode).toBe(200);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^watchdesk_persona=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  return { cookie: cookie.split(';')[0]!, body: answer.json() };
}

test('the personas are people of the workspace', async () => {
  const { personas } = (await api.app.inject('/api/v1/personas')).json<{ personas: object[] }>();
  expect(personas).toMatchObject([
    { id: 'agent', role: 'agent', name: 'Name of agent-1', agentId: 'agent-1' },
    { id: 'lead', role: 'lead', agentId: 'agent-3' },
    { id: 'manager', agentId: null },
    { id: 'executive', title: 'Chief customer officer' },
    { id: 'reviewer' },
    { id: 'planner' },
    { id: 'admin' },
  ]);
});

test('the lead is of the agent’s team where anybody is, and there of the highest tier and the longest', async () => {
  const person = (id: string, supportTier: string, teams: string[], startedOn?: string) => ({
    id,
    at: NOW - 1000,
    type: 'agent.upserted',
    data: { agent: id, supportTier, teams, ...(startedOn && { startedOn }) },
  });
  await api.door.accept('b', 'api', [
    person('a', 'L1', ['care']),
    person('b', 'L1', ['care'], '2024-05-01'),
    person('c', 'L1', ['care', 'live'], '2019-05-01'),
    person('d', 'L3', ['engineering']),
  ]);
  const { cookie } = await signIn('lead');
  const inB = await api.app.inject({ url: '/api/v1/session', headers: { cookie, 'watchdesk-workspace': 'b' } });
  expect(inB.json()).toMatchObject({ person: { role: 'lead', agentId: 'c' } });
});

test('a session says who and where, and ends', async () => {
  const { cookie, body } = await signIn('agent');
  expect(body).toMatchObject({
    person: { agentId: 'agent-1' },
    scopes: ['tickets:read', 'tickets:write'],
    workspace: { id: 'a', kind: 'demonstration' },
    workspaces: [{ id: 'a' }, { id: 'b' }],
  });
  expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).json()).toEqual(body);
  expect((await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(204);
  expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(401);
});

test('the secret is nowhere in the database', async () => {
  const { cookie } = await signIn('agent');
  const { rows } = await api.postgres.pool.query<{ all: string }>(
    `select string_agg(s::text, ' ') || coalesce((select string_agg(k::text, ' ') from api_key k), '') as all from session s`,
  );
  expect(rows[0]!.all).not.toContain(cookie.split('=')[1]);
  expect(rows[0]!.all).not.toContain(api.keys.a);
});

test('the header chooses among the workspaces', async () => {
  const { cookie } = await signIn('lead');
  const inB = await api.app.inject({ url: '/api/v1/session', headers: { cookie, 'watchdesk-workspace': 'b' } });
  expect(inB.json()).toMatchObject({ workspace: { id: 'b' }, person: { agentId: 'c' } });
  const nowhere = await api.app.inject({ url: '/api/v1/tickets', headers: { cookie, 'watchdesk-workspace': 'zzz' } });
  expect([nowhere.statusCode, nowhere.json<{ code: string }>().code]).toEqual([403, 'forbidden']);
});

test('a session ends by time', async () => {
  const { cookie } = await signIn('agent');
  api.clock.set(NOW + 15 * 24 * 3600_000);
  expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(401);
  api.clock.set(NOW);
});

test('another site cannot act with the cookie', async () => {
  const { cookie } = await signIn('admin');
  const from = (origin: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/keys',
      payload: { name: 'x', scopes: ['admin'] },
      headers: { cookie, origin, host: 'desk.example' },
    });
  expect((await from('https://evil.example')).statusCode).toBe(403);
  expect((await from('null')).statusCode).toBe(403);
  expect((await from('https://desk.example')).statusCode).toBe(201);
});

test.each([
  ['agent', 'GET', '/api/v1/keys', 403],
  ['agent', 'GET', '/api/v1/tickets', 200],
  ['executive', 'POST', '/api/v1/tickets/api:1/claim', 403],
  ['manager', 'POST', '/api/v1/tickets/api:1/claim', 403],
  ['lead', 'POST', '/api/v1/events', 403],
  ['admin', 'GET', '/api/v1/keys', 200],
] as const)('%s: %s %s answers %i', async (persona, method, url, status) => {
  const { cookie } = await signIn(persona);
  expect((await api.app.inject({ method, url, headers: { cookie }, ...(method === 'POST' && { payload: {} }) })).statusCode).toBe(status);
});

test('an unknown persona is named', async () => {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'root' } });
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, 'persona']);
});

test('a key is shown once, listed without its secret, and revoked', async () => {
  const made = await api.ask({
    method: 'POST',
    url: '/api/v1/keys',
    payload: { name: 'Loader', scopes: ['events:write'], source: 'shop' },
  });
  expect([made.statusCode, made.headers['cache-control']]).toEqual([201, 'no-store']);
  const { key, secret } = made.json<{ key: { id: string }; secret: string }>();
  expect(secret).toMatch(/^wd_[\w-]{43}$/);
  expect((await api.ask('/api/v1/keys')).body).not.toContain(secret);
  const send = () =>
    api.app.inject({ method: 'POST', url: '/api/v1/events', payload: { events: [] }, headers: { authorization: `Bearer ${secret}` } });
  expect((await send()).statusCode).toBe(200);
  expect((await api.app.inject({ url: '/api/v1/tickets', headers: { authorization: `Bearer ${secret}` } })).json()).toMatchObject({
    code: 'forbidden',
  });
  expect((await api.ask({ method: 'DELETE', url: `/api/v1/keys/${key.id}` })).statusCode).toBe(204);
  expect([(await send()).statusCode, (await send()).headers['www-authenticate']]).toEqual([401, 'Bearer']);
  expect((await api.ask({ method: 'DELETE', url: '/api/v1/keys/none' })).statusCode).toBe(404);
});

test('the source of the application cannot be taken', async () => {
  const answer = await api.ask({
    method: 'POST',
    url: '/api/v1/keys',
    payload: { name: 'x', scopes: ['events:write'], source: 'application' },
  });
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, 'source']);
});

test.each(['Basic abc', 'Bearer', 'Bearer wd_nobody', `Bearer ${'x'.repeat(300)}`])(
  'Authorization %s is refused',
  async (authorization) => {
    expect((await api.app.inject({ url: '/api/v1/tickets', headers: { authorization } })).statusCode).toBe(401);
  },
);
