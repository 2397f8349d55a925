/** Letters arrive once, in the end, whatever the mail server does and whoever dies; and what they say is nowhere afterwards. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { mailServer } from '../../test/mail-server.ts';
import { ConfigError, secretKeyOf } from '../config.ts';
import { inTransaction, openPostgres } from '../store/postgres/index.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { createMail, type Mail } from './index.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
const { pool } = postgres;
const smtp = await mailServer();
const secret = randomBytes(32).toString('base64');

let now = Date.now();
const clock = { now: () => now };
const started: Mail[] = [];
const vaultOf = (...keys: string[]) =>
  createVault({
    postgres,
    clock,
    keyring: openKeyring({ secretKeys: keys.map((key) => secretKeyOf(key)!), databaseUrl: url, dataDir: '' }),
  });
function mailOf({ smtpUrl = smtp.url, keys = [secret] }: { smtpUrl?: string | undefined; keys?: string[] } = {}): Mail {
  const mail = createMail({
    postgres,
    clock,
    vault: vaultOf(...keys),
    config: { mail: { smtpUrl, from: 'Watchdesk <desk@desk.example>' } },
    log: { warn: () => {} },
    chance: () => 1,
    paceMs: 50,
  });
  started.push(mail);
  return mail;
}
const mail = mailOf();
const TOKEN = 'token-of-an-invitation';
const invitation = {
  template: 'invitation',
  to: 'anna@example.com',
  workspaceId: 'a',
  values: {
    workspace: 'Support',
    inviter: 'Bert Björk',
    link: `https://desk.example/invitations/${TOKEN}`,
    until: Date.UTC(2026, 2, 17, 12),
  },
} as const;
const invite = (more: { to?: string; until?: number; workspaceId?: string | null } = {}) =>
  inTransaction(pool, (client) => mail.enqueue(client, { ...invitation, ...more }));

interface Row {
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly next_at: Date;
  /** Whether somebody tries it at this moment. */
  readonly inHand: boolean;
}
const rows = async () => {
  const found = await pool.query<Row>('select state, attempts, reason, next_at from outbox_message order by made_at');
  return found.rows.map((one) => ({
    ...one,
    inHand: one.state === 'waiting' && one.attempts > 0 && one.next_at.getTime() - now > 100_000,
  }));
};
const row = async () => (await rows())[0]!;
/** Until the outbox is as it should be; it is looked at as often as the sender looks. */
const until = (state: object) => vi.waitFor(async () => expect(await row()).toMatchObject(state), { timeout: 20_000, interval: 50 });

