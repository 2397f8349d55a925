/** Accounts at the API: the first start, signing in and out, invitations, sessions. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { OPERATOR } from '../audit/index.ts';
import { actionsOf, ANN, Browser, invited, PASSWORD, secretOf, setUpByAnn } from '../../test/browser.ts';

const HERE = '203.0.113.9';
let api: TestApi;
let ann: Browser;
const browser = (from?: string) => new Browser(api, from);
const actions = (text?: string) => actionsOf(ann, text);
const invite = (email: string, standing: object) => invited(api, ann, email, standing);

beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(
    `insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own'), ('other', 'Other', 'own')`,
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  ann = await setUpByAnn(api);
});

describe('the first start', () => {
  test('makes an administrator of the first own workspace, who is in, and is done then', async () => {
    const { body } = await ann.ask('GET', '/session');
    expect(body).toMatchObject({
      person: { name: 'Ann Field', role: 'admin' },
      account: { email: 'ann@example.com', hasSecondFactor: false },
      workspace: { id: 'main', name: 'Field & Sons', timeZone: 'Europe/Berlin' },
      workspaces: [{ id: 'main' }],
    });
    expect((await browser().ask('GET', '/sign-in')).body).toMatchObject({ accounts: true, setUp: { isNeeded: false } });
    expect(await browser().ask('POST', '/set-up', { ...ANN, email: 'eve@example.com' })).toMatchObject({ status: 409 });
    expect(await actions('set_up')).toContain('workspace.set_up');
  });

  test.each([
    ['password', { password: 'password1234' }, /harder to guess/],
    ['password', { password: 'fieldfieldfield' }, /harder to guess/],
    ['password', { password: 'short' }, /at least 12/],
    ['email', { email: 'ann' }, /e-mail address/],
    ['timeZone', { timeZone: 'Mars/Base' }, /time zone/],
    ['company', { company: ' ' }, /empty/],
  ])('refuses a bad %s: %j', async (field, change, words) => {
    await api.postgres.pool.query('delete from member');
    await api.postgres.pool.query('delete from auth_user');
    const { status, body } = await browser().ask('POST', '/set-up', { ...ANN, ...change });
    expect([status, body!['field'], body!['detail']]).toEqual([400, field, expect.stringMatching(words)]);
    expect((await browser().ask('GET', '/sign-in')).body).toMatchObject({ setUp: { isNeeded: true } });
  });

  test('of two who come at once one is the administrator', async () => {
    await api.postgres.pool.query('delete from member');
    await api.postgres.pool.query('delete from auth_user');
    const both = await Promise.all(
      ['one', 'two'].map((name) => browser().ask('POST', '/set-up', { ...ANN, name, email: `${name}@example.com` })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect((await api.postgres.pool.query('select from member')).rowCount).toBe(1);
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address are answered alike', async () => {
    const wrong = await browser().signIn('ann@example.com', 'not this one at all');
    const unknown = await browser().signIn('nobody@example.com');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(await actions('session')).toContain('session.refused');
  });

  test('signed out, the cookie is worth nothing', async () => {
    const kept = browser();
    for (const [name, value] of ann.jar) kept.jar.set(name, value);
    expect((await ann.ask('DELETE', '/session')).status).toBe(204);
    expect((await kept.ask('GET', '/session')).status).toBe(401);
    expect((await ann.signIn('ann@example.com')).body).toEqual({ needsSecondFactor: false });
    expect((await ann.ask('GET', '/session')).status).toBe(200);
    expect(await actions('session')).toEqual(expect.arrayContaining(['session.opened', 'session.closed']));
  });

  test('ten failures from one place are enough there for a while; elsewhere the right password still works', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await browser(HERE).signIn('ann@example.com', `guess number ${attempt}`);
    const shut = await browser(HERE).signIn('ann@example.com');
    expect(shut.status).toBe(429);
    expect(Number(shut.headers['retry-after'])).toBeGreaterThan(800);
    expect((await browser('198.51.100.7').signIn('ann@example.com')).status).toBe(200);
    api.clock.set(api.clock.now() + 15 * 60_000 + 1);
    expect((await browser(HERE).signIn('ann@example.com')).status).toBe(200);
  });

  test('a password may be long and of any characters, and all of it counts', async () => {
    const long = `ключ от 灯台 🗝 ${'drifting harbours '.repeat(6)}`;
    expect(long.length).toBeGreaterThan(100);
    expect((await ann.ask('PUT', '/account/password', { current: PASSWORD, next: long })).status).toBe(204);
    expect((await browser().signIn('ann@example.com', long.slice(0, -1))).status).toBe(401);
    expect((await browser().signIn('ann@example.com', long)).status).toBe(200);
    const over = await ann.ask('PUT', '/account/password', { current: long, next: `${long}${'x'.repeat(30)}` });
    expect(over.body).toMatchObject({ status: 400, field: 'next' });
  });

  test('another site can neither sign in nor out', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await browser().ask('POST', '/sign-in', { email: ANN.email, password: PASSWORD }, foreign)).status).toBe(403);
    expect((await ann.ask('DELETE', '/session', undefined, foreign)).status).toBe(403);
    expect((await ann.ask('GET', '/session')).status).toBe(200);
  });

  test('the cookie is out of reach of scripts and other sites', async () => {
    const { headers } = await browser().signIn('ann@example.com');
    expect(String(headers['set-cookie'])).toMatch(/watchdesk\.session_token=[^;]+;.*HttpOnly;.*SameSite=Lax/);
  });

  test('somebody steps into the demonstration and comes back to the own workspace', async () => {
    expect((await ann.ask('POST', '/session', { persona: 'manager' })).body).toMatchObject({
      account: null,
      workspace: { kind: 'demonstration' },
    });
    expect((await ann.ask('DELETE', '/session')).status).toBe(204);
    expect((await ann.ask('GET', '/session')).body).toMatchObject({ account: { email: 'ann@example.com' } });
    // Its cookie may outlive it.
    await ann.ask('POST', '/session', { persona: 'manager' });
    await api.postgres.pool.query('delete from session');
    api.accounts.sessions.forget();
    expect((await ann.ask('GET', '/session')).body).toMatchObject({ account: { email: 'ann@example.com' } });
  });
});

describe('invitations', () => {
  test('a link lets one person in, once, as what was said', async () => {
    const { status, body } = await ann.ask('POST', '/members/invitations', { email: 'Lee@Example.com', role: 'manager' });
    expect(status).toBe(201);
    expect(body!['link']).toMatch(/^http:\/\/localhost:8080\/invitation\/[\w-]{43}$/);
    const secret = secretOf(body!['link']);
    const lee = browser();
    expect((await lee.ask('GET', `/invitations/${secret}`)).body).toEqual({
      workspace: { id: 'main', name: 'Field & Sons' },
      email: 'lee@example.com',
      role: 'manager',
      invitedBy: 'Ann Field',
      hasAccount: false,
      onlyBy: null,
    });
    expect((await lee.ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: 'qwertyuiop12' })).body).toMatchObject({
      field: 'password',
    });
    expect((await lee.ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: PASSWORD })).status).toBe(204);
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ person: { name: 'Lee', role: 'manager' }, workspace: { id: 'main' } });
    expect((await lee.ask('GET', '/members')).status).toBe(403);
    expect((await browser().ask('GET', `/invitations/${secret}`)).status).toBe(404);
    expect(await actions('person')).toEqual(expect.arrayContaining(['person.invited', 'person.joined']));
  });

  test('one revoked, ended or replaced by another works no more', async () => {
    const make = async () => (await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'agent' })).body!;
    const [first, second] = [await make(), await make()];
    const look = async (link: string) => (await browser().ask('GET', `/invitations/${secretOf(link)}`)).status;
    expect([await look(first['link']), await look(second['link'])]).toEqual([404, 200]);
    expect((await ann.ask('DELETE', `/members/invitations/${second['invitation'].id}`)).status).toBe(204);
    expect(await look(second['link'])).toBe(404);
    const third = await make();
    api.clock.set(api.clock.now() + 7 * 24 * 3600_000 + 1);
    expect(await look(third['link'])).toBe(404);
  });

  test('who has an account joins with it, and nobody else does', async () => {
    const lee = await invite('lee@example.com', { role: 'agent' });
    const { pool } = api.postgres;
    const { rows } = await pool.query<{ id: string }>(`select id from auth_user where email = 'ann@example.com'`);
    await pool.query(`insert into member (workspace_id, user_id, role) values ('other', $1, 'admin')`, [rows[0]!.id]);
    const { body } = await ann.ask(
      'POST',
      '/members/invitations',
      { email: 'lee@example.com', role: 'lead' },
      { 'watchdesk-workspace': 'other' },
    );
    const secret = secretOf(body!['link']);
    expect((await browser().ask('GET', `/invitations/${secret}`)).body).toMatchObject({ hasAccount: true });
    expect((await browser().ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: PASSWORD })).status).toBe(409);
    expect((await ann.ask('POST', `/invitations/${secret}/membership`)).status).toBe(403);
    expect((await browser().ask('POST', `/invitations/${secret}/membership`)).status).toBe(401);
    expect((await lee.ask('POST', `/invitations/${secret}/membership`)).body).toEqual({ workspace: 'other' });
    expect((await lee.ask('GET', '/session')).body!['workspaces']).toHaveLength(2);
    expect((await lee.ask('GET', '/session', undefined, { 'watchdesk-workspace': 'other' })).body).toMatchObject({
      person: { role: 'lead' },
    });
    expect((await lee.ask('GET', '/session', undefined, { 'watchdesk-workspace': 'a' })).status).toBe(403);
  });

  test.each([
    [{ email: 'lee', role: 'agent' }, 'email'],
    [{ email: 'ann@example.com', role: 'agent' }, 'email'],
    [{ email: 'lee@example.com', role: 'owner' }, 'role'],
    [{ email: 'lee@example.com', role: 'agent', agentId: 'nobody' }, 'agentId'],
    [{ email: 'lee@example.com', role: 'lead', teams: ['nowhere'] }, 'teams.0'],
  ])('%j is refused for its %s', async (payload, field) => {
    expect((await ann.ask('POST', '/members/invitations', payload)).body).toMatchObject({ status: 400, field });
  });
});

test('who provides people makes no administrator, and none somebody else’s', async () => {
  const lee = await invite('lee@example.com', { role: 'manager' });
  const given = { name: 'Directory', source: 'directory', scopes: ['people:write' as const], writable: false };
  const { secret } = await api.accounts.keys.create('main', given, OPERATOR);
  const ask = (method: 'POST' | 'PATCH' | 'PUT', url: string, payload: object) =>
    browser().ask(method, url, payload, { authorization: `Bearer ${secret}` });
  const { body } = await ann.ask('GET', '/members');
  const idOf = (email: string) => body!['members'].find((one: { email: string }) => one.email === email).id as string;
  const admin = { email: 'eve@example.com', role: 'admin' };
  expect((await ask('POST', '/members/invitations', admin)).body).toMatchObject({ status: 403, field: 'role' });
  expect((await ask('POST', '/members/invitations', { ...admin, role: 'lead' })).status).toBe(201);
  expect((await ask('PATCH', `/members/${idOf('lee@example.com')}`, { role: 'admin' })).status).toBe(403);
  const user = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'eve@example.com' };
  expect((await ask('POST', '/scim/v2/Users', { ...user, roles: [{ value: 'admin' }] })).status).toBe(403);
  expect((await ask('PUT', `/scim/v2/Users/${idOf('ann@example.com')}`, user)).status).toBe(403);
  const operations = [{ op: 'add', path: 'members', value: [{ value: idOf('lee@example.com') }] }];
  const patch = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
  expect((await ask('PATCH', '/scim/v2/Groups/admin', patch)).status).toBe(403);
  expect((await lee.ask('GET', '/session')).body).toMatchObject({ person: { role: 'manager' } });
});

test.each(['executive', 'planner'] as const)(
  'whoever may read no texts of customers is told who they are themselves, as an %s',
  async (role) => {
    const lee = await invite('lee@example.com', { role });
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ account: { email: 'lee@example.com' }, sees: { text: false } });
    expect((await lee.ask('GET', '/account')).body).toMatchObject({ email: 'lee@example.com' });
  },
);

describe('sessions', () => {
  test('are listed, each from where, and ended one by one or all others', async () => {
    const elsewhere = browser('198.51.100.7');
    await elsewhere.signIn('ann@example.com');
    const { body } = await ann.ask('GET', '/account');
    expect(body!['sessions'].map(({ from, isThis }: { from: string; isThis: boolean }) => [from, isThis])).toEqual([
      ['198.51.100.7', false],
      [expect.stringMatching(/^192\.0\.2\./), true],
    ]);
    expect((await ann.ask('DELETE', `/account/sessions/${body!['sessions'][0].id}`)).status).toBe(204);
    expect((await elsewhere.ask('GET', '/session')).status).toBe(401);
    await elsewhere.signIn('ann@example.com');
    expect((await ann.ask('DELETE', '/account/sessions')).status).toBe(204);
    expect([(await elsewhere.ask('GET', '/session')).status, (await ann.ask('GET', '/session')).status]).toEqual([401, 200]);
  });

  test('nobody ends another’s', async () => {
    const lee = await invite('lee@example.com', { role: 'agent' });
    const { body } = await ann.ask('GET', '/account');
    expect((await lee.ask('DELETE', `/account/sessions/${body!['sessions'][0].id}`)).status).toBe(404);
    expect((await ann.ask('GET', '/session')).status).toBe(200);
  });

  test('a key and a persona have no account', async () => {
    expect((await api.ask('/api/v1/account')).statusCode).toBe(403);
    const visitor = browser();
    await visitor.ask('POST', '/session', { persona: 'admin' });
    expect((await visitor.ask('GET', '/account')).status).toBe(403);
  });
});
