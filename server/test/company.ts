/** A company that signs in at its own provider: the API with a workspace of Ann's, a real provider beside it, and people who go there and come back. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ADDRESS, startApi, type TestApi } from './api.ts';
import { type Browser, invited as invitedTo, setUpByAnn } from './browser.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';

export const SECRET = 'the first secret of the client';
export const CALLBACK = `${ADDRESS}/api/v1/sign-in/single-sign-on/callback`;
export let api: TestApi;
export let provider: TestProvider;
export let ann: Browser;
let isRotated = false;

export const SETTINGS = {
  label: 'Example Inc.',
  clientSecret: SECRET,
  domains: ['example.com'],
  defaultRole: 'agent',
  makesPeople: true,
  passwords: true,
};
export const save = (change: object = {}) =>
  ann.ask('PUT', '/settings/single-sign-on', { ...SETTINGS, issuer: provider.issuer, clientId: provider.clientId, ...change });

/** Somebody at the provider. */
export const person = (subject: string, change: object = {}) =>
  void provider.people.set(subject, { email: `${subject}@example.com`, email_verified: true, name: `${subject} of example`, ...change });

export async function leave(browser: Browser, workspace = 'main', next = ''): Promise<string> {
  const { status, headers } = await browser.ask('GET', `/sign-in/single-sign-on/${workspace}${next}`);
  expect(status).toBe(302);
  return String(headers.location);
}
export async function arrive(browser: Browser, back: URL): Promise<string> {
  const { status, headers } = await browser.ask('GET', back.pathname.replace('/api/v1', '') + back.search);
  expect(status).toBe(302);
  return String(headers.location);
}
/** There and back: where the browser is led in the end. */
export const come = async (browser: Browser, subject: string, next = ''): Promise<string> =>
  arrive(browser, await provider.signIn(await leave(browser, 'main', next), subject));

export const memberOf = async (email: string) =>
  (await ann.ask('GET', '/members')).body!['members'].find((one: { email: string }) => one.email === email);
export const entries = async (actions: string) => (await ann.ask('GET', `/audit?actions=${actions}&limit=50`)).body!['entries'];
export const invited = (email: string, standing: object) => invitedTo(api, ann, email, standing);

/** From now on the provider knows the client by another secret, until the next test. */
export function rotate(secret: string): void {
  isRotated = true;
  provider.setSecret(secret);
}

/** Starts both for a file of tests; before each the workspace is Ann's alone, without single sign-on. */
export function startCompany(): void {
  beforeAll(async () => {
    api = await startApi();
    await api.postgres.pool.query(
      `insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own'), ('other', 'Other', 'own')`,
    );
    await api.door.accept('main', 'api', [
      { id: 'm1', at: api.clock.now(), type: 'team.upserted', data: { id: 'north', name: 'North' } },
      { id: 'm2', at: api.clock.now(), type: 'team.upserted', data: { id: 'south', name: 'South' } },
    ]);
    provider = await startProvider(CALLBACK, SECRET);
  });
  afterAll(async () => {
    await provider.close();
    await api.close();
  });
  beforeEach(async () => {
    await api.postgres.pool.query('delete from single_sign_on');
    ann = await setUpByAnn(api);
    provider.people.clear();
  });
  afterEach(() => {
    provider.isDown = false;
    if (isRotated) provider.setSecret(SECRET);
    isRotated = false;
  });
}
