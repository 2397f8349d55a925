/** The provider of a company, up, down and with another secret; what its sessions enter; and the settings that name it. */
import { describe, expect, test } from 'vitest';
import { ADDRESS } from '../../test/api.ts';
import { ANN, Browser, PASSWORD } from '../../test/browser.ts';
import {
  ann,
  api,
  arrive,
  CALLBACK,
  come,
  entries,
  invited,
  leave,
  memberOf,
  person,
  provider,
  rotate,
  save,
  SECRET,
  SETTINGS,
  startCompany,
} from '../../test/company.ts';

startCompany();

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
    rotate('another secret of the client');
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
    expect((await lee.ask('POST', '/account/passkeys/options', { password: PASSWORD })).status).toBe(403);
    expect((await lee.ask('PUT', '/account/name', { name: 'Eve' })).status).toBe(403);
    expect((await lee.ask('PUT', '/account/password', { current: `${PASSWORD} lee`, next: 'seven quiet harbours glow' })).status).toBe(403);
    expect((await lee.ask('GET', '/account')).body).toMatchObject({ bySingleSignOn: true, sessions: [{ isThis: true }] });
    const { id } = await memberOf('lee@example.com');
    expect((await ann.ask('POST', `/members/${id}/reset-link`)).status).toBe(409);
  });

  test('ends when another issuer takes the place of its own', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    await come(lee, 'lee');
    expect((await save({ label: 'Another label' })).status).toBe(200);
    expect((await lee.ask('GET', '/session')).status).toBe(200);
    expect((await save({ issuer: 'https://elsewhere.example', clientSecret: 'another secret' })).status).toBe(200);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await api.postgres.pool.query(`select from auth_account where "providerId" like 'oidc:%'`)).rowCount).toBe(0);
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
    const [offer, stranger] = [{ workspace: 'main', name: 'Field & Sons', label: 'Example Inc.' }, new Browser(api)];
    const company = async (email: string) => (await stranger.ask('POST', '/sign-in/company', { email })).body!['singleSignOn'];
    // Of several companies a stranger is told none, but theirs.
    expect((await stranger.ask('GET', '/sign-in')).body).toMatchObject({ singleSignOn: [], asksForCompany: true });
    expect(await company('Anybody@Example.com')).toEqual([offer]);
    for (const email of ['lee@example.org', 'lee@notexample.com', 'lee@mail.example.com']) expect(await company(email)).toEqual([]);
    await api.postgres.pool.query(`update workspace set kind = 'demonstration' where workspace_id = 'other'`);
    expect((await stranger.ask('GET', '/sign-in')).body).toMatchObject({ singleSignOn: [offer], asksForCompany: false });
    await api.postgres.pool.query(`update workspace set kind = 'own' where workspace_id = 'other'`);
    expect((await api.ask('/api/v1/settings/single-sign-on')).json()).toMatchObject({ settings: null });
  });

  test('without passwords lead an invitation to the provider, and leave no account behind', async () => {
    await save({ passwords: false });
    const linkFor = async (email: string, role: string) =>
      String((await ann.ask('POST', '/members/invitations', { email, role })).body!['link'])
        .split('/')
        .at(-1)!;
    const [secret, admins] = [await linkFor('kim@example.com', 'agent'), await linkFor('max@example.com', 'admin')];
    const kim = new Browser(api);
    expect((await kim.ask('GET', `/invitations/${secret}`)).body).toMatchObject({ onlyBy: 'Example Inc.', workspace: { id: 'main' } });
    expect((await kim.ask('GET', `/invitations/${admins}`)).body).toMatchObject({ onlyBy: null });
    const refused = await kim.ask('POST', `/invitations/${secret}/account`, { name: 'Kim', password: `${PASSWORD} kim` });
    expect(refused.body).toMatchObject({ status: 403, detail: expect.stringContaining('Example Inc.') });
    expect((await api.postgres.pool.query(`select from auth_user where email = 'kim@example.com'`)).rowCount).toBe(0);
    person('kim');
    expect(await come(kim, 'kim')).toBe('/');
    expect((await kim.ask('GET', `/invitations/${secret}`)).status).toBe(404);
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
