/** A workspace with a status page, for tests: the whole API, a real database, a real mail server and a real receiver; the clock is the test's. */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { createMail } from '../src/mail/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createStatusPages } from '../src/status-page/index.ts';
import { createVault } from '../src/vault/index.ts';
import { ADDRESS, NOW, startApi } from './api.ts';
import { postgresDatabase } from './databases.ts';
import { mailServer } from './mail-server.ts';
import { MASTER_KEY } from './master-key.ts';
import { receiver } from './receiver.ts';

export const SETTINGS = {
  enabled: true,
  slug: 'acme',
  title: 'Acme & Sons',
  timeZone: 'Europe/Berlin',
  components: [
    { id: 'app', name: 'App <b>', group: 'Web', services: ['checkout'], since: '2026-01-01' },
    { id: 'docs', name: 'Docs', since: '2026-03-01' },
  ],
};

export async function startStatusDesk(through: (url: string) => Promise<string> = async (url) => url) {
  const url = await postgresDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-status-'));
  const smtp = await mailServer();
  const hook = await receiver();
  let now = NOW;
  const clock = { now: () => now };
  const postgres = openPostgres(await through(url));
  const vault = createVault({ postgres, clock, keyring: () => [MASTER_KEY] });
  const outgoing = createOutgoing({ networks: ['127.0.0.1/32'] });
  const mail = createMail({
    postgres,
    clock,
    vault,
    config: { mail: { smtpUrl: smtp.url, from: 'Watchdesk <desk@desk.example>' } },
    log: { warn: () => {} },
  });
  /** Another process, as far as anybody can tell. */
  const another = () =>
    createStatusPages({
      postgres,
      clock,
      vault,
      mail,
      outgoing,
      address: ADDRESS,
      folder,
      names: ['status.acme.example'],
      log: { warn: () => {} },
      chance: () => 0,
      paceMs: 20,
    });
  const statusPages = another();
  const api = await startApi(url, { statusPages });
  await api.postgres.pool.query(`update workspace set kind = 'own'`);
  const move = (ms: number) => api.clock.set((now += ms));
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, key = api.keys.a) =>
    api.ask({ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${key}` }, ...(payload && { payload }) });
  const done = async (...given: Parameters<typeof send>) => {
    const answer = await send(...given);
    expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([
      answer.statusCode < 300 ? answer.statusCode : 200,
      '',
    ]);
    return answer.body === '' ? null : answer.json();
  };
  const read = (path: string, headers: Record<string, string> = {}) => api.app.inject({ url: path, headers });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
    });
  return {
    api,
    postgres,
    folder,
    smtp,
    hook,
    statusPages,
    another,
    now: () => now,
    move,
    send,
    done,
    read,
    post,
    save: (more: object = {}, key?: string) => done('PUT', '/status-page', { settings: { ...SETTINGS, ...more } }, key),
    /** Declares an incident of a service; gives its id. */
    declare: async (more: object = {}): Promise<string> => {
      move(1_000);
      return (await done('POST', '/incidents', { title: 'db-3 is dead', users: 'all', block: 'complete', services: ['checkout'], ...more }))
        .id;
    },
    async tell(incident: string, text: string, more: object = {}): Promise<void> {
      move(1_000);
      await done('POST', `/incidents/${incident}/update`, { audience: 'customers', text, ...more });
    },
    /** Until no message waits. */
    async deliver(): Promise<void> {
      await statusPages.look();
      statusPages.start();
      await vi.waitFor(
        async () => {
          const { rows } = await postgres.pool.query(`select id from outbox_message where state = 'waiting' and next_at <= $1`, [
            new Date(now),
          ]);
          expect(rows).toEqual([]);
        },
        { timeout: 20_000, interval: 20 },
      );
      await statusPages.stop();
    },
    async close(): Promise<void> {
      await statusPages.stop();
      await api.close();
      await Promise.all([postgres.close(), outgoing.close(), smtp.close(), hook.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type StatusDesk = Awaited<ReturnType<typeof startStatusDesk>>;

/** The path of the link in a letter's text that leads to a subscription. */
export const subscriptionIn = (text: string): string => new URL(/https?:\/\/\S+\/subscription\/[\w.-]+/.exec(text)![0]).pathname;

/** Signs the challenge with the secret it is told, as somebody who wants this would. */
export const signs = (_path: string, body: string) => {
  const { challenge, secret } = JSON.parse(body) as { challenge?: string; secret?: string };
  const key = Buffer.from((secret ?? '').slice('whsec_'.length), 'base64');
  return {
    status: 200,
    body: challenge === undefined ? '' : JSON.stringify({ signature: createHmac('sha256', key).update(challenge).digest('base64') }),
  };
};
