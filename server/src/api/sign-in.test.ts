/** Accounts end to end at the API: the first start, signing in and out, second factors, invitations, links, members, what roles see. */
import { createOTP } from '@better-auth/utils/otp';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';

const PASSWORD = 'copper lantern drifts north';
const ANN = { name: 'Ann Field', email: 'ann@example.com', password: PASSWORD, company: 'Field & Sons', timeZone: 'Europe/Berlin' };
const HERE = '203.0.113.9';
let api: TestApi;
let ann: Browser;

/** A browser: it keeps cookies, and comes from our own origin. */
class Browser {
  readonly jar = new Map<string, string>();
  private readonly from: string;

  /** Each from an address of its own, so that limits of addresses are met only where they are meant. */
  constructor(from = `192.0.2.${(Browser.number += 1)}`) {
    this.from = from;
  }

  private static number = 0;

  async ask(method: InjectOptions['method'], url: string, payload?: object, headers: Record<string, string> = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await api.app.inject({
      method: method!,
      url: `/api/v1${url}`,
      remoteAddress: this.from,
      headers: { origin: 'http://localhost:8080', host: 'localhost:8080', ...(cookie && { cookie }), ...headers },
      ...(payload && { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (value === '' || maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, encodeURIComponent(value));
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<Record<string, any>>(), headers: answer.headers };
  }

  signIn = (email: string, password = PASSWORD) => this.ask('POST', '/sign-in', { email, password });
}

const secretOf = (link: string): string => link.split('/').at(-1)!;

/** Somebody who was invited and came. */
async function invited(email: string, standing: object, name = email.split('@')[0]!): Promise<Browser> {
  const { body } = await ann.ask('POST', '/members/invitations', { email, ...standing });
  const browser = new Browser();
  const { status } = await browser.ask('POST', `/invitations/${secretOf(body!['link'])}/account`, {
    name,
    password: `${PASSWORD} ${name}`,
  });
  expect(status).toBe(204);
  return browser;
}

const actions = async (text = '') =>
  ((await ann.ask('GET', `/audit?text=${encodeURIComponent(text)}&limit=500`)).body!['entries'] as { action: string }[]).map(
    ({ action }) => action,
  );

beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(
    `insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own'), ('other', 'Other', 'own')`,
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  const { pool } = api.postgres;
  await pool.query('delete from member');
  await pool.query('delete from invitation');
  await pool.query('delete from sign_in_failure');
  await pool.query('delete from auth_user');
  api.accounts.sessions.forget();
  ann = new Browser();
  expect((await ann.ask('POST', '/set-up', ANN)).status).toBe(204);
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
    expect((await new Browser().ask('GET', '/sign-in')).body).toMatchObject({ accounts: true, setUp: { isNeeded: false } });
    expect(await new Browser().ask('POST', '/set-up', { ...ANN, email: 'eve@example.com' })).toMatchObject({ status: 409 });
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
    const { status, body } = await new Browser().ask('POST', '/set-up', { ...ANN, ...change });
    expect([status, body!['field'], body!['detail']]).toEqual([400, field, expect.stringMatching(words)]);
    expect((await new Browser().ask('GET', '/sign-in')).body).toMatchObject({ setUp: { isNeeded: true } });
  });

  test('of two who come at once one is the administrator', async () => {
    await api.postgres.pool.query('delete from member');
    await api.postgres.pool.query('delete from auth_user');
    const both = await Promise.all(
      ['one', 'two'].map((name) => new Browser().ask('POST', '/set-up', { ...ANN, name, email: `${name}@example.com` })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect((await api.postgres.pool.query('select from member')).rowCount).toBe(1);
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address are answered alike', async () => {
    const wrong = await new Browser().signIn('ann@example.com', 'not this one at all');
    const unknown = await new Browser().signIn('nobody@example.com');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(await actions('session')).toContain('session.refused');
  });

  test('signed out, the cookie is worth nothing', async () => {
    const kept = new Browser();
    for (const [name, value] of ann.jar) kept.jar.set(name, value);
    expect((await ann.ask('DELETE', '/session')).status).toBe(204);
    expect((await kept.ask('GET', '/session')).status).toBe(401);
    expect((await ann.signIn('ann@example.com')).body).toEqual({ needsSecondFactor: false });
    expect((await ann.ask('GET', '/session')).status).toBe(200);
    expect(await actions('session')).toEqual(expect.arrayContaining(['session.opened', 'session.closed']));
  });

  test('ten failures from one place are enough there for a while; elsewhere the right password still works', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await new Browser(HERE).signIn('ann@example.com', `guess number ${attempt}`);
    const shut = await new Browser(HERE).signIn('ann@example.com');
    expect(shut.status).toBe(429);
    expect(Number(shut.headers['retry-after'])).toBeGreaterThan(800);
    expect((await new Browser('198.51.100.7').signIn('ann@example.com')).status).toBe(200);
    api.clock.set(api.clock.now() + 15 * 60_000 + 1);
    expect((await new Browser(HERE).signIn('ann@example.com')).status).toBe(200);
  });

  test('another site can neither sign in nor out', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await new Browser().ask('POST', '/sign-in', { email: ANN.email, password: PASSWORD }, foreign)).status).toBe(403);
    expect((await ann.ask('DELETE', '/session', undefined, foreign)).status).toBe(403);
    expect((await ann.ask('GET', '/session')).status).toBe(200);
  });

  test('the cookie is out of reach of scripts and other sites', async () => {
    const { headers } = await new Browser().signIn('ann@example.com');
    expect(String(headers['set-cookie'])).toMatch(/watchdesk\.session_token=[^;]+;.*HttpOnly;.*SameSite=Lax/);
  });

  test('somebody steps into the demonstration and comes back to the own workspace', async () => {
    expect((await ann.ask('POST', '/session', { persona: 'manager' })).body).toMatchObject({
      account: null,
      workspace: { kind: 'demonstration' },
    });
    expect((await ann.ask('DELETE', '/session')).status).toBe(204);
    expect((await ann.ask('GET', '/session')).body).toMatchObject({ account: { email: 'ann@example.com' } });
  });
});

