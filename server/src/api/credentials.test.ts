/** What an account is come in by, at the API: second factors, and passwords that are changed, forgotten and set by a link. */
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { actionsOf, Browser, invited, PASSWORD, secretOf, setUpByAnn } from '../../test/browser.ts';

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

describe('a second factor', () => {
  async function begin(): Promise<{ code: () => Promise<string>; recoveryCodes: string[] }> {
    const { body } = await ann.ask('POST', '/account/second-factor', { password: PASSWORD });
    return { code: codesOf(body!['address']), recoveryCodes: body!['recoveryCodes'] };
  }

  /** What an authenticator shows that was given the address. */
  function codesOf(address: string): () => Promise<string> {
    const secret = new URL(address).searchParams.get('secret')!;
    return () => createOTP(new TextDecoder().decode(base32.decode(secret))).totp();
  }

  test('counts once its first code was given, and then is asked for', async () => {
    const { code, recoveryCodes } = await begin();
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ hasSecondFactor: false });
    expect((await ann.ask('PUT', '/account/second-factor', { code: '000000' })).body).toMatchObject({ field: 'code' });
    expect((await ann.ask('PUT', '/account/second-factor', { code: await code() })).status).toBe(204);
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ hasSecondFactor: true });

    const visitor = browser();
    expect((await visitor.signIn('ann@example.com')).body).toEqual({ needsSecondFactor: true });
    expect((await visitor.ask('GET', '/session')).status).toBe(401);
    expect((await visitor.ask('POST', '/sign-in/code', { code: '000000' })).status).toBe(400);
    expect((await visitor.ask('POST', '/sign-in/code', { code: await code() })).status).toBe(204);
    expect((await visitor.ask('GET', '/session')).status).toBe(200);

    const lost = browser();
    await lost.signIn('ann@example.com');
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ recoveryCodesLeft: 10 });
    const typed = ` ${recoveryCodes[0]!.replace('-', ' ').toUpperCase()} `;
    expect((await lost.ask('POST', '/sign-in/code', { code: typed, isRecovery: true })).status).toBe(204);
    expect((await ann.ask('GET', '/account')).body).toMatchObject({ recoveryCodesLeft: 9 });
    const again = browser();
    await again.signIn('ann@example.com');
    expect((await again.ask('POST', '/sign-in/code', { code: recoveryCodes[0]!, isRecovery: true })).status).toBe(400);
    expect(await actions('second_factor')).toContain('second_factor.added');
  });

  test('a code lets in once, and whoever comes with it again is told of', async () => {
    const { code } = await begin();
    await ann.ask('PUT', '/account/second-factor', { code: await code() });
    const one = await code();
    const [first, second] = [browser(), browser()];
    for (const visitor of [first, second]) await visitor.signIn('ann@example.com');
    expect((await first.ask('POST', '/sign-in/code', { code: one })).status).toBe(204);
    const refused = await second.ask('POST', '/sign-in/code', { code: one });
    expect(refused.body).toMatchObject({ status: 400, field: 'code', detail: expect.stringContaining('not used before') });
    expect((await second.ask('GET', '/session')).status).toBe(401);
    expect((await first.ask('GET', '/session')).status).toBe(200);
    expect(await actions('session')).toContain('session.refused');
  });

  test('is wanted of everybody by one who has one, and opens the account alone until it is there', async () => {
    const lee = await invite('lee@example.com', { role: 'manager' });
    expect((await ann.ask('PUT', '/settings/second-factor', { isWanted: true })).body).toMatchObject({ code: 'not_possible' });
    expect((await lee.ask('PUT', '/settings/second-factor', { isWanted: true })).status).toBe(403);
    const { code } = await begin();
    await ann.ask('PUT', '/account/second-factor', { code: await code() });
    expect((await ann.ask('PUT', '/settings/second-factor', { isWanted: true })).status).toBe(204);
    expect((await ann.ask('GET', '/members')).body).toMatchObject({ wantsSecondFactor: true });
    expect((await ann.ask('GET', '/tickets')).status).toBe(200);

    expect((await lee.ask('GET', '/session')).body).toMatchObject({ scopes: [], account: { needsSecondFactor: true } });
    for (const url of ['/tickets', '/members', '/directory/agents', '/audit'])
      expect([url, (await lee.ask('GET', url)).status]).toEqual([url, 403]);
    expect((await lee.ask('GET', '/tickets')).body).toMatchObject({ detail: expect.stringContaining('add one to your account first') });
    const question = { metrics: ['created'] };
    expect((await lee.ask('POST', '/query', question)).status).toBe(403);
    const { body } = await lee.ask('POST', '/account/second-factor', { password: `${PASSWORD} lee` });
    expect((await lee.ask('PUT', '/account/second-factor', { code: await codesOf(body!['address'])() })).status).toBe(204);
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ account: { needsSecondFactor: false } });
    expect((await lee.ask('POST', '/query', question)).status).not.toBe(403);

    expect((await ann.ask('PUT', '/settings/second-factor', { isWanted: false })).status).toBe(204);
    expect(await actions('second_factor.wanted')).toEqual(['second_factor.wanted', 'second_factor.wanted']);
  });

  test('too many wrong codes lead back to the password, in words that say so', async () => {
    const { code } = await begin();
    await ann.ask('PUT', '/account/second-factor', { code: await code() });
    const visitor = browser();
    await visitor.signIn('ann@example.com');
    const answers = [];
    for (let attempt = 0; attempt < 8; attempt++)
      answers.push((await visitor.ask('POST', '/sign-in/code', { code: '000000' })).body!['detail']);
    expect(answers).toContain('Too many codes were wrong: begin again with the password.');
  });

  test('is begun and taken away with the password alone', async () => {
    expect((await ann.ask('POST', '/account/second-factor', { password: 'not this one at all' })).body).toMatchObject({
      field: 'password',
    });
    const { code } = await begin();
    await ann.ask('PUT', '/account/second-factor', { code: await code() });
    expect((await ann.ask('POST', '/account/second-factor/end', { password: PASSWORD })).status).toBe(204);
    expect((await browser().signIn('ann@example.com')).body).toEqual({ needsSecondFactor: false });
  });
});

