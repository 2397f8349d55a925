/** Letters as an administrator asks for them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { mailServer } from '../../test/mail-server.ts';
import { secretKeyOf } from '../config.ts';
import { createMail } from '../mail/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
const smtp = await mailServer();
const clock = { now: () => Date.now() };
const keyring = openKeyring({ secretKeys: [secretKeyOf('a'.repeat(43))!], databaseUrl: url, dataDir: '' });
const mail = createMail({
  postgres,
  clock,
  vault: createVault({ postgres, clock, keyring }),
  config: { mail: { smtpUrl: smtp.url.replace('//', '//user:hunter2@'), from: 'desk@desk.example' } },
  log: { warn: () => {} },
});
const open = createMail({
  postgres,
  clock,
  vault: createVault({ postgres, clock, keyring }),
  config: { mail: { smtpUrl: smtp.url, from: 'desk@desk.example' } },
  log: { warn: () => {} },
});
let api: TestApi;
beforeAll(async () => {
  api = await startApi(url, { mail: open });
  await postgres.pool.query(`update workspace set kind = 'own' where workspace_id = 'a'`);
});
afterAll(async () => {
  await api.close();
  await postgres.close();
  await smtp.close();
});

const send = (to: string, headers = {}) => api.ask({ method: 'POST', url: '/api/v1/mail/test', payload: { to }, headers });

test('a test message goes, and the audit log tells of it', async () => {
  expect((await send('anna@example.com')).statusCode).toBe(204);
  expect(smtp.delivered.map(({ to }) => to)).toEqual([['anna@example.com']]);
  const { entries } = (await api.ask('/api/v1/audit?actions=mail.tested')).json<{ entries: object[] }>();
  expect(entries).toMatchObject([{ subject: { kind: 'mail', name: 'anna@example.com' } }]);
});

test('one that the server does not take is answered in its words, and not told of', async () => {
  smtp.behave({ at: 'recipient', code: 550 });
  const answer = await send('anna@example.com');
  expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([409, expect.stringContaining('550 as the test wishes')]);
  smtp.behave('take');
  expect((await api.ask('/api/v1/audit?actions=mail.tested')).json<{ entries: object[] }>().entries).toHaveLength(1);
});

test('what is no address is refused by its field', async () => {
  const answer = await send('anna@example.com\nBcc: b@example.com');
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, 'to']);
});

test('only administrators ask, and not without end', async () => {
  const key = await api.keyOf('a', ['tickets:read', 'tickets:write']);
  expect((await send('anna@example.com', { authorization: `Bearer ${key}` })).statusCode).toBe(403);
  const codes = [];
  for (let index = 0; index < 12; index += 1) codes.push((await send('nobody')).statusCode);
  expect(codes.at(-1)).toBe(429);
});

test('the state names the server, and not its password', async () => {
  const answer = await api.ask('/api/v1/mail');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.json()).toMatchObject({
    isConfigured: true,
    from: 'desk@desk.example',
    counts: { waiting: 0 },
    letters: [],
  });
  expect(JSON.stringify(await mail.state('a'))).not.toMatch(/hunter2|user/);
});