beforeEach(async () => {
  now = Date.now();
  smtp.behave('take');
  smtp.delivered.length = 0;
  await pool.query('delete from outbox_message');
  await pool.query('delete from secret');
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'A'), ('b', 'B') on conflict do nothing`);
});
afterEach(() => Promise.all(started.map((one) => one.stop())));
afterAll(async () => {
  await postgres.close();
  await smtp.close();
});

describe('a letter', () => {
  test('arrives once, however many send, and its link is nowhere afterwards', async () => {
    for (let index = 0; index < 20; index += 1) await invite({ to: `p${index}@example.com` });
    const senders = [mail, mailOf(), mailOf()];
    for (const sender of senders) sender.start();
    await vi.waitFor(async () => expect((await rows()).every(({ state }) => state === 'sent')).toBe(true), { timeout: 20_000 });
    expect(smtp.delivered).toHaveLength(20);
    expect(new Set(smtp.delivered.map(({ to }) => to.join()))).toEqual(
      new Set(Array.from({ length: 20 }, (_, index) => `p${index}@example.com`)),
    );
    expect((await pool.query('select from secret')).rowCount).toBe(0);
  });

  test('of an account goes before all notices', async () => {
    const notice = { subject: 'A notice', text: 'Something happened.', html: '<p>Something happened.</p>' };
    await inTransaction(pool, async (client) => {
      for (let index = 0; index < 5; index += 1)
        await mail.enqueueSet(client, { workspaceId: 'a', to: 'anna@example.com', template: 'notice', letter: notice });
    });
    now += 1;
    await invite();
    mail.start();
    await vi.waitFor(() => expect(smtp.delivered).toHaveLength(6), { timeout: 20_000 });
    expect(smtp.delivered.map(({ read }) => read.subject)).toEqual(['Bert Björk invites you to Support', ...Array(5).fill('A notice')]);
  });

  test('says the same in both of its forms, from whom it should be', async () => {
    await invite();
    mail.start();
    await until({ state: 'sent', attempts: 1 });
    const { read } = smtp.delivered[0]!;
    expect(read.from).toMatchObject({ name: 'Watchdesk', address: 'desk@desk.example' });
    expect(read.subject).toBe('Bert Björk invites you to Support');
    for (const form of [read.text, read.html]) {
      expect(form).toContain(`https://desk.example/invitations/${TOKEN}`);
      expect(form).toContain('17 March 2026, 12:00 UTC');
    }
    expect(read.messageId).toMatch(/^<[\da-f-]{36}@desk\.example>$/);
  });

  test('is sealed while it waits', async () => {
    await invite();
    const tables = await Promise.all(['outbox_message', 'secret'].map((table) => pool.query(`select t::text from ${table} t`)));
    const kept = JSON.stringify(tables.map((table) => table.rows));
    expect(kept).toContain('anna@example.com');
    expect(kept).not.toContain(TOKEN);
    expect(kept).not.toContain(Buffer.from(TOKEN).toString('hex'));
  });

  test('goes if, and only if, what it tells of is', async () => {
    const failed = inTransaction(pool, async (client) => {
      await mail.enqueue(client, invitation);
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await rows()).toEqual([]);
  });

  test.each([
    'anna',
    'a@b@c.example',
    'anna@example.com\r\nBcc: all@example.com',
    'Anna <anna@example.com>',
    'a@x.example, b@x.example',
    '',
  ])('is not put in for %j', async (to) => {
    await expect(invite({ to })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'to' }] });
    expect(await rows()).toEqual([]);
  });
});

describe('when the server does not take it', () => {
  test.each([{ at: 'recipient', code: 450 }, { at: 'data', code: 451 }, 'hang-up'] as const)(
    'for now (%j), it is tried again, later and later',
    async (manner) => {
      smtp.behave(manner);
      await invite();
      const before = smtp.tries();
      mail.start();
      await until({ state: 'waiting', attempts: 1, inHand: false, reason: expect.any(String) });
      now += 14_000;
      await new Promise((settle) => setTimeout(settle, 300));
      expect(smtp.tries() - before).toBe(1);
      now += 2_000;
      await until({ state: 'waiting', attempts: 2, inHand: false });
      const { letters } = await mail.state('a');
      expect(Date.parse(letters[0]!.nextAt!) - now).toBeGreaterThan(25_000);
      smtp.behave('take');
      now += 31_000;
      await until({ state: 'sent', attempts: 3, reason: null });
      expect(smtp.delivered).toHaveLength(1);
    },
  );

  test.each([
    { at: 'recipient', code: 550 },
    { at: 'data', code: 554 },
  ] as const)('for good (%j), it is given up at once, with the reason', async (manner) => {
    smtp.behave(manner);
    await invite();
    mail.start();
    await until({ state: 'failed', attempts: 1, reason: expect.stringContaining(`${manner.code}`) });
    expect((await pool.query('select from secret')).rowCount).toBe(0);
  });

  test('ever, it is given up after so many tries', async () => {
    smtp.behave({ at: 'recipient', code: 450 });
    await invite();
    mail.start();
    for (let tries = 1; tries < 20; tries += 1) {
      await until({ attempts: tries, reason: expect.any(String) });
      await pool.query('update outbox_message set next_at = $1, reason = null', [new Date(now)]);
    }
    await until({ state: 'failed', attempts: 20, reason: expect.stringContaining('450') });
  }, 60_000);

  test('before its link ends, it is given up', async () => {
    await invite({ until: now + 1_000 });
    now += 2_000;
    mail.start();
    await until({ state: 'failed', reason: 'it was not sent before its link ended' });
    expect(smtp.delivered).toEqual([]);
  });
});

