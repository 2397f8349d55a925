/** Single sign-on against a real provider: who comes in as what, who does not and is told why, and that nothing proves itself twice. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, startApi, type TestApi } from '../../test/api.ts';
import { ANN, Browser, invited as invitedTo, PASSWORD, setUpByAnn } from '../../test/browser.ts';
import { startProvider, type TestProvider } from '../../test/oidc-provider.ts';

const SECRET = 'the first secret of the client';
const CALLBACK = `${ADDRESS}/api/v1/sign-in/single-sign-on/callback`;
let api: TestApi;
let provider: TestProvider;
let ann: Browser;
let isRotated = false;

const SETTINGS = {
  label: 'Example Inc.',
  clientSecret: SECRET,
  domains: ['example.com'],
  defaultRole: 'agent',
  makesPeople: true,
  passwords: true,
};
const save = (change: object = {}) =>
  ann.ask('PUT', '/settings/single-sign-on', { ...SETTINGS, issuer: provider.issuer, clientId: provider.clientId, ...change });

/** Somebody at the provider. */
const person = (subject: string, change: object = {}) =>
  void provider.people.set(subject, { email: `${subject}@example.com`, email_verified: true, name: `${subject} of example`, ...change });

async function leave(browser: Browser, workspace = 'main', next = ''): Promise<string> {
  const { status, headers } = await browser.ask('GET', `/sign-in/single-sign-on/${workspace}${next}`);
  expect(status).toBe(302);
  return String(headers.location);
}
async function arrive(browser: Browser, back: URL): Promise<string> {
  const { status, headers } = await browser.ask('GET', back.pathname.replace('/api/v1', '') + back.search);
  expect(status).toBe(302);
  return String(headers.location);
}
/** There and back: where the browser is led in the end. */
const come = async (browser: Browser, subject: string, next = ''): Promise<string> =>
  arrive(browser, await provider.signIn(await leave(browser, 'main', next), subject));

const memberOf = async (email: string) =>
  (await ann.ask('GET', '/members')).body!['members'].find((one: { email: string }) => one.email === email);
const entries = async (actions: string) => (await ann.ask('GET', `/audit?actions=${actions}&limit=50`)).body!['entries'];
const invited = (email: string, standing: object) => invitedTo(api, ann, email, standing);

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

describe('whoever the provider vouches for', () => {
  test('is made when they first come, comes in, and is the same the next time under another address', async () => {
    expect((await save()).status).toBe(200);
    person('lee');
    const lee = new Browser(api);
    expect(await come(lee, 'lee', '?next=%2Fqueue')).toBe('/queue');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({
      person: { name: 'lee of example', role: 'agent' },
      account: { email: 'lee@example.com' },
      workspace: { id: 'main' },
      workspaces: [{ id: 'main' }],
    });
    person('lee', { email: 'lee.hill@example.com' });
    const again = new Browser(api);
    expect(await come(again, 'lee')).toBe('/');
    expect((await again.ask('GET', '/session')).body).toMatchObject({ account: { email: 'lee@example.com' } });
    expect(await memberOf('lee.hill@example.com')).toBeUndefined();
    const [opened] = await entries('session.opened');
    expect(opened).toMatchObject({ who: { kind: 'person', name: 'lee of example' }, after: { how: 'single sign-on' } });
    expect((await entries('person.joined'))[0]).toMatchObject({ who: { kind: 'provider', id: provider.issuer } });
  });

  test('has a cookie that scripts do not reach, and nothing of the way there is left', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const back = await provider.signIn(await leave(lee), 'lee');
    expect([...lee.jar.keys()]).toEqual(['watchdesk_single_sign_on']);
    const { headers } = await lee.ask('GET', back.pathname.replace('/api/v1', '') + back.search);
    expect(String(headers['set-cookie'])).toMatch(/watchdesk\.session_token=[^;]+;.*HttpOnly;.*SameSite=Lax/);
    expect([...lee.jar.keys()]).toEqual(['watchdesk.session_token']);
    expect((await api.postgres.pool.query('select from single_sign_on_attempt')).rowCount).toBe(0);
  });

  test('is the member of that address who had a password before, and keeps what they are', async () => {
    await save();
    await invited('lee@example.com', { role: 'manager' });
    person('lee');
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe('/');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ person: { name: 'lee', role: 'manager' } });
  });

  test('is what the invitation said, where people are not made', async () => {
    await save({ makesPeople: false });
    person('lee');
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=not_invited');
    await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'planner' });
    expect(await come(new Browser(api), 'lee')).toBe('/');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'planner' });
    expect((await ann.ask('GET', '/members')).body!['invitations']).toEqual([]);
  });
});

