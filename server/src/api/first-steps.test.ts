/** The first steps tick themselves by what there is, one after the other, and in no other workspace. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { smallConnector, type SmallDesk, smallDesk } from '../../test/small-desk.ts';
import { ensureRules } from '../rules/index.ts';

let api: TestApi;
let desk: SmallDesk;
let reader: string;
beforeAll(async () => {
  api = await startApi(undefined, {}, undefined, [smallConnector]);
  desk = await smallDesk();
  for (const workspace of ['a', 'b']) await ensureRules(api.postgres, workspace);
  // Of the keys that tests ask by, one would count as a way in.
  reader = await api.keyOf('b', ['rules:write', 'tickets:read'], 'reader');
  await api.postgres.pool.query(`update api_key set scopes = array_remove(scopes, 'events:write')`);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const steps = async (key = api.keys.a) => {
  const answer = await api.ask({ url: '/api/v1/first-steps', headers: { authorization: `Bearer ${key}` } });
  return Object.entries(answer.json<Record<string, boolean>>()).flatMap(([name, is]) => (is ? [name] : []));
};
const note = (payload: object) => api.ask({ method: 'PATCH', url: '/api/v1/first-steps', payload });

test('from nothing to an insight', async () => {
  expect(await steps()).toEqual([]);
  expect((await note({})).statusCode).toBe(400);
  expect((await note({ insight: true })).json()).toMatchObject({ code: 'not_possible' });
  const payload = { system: 'small', name: 'Desk', credentials: { token: 'let-me-in' }, options: { address: desk.address } };
  expect((await api.ask({ method: 'POST', url: '/api/v1/connections', payload })).statusCode).toBe(201);
  expect(await steps()).toEqual(['connected']);
  desk.tell(1, 'created', 'Ticket', NOW - 900_000);
  await api.runtime.drain();
  expect(await steps()).toEqual(['connected', 'tickets']);
  await note({ promise: true });
  expect(await steps()).toEqual(['connected', 'tickets', 'promise']);
  await note({ insight: true });
  expect(await steps()).toEqual(['connected', 'tickets', 'promise', 'insight']);
  await note({ dismissed: true });
  expect(await steps()).toContain('dismissed');
  expect((await note({ dismissed: false })).json()).toMatchObject({ dismissed: false, insight: true });
  expect((await api.ask('/api/v1/audit')).body).toContain('firstSteps');
  expect(await steps(reader)).toEqual([]);
});

test('a policy that somebody saves is a promise chosen; a key that may send, a way in', async () => {
  const inB = (url: string, payload?: object) =>
    api.ask({ url: `/api/v1${url}`, ...(payload && { method: 'POST', payload }), headers: { authorization: `Bearer ${api.keys.b}` } });
  const { policies } = (await inB('/sla/policies')).json<{ policies: { spec: object }[] }>();
  const match = [{ field: 'channel', is: 'any_of', values: ['chat'] }];
  expect((await inB('/sla/policies', { spec: { ...policies[0]!.spec, name: 'Ours', rank: 50, match } })).statusCode).toBeLessThan(300);
  expect(await steps(reader)).toEqual(['promise']);
  await api.keyOf('b', ['events:write'], 'sender');
  expect(await steps(reader)).toEqual(['connected', 'promise']);
});
