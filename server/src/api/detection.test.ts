/** Detection over HTTP, and the tickets of an incident answered with an update: each once, and none that takes no reply. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';

const { api, asPersona, hangUp, close } = await openWatching();
type Method = 'GET' | 'POST' | 'PUT';
const as =
  (headers: Record<string, string>) =>
  async (method: Method, url: string, payload?: object): Promise<{ status: number; body: any }> => {
    const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
const ask = as({ authorization: `Bearer ${api.keys.a}` });
const created = (ticket: string) => ({
  id: `${ticket} created`,
  at: NOW - 1000,
  ticket,
  actor: { kind: 'customer', id: 'c' },
  type: 'ticket.created',
  data: { subject: 'It is down', requester: 'c', channel: 'email' },
});

beforeAll(async () => {
  await api.door.accept('a', 'api', [
    { id: 'ann', at: NOW, type: 'agent.upserted', data: { agent: 'ann', name: 'Ann', teams: ['t'], supportTier: 'L1' } },
    ...['api:1', 'api:2', 'api:3', 'api:4'].map(created),
    { id: 'over', at: NOW, ticket: 'api:3', type: 'status.changed', data: { to: 'resolved' } },
  ]);
  await api.door.accept('a', 'elsewhere', [created('elsewhere:1')]);
});
afterAll(async () => {
  hangUp();
  await close();
});

test('whoever sets rules says how much it may; what is wrong is named', async () => {
  expect((await ask('GET', '/detection')).body).toEqual({
    isOn: true,
    falseAlarmsPerWeek: 1,
    isListening: false,
    usualAt: null,
    trouble: null,
    learned: [],
    learnedInAll: 0,
  });
  const wrong = await ask('PUT', '/detection', { isOn: true, falseAlarmsPerWeek: 0 });
  expect([wrong.status, wrong.body.fields[0].field]).toEqual([400, 'falseAlarmsPerWeek']);
  const executive = as({ cookie: (await asPersona('executive')).cookie });
  expect((await executive('PUT', '/detection', { isOn: false, falseAlarmsPerWeek: 1 })).status).toBe(403);
  expect((await ask('PUT', '/detection', { isOn: false, falseAlarmsPerWeek: 3 })).body).toMatchObject({
    isOn: false,
    falseAlarmsPerWeek: 3,
  });
  expect((await ask('GET', '/incidents/proposals')).body).toEqual({ proposals: [] });
  expect((await ask('GET', '/incidents/INC-99/proposals')).status).toBe(404);
});

test('an update answers each ticket once, in sight of what cannot be answered', async () => {
  const { id } = (
    await ask('POST', '/incidents', { title: 'Down', users: 'all', block: 'complete', tickets: ['api:1', 'api:2', 'api:3', 'elsewhere:1'] })
  ).body;
  expect((await ask('GET', `/incidents/${id}/answers`)).body).toMatchObject({
    update: null,
    counts: { ready: 2, answered: 0, refused: 2 },
  });
  expect((await ask('POST', `/incidents/${id}/answers`, { agent: 'ann' })).body).toMatchObject({ update: null, counts: { answered: 0 } });
  await ask('POST', `/incidents/${id}/update`, { audience: 'internal', text: 'Between us' });
  await ask('POST', `/incidents/${id}/update`, { audience: 'customers', text: 'We are on it.' });
  const plan = (await ask('GET', `/incidents/${id}/answers`)).body;
  expect(plan.update.text).toBe('We are on it.');
  const reasons = Object.fromEntries(plan.tickets.map((one: { id: string; reason: string }) => [one.id, one.reason]));
  expect(reasons).toMatchObject({ 'api:1': null, 'api:3': 'It is resolved already.', 'elsewhere:1': expect.stringContaining('read-only') });
  expect((await ask('POST', `/incidents/${id}/answers`, {})).body.fields[0].field).toBe('agent');
  expect((await ask('POST', `/incidents/${id}/answers`, { agent: 'ann', update: 'api:none' })).body.fields[0].field).toBe('update');

  const both = await Promise.all([1, 2].map(() => ask('POST', `/incidents/${id}/answers`, { agent: 'ann' })));
  expect(both.map(({ body }) => body.counts)).toEqual([1, 2].map(() => ({ ready: 0, answered: 2, refused: 2 })));
  await ask('POST', `/incidents/${id}/tickets`, { tickets: ['api:4'] });
  expect((await ask('POST', `/incidents/${id}/answers`, { agent: 'ann', update: plan.update.id })).body.counts.answered).toBe(3);
  const { rows } = await api.postgres.pool.query<{ stream: string }>(
    `select stream from event_log where workspace_id = 'a' and type = 'ticket.message' and actor_id = 'ann' order by stream`,
  );
  expect(rows.map(({ stream }) => stream)).toEqual(['ticket/api:1', 'ticket/api:2', 'ticket/api:4']);

  await ask('POST', `/incidents/${id}/update`, { audience: 'customers', text: 'It works again.' });
  expect((await ask('GET', `/incidents/${id}/answers`)).body.counts).toEqual({ ready: 3, answered: 0, refused: 2 });
});

test('only what is proposed is merged, and only into what was declared', async () => {
  const opened = async (isProposed: boolean) =>
    (await ask('POST', '/incidents', { title: 'X', users: 'one', block: 'minor', isProposed })).body.id as string;
  const [proposed, other, declared] = [await opened(true), await opened(true), await opened(false)];
  const merge = (id: string, mergedInto: string) => ask('POST', `/incidents/${id}/dismiss`, { mergedInto });
  for (const into of [proposed, other, 'INC-99']) expect((await merge(proposed, into)).body.fields[0].field).toBe('mergedInto');
  expect((await merge(declared, declared)).status).toBe(400);
  expect((await merge(proposed, declared)).body).toMatchObject({ stage: 'dismissed', mergedInto: declared });
  expect((await ask('POST', `/incidents/${proposed}/declare`, {})).body).toMatchObject({ stage: 'investigating', mergedInto: null });
});