describe('groups', () => {
  const groups = [
    { group: 'bosses', role: 'manager', teams: [] },
    { group: 'north', role: null, teams: ['north'] },
    { group: 'leads', role: 'lead', teams: ['south'] },
  ];

  test('make role and teams, the first role by the order of the map, and a change demotes at the next sign-in', async () => {
    expect((await save({ groups })).status).toBe(200);
    person('lee', { groups: ['leads', 'north', 'bosses', 'of no interest'] });
    await come(new Browser(api), 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'manager', teams: ['north', 'south'] });
    person('lee', { groups: ['north'] });
    const lee = new Browser(api);
    await come(lee, 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'agent', teams: ['north'] });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(403);
    expect((await entries('person.changed'))[0]).toMatchObject({
      who: { kind: 'provider' },
      before: { role: 'manager' },
      after: { role: 'agent' },
    });
  });

  test('let in nobody without one that is in the map, where that is said', async () => {
    await save({ groups, defaultRole: null });
    person('lee', { groups: ['north'] });
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=no_group');
    expect(await memberOf('lee@example.com')).toBeUndefined();
  });

  test('come by another claim, as a text too', async () => {
    await save({ groups, groupsClaim: 'name' });
    person('lee', { name: 'leads' });
    await come(new Browser(api), 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'lead' });
  });

  test('do not take the last administrator away', async () => {
    await save({ groups });
    person('ann', { groups: ['leads'] });
    expect(await come(new Browser(api), 'ann')).toBe('/');
    expect(await memberOf('ann@example.com')).toMatchObject({ role: 'admin' });
  });

  test('name a team that has gone since: the others hold', async () => {
    await save({ groups });
    await api.postgres.pool.query(`delete from directory where workspace_id = 'main' and id = 'south'`);
    person('lee', { groups: ['leads', 'north'] });
    expect(await come(new Browser(api), 'lee')).toBe('/');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'lead', teams: ['north'] });
    await api.door.accept('main', 'api', [{ id: 'm3', at: api.clock.now(), type: 'team.upserted', data: { id: 'south', name: 'South' } }]);
  });
});

