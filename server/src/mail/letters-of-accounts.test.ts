/** What people get by mail of their accounts, read out of a real mailbox: the links in the letters do what they say. */
import { randomBytes } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ADDRESS, startApi, type TestApi } from '../../test/api.ts';
import { Browser, PASSWORD, secretOf, setUpByAnn } from '../../test/browser.ts';
import { mailServer } from '../../test/mail-server.ts';
import { createAccounts } from '../accounts/index.ts';
import { secretKeyOf } from '../config.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createOutgoing } from '../outgoing/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { createMail, lettersOfAccounts, type Mail } from './index.ts';

const smtp = await mailServer();
let api: TestApi;
let mail: Mail;
let ann: Browser;

beforeAll(async () => {
  const url = await postgresDatabase();
  const postgres = openPostgres(url);
  const clock = { now: () => Date.now() };
  const secretKeys = [secretKeyOf(randomBytes(32).toString('base64'))!];
  const vault = createVault({ postgres, clock, keyring: openKeyring({ secretKeys, databaseUrl: url, dataDir: '' }) });
  const config = { mail: { smtpUrl: smtp.url, from: 'desk@desk.example' } };
  mail = createMail({ postgres, clock, vault, config, log: { warn: () => {} }, paceMs: 50 });
  const { call } = createOutgoing({ networks: [] });
  const sign = { secrets: ['a secret of tests, long enough to sign with'] as const, address: ADDRESS, setUpCode: null, vault, call };
  const accounts = createAccounts({ postgres, clock, sign, mail: lettersOfAccounts(mail, ADDRESS) });
  api = await startApi(url, { accounts });
  await api.postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own')`);
  mail.start();
});
afterAll(async () => {
  await mail.stop();
  await api.close();
  await smtp.close();
});
beforeEach(async () => {
  ann = await setUpByAnn(api);
  smtp.delivered.length = 0;
});

/** The letter to somebody, once it is there, and the secret of the link that begins so. */
async function letterTo(email: string, path: string): Promise<{ subject: string; secret: string }> {
  await vi.waitFor(() => expect(smtp.delivered.flatMap(({ to }) => to)).toContain(email), { timeout: 15_000 });
  const { read } = smtp.delivered.find(({ to }) => to.includes(email))!;
  const link = new RegExp(`${ADDRESS}${path}[\\w-]*`).exec(read.text ?? '');
  if (!link) throw new Error(`the letter has no such link: ${read.text}`);
  return { subject: read.subject ?? '', secret: secretOf(link[0]) };
}

test('an invitation', async () => {
  expect((await ann.ask('GET', '/members')).body).toMatchObject({ sendsMail: true });
  await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'agent' });
  const { subject, secret } = await letterTo('lee@example.com', '/invitation/');
  expect(subject).toContain('Field & Sons');
  expect((await new Browser(api).ask('GET', `/invitations/${secret}`)).body).toMatchObject({ email: 'lee@example.com' });
});

test('a link for a forgotten password, and the news that it was changed with the present one', async () => {
  expect((await new Browser(api).ask('GET', '/sign-in')).body).toMatchObject({ sendsMail: true });
  await new Browser(api).ask('POST', '/password/forgotten', { email: 'Ann@Example.com' });
  const { secret } = await letterTo('ann@example.com', '/new-password/');
  const next = 'seven quiet harbours glow';
  expect((await new Browser(api).ask('POST', '/password/reset', { token: secret, password: next })).status).toBe(204);
  expect((await ann.signIn('ann@example.com', next)).status).toBe(200);

  smtp.delivered.length = 0;
  expect((await ann.ask('PUT', '/account/password', { current: next, next: PASSWORD })).status).toBe(204);
  expect((await letterTo('ann@example.com', '/account')).subject).toMatch(/password was changed/);
});

test('the news that somebody came in by a browser not seen before, and none of one that only got younger', async () => {
  const firefox = (version: number) => ({
    'user-agent': `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
  });
  const comeIn = async (headers = {}) =>
    expect((await new Browser(api).ask('POST', '/sign-in', { email: 'ann@example.com', password: PASSWORD }, headers)).status).toBe(200);
  await comeIn();
  expect((await api.postgres.pool.query(`select from outbox_message where template = 'new-sign-in'`)).rowCount).toBe(0);
  await comeIn(firefox(143));
  expect((await letterTo('ann@example.com', '/account')).subject).toBe('You signed in from somewhere new');
  expect(smtp.delivered[0]!.read.text).toContain('Firefox on Windows');
  smtp.delivered.length = 0;
  await comeIn(firefox(144));
  await new Browser(api).ask('POST', '/password/forgotten', { email: 'ann@example.com' });
  await letterTo('ann@example.com', '/new-password/');
  expect(smtp.delivered).toHaveLength(1);
});

test('the news that recovery codes were made anew', async () => {
  const { body } = await ann.ask('POST', '/account/second-factor', { password: PASSWORD });
  const secret = new URL(body!['address']).searchParams.get('secret')!;
  const code = await createOTP(new TextDecoder().decode(base32.decode(secret))).totp();
  await ann.ask('PUT', '/account/second-factor', { code });
  await letterTo('ann@example.com', '/account');
  smtp.delivered.length = 0;
  expect((await ann.ask('POST', '/account/recovery-codes', { password: PASSWORD })).status).toBe(200);
  expect((await letterTo('ann@example.com', '/account')).subject).toBe('Your recovery codes were made anew');
});

test('nothing to an address that has no account', async () => {
  await new Browser(api).ask('POST', '/password/forgotten', { email: 'nobody@example.com' });
  await new Browser(api).ask('POST', '/password/forgotten', { email: 'ann@example.com' });
  await letterTo('ann@example.com', '/new-password/');
  expect(smtp.delivered.flatMap(({ to }) => to)).toEqual(['ann@example.com']);
});