describe('a second factor', () => {
  async function begin(): Promise<{ code: () => Promise<string>; recoveryCodes: string[] }> {
    const { body } = await ann.ask('POST', '/account/second-factor', { password: PASSWORD });
    const secret = new URL(body!['address']).searchParams.get('secret')!;
    const { base32 } = await import('@better-auth/utils/base32');
    const key = new TextDecoder().decode(base32.decode(secret));
    return { code: () => createOTP(key).totp(), recoveryCodes: body!['recoveryCodes'] };
  }

  test('counts once its first code was given, and then is asked for', async () => {
    const { code, recoveryCodes } = await begin();
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ hasSecondFactor: false });
    expect((await ann.ask('PUT', '/account/second-factor', { code: '000000' })).body).toMatchObject({ field: 'code' });
    expect((await ann.ask('PUT', '/account/second-factor', { code: await code() })).status).toBe(204);
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ hasSecondFactor: true });

    const browser = new Browser();
    expect((await browser.signIn('ann@example.com')).body).toEqual({ needsSecondFactor: true });
    expect((await browser.ask('GET', '/session')).status).toBe(401);
    expect((await browser.ask('POST', '/sign-in/code', { code: '000000' })).status).toBe(400);
    expect((await browser.ask('POST', '/sign-in/code', { code: await code() })).status).toBe(204);
    expect((await browser.ask('GET', '/session')).status).toBe(200);

    const lost = new Browser();
    await lost.signIn('ann@example.com');
    expect((await lost.ask('POST', '/sign-in/code', { code: recoveryCodes[0]!, isRecovery: true })).status).toBe(204);
    const again = new Browser();
    await again.signIn('ann@example.com');
    expect((await again.ask('POST', '/sign-in/code', { code: recoveryCodes[0]!, isRecovery: true })).status).toBe(400);
    expect(await actions('second_factor')).toContain('second_factor.added');
  });

  test('is begun and taken away with the password alone', async () => {
    expect((await ann.ask('POST', '/account/second-factor', { password: 'not this one at all' })).body).toMatchObject({
      field: 'password',
    });
    const { code } = await begin();
    await ann.ask('PUT', '/account/second-factor', { code: await code() });
    expect((await ann.ask('POST', '/account/second-factor/end', { password: PASSWORD })).status).toBe(204);
    expect((await new Browser().signIn('ann@example.com')).body).toEqual({ needsSecondFactor: false });
  });
});