describe('is not let in, and told why:', () => {
  test.each([
    ['an address that is not verified', { email_verified: false }, 'unverified_email'],
    ['one that is not, as a text', { email_verified: 'false' }, 'unverified_email'],
    ['a foreign domain', { email: 'lee@example.org' }, 'foreign_domain'],
    ['a domain that only ends alike', { email: 'lee@notexample.com' }, 'foreign_domain'],
    ['a domain below', { email: 'lee@mail.example.com' }, 'foreign_domain'],
    ['no address', { email: undefined }, 'no_email'],
    ['an address that is none', { email: 'a@example.com@example.com' }, 'no_email'],
  ])('%s', async (_name, change, code) => {
    await save();
    person('lee', change);
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe(`/sign-in?refused=${code}`);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await lee.ask('GET', `/sign-in?refused=${code}`)).body!['refused']).toMatch(/^Your /);
    expect((await entries('session.refused'))[0]).toMatchObject({ who: { kind: 'provider' }, after: { how: 'single sign-on', why: code } });
  });

  test('whoever declines, or may not, at the provider', async () => {
    await save();
    expect(await come(new Browser(api), 'nobody')).toBe('/sign-in?refused=declined');
    expect((await entries('session.refused'))[0]).toMatchObject({ after: { detail: 'access_denied: nobody of the kind' } });
  });

  test('a member who is shut out', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    await come(lee, 'lee');
    const { id } = await memberOf('lee@example.com');
    await ann.ask('PATCH', `/members/${id}`, { active: false });
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=shut_out');
  });

  test('the holder of an account that is another company’s, until they are invited', async () => {
    await save();
    await invited('lee@example.com', { role: 'admin' });
    await api.postgres.pool.query(
      `update member set workspace_id = 'other' where user_id <> (select id from auth_user where email = 'ann@example.com')`,
    );
    person('lee');
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=other_account');
    await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'reviewer' });
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe('/');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ workspace: { id: 'main' }, workspaces: [{ id: 'main' }] });
  });

  test('a workspace that offers none, or is none', async () => {
    for (const workspace of ['main', 'nowhere']) expect(await leave(new Browser(api), workspace)).toBe('/sign-in?refused=not_offered');
  });
});

describe('what comes back', () => {
  test('with another state, another browser’s, or none, opens nothing', async () => {
    await save();
    person('lee');
    const [lee, eve] = [new Browser(api), new Browser(api)];
    const back = await provider.signIn(await leave(lee), 'lee');
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'x'.repeat(43));
    expect(await arrive(eve, back)).toBe('/sign-in?refused=again');
    await leave(eve);
    expect(await arrive(eve, back)).toBe('/sign-in?refused=again');
    const third = new Browser(api);
    await leave(third);
    expect(await arrive(third, wrong)).toBe('/sign-in?refused=again');
    expect(
      (await api.postgres.pool.query('select from auth_session s join single_sign_on_session o on o.session_id = s.id')).rowCount,
    ).toBe(0);
    // The mistakes of others took nothing from the one it belongs to.
    expect(await arrive(lee, back)).toBe('/');
  });

  test('is good once', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const away = await leave(lee);
    const kept = new Map(lee.jar);
    const back = await provider.signIn(away, 'lee');
    expect(await arrive(lee, back)).toBe('/');
    for (const [name, value] of kept) lee.jar.set(name, value);
    expect(await arrive(lee, back)).toBe('/sign-in?refused=again');
  });

  test('with a code that was used at the provider is not taken', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const first = await provider.signIn(await leave(lee), 'lee');
    await arrive(lee, first);
    const second = await provider.signIn(await leave(lee), 'lee');
    second.searchParams.set('code', first.searchParams.get('code')!);
    expect(await arrive(lee, second)).toBe('/sign-in?refused=again');
    expect((await entries('session.refused'))[0]).toMatchObject({
      after: { why: 'again', detail: expect.stringContaining('invalid_grant') },
    });
  });

  test('after ten minutes is too late', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const back = await provider.signIn(await leave(lee), 'lee');
    api.clock.set(api.clock.now() + 600_001);
    expect(await arrive(lee, back)).toBe('/sign-in?refused=again');
  });

  test('leads nowhere outside', async () => {
    await save();
    person('lee');
    for (const next of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example'])
      expect(await come(new Browser(api), 'lee', `?next=${encodeURIComponent(next)}`)).toBe('/');
  });
});

