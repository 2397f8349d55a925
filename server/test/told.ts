/** A workspace with people who are told of things, for tests: real database, real mail server, real receivers; the clock is the test's. */
import { secretKeyOf } from '../src/config.ts';
import { createMail, type Mail } from '../src/mail/index.ts';
import { createNotifications, type NotificationParts, type Notifications } from '../src/notifications/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { inTransaction, openPostgres, type Postgres } from '../src/store/postgres/index.ts';
import { createVault, openKeyring, type Vault } from '../src/vault/index.ts';
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import { postgresDatabase } from './databases.ts';
import { mailServer } from './mail-server.ts';
import { receiver } from './receiver.ts';

/** For another process. */
export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
export const DESK = 'https://desk.example';
export const ANNA = '00000000-0000-4000-8000-00000000000a';
export const BERT = '00000000-0000-4000-8000-00000000000b';
export const CLEO = '00000000-0000-4000-8000-00000000000c';
export const WHO = { kind: 'person', id: ANNA, name: 'Anna', from: null } as const;

export interface Told {
  readonly url: string;
  readonly postgres: Postgres;
  readonly vault: Vault;
  readonly clock: { now(): number; move(ms: number): void };
  readonly smtp: Awaited<ReturnType<typeof mailServer>>;
  readonly http: Awaited<ReturnType<typeof receiver>>;
  readonly mail: Mail;
  readonly notifications: Notifications;
  /** Another process, as far as anybody can tell. */
  another(more?: Partial<NotificationParts>): Notifications;
  /** Stops all of them. */
  quiet(): Promise<unknown>;
  post(notice: Notice, audience: AudienceInput, workspaceId?: string): Promise<void>;
  close(): Promise<void>;
}

/** Anna is an administrator and the agent a1 of the team billing, Bert a lead of tech, Cleo a manager. */
export async function startTold(more: Partial<NotificationParts> = {}): Promise<Told> {
  const url = await postgresDatabase();
  const postgres = openPostgres(url);
  const { pool } = postgres;
  // A real one, moved on: what the database says of now is not asked.
  let moved = 0;
  const clock = { now: () => Date.now() + moved, move: (ms: number) => void (moved += ms) };
  const vault = createVault({
    postgres,
    clock,
    keyring: openKeyring({ secretKeys: [secretKeyOf(SECRET_KEY)!], databaseUrl: url, dataDir: '' }),
  });
  const outgoing = createOutgoing({ networks: ['127.0.0.1/32'] });
  const [smtp, http] = [await mailServer(), await receiver()];
  const log = { warn: () => {} };
  const mail = createMail({
    postgres,
    clock,
    vault,
    config: { mail: { smtpUrl: smtp.url, from: 'Watchdesk <desk@desk.example>' } },
    log,
    chance: () => 1,
    paceMs: 30,
  });
  const started: Notifications[] = [];
  const pagerduty = { us: `${http.url}/v2/enqueue`, eu: `${http.url}/eu/v2/enqueue` };
  const another = (own: Partial<NotificationParts> = {}) => {
    const parts = {
      postgres,
      clock,
      vault,
      outgoing,
      mail,
      log,
      address: `${DESK}/`,
      pagerduty,
      chance: () => 0,
      paceMs: 30,
      tryMs: 1_000,
    };
    const one = createNotifications({ ...parts, ...more, ...own });
    started.push(one);
    return one;
  };
  const notifications = another();
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'Field & Sons'), ('b', 'Others')`);
  for (const [id, name] of [
    [ANNA, 'Anna'],
    [BERT, 'Bert'],
    [CLEO, 'Cleo'],
  ] as const)
    await pool.query(`insert into auth_user (id, name, email, "emailVerified") values ($1, $2, $3, true)`, [
      id,
      name,
      `${name.toLowerCase()}@example.com`,
    ]);
  await pool.query(
    `insert into member (workspace_id, user_id, role, agent_id, teams) values ('a', $1, 'admin', 'a1', '{billing}'), ('a', $2, 'lead', null, '{tech}'), ('a', $3, 'manager', null, '{}')`,
    [ANNA, BERT, CLEO],
  );
  return {
    url,
    postgres,
    vault,
    clock,
    smtp,
    http,
    mail,
    notifications,
    another,
    post: (notice, audience, workspaceId = 'a') =>
      inTransaction(pool, (client) => notifications.post(client, workspaceId, notice, audience)),
    quiet: () => Promise.all(started.map((one) => one.stop())),
    async close() {
      await Promise.all(started.map((one) => one.stop()));
      await mail.stop();
      await Promise.all([outgoing.close(), postgres.close(), smtp.close(), http.close()]);
    },
  };
}

let made = 0;
export const noticeWith = (more: Partial<Notice> = {}): Notice => ({
  key: `key ${(made += 1)}`,
  thread: `alert ${made}`,
  event: 'fired',
  severity: 'warning',
  title: 'First response at 80 %',
  what: 'Ticket 4711 has waited for 48 of 60 minutes.',
  why: { text: 'Its policy promises a first response within an hour.' },
  advice: ['Claim it', 'Answer'],
  facts: [{ label: 'Ticket', value: '4711' }],
  links: [{ label: 'Open the ticket', path: '/tickets/api:4711' }],
  at: Date.UTC(2026, 2, 10, 12),
  ...more,
});
