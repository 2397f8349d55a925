/** The sign-in turned off: nobody steps in, and a session begun before is over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { createAccounts } from './index.ts';

let open: TestApi;
let shut: TestApi;

beforeAll(async () => {
  open = await startApi();
  const { postgres, clock } = open;
  shut = await startApi(undefined, { accounts: createAccounts({ postgres, clock, signIn: 'off' }) });
});
afterAll(async () => {
  await shut.close();
  await open.close();
});

test('there is nobody to step in as, and stepping in says why not', async () => {
  expect((await shut.app.inject('/api/v1/personas')).json()).toEqual({ personas: [] });
  const answer = await shut.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'admin' } });
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined]);
  expect(answer.json()).toMatchObject({ code: 'forbidden', detail: expect.stringMatching(/API key.*WATCHDESK_SIGN_IN=personas/) });
});

test('a session begun before is over', async () => {
  const begun = await open.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'admin' } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  expect((await open.app.inject({ url: '/api/v1/keys', headers: { cookie } })).statusCode).toBe(200);
  expect((await shut.app.inject({ url: '/api/v1/keys', headers: { cookie } })).statusCode).toBe(401);
});

test('API keys work', async () => {
  expect((await shut.app.inject({ url: '/api/v1/tickets', headers: { authorization: `Bearer ${open.keys.a}` } })).statusCode).toBe(200);
});

test('without a word about it, it is off', async () => {
  const { postgres, clock } = open;
  expect(await createAccounts({ postgres, clock }).personas()).toEqual({ personas: [] });
});