describe('a provider', () => {
  test('that is down is said to be, before and after', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const back = await provider.signIn(await leave(lee), 'lee');
    provider.isDown = true;
    expect(await arrive(lee, back)).toBe('/sign-in?refused=unavailable');
    expect((await lee.ask('GET', '/sign-in?refused=unavailable')).body!['refused']).toMatch(/does not answer/);
    // What it said of itself is believed for a while.
    api.clock.set(api.clock.now() + 600_001);
    expect(await leave(lee)).toBe('/sign-in?refused=unavailable');
    expect((await entries('session.refused'))[0]).toMatchObject({
      after: { why: 'unavailable', detail: expect.stringContaining('127.0.0.1') },
    });
    expect((await ann.ask('POST', '/settings/single-sign-on/test', { issuer: provider.issuer })).body).toMatchObject({
      ok: false,
      detail: expect.stringContaining('127.0.0.1'),
    });
  });

  test('that has another secret is not taken for one that is down; with that secret it goes on', async () => {
    await save();
    person('lee');
    await come(new Browser(api), 'lee');
    isRotated = true;
    provider.setSecret('another secret of the client');
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=wrong_secret');
    expect((await entries('session.refused'))[0]).toMatchObject({
      after: { why: 'wrong_secret', detail: expect.stringMatching(/401.*secret is not right/) },
    });
    await save({ clientSecret: 'another secret of the client' });
    expect(await come(new Browser(api), 'lee')).toBe('/');
  });

  test('is asked what it says of itself, and one that lies or is inside is not believed', async () => {
    const ask = async (issuer: string) => (await ann.ask('POST', '/settings/single-sign-on/test', { issuer })).body!;
    expect(await ask(provider.issuer)).toEqual({
      ok: true,
      detail: null,
      authorization: `${provider.issuer}/auth`,
      tellsGroups: true,
    });
    // It answers there too, and calls itself otherwise.
    expect(await ask(provider.issuer.replace('127.0.0.1', 'localhost'))).toMatchObject({ ok: false });
    expect(await ask('https://10.1.2.3')).toMatchObject({ ok: false, detail: expect.stringMatching(/10\.1\.2\.3 must /) });
  });
});

describe('a session that a provider opened', () => {
  test('enters its workspace alone, though the person belongs to others, and does not touch the account', async () => {
    await save();
    await invited('lee@example.com', { role: 'admin' });
    await api.postgres.pool.query(
      `insert into member (workspace_id, user_id, role) select 'other', id, 'admin' from auth_user where email = 'lee@example.com'`,
    );
    person('lee');
    const lee = new Browser(api);
    await come(lee, 'lee');
    expect((await lee.ask('GET', '/session')).body!['workspaces']).toEqual([{ id: 'main', name: 'Field & Sons', kind: 'own' }]);
    expect((await lee.ask('GET', '/members', undefined, { 'watchdesk-workspace': 'other' })).status).toBe(403);
    expect((await lee.ask('POST', '/account/passkeys/options')).status).toBe(403);
    expect((await lee.ask('PUT', '/account/name', { name: 'Eve' })).status).toBe(403);
    expect((await lee.ask('PUT', '/account/password', { current: `${PASSWORD} lee`, next: 'seven quiet harbours glow' })).status).toBe(403);
    expect((await lee.ask('GET', '/account')).body).toMatchObject({ bySingleSignOn: true, sessions: [{ isThis: true }] });
    const { id } = await memberOf('lee@example.com');
    expect((await ann.ask('POST', `/members/${id}/reset-link`)).status).toBe(409);
  });

  test('ends when the single sign-on is removed', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    await come(lee, 'lee');
    expect((await ann.ask('DELETE', '/settings/single-sign-on')).status).toBe(204);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await api.postgres.pool.query(`select from auth_account where "providerId" like 'oidc:%'`)).rowCount).toBe(0);
    expect((await api.postgres.pool.query(`select from secret where purpose = 'single-sign-on'`)).rowCount).toBe(0);
  });
});

