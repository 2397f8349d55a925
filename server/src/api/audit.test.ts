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

test('what holds for everybody is told of with what it was and what it is; what somebody keeps for themselves is not', async () => {
  const send = async (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await api.ask({ method, url: `/api/v1${url}`, ...(payload && { payload }) });
    expect(answer.statusCode).toBeLessThan(300);
    return answer.body === '' ? null : answer.json();
  };
  const since = (await entries('limit=500')).length;
  await send('PUT', '/settings', { stage: 'growth' });
  await send('PUT', '/settings', { stage: null });
  const { dashboards } = (await api.ask('/api/v1/dashboards')).json<{ dashboards: { spec: object }[] }>();
  const spec = { ...dashboards[0]!.spec, title: 'Mine' };
  const own = await send('POST', '/dashboards', { spec });
  await send('PUT', `/dashboards/${own.id}`, { spec: { ...spec, title: 'Still mine' } });
  expect((await entries('limit=500')).length - since).toBe(2);
  await send('PUT', `/dashboards/${own.id}/sharing`, { shared: true });
  await send('PUT', `/dashboards/${own.id}`, { spec: { ...spec, title: 'Everybody’s' } });
  await send('DELETE', `/dashboards/${own.id}`);
  const exploration = { title: 'By channel', question: { metrics: ['created'], dimensions: ['channel'], grain: 'day' }, chart: 'line' };
  const kept = await send('POST', '/explorations', { spec: exploration });
  await send('PUT', `/explorations/${kept.id}/sharing`, { shared: true });
  await send('PUT', `/explorations/${kept.id}`, { spec: { ...exploration, title: 'Another title' } });
  await send('DELETE', `/explorations/${kept.id}`);
  await send('POST', '/playbook/actions', { category: 'login', action: 'Look twice', signals: [] });
  await send('PUT', '/playbook/categories', { category: 'login', issueType: null });
  const told = (await entries('limit=500')).slice(0, 10).map(({ action, before, after }) => [action, before, after]);
  expect(told.toReversed()).toMatchObject([
    ['settings.saved', { stage: null }, { stage: 'growth' }],
    ['settings.saved', { stage: 'growth' }, { stage: null }],
    ['dashboard.shared', { shared: false }, { shared: true }],
    ['dashboard.saved', { title: 'Still mine' }, { title: 'Everybody’s' }],
    ['dashboard.deleted', { title: 'Everybody’s' }, null],
    ['exploration.shared', { shared: false }, { shared: true }],
    ['exploration.saved', { title: exploration.title }, { title: 'Another title' }],
    ['exploration.deleted', { title: 'Another title' }, null],
    ['playbook.saved', null, { action: 'Look twice', category: 'login' }],
    ['playbook.saved', null, { category: 'login', issueType: null }],
  ]);
});

test('whom a ticket was given to is told of, with whose it was; that somebody wrote on it is not', async () => {
  await api.door.accept('a', 'api', [{ id: 'g', at: api.clock.now(), ticket: 'api:given', type: 'ticket.created', data: { team: 'one' } }]);
  const act = (name: string, payload: object, key: string) =>
    api.ask({
      method: 'POST',
      url: `/api/v1/tickets/api:given/${name}`,
      payload: { agent: 'x', ...payload },
      headers: { 'idempotency-key': key },
    });
  for (const key of ['1', '1']) expect((await act('assign', { assignee: 'y', team: 'two' }, key)).statusCode).toBe(200);
  await act('assign', { assignee: 'y', team: 'two' }, '2');
  await act('note', { text: 'vermilion' }, '3');
  const told = await entries('actions=ticket.assigned');
  expect(told).toMatchObject([
    { subject: { id: 'api:given' }, before: { assignee: null, team: 'one' }, after: { assignee: 'y', team: 'two' }, who: { kind: 'key' } },
  ]);
});

test('an erasure that comes as an event is told of, whoever sends it, once', async () => {
  const event = { id: 'erased', at: '2026-03-01T00:00:00Z', type: 'customer.erased', data: { customer: 'c-9' } };
  for (let turn = 0; turn < 2; turn += 1) await api.ask({ method: 'POST', url: '/api/v1/events', payload: { events: [event] } });
  await api.door.bulk('a', 'import', [{ ...event, data: { customer: 'c-10' } }]);
  expect(await entries('actions=customer.erased')).toMatchObject([
    { subject: { id: 'c-10' }, who: { kind: 'system', id: 'source:import' } },
    { subject: { id: 'c-9' }, who: { kind: 'key', from: '127.0.0.1' }, after: { source: 'api', erasedAt: '2026-03-01T00:00:00.000Z' } },
  ]);
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
