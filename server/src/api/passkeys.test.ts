/** Passkeys at the API: by whom they let in, and that one stands for both factors where a workspace wants two. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { Authenticator } from '../../test/authenticator.ts';
import { ANN, Browser, invited, PASSWORD, setUpByAnn } from '../../test/browser.ts';

let api: TestApi;
let ann: Browser;

beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own')`);
});
afterAll(() => api.close());
beforeEach(async () => {
  ann = await setUpByAnn(api);
});

const device = () => new Authenticator('http://localhost:8080');

async function add(who: Browser, key: Authenticator, password = PASSWORD) {
  const { body, status } = await who.ask('POST', '/account/passkeys/options', { password });
  if (status !== 200) return { body, status };
  return who.ask('POST', '/account/passkeys', { name: 'key', response: key.made(body!) });
}

async function come(key: Authenticator, how?: { asks: boolean }) {
  const visitor = new Browser(api);
  const { body } = await visitor.ask('POST', '/sign-in/passkey/options');
  const { status } = await visitor.ask('POST', '/sign-in/passkey', { response: key.given(body!, how) });
  return { visitor, status };
}

test('one lets in whose device asked who holds it, and nobody whose device did not', async () => {
  const key = device();
  expect((await ann.ask('POST', '/account/passkeys/options', { password: PASSWORD })).body).toMatchObject({
    authenticatorSelection: { userVerification: 'required' },
  });
  expect((await add(ann, key)).status).toBe(204);
  expect((await ann.ask('POST', '/sign-in/passkey/options')).body).toMatchObject({ userVerification: 'required' });
  const refused = await come(key, { asks: false });
  expect([refused.status, (await refused.visitor.ask('GET', '/session')).status]).toEqual([401, 401]);
  const { status, visitor } = await come(key);
  expect([status, (await visitor.ask('GET', '/session')).status]).toEqual([204, 200]);
  expect((await come(device())).status).toBeGreaterThanOrEqual(400);
  // What was signed once lets nobody in again.
  const [first, second] = [new Browser(api), new Browser(api)];
  const { body } = await first.ask('POST', '/sign-in/passkey/options');
  await second.ask('POST', '/sign-in/passkey/options');
  const response = key.given(body!);
  expect((await first.ask('POST', '/sign-in/passkey', { response })).status).toBe(204);
  expect((await second.ask('POST', '/sign-in/passkey', { response })).status).toBeGreaterThanOrEqual(400);
});

test('one stands for both factors: by password alone its holder comes no further, nor makes another way in', async () => {
  const lee = await invited(api, ann, 'lee@example.com', { role: 'manager' });
  const password = `${PASSWORD} lee`;
  const [hers, theirs] = [device(), device()];
  await add(ann, hers);
  expect((await ann.ask('PUT', '/settings/second-factor', { isWanted: true })).body).toMatchObject({ code: 'not_possible' });
  const { visitor: admin } = await come(hers);
  expect((await admin.ask('PUT', '/settings/second-factor', { isWanted: true })).status).toBe(204);
  try {
    expect((await admin.ask('GET', '/tickets')).status).toBe(200);
    const { body } = await admin.ask('GET', '/members');
    const has = new Map((body!['members'] as any[]).map(({ email, hasSecondFactor }) => [email, hasSecondFactor]));
    expect([has.get(ANN.email), has.get('lee@example.com')]).toEqual([true, false]);

    // Who has neither adds a passkey, and comes in by it.
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ account: { needsSecondFactor: true } });
    expect((await add(lee, theirs, password)).status).toBe(204);
    expect((await lee.ask('GET', '/tickets')).status).toBe(403);
    const { visitor: in2 } = await come(theirs);
    expect((await in2.ask('GET', '/session')).body).toMatchObject({ account: { needsSecondFactor: false, hasSecondFactor: false } });
    expect((await in2.ask('GET', '/tickets')).status).toBe(200);

    const thief = new Browser(api);
    await thief.signIn('lee@example.com', password);
    const id = (await in2.ask('GET', '/account')).body!['passkeys'][0].id;
    expect((await add(thief, device(), password)).body).toMatchObject({ code: 'not_possible' });
    expect((await thief.ask('POST', '/account/second-factor', { password })).body).toMatchObject({ code: 'not_possible' });
    expect((await thief.ask('DELETE', `/account/passkeys/${id}`)).body).toMatchObject({ code: 'not_possible' });
    expect((await in2.ask('DELETE', `/account/passkeys/${id}`)).status).toBe(204);
  } finally {
    await admin.ask('PUT', '/settings/second-factor', { isWanted: false });
  }
});