describe('invitations', () => {
  test('a link lets one person in, once, as what was said', async () => {
    const { status, body } = await ann.ask('POST', '/members/invitations', { email: 'Lee@Example.com', role: 'manager' });
    expect(status).toBe(201);
    expect(body!['link']).toMatch(/^http:\/\/localhost:8080\/invitation\/[\w-]{43}$/);
    const secret = secretOf(body!['link']);
    const lee = new Browser();
    expect((await lee.ask('GET', `/invitations/${secret}`)).body).toEqual({
      workspace: { id: 'main', name: 'Field & Sons' },
      email: 'lee@example.com',
      role: 'manager',
      invitedBy: 'Ann Field',
      hasAccount: false,
    });
    expect((await lee.ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: 'qwertyuiop12' })).body).toMatchObject({
      field: 'password',
    });
    expect((await lee.ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: PASSWORD })).status).toBe(204);
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ person: { name: 'Lee', role: 'manager' }, workspace: { id: 'main' } });
    expect((await lee.ask('GET', '/members')).status).toBe(403);
    expect((await new Browser().ask('GET', `/invitations/${secret}`)).status).toBe(404);
    expect(await actions('person')).toEqual(expect.arrayContaining(['person.invited', 'person.joined']));
  });

  test('one revoked, ended or replaced by another works no more', async () => {
    const make = async () => (await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'agent' })).body!;
    const [first, second] = [await make(), await make()];
    const look = async (link: string) => (await new Browser().ask('GET', `/invitations/${secretOf(link)}`)).status;
    expect([await look(first['link']), await look(second['link'])]).toEqual([404, 200]);
    expect((await ann.ask('DELETE', `/members/invitations/${second['invitation'].id}`)).status).toBe(204);
    expect(await look(second['link'])).toBe(404);
    const third = await make();
    api.clock.set(api.clock.now() + 7 * 24 * 3600_000 + 1);
    expect(await look(third['link'])).toBe(404);
  });

  test('who has an account joins with it, and nobody else does', async () => {
    const lee = await invited('lee@example.com', { role: 'agent' });
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
    expect((await new Browser().ask('GET', `/invitations/${secret}`)).body).toMatchObject({ hasAccount: true });
    expect((await new Browser().ask('POST', `/invitations/${secret}/account`, { name: 'Lee', password: PASSWORD })).status).toBe(409);
    expect((await ann.ask('POST', `/invitations/${secret}/membership`)).status).toBe(403);
    expect((await new Browser().ask('POST', `/invitations/${secret}/membership`)).status).toBe(401);
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

describe('passwords', () => {
  test('an administrator’s link sets another one, and ends every session', async () => {
    const lee = await invited('lee@example.com', { role: 'agent' });
    const { body: people } = await ann.ask('GET', '/members');
    const { id } = people!['members'].find(({ email }: { email: string }) => email === 'lee@example.com');
    const { body } = await ann.ask('POST', `/members/${id}/reset-link`);
    const token = secretOf(body!['link']);
    const next = 'seven quiet harbours glow';
    expect((await new Browser().ask('POST', '/password/reset', { token, password: 'password1234' })).body).toMatchObject({
      field: 'password',
    });
    expect((await new Browser().ask('POST', '/password/reset', { token, password: next })).status).toBe(204);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await lee.signIn('lee@example.com', next)).status).toBe(200);
    expect((await new Browser().ask('POST', '/password/reset', { token, password: next })).status).toBe(404);
    expect(await actions('password')).toContain('password.link_made');
  });

  test('a forgotten one is answered alike for everybody, and sends no mail where none is set up', async () => {
    for (const email of ['ann@example.com', 'nobody@example.com'])
      expect((await new Browser().ask('POST', '/password/forgotten', { email })).status).toBe(204);
  });

  test('is changed with the present one; other sessions end, and this one goes on', async () => {
    const elsewhere = new Browser();
    await elsewhere.signIn('ann@example.com');
    const next = 'seven quiet harbours glow';
    expect((await ann.ask('PUT', '/account/password', { current: 'not this one at all', next })).body).toMatchObject({ field: 'current' });
    expect((await ann.ask('PUT', '/account/password', { current: PASSWORD, next: 'annannannann' })).body).toMatchObject({ field: 'next' });
    expect((await ann.ask('PUT', '/account/password', { current: PASSWORD, next })).status).toBe(204);
    expect([(await elsewhere.ask('GET', '/session')).status, (await ann.ask('GET', '/session')).status]).toEqual([401, 200]);
  });
});

