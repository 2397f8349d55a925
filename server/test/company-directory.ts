/** A company's directory that speaks SCIM, as Okta and Entra ID do, to a workspace of Ann's. */
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startApi, type TestApi } from './api.ts';
import { Browser, PASSWORD, setUpByAnn } from './browser.ts';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
export const LIST = ['urn:ietf:params:scim:api:messages:2.0:ListResponse'];
export let api: TestApi;
let key: string;
export let ann: Browser;

export async function scim(method: InjectOptions['method'], path: string, body?: object, type = 'application/scim+json') {
  const answer = await api.app.inject({
    method: method!,
    url: `/api/v1/scim/v2${path}`,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': type }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  if (answer.body !== '') expect(answer.headers['content-type']).toBe('application/scim+json; charset=utf-8');
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<Record<string, any>>(), headers: answer.headers };
}
export const patch = (path: string, ...operations: object[]) => scim('PATCH', path, { schemas: PATCH, Operations: operations });
export const by = (filter: string) => scim('GET', `/Users?filter=${encodeURIComponent(filter)}&startIndex=1&count=100`);

/** As Okta makes somebody. */
export const OKTA = {
  schemas: [USER],
  userName: 'lee.hill@example.com',
  name: { givenName: 'Lee', familyName: 'Hill' },
  emails: [{ primary: true, value: 'lee.hill@example.com', type: 'work' }],
  displayName: 'Lee Hill',
  locale: 'en-US',
  externalId: '00u1a2b3c4d5',
  groups: [],
  password: 'not ours to keep',
  active: true,
};
/** As Entra ID does. */
export const ENTRA = {
  schemas: [USER, ENTERPRISE],
  externalId: 'f0e1d2c3',
  userName: 'kim@tenant.onmicrosoft.com',
  active: true,
  displayName: 'Kim Dale',
  emails: [{ primary: true, type: 'work', value: 'Kim.Dale@Example.com' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Kim Dale', familyName: 'Dale', givenName: 'Kim' },
  [ENTERPRISE]: { department: 'Support', manager: null },
};
export const make = async (body: object = OKTA): Promise<string> => {
  const { status, body: made } = await scim('POST', '/Users', body);
  expect(status).toBe(201);
  return made!['id'];
};
export const annsId = async () => (await by('userName eq "ann@example.com"')).body!['Resources'][0].id as string;
export const audited = async () =>
  ((await ann.ask('GET', '/audit?limit=20')).body!['entries'] as { action: string; who: { kind: string } }[]).map(
    ({ action, who }) => `${who.kind} ${action}`,
  );

/** Somebody who was provided, in with a password they set by a link. */
export async function comeIn(id: string, email: string): Promise<Browser> {
  const { body } = await ann.ask('POST', `/members/${id}/reset-link`);
  const lee = new Browser(api);
  expect((await lee.ask('POST', '/password/reset', { token: body!['link'].split('/').at(-1), password: PASSWORD })).status).toBe(204);
  expect((await lee.ask('POST', '/sign-in', { email, password: PASSWORD })).status).toBe(200);
  return lee;
}

/** Starts the API for a file of tests; before each the workspace is Ann's alone. */
export function startDirectory(): void {
  beforeAll(async () => {
    api = await startApi();
    await api.postgres.pool.query(
      `insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own'), ('other', 'Other', 'own')`,
    );
    key = await api.keyOf('main', ['people:write']);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    ann = await setUpByAnn(api);
  });
}