describe('passwords', () => {
  test('an administrator’s link sets another one, and ends every session', async () => {
    const lee = await invite('lee@example.com', { role: 'agent' });
    const { body: people } = await ann.ask('GET', '/members');
    const { id } = people!['members'].find(({ email }: { email: string }) => email === 'lee@example.com');
    const { body } = await ann.ask('POST', `/members/${id}/reset-link`);
    const token = secretOf(body!['link']);
    const next = 'seven quiet harbours glow';
    expect((await browser().ask('POST', '/password/reset', { token, password: 'password1234' })).body).toMatchObject({
      field: 'password',
    });
    expect((await browser().ask('POST', '/password/reset', { token, password: next })).status).toBe(204);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await lee.signIn('lee@example.com', next)).status).toBe(200);
    expect((await browser().ask('POST', '/password/reset', { token, password: next })).status).toBe(404);
    expect(await actions('password')).toContain('password.link_made');
  });

  const idOf = async (email: string): Promise<string> => {
    const { body } = await ann.ask('GET', '/members');
    return body!['members'].find((one: { email: string }) => one.email === email).id;
  };
  const linkFor = async (email: string) => secretOf((await ann.ask('POST', `/members/${await idOf(email)}/reset-link`)).body!['link']);

  test('a link takes an account back whole: passkeys that somebody made are gone, and nobody waits for what others failed at', async () => {
    await invite('lee@example.com', { role: 'agent' });
    const { pool } = api.postgres;
    await pool.query(
      `insert into auth_passkey ("userId", "publicKey", "credentialID", counter, "deviceType", "backedUp") values ($1, 'k', 'c', 0, 'd', false)`,
      [await idOf('lee@example.com')],
    );
    for (let attempt = 0; attempt < 10; attempt++) await browser(HERE).signIn('lee@example.com', `guess number ${attempt}`);
    const next = 'seven quiet harbours glow';
    const token = await linkFor('lee@example.com');
    expect((await browser(HERE).ask('POST', '/password/reset', { token, password: next })).status).toBe(204);
    expect((await pool.query('select from auth_passkey')).rowCount).toBe(0);
    expect((await browser(HERE).signIn('lee@example.com', next)).status).toBe(200);
    expect(await actions('password')).toContain('password.changed');
  });

  test('a link made before somebody joined another workspace opens nothing any more', async () => {
    const lee = await invite('lee@example.com', { role: 'agent' });
    const token = await linkFor('lee@example.com');
    await api.postgres.pool.query(
      `insert into member (workspace_id, user_id, role) select 'other', user_id, 'admin' from member where workspace_id = 'main' and role = 'admin'`,
    );
    api.accounts.sessions.forget();
    const payload = { email: 'lee@example.com', role: 'agent' };
    const { body } = await ann.ask('POST', '/members/invitations', payload, { 'watchdesk-workspace': 'other' });
    expect((await lee.ask('POST', `/invitations/${secretOf(body!['link'])}/membership`)).status).toBe(200);
    expect((await browser().ask('POST', '/password/reset', { token, password: 'seven quiet harbours glow' })).status).toBe(404);
  });

  test('of links for a forgotten one the last works alone, and a few an hour are as many as there are', async () => {
    for (let time = 0; time < 6; time++) await browser().ask('POST', '/password/forgotten', { email: 'ann@example.com' });
    // They are answered before they are looked into.
    const { pool } = api.postgres;
    await vi.waitFor(async () => expect((await pool.query('select from sign_in_failure where count = 6')).rowCount).toBe(1));
    await vi.waitFor(async () => expect(await actions('password.forgotten')).toHaveLength(4));
    const links = [await idOf('ann@example.com')];
    await vi.waitFor(async () => expect((await pool.query('select from auth_verification where value = $1', links)).rowCount).toBe(1));
  });

  test('a forgotten one is answered alike for everybody, and sends no mail where none is set up', async () => {
    for (const email of ['ann@example.com', 'nobody@example.com'])
      expect((await browser().ask('POST', '/password/forgotten', { email })).status).toBe(204);
  });

  test('is changed with the present one; other sessions end, and this one goes on', async () => {
    const elsewhere = browser();
    await elsewhere.signIn('ann@example.com');
    const next = 'seven quiet harbours glow';
    expect((await ann.ask('PUT', '/account/password', { current: 'not this one at all', next })).body).toMatchObject({ field: 'current' });
    expect((await ann.ask('PUT', '/account/password', { current: PASSWORD, next: 'annannannann' })).body).toMatchObject({ field: 'next' });
    expect((await ann.ask('PUT', '/account/password', { current: PASSWORD, next })).status).toBe(204);
    expect([(await elsewhere.ask('GET', '/session')).status, (await ann.ask('GET', '/session')).status]).toEqual([401, 200]);
  });
});
