/** Incidents over HTTP and on the stream: who may do what, what is refused and how, once for a repeated request, told live, and a rule that hears of a skipped update. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';
import { announceIncidents } from '../ingest/index.ts';

const { api, watch, asPersona, hangUp, close } = await openWatching();
const MINUTE = 60_000;
const OPENING = { title: 'Sign-in fails', users: 'all', block: 'complete' };

type Method = 'GET' | 'POST' | 'PUT';
type Ask = (method: Method, url: string, payload?: object, more?: Record<string, string>) => Promise<{ status: number; body: any }>;
const as =
  (headers: Record<string, string>): Ask =>
  async (method, url, payload, more) => {
    const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers: { ...headers, ...more }, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
const ask = as({ authorization: `Bearer ${api.keys.a}` });

beforeAll(async () => {
  await api.door.accept('a', 'api', [
    { id: 'ann', at: NOW, type: 'agent.upserted', data: { agent: 'ann', name: 'Ann', teams: ['t'], supportTier: 'L1' } },
  ]);
});
afterAll(async () => {
  hangUp();
  await close();
});

test('is declared once by a repeated request, and every deed answers with the incident', async () => {
  const once = await ask('POST', '/incidents', OPENING, { 'idempotency-key': 'k1' });
  expect([once.status, once.body.severity, once.body.severityReason]).toEqual([200, 'SEV1', 'All users, completely blocked']);
  const again = await ask('POST', '/incidents', OPENING, { 'idempotency-key': 'k1' });
  expect(again.body.id).toBe(once.body.id);
  const { id } = once.body;
  const role = await ask('POST', `/incidents/${id}/role`, { role: 'commander', agent: 'ann' });
  expect([role.status, role.body.commander]).toEqual([200, { id: 'ann', name: 'Ann' }]);
  expect((await ask('GET', '/incidents')).body.counts).toMatchObject({ open: 1, major: 1 });
  expect((await ask('GET', `/incidents/${id}/drafts`)).body.drafts.map((one: { id: string }) => one.id)).toContain('customers.initial');
});

test('what is wrong is refused with the field and what it should be', async () => {
  const faults = async (url: string, payload: object) =>
    (await ask('POST', url, payload)).body.fields?.map((one: { field: string }) => one.field);
  expect(await faults('/incidents', { ...OPENING, users: 'few' })).toEqual(['users']);
  expect(await faults('/incidents', { ...OPENING, title: ' ' })).toEqual(['title']);
  const { id } = (await ask('POST', '/incidents', OPENING)).body;
  expect(await faults(`/incidents/${id}/checklist`, { item: 'nothing' })).toEqual(['item']);
  expect(await faults(`/incidents/${id}/role`, { role: 'commander', agent: 'nobody' })).toEqual(['agent']);
  expect(await faults(`/incidents/${id}/tickets`, { tickets: ['s:none'] })).toEqual(['tickets']);
  expect((await ask('POST', `/incidents/${id}/status`, { status: 'closed' })).status).toBe(409);
});

test('who only looks on changes nothing, and managers alone say what is promised', async () => {
  const by = async (role: string) => as({ cookie: (await asPersona(role)).cookie });
  expect((await (await by('executive'))('POST', '/incidents', OPENING)).status).toBe(403);
  const { policy } = (await ask('GET', '/incidents/policy')).body;
  const { version: _, ...said } = policy;
  expect((await (await by('lead'))('PUT', '/incidents/policy', { policy: said })).status).toBe(403);
  expect((await (await by('manager'))('PUT', '/incidents/policy', { policy: said, baseVersion: 0 })).status).toBe(200);
  expect((await ask('PUT', '/incidents/policy', { policy: said, baseVersion: 0 })).status).toBe(409);
});

test('is told live, and a skipped update makes an alert of its own', async () => {
  const rule = { name: 'Skipped', subject: { kind: 'event', event: 'incident.update_skipped' }, severity: 'critical', audience: {} };
  expect((await ask('POST', '/rules', { rule })).status).toBe(201);
  // It begins to listen here.
  await api.alerts.watch.catchUp();
  const { id } = (await ask('POST', '/incidents', OPENING)).body;
  const { until } = await watch({ room: { incident: { id } } });
  const skipped = (count: number) => until('room', ({ answer }) => answer?.['update'].skipped === count);
  await skipped(0);
  api.clock.set(NOW + 16 * MINUTE);
  await announceIncidents(api.postgres.pool, NOW + 16 * MINUTE, 100);
  expect((await skipped(1)).answer!['timeline'].at(-1)).toMatchObject({ type: 'incident.update_skipped', isSuperseded: false });
  await expect
    .poll(async () => {
      await api.alerts.watch.catchUp();
      return (await ask('GET', '/alerts')).body.alerts.map(({ what }: { what: string }) => what);
    })
    .toContain(`Customers were not told of ${id} (SEV1) when they were to be.`);
});