describe('sessions', () => {
  test('are listed, each from where, and ended one by one or all others', async () => {
    const elsewhere = new Browser('198.51.100.7');
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
    const lee = await invited('lee@example.com', { role: 'agent' });
    const { body } = await ann.ask('GET', '/account');
    expect((await lee.ask('DELETE', `/account/sessions/${body!['sessions'][0].id}`)).status).toBe(404);
    expect((await ann.ask('GET', '/session')).status).toBe(200);
  });

  test('a key and a persona have no account', async () => {
    expect((await api.ask('/api/v1/account')).statusCode).toBe(403);
    const visitor = new Browser();
    await visitor.ask('POST', '/session', { persona: 'admin' });
    expect((await visitor.ask('GET', '/account')).status).toBe(403);
  });
});

describe('members', () => {
  const idOf = async (email: string): Promise<string> =>
    (await ann.ask('GET', '/members')).body!['members'].find((one: { email: string }) => one.email === email).id;

  test('what somebody is changes at once, and is told', async () => {
    const lee = await invited('lee@example.com', { role: 'agent' });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(403);
    expect((await ann.ask('PATCH', `/members/${await idOf('lee@example.com')}`, { role: 'manager' })).body).toMatchObject({
      role: 'manager',
    });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(200);
    expect(await actions('lee')).toContain('person.changed');
  });

  test('who is no longer let in is out at once, and comes in again when they are', async () => {
    const lee = await invited('lee@example.com', { role: 'manager' });
    const id = await idOf('lee@example.com');
    await ann.ask('PATCH', `/members/${id}`, { active: false });
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    await lee.signIn('lee@example.com', `${PASSWORD} lee`);
    expect((await lee.ask('GET', '/session')).status).toBe(403);
    await ann.ask('PATCH', `/members/${id}`, { active: true });
    expect((await lee.ask('GET', '/session')).status).toBe(200);
  });

  test('one is removed, and may be invited again', async () => {
    const lee = await invited('lee@example.com', { role: 'manager' });
    expect((await ann.ask('DELETE', `/members/${await idOf('lee@example.com')}`)).status).toBe(204);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    await invited('lee@example.com', { role: 'agent' });
  });

  test('the last administrator stays one', async () => {
    const id = await idOf('ann@example.com');
    for (const change of [{ role: 'manager' }, { active: false }])
      expect((await ann.ask('PATCH', `/members/${id}`, change)).status).toBe(409);
    expect((await ann.ask('DELETE', `/members/${id}`)).status).toBe(409);
    await invited('lee@example.com', { role: 'admin' });
    expect((await ann.ask('PATCH', `/members/${id}`, { role: 'manager' })).status).toBe(200);
  });

  test('are those of one’s own workspace', async () => {
    const lee = await invited('lee@example.com', { role: 'admin' });
    await api.postgres.pool.query(`update member set workspace_id = 'other' where user_id = $1`, [await idOf('lee@example.com')]);
    api.accounts.sessions.forget();
    expect((await lee.ask('GET', '/members')).body!['members'].map(({ email }: { email: string }) => email)).toEqual(['lee@example.com']);
    expect((await lee.ask('DELETE', `/members/${await idOf('ann@example.com')}`)).status).toBe(404);
  });
});

describe('what roles see', () => {
  test('is set for the workspace, and holds at once', async () => {
    const planner = await invited('pat@example.com', { role: 'planner' });
    expect((await planner.ask('GET', '/tickets')).body).toMatchObject({
      detail: 'You see numbers and whose they are, and no tickets one by one.',
    });
    const { body } = await ann.ask('GET', '/settings/visibility');
    expect(body).toMatchObject({ planner: { rows: 'all', aggregate: 'all', text: false } });
    expect((await ann.ask('PUT', '/settings/visibility', { ...body, planner: { rows: 'all', aggregate: 'all', text: true } })).status).toBe(
      200,
    );
    expect((await planner.ask('GET', '/tickets')).status).toBe(200);
    expect((await planner.ask('GET', '/session')).body).toMatchObject({ sees: { rows: 'all', text: true } });
    expect(await actions('visibility')).toContain('visibility.saved');
  });

  test('a sum reaches as far as what is seen one by one', async () => {
    const { body } = await ann.ask('GET', '/settings/visibility');
    const wrong = { ...body, lead: { rows: 'all', aggregate: 'teams', text: true } };
    expect((await ann.ask('PUT', '/settings/visibility', wrong)).body).toMatchObject({ status: 400, field: 'lead.aggregate' });
  });

  test('whoever is no agent and of no team sees nothing of either', async () => {
    const lee = await invited('lee@example.com', { role: 'lead' });
    expect((await lee.ask('GET', '/tickets')).body).toMatchObject({ code: 'forbidden', detail: expect.stringMatching(/no team/) });
  });
});
