/** The audit log as an administrator asks for it, and what writes to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handbookPolicy } from '@watchdesk/domain/sla';
import { startApi, type TestApi } from '../../test/api.ts';
import { ensureAllRules } from '../rules/index.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await ensureAllRules(api.postgres);
});
afterAll(() => api.close());

interface Entry {
  readonly who: object;
  readonly action: string;
  readonly subject: { readonly id: string };
  readonly before: { readonly name?: string } | null;
  readonly after: { readonly name?: string } | null;
}
const entries = async (query = ''): Promise<Entry[]> => (await api.ask(`/api/v1/audit?${query}`)).json<{ entries: Entry[] }>().entries;

test('a policy is saved with what it was and what it is, and retired with what it was', async () => {
  const [policy] = (await api.ask('/api/v1/sla/policies')).json<{ policies: { id: string; spec: object }[] }>().policies;
  const spec = { ...handbookPolicy({ business: 'business-hours', always: 'always' }), name: 'Another name' };
  const saved = await api.ask({ method: 'PUT', url: `/api/v1/sla/policies/${policy!.id}`, payload: { spec } });
  expect(saved.statusCode).toBe(200);
  await api.ask({ method: 'DELETE', url: `/api/v1/sla/policies/${policy!.id}` });
  const [retired, changed] = await entries('actions=policy.saved,policy.retired');
  expect(changed).toMatchObject({
    who: { kind: 'key', from: '127.0.0.1' },
    action: 'policy.saved',
    subject: { kind: 'policy', id: policy!.id, name: 'Another name' },
    before: policy!.spec,
    after: { name: 'Another name' },
  });
  expect(retired).toMatchObject({ action: 'policy.retired', before: { name: 'Another name' }, after: null });
});

test('what is refused leaves no word that it was done', async () => {
  const before = (await entries()).length;
  expect((await api.ask({ method: 'PUT', url: '/api/v1/sla/policies/nothing', payload: { spec: {} } })).statusCode).toBe(400);
  expect((await api.ask({ method: 'DELETE', url: '/api/v1/keys/nothing' })).statusCode).toBe(404);
  expect(await entries()).toHaveLength(before);
});

test('keys, sessions and exports are told of, and no secret is', async () => {
  const made = await api.ask({ method: 'POST', url: '/api/v1/keys', payload: { name: 'Desk', scopes: ['tickets:read'] } });
  const { key, secret } = made.json<{ key: { id: string }; secret: string }>();
  await api.ask({ method: 'DELETE', url: `/api/v1/keys/${key.id}` });
  await api.ask('/api/v1/tickets/export?format=csv&q=router');
  const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'manager' } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
  const told = await entries();
  expect(told.slice(0, 5).map(({ action }) => action)).toEqual([
    'session.closed',
    'session.opened',
    'tickets.exported',
    'key.revoked',
    'key.created',
  ]);
  expect(told[0]).toMatchObject({ who: { kind: 'person', id: 'manager' } });
  expect(JSON.stringify(told)).not.toContain(secret);
  expect(JSON.stringify(told)).not.toContain(cookie.split('=')[1]);
});

test('administrators alone read it, and whoever is refused is in it', async () => {
  const reader = await api.keyOf('a', ['tickets:read']);
  for (const url of ['/api/v1/audit', '/api/v1/audit', '/api/v1/audit/export', '/api/v1/audit/check']) {
    const answer = await api.app.inject({ url, headers: { authorization: `Bearer ${reader}` } });
    expect(answer.statusCode).toBe(403);
  }
  const refused = await entries('actions=access.refused');
  expect(refused.map(({ subject }) => subject.id)).toEqual(['GET /api/v1/audit/check', 'GET /api/v1/audit/export', 'GET /api/v1/audit']);
});

test('a workspace sees its own alone', async () => {
  const other = await api.app.inject({ url: '/api/v1/audit', headers: { authorization: `Bearer ${api.keys.b}` } });
  expect(other.json<{ entries: Entry[] }>().entries.map(({ action }) => action)).toEqual(['key.created']);
  expect((await api.ask('/api/v1/audit/check')).json()).toMatchObject({ findings: [] });
});

test('a wrong question is refused with its field', async () => {
  const answer = await api.ask('/api/v1/audit?actions=nothing&from=yesterday');
  expect(answer.statusCode).toBe(400);
  expect(answer.json<{ fields: { field: string }[] }>().fields.map(({ field }) => field)).toEqual(['actions.0', 'from']);
});
