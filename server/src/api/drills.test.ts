/** Drills over HTTP and on the stream: who may hold them, what is refused and how, and that whoever watches is told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';
import { ensureRules } from '../rules/index.ts';

const { api, watch, asPersona, hangUp, close } = await openWatching();
const MINUTE = 60_000;

beforeAll(() => ensureRules(api.postgres, 'a'));
afterAll(async () => {
  hangUp();
  await close();
});

async function post(path: string, payload: object = {}, headers: Record<string, string> = { authorization: `Bearer ${api.keys.a}` }) {
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}

test('the body is checked, each fault by its field', async () => {
  const faults = async (payload: object) => {
    const { status, body } = await post('/drills', payload);
    return [status, body.fields?.map(({ field }: { field: string }) => field)];
  };
  expect(await faults({})).toEqual([400, ['scenario']]);
  expect(await faults({ scenario: '<script>', minutes: 5, pace: 0, seed: -1 })).toEqual([400, ['scenario', 'minutes', 'pace', 'seed']]);
  expect(await faults({ scenario: 'surprise', pace: 61 })).toEqual([400, ['pace']]);
  expect((await post('/drills/DRILL-404/hints', { hint: 'all' })).status).toBe(400);
  expect((await post('/drills/DRILL-404/hints', { hint: 'what' })).status).toBe(404);
});

test('leads, managers and administrators start and stop; others watch and are told why', async () => {
  const may: Record<string, unknown[]> = {};
  for (const role of ['agent', 'lead', 'manager', 'executive', 'admin']) {
    const { cookie } = await asPersona(role);
    const headers = { cookie };
    const list = await api.app.inject({ url: '/api/v1/drills', headers });
    const started = await post('/drills', { scenario: 'surprise' }, headers);
    const stopped = await post(`/drills/${started.body.id ?? 'DRILL-1'}/stop`, {}, headers);
    may[role] = [list.statusCode, list.json<{ mayStart: boolean }>().mayStart, started.status, stopped.status];
  }
  expect(may).toEqual({
    agent: [200, false, 403, 403],
    lead: [200, true, 201, 200],
    manager: [200, true, 201, 200],
    executive: [200, false, 403, 403],
    admin: [200, true, 201, 200],
  });
  const authorization = `Bearer ${await api.keyOf('a', ['tickets:read', 'tickets:write'])}`;
  expect((await post('/drills', { scenario: 'surprise' }, { authorization })).status).toBe(403);
});

test('in a workspace of one’s own none is held', async () => {
  await api.postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ('own', 'Own', 'own')`);
  const { status, body } = await post('/drills', { scenario: 'surprise' }, { authorization: `Bearer ${await api.keyOf('own')}` });
  expect([status, body.code, body.detail]).toEqual([409, 'not_possible', expect.stringContaining('in the demonstration only')]);
});

test('whoever watches is told what customers write, what is done, and the score', async () => {
  const { id } = (await post('/drills', { scenario: 'sign-in-europe', seed: 5 })).body;
  expect((await post('/drills', { scenario: 'surprise' })).body.detail).toContain('running already');
  const { until } = await watch({ room: { drill: { id } } });
  await until('room', ({ answer }) => answer?.['tickets'] === 0);
  api.clock.set(NOW + 8 * MINUTE);
  await api.drills.look();
  await api.drills.look();
  await until('room', ({ answer }) => answer?.['tickets'] > 10);
  await post('/incidents', { title: 'Sign-in fails', users: 'multiple', block: 'complete', services: ['Identity'] });
  await api.drills.look();
  const { answer } = await until('room', (message) => message.answer?.['incident'] !== null);
  expect(answer!['timeline'].map(({ text }: { text: string }) => text)).toContain('Declared as SEV2');
  expect(answer!['score']).toMatchObject({ total: null, points: 25, of: 25 });
  await post(`/drills/${id}/stop`);
  expect((await until('room', (message) => message.answer?.['endedFor'] === 'stopped')).answer!['score'].total).toBeGreaterThan(20);
});
