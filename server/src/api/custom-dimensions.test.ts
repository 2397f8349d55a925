/** Customer, service region, connection and the workspace's own fields as dimensions: found, filtered by, and kept from who may not read them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;
const told = (id: string, type: string, data: object) => ({ id, at: NOW - 9 * HOUR, type, data });
const created = (id: string, data: object) => ({
  id: `${id} created`,
  at: NOW - 3 * HOUR,
  ticket: id,
  actor: { kind: 'customer' },
  type: 'ticket.created',
  data,
});
const ODD = `it's "odd" \\ {p0: String}`;

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  api = await startApi(undefined, {}, analyticsUrl);
  const outcomes = [
    ...(await api.door.accept('a', 'api', [
      told('c', 'customer.upserted', { customer: 'c-1', name: 'Vera Amaranth' }),
      told('s', 'site.upserted', { id: 'leeds', region: 'UK North' }),
      created('api:1', { requester: 'c-1', serviceSite: 'leeds', customFields: { plan_code: 'gold', [ODD]: 'yes' } }),
      created('api:2', { requester: 'c-1', customFields: { plan_code: 'gold', seats: 12 } }),
      created('api:3', { requester: 'c-2', customFields: {} }),
      created('desk:4', { requester: 'c-2', serviceSite: 'hull', customFields: { plan_code: 'tin' } }),
    ])),
    ...(await api.door.accept('b', 'api', [created('api:9', { customFields: { theirs: 'x' } })])),
  ];
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

async function ask(path: string, payload: object | undefined, persona = 'manager') {
  const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  const asked = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload };
  const answer = await api.app.inject({ ...asked, url: `/api/v1${path}`, headers: { cookie } });
  return { status: answer.statusCode, body: answer.json<Record<string, any>>() };
}
async function by(dimension: string, filters: object[] = [], persona?: string) {
  const { body } = await ask('/query', { metrics: ['created'], dimensions: [dimension], filters }, persona);
  return Object.fromEntries(body['groups'].map(({ labels, values }: any) => [labels[dimension], values.created.value]));
}

test('customers, regions of sites and connections divide', async () => {
  expect(await by('customer')).toEqual({ 'Vera Amaranth': 2, 'c-2': 2 });
  expect(await by('service_region')).toEqual({ 'UK North': 1, None: 3 });
  expect(await by('source')).toEqual({ api: 3, desk: 1 });
});

test('a customer has no name for who may read no texts', async () =>
  expect(await by('customer', [], 'executive')).toEqual({ 'c-1': 2, 'c-2': 2 }));

test('a field of the workspace divides and filters, whatever it is called', async () => {
  expect(await by('custom:plan_code')).toEqual({ gold: 2, tin: 1, None: 1 });
  expect(await by('custom:seats')).toEqual({ 12: 1, None: 3 });
  expect(await by(`custom:${ODD}`)).toEqual({ yes: 1, None: 3 });
  expect(await by('source', [{ dimension: 'custom:plan_code', values: ['gold'] }])).toEqual({ api: 2 });
  expect(await by('source', [{ dimension: 'custom:plan_code', values: ['gold'], not: true }])).toEqual({ api: 1, desk: 1 });
  const filters = [{ dimension: 'custom:plan_code', values: ['tin'] }];
  expect((await ask('/query/drill', { metric: 'created', filters })).body).toMatchObject({ visible: 1 });
  expect((await ask('/query/explain', { metric: 'waiting', filters })).body).toMatchObject({ value: 1 });
});

test('is listed with the dimensions, and with the metrics that have it', async () => {
  const listed = (await ask('/dimensions', undefined)).body['dimensions'].map(({ id }: { id: string }) => id);
  expect(listed.filter((id: string) => id.startsWith('custom:'))).toEqual([`custom:${ODD}`, 'custom:plan_code', 'custom:seats']);
  const metrics = (await ask('/metrics', undefined)).body['metrics'] as { id: string; dimensions: string[] }[];
  expect(metrics.find(({ id }) => id === 'csat')!.dimensions).toContain('custom:plan_code');
  expect(metrics.find(({ id }) => id === 'time_logged_in')!.dimensions).not.toContain('custom:plan_code');
});

test('one that no ticket of the workspace has is refused at its field', async () => {
  const theirs = await ask('/query', { metrics: ['created'], dimensions: ['custom:theirs'] });
  expect([theirs.status, theirs.body]).toMatchObject([400, { field: 'dimensions.0', detail: expect.stringContaining('plan_code') }]);
  const filters = [{ dimension: 'custom:nothing', values: ['x'] }];
  expect((await ask('/query/explain', { metric: 'created', filters })).body).toMatchObject({ field: 'filters.0.dimension' });
  expect((await ask('/query', { metrics: ['time_logged_in'], dimensions: ['custom:plan_code'] })).body).toMatchObject({
    field: 'dimensions.0',
  });
  expect((await ask('/query', { metrics: ['created'], dimensions: ['custom:'] })).body).toMatchObject({ field: 'dimensions.0' });
});

test('who may read no texts neither divides by them nor is told of them', async () => {
  const asked = await ask('/query', { metrics: ['created'], dimensions: ['custom:plan_code'] }, 'executive');
  expect([asked.status, asked.body['code']]).toEqual([403, 'forbidden']);
  expect(JSON.stringify((await ask('/dimensions', undefined, 'executive')).body)).not.toContain('plan_code');
});

test('who held at the breach is for those who see everybody’s work', async () => {
  const question = { metrics: ['sla_compliance'], dimensions: ['agent_at_breach'] };
  expect((await ask('/query', question)).status).toBe(200);
  expect((await ask('/query', question, 'executive')).body).toMatchObject({ code: 'forbidden', field: 'dimensions.0' });
});