test('a process killed between its claim and the sending loses nothing', async () => {
  smtp.behave('silence');
  await invite();
  const before = smtp.tries();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../test/mail-child.ts')], {
    env: { ...process.env, DATABASE_URL: url, SMTP_URL: smtp.url, MAIL_FROM: 'desk@desk.example', WATCHDESK_SECRET_KEY: secret },
    stdio: 'inherit',
  });
  await vi.waitFor(() => expect(smtp.tries()).toBe(before + 1), { timeout: 20_000, interval: 20 });
  child.kill('SIGKILL');
  smtp.behave('take');
  mail.start();
  await new Promise((settle) => setTimeout(settle, 300));
  expect(smtp.delivered).toEqual([]);
  now = Date.now() + 121_000;
  await until({ state: 'sent', attempts: 2 });
  expect(smtp.delivered).toHaveLength(1);
});

test('one whose key is gone is given up, and says which key it was', async () => {
  await invite();
  mailOf({ keys: [randomBytes(32).toString('base64')] }).start();
  await until({ state: 'failed', reason: expect.stringContaining('put that key back into WATCHDESK_SECRET_KEY') });
});

test('the state shows a workspace its own letters, and of those of none how many there are', async () => {
  await invite();
  await invite({ workspaceId: 'b', to: 'of-b@example.com' });
  await invite({ workspaceId: null, to: 'of-nobody@example.com' });
  const state = await mail.state('a');
  expect(state).toMatchObject({
    isConfigured: true,
    from: 'Watchdesk <desk@desk.example>',
    counts: { waiting: 1 },
    ofNoWorkspace: { waiting: 1 },
  });
  expect(state.letters.map(({ to }) => to)).toEqual(['anna@example.com']);
  expect(JSON.stringify(state)).not.toMatch(/of-b|of-nobody/);
});

test('within a workspace its own letters are put in, and those of no workspace over the wall alone', async () => {
  await withinWorkspace('a', async () => {
    await invite();
    await expect(invite({ workspaceId: null })).rejects.toThrow('row-level security');
    await expect(invite({ workspaceId: 'b' })).rejects.toThrow('row-level security');
    await acrossWorkspaces(() => invite({ workspaceId: null }));
    expect(await mail.state('a')).toMatchObject({
      counts: { waiting: 1 },
      ofNoWorkspace: { waiting: 1 },
      letters: [{ to: 'anna@example.com' }],
    });
  });
  mail.start();
  await vi.waitFor(() => expect(smtp.delivered).toHaveLength(2), { timeout: 20_000 });
});

test('a test message goes at once, and what the server says is told', async () => {
  await mail.test({ workspaceId: 'a', to: 'anna@example.com', by: 'Bert' });
  expect(smtp.delivered[0]!.read.text).toContain('Bert asked whether letters arrive.');
  smtp.behave({ at: 'recipient', code: 550 });
  await expect(mail.test({ workspaceId: 'a', to: 'anna@example.com', by: 'Bert' })).rejects.toMatchObject({
    code: 'not_possible',
    message: expect.stringContaining('550'),
  });
});

test('no letter goes from the demonstration', async () => {
  await pool.query(`insert into workspace (workspace_id, name, kind) values ('demo', 'Demo', 'demonstration')`);
  await expect(mail.test({ workspaceId: 'demo', to: 'anna@example.com', by: 'x' })).rejects.toMatchObject({ code: 'not_possible' });
  expect(await inTransaction(pool, (client) => mail.enqueue(client, { ...invitation, workspaceId: 'demo' }))).toBe(false);
  expect([await rows(), smtp.delivered]).toEqual([[], []]);
});

test('without a server nothing is put in, and with one a key is wanted', async () => {
  const parts = { postgres, clock, log: { warn: () => {} } };
  const none = createMail({ ...parts, vault: vaultOf(), config: { mail: undefined } });
  expect(none.isConfigured).toBe(false);
  expect(await inTransaction(pool, (client) => none.enqueue(client, invitation))).toBe(false);
  expect(await rows()).toEqual([]);
  await expect(none.test({ workspaceId: 'a', to: 'anna@example.com', by: 'Bert' })).rejects.toMatchObject({ code: 'not_possible' });
  const config = { mail: { smtpUrl: smtp.url, from: 'desk@desk.example' } };
  expect(() => createMail({ ...parts, vault: vaultOf(), config })).toThrow(ConfigError);
});
