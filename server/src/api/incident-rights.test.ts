/** Who speaks for the company in an incident, what counts as a person, and who reads what people and companies cost, over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';

const { api, watch, asPersona, hangUp, close } = await openWatching();
const OPENING = { title: 'Sign-in fails', users: 'all', block: 'complete' };
const TOLD = { audience: 'customers', text: 'We are on it.' };

type Ask = (method: 'GET' | 'POST', url: string, payload?: object) => Promise<{ status: number; body: any }>;
const as =
  (headers: Record<string, string>): Ask =>
  async (method, url, payload) => {
    const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
const key = as({ authorization: `Bearer ${api.keys.a}` });
const by = async (role: string) => as({ cookie: (await asPersona(role)).cookie });
const open = async (ask: Ask = key, more: object = {}) => (await ask('POST', '/incidents', { ...OPENING, ...more })).body.id as string;

beforeAll(async () => {
  await api.door.accept('a', 'api', [
    { id: 'ann', at: NOW, type: 'agent.upserted', data: { agent: 'ann', name: 'Ann', teams: ['t'], supportTier: 'L1', hourlyCost: 61.5 } },
    { id: 'o', at: NOW, type: 'organisation.upserted', data: { organisation: 'acme', name: 'Acme', mrr: 5000, currency: 'EUR' } },
  ]);
});
afterAll(async () => {
  hangUp();
  await close();
});

test('what the bearer of a key says is no response of a person, and nobody’s work', async () => {
  const id = await open();
  api.clock.set(NOW + 60_000);
  const { body } = await key('POST', `/incidents/${id}/update`, TOLD);
  expect(body.response.stoppedAt ?? null).toBeNull();
  const { rows } = await api.postgres.pool.query(
    `select actor_kind as kind from event_log where stream = $1 and type = 'incident.update_posted'`,
    [`incident/${id}`],
  );
  expect(rows).toEqual([{ kind: 'automation' }]);
  const lead = await by('lead');
  api.clock.set(NOW + 120_000);
  const answered = (await lead('POST', `/incidents/${id}/update`, TOLD)).body;
  expect(new Date(answered.response.stoppedAt).getTime()).toBe(NOW + 120_000);
});

test('an agent declares and works, and speaks for the company only with command or communications', async () => {
  const agent = await by('agent');
  const id = await open(agent);
  expect((await agent('POST', `/incidents/${id}/update`, { ...TOLD, audience: 'internal' })).status).toBe(200);
  expect(await agent('POST', `/incidents/${id}/update`, TOLD)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect((await agent('POST', `/incidents/${id}/dismiss`, { reason: 'x' })).status).toBe(403);
  expect((await (await by('lead'))('POST', `/incidents/${id}/update`, TOLD)).status).toBe(200);
  for (const end of [{ untoldFor: 'it was nothing' }, { notice: { text: 'It is over.' } }])
    expect((await agent('POST', `/incidents/${id}/status`, { status: 'resolved', ...end })).status).toBe(403);
  const me = (await agent('GET', '/session')).body.person;
  expect((await agent('POST', `/incidents/${id}/role`, { role: 'communications', agent: me.agentId ?? me.name })).status).toBe(200);
  expect((await agent('POST', `/incidents/${id}/update`, TOLD)).status).toBe(200);
  expect((await agent('POST', `/incidents/${id}/status`, { status: 'resolved', notice: { text: 'It is over.' } })).status).toBe(200);
});

test('a proposal is dismissed or merged by a lead and up', async () => {
  const id = await open(key, { isProposed: true });
  expect((await (await by('agent'))('POST', `/incidents/${id}/dismiss`, { reason: 'x' })).status).toBe(403);
  expect((await (await by('lead'))('POST', `/incidents/${id}/dismiss`, { reason: 'x' })).status).toBe(200);
});

test('what an hour of a colleague and a company cost is for whoever sees everybody’s work, also live', async () => {
  const id = await open();
  await key('POST', `/incidents/${id}/role`, { role: 'commander', agent: 'ann' });
  api.clock.set(NOW + 3_600_000);
  const costFor = async (role: string) => (await (await by(role))('GET', `/incidents/${id}`)).body.cost;
  expect(await costFor('manager')).toMatchObject({ shown: 'parts', people: [{ agent: { id: 'ann' }, hourly: 61.5 }] });
  for (const role of ['agent', 'lead', 'executive', 'planner']) {
    const cost = await costFor(role);
    expect([role, cost.people, cost.credits, JSON.stringify(cost).includes('61.5')]).toEqual([role, [], [], false]);
    expect(cost.totals).toEqual([]);
  }
  const live = await watch({ room: { incident: { id } } }, await asPersona('agent'));
  expect((await live.until('room')).answer!['cost']).toMatchObject({ shown: 'tickets', people: [] });
});
