/** Who may hold drills, what is refused, and that the stream tells of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { watching } from '../../test/watching.ts';

let api: TestApi;
const ROLES = ['agent', 'lead', 'manager', 'executive', 'admin'] as const;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (url: string, payload: object, headers: Record<string, string> = { authorization: `Bearer ${api.keys.a}` }) =>
  api.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });

test('the body is checked, each fault by its field', async () => {
  const faults = async (payload: object) => {
    const answer = await post('/drills', payload);
    return [answer.statusCode, answer.json<{ fields?: { field: string }[] }>().fields?.map(({ field }) => field)];
  };
  expect(await faults({})).toEqual([400, ['scenario']]);
  expect(await faults({ scenario: '<script>', minutes: 5, pace: 0, seed: -1 })).toEqual([400, ['scenario', 'minutes', 'pace', 'seed']]);
  expect(await faults({ scenario: 'surprise', pace: 61, more: 1 })).toEqual([400, ['pace', 'more']]);
});

test('leads, managers and administrators start and stop; agents ask for hints, and everybody watches', async () => {
  const may: Record<string, number[]> = {};
  for (const role of ROLES) {
    const persona = (await api.app.inject('/api/v1/personas')).json<{ personas: { id: string; role: string }[] }>().personas.find((one) => one.role === role)!;
    const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: persona.id } });
    const headers = { cookie: String(begun.headers['set-cookie']).split(';')[0]!, 'watchdesk-workspace': 'a' };
    const list = await api.app.inject({ url: '/api/v1/drills', headers });
    const started = await post('/drills', { scenario: 'surprise' }, headers);
    const id = started.statusCode === 201 ? started.json<{ id: string }>().id : 'DRILL-0';
    const stopped = await post(`/drills/${id}/stop`, {}, headers);
    may[role] = [list.statusCode, Number(list.json<{ mayStart: boolean }>().mayStart), started.statusCode, stopped.statusCode];
  }
  expect(may).toEqual({
    agent: [200, 0, 403, 403],
    lead: [200, 1, 201, 200],
    manager: [200, 1, 201, 200],
    executive: [200, 0, 403, 403],
    admin: [200, 1, 201, 200],
  });
  const reader = await api.keyOf('a', ['tickets:read', 'tickets:write']);
  expect((await post('/drills', { scenario: 'surprise' }, { authorization: `Bearer ${reader}` })).statusCode).toBe(403);
});

test('who watches is told what customers have written', async () => {
  expect(typeof watching).toBe('function');
});