describe('passwords', () => {
  test('let in administrators alone where that is said, and end the sessions that others have by them', async () => {
    const lee = await invited('lee@example.com', { role: 'manager' });
    await save({ passwords: false });
    expect((await lee.ask('GET', '/session')).body).toMatchObject({
      detail: 'Your company lets you in by its own sign-in alone: Example Inc..',
    });
    const again = await new Browser(api).ask('POST', '/sign-in', { email: 'lee@example.com', password: `${PASSWORD} lee` });
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined]);
    expect((await new Browser(api).ask('POST', '/sign-in', { email: ANN.email, password: PASSWORD })).status).toBe(200);
    expect((await ann.ask('GET', '/session')).status).toBe(200);
    person('lee');
    const by = new Browser(api);
    await come(by, 'lee');
    expect((await by.ask('GET', '/session')).status).toBe(200);
  });
});

describe('the settings', () => {
  test('are answered without the secret, which the database and the audit log do not show either', async () => {
    const { body } = await save();
    expect(body).toMatchObject({
      redirectAddress: CALLBACK,
      provisioningAddress: `${ADDRESS}/api/v1/scim/v2`,
      settings: { issuer: provider.issuer, domains: ['example.com'], groups: [], groupsClaim: 'groups', savedBy: 'Ann Field' },
    });
    const { rows } = await api.postgres.pool.query(
      `select row_to_json(s)::text || (select string_agg(content, '') from audit_entry) as all from single_sign_on s`,
    );
    for (const shown of [JSON.stringify(body), rows[0].all]) expect(shown).not.toContain(SECRET);
    expect((await entries('single_sign_on.saved'))[0]).toMatchObject({ after: { clientSecret: 'another', label: 'Example Inc.' } });
  });

  test('keep the secret where none is given, and not for another issuer', async () => {
    await save();
    const change = { clientSecret: undefined, label: 'Another' };
    expect((await save(change)).body).toMatchObject({ settings: { label: 'Another' } });
    person('lee');
    expect(await come(new Browser(api), 'lee')).toBe('/');
    expect((await save({ ...change, issuer: 'https://elsewhere.example' })).body).toMatchObject({ status: 400, field: 'clientSecret' });
  });

  test.each([
    [{ issuer: 'http://login.example.com' }, 'issuer'],
    [{ issuer: 'login.example.com' }, 'issuer'],
    [{ issuer: 'https://a:b@login.example.com' }, 'issuer'],
    [{ domains: [] }, 'domains'],
    [{ domains: ['example'] }, 'domains.0'],
    [{ clientSecret: undefined }, 'clientSecret'],
    [{ defaultRole: null }, 'defaultRole'],
    [{ groups: [{ group: 'x', role: 'lead', teams: ['nowhere'] }] }, 'groups.0.teams.0'],
    [{ groups: [{ group: 'x', role: 'owner', teams: [] }] }, 'groups.0.role'],
  ])('%j are refused for their %s', async (change, field) => {
    expect((await save(change)).body).toMatchObject({ status: 400, field });
  });

  test('are the administrators’ of the workspace, and offered by name and label alone', async () => {
    const lee = await invited('lee@example.com', { role: 'manager' });
    await save();
    for (const method of ['GET', 'DELETE'] as const) expect((await lee.ask(method, '/settings/single-sign-on')).status).toBe(403);
    expect((await new Browser(api).ask('GET', '/sign-in')).body!['singleSignOn']).toEqual([
      { workspace: 'main', name: 'Field & Sons', label: 'Example Inc.' },
    ]);
    expect((await api.ask('/api/v1/settings/single-sign-on')).json()).toMatchObject({ settings: null });
  });

  test('are none of the demonstration’s, where anybody is an administrator', async () => {
    const visitor = new Browser(api);
    await visitor.ask('POST', '/session', { persona: 'admin' });
    const wanted = { ...SETTINGS, issuer: provider.issuer, clientId: provider.clientId };
    expect((await visitor.ask('PUT', '/settings/single-sign-on', wanted)).body).toMatchObject({
      status: 409,
      detail: 'The demonstration has no accounts.',
    });
    expect((await visitor.ask('POST', '/settings/single-sign-on/test', { issuer: provider.issuer })).status).toBe(403);
  });
});
