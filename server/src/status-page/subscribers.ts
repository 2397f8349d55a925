/**
 * Who wants to be told, and how they come and go. An address counts only once whoever reads there has said so: by the link in a letter, or by signing a challenge.
 * What is answered to whoever asks is the same whether or not an address is known. Where to is in the vault; in the table stands a keyed hash of it.
 */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { setLetter } from '@watchdesk/domain/notification';
import type { StatusPage } from '@watchdesk/domain/status-page';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Mail } from '../mail/index.ts';
import { newWebhookSecret, signatureOf, signedHeaders } from '../notifications/index.ts';
import { addMessage } from '../outbox/index.ts';
import type { Outgoing } from '../outgoing/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import type { Vault } from '../vault/index.ts';
import { confirmationLetter } from './letters.ts';
import { createLimits, partyOf } from './limits.ts';
import { createLinks, type SubscriberLink } from './links.ts';

export interface SubscriberParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly mail: Pick<Mail, 'fault' | 'faultOfAddress' | 'sendNow'>;
  readonly outgoing: Pick<Outgoing, 'call' | 'fault'>;
  readonly homeOf: (page: Pick<StatusPage, 'slug' | 'host'>) => string;
}

interface Parts extends SubscriberParts {
  readonly onTrouble: (error: unknown) => void;
}

/** Of a page that is served. */
export interface Subscribed {
  readonly workspaceId: string;
  readonly page: StatusPage;
}

export type Kind = 'mail' | 'webhook';
/** Where to, as it lies in the vault. */
export interface Contact {
  readonly to: string;
  /** Calls are signed with it. */
  readonly secret?: string;
}

export const SUBSCRIBER_MAIL = 'status_mail';
export const SUBSCRIBER_CALL = 'status_webhook';
/** Whoever reads the outbox learns no address. */
export const A_SUBSCRIBER = 'a subscriber of the status page';

const PURPOSE = 'status-subscribers';
const HOUR_MS = 3_600_000;
const CONFIRM_WITHIN_MS = 24 * HOUR_MS;
/** Letters that ask an address within a day, with at least so much between two. */
const MOST_ASKED = 3;
const ASKED_AGAIN_MS = HOUR_MS;
const CHALLENGE_MS = 5_000;

const placeOf = (workspaceId: string, id: string) => ({ workspaceId, purpose: 'status-subscriber', id });

export function createSubscribers({ postgres, clock, vault, mail, outgoing, homeOf, onTrouble }: Parts) {
  const { pool } = postgres;
  const links = createLinks(vault);
  const hashed = (key: Buffer, kind: Kind | 'host' | 'domain', to: string): string =>
    createHmac('sha256', key)
      .update(`${kind} ${kind === 'mail' ? to.toLowerCase() : to}`)
      .digest('base64url');
  const limits = createLimits(clock, (kind, name) => vault.derivations(PURPOSE).map((key) => hashed(key, kind, name)));
  /** What was asked for and is not yet done. */
  const underWay = new Set<Promise<void>>();

  /** Whoever asks for the same address at once comes one after the other. */
  async function known(client: pg.ClientBase, workspaceId: string, kind: Kind, to: string) {
    // By every key there was, as what is kept stays when the key is replaced.
    const contacts = vault.derivations(PURPOSE).map((key) => hashed(key, kind, to));
    await client.query(`select pg_advisory_xact_lock(hashtext('status subscriber'), hashtext($1))`, [contacts[0]]);
    const { rows } = await client.query<{ id: string; confirmedAt: Date | null; askedAt: Date; asked: number }>(
      `select id::text, confirmed_at as "confirmedAt", asked_at as "askedAt", asked from status_subscriber where workspace_id = $1 and contact = any($2)`,
      [workspaceId, contacts],
    );
    return { row: rows[0], contact: hashed(vault.derive(PURPOSE), kind, to) };
  }

  async function askByMail(client: pg.PoolClient, { workspaceId, page }: Subscribed, to: string): Promise<void> {
    const now = clock.now();
    const { row, contact } = await known(client, workspaceId, 'mail', to);
    const isToday = row !== undefined && now - row.askedAt.getTime() < CONFIRM_WITHIN_MS;
    if (row && (row.confirmedAt !== null || now - row.askedAt.getTime() < ASKED_AGAIN_MS || (isToday && row.asked >= MOST_ASKED))) return;
    const id = row?.id ?? randomUUID();
    await client.query(
      `insert into status_subscriber (workspace_id, id, kind, contact, asked_at, asked) values ($1, $2, 'mail', $3, $4, $5)
       on conflict (workspace_id, id) do update set asked_at = excluded.asked_at, asked = excluded.asked`,
      [workspaceId, id, contact, new Date(now), isToday ? row.asked + 1 : 1],
    );
    await vault.put(client, placeOf(workspaceId, id), JSON.stringify({ to } satisfies Contact));
    const until = now + CONFIRM_WITHIN_MS;
    const link = links.make(homeOf(page), { w: workspaceId, s: id, k: 'confirm', x: until });
    await addMessage(client, vault, {
      workspaceId,
      kind: SUBSCRIBER_MAIL,
      to: A_SUBSCRIBER,
      template: 'status-confirm',
      urgency: 'awaited',
      content: { subscriber: id },
      sealed: setLetter(confirmationLetter(page, link, until)),
      until,
      now,
    });
  }

  /**
   * Whether what answers there wants this: it signs the challenge with the secret that the same call tells it. A server that says again whatever it is sent does not pass,
   * nor does one that answers everything with the same.
   */
  async function answersTo(to: string, secret: string): Promise<boolean> {
    const challenge = randomBytes(24).toString('base64url');
    const body = JSON.stringify({ type: 'status.challenge', challenge, secret });
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders({ id: `msg_${randomUUID()}`, now: clock.now(), body, secrets: [secret] }),
    };
    const answer = await outgoing.call(to, { method: 'POST', headers, body, timeoutMs: CHALLENGE_MS, mostBytes: 10_000 });
    return answer.ok && answer.status >= 200 && answer.status < 300 && isSigned(answer.body.toString('utf8'), challenge, secret);
  }

  return {
    /** Has an address asked by letter whether it is meant, after the answer. Refuses what is no address, and too many who ask; else it gives nothing away. */
    async byMail(subscribed: Subscribed, to: string): Promise<void> {
      const { workspaceId, page } = subscribed;
      const fault = mail.faultOfAddress(to);
      if (fault !== null) throw invalid('to', fault);
      await withinWorkspace(workspaceId, async () => {
        const noMail = await mail.fault(pool, workspaceId);
        if (!page.letters || noMail !== null) throw new Refusal('not_possible', 'This page sends no letters at the moment.');
        await inTransaction(pool, (client) => limits.countAsking(client, workspaceId));
        // What it does depends on whether the address is known: the answer waits for none of it.
        const asking = inTransaction(pool, (client) => askByMail(client, subscribed, to))
          .catch(onTrouble)
          .finally(() => underWay.delete(asking));
        underWay.add(asking);
      });
    },

    /** Resolves when all that was asked for until now is done. */
    settled: async (): Promise<void> => void (await Promise.all(underWay)),

    /** Challenges an address at once. Refuses one that may not be called or does not answer, without a word about why. */
    async byWebhook({ workspaceId, page }: Subscribed, text: string): Promise<void> {
      if (!page.webhooks) throw new Refusal('not_possible', 'This page calls no webhooks at the moment.');
      if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
        throw invalid('to', 'must be an address such as https://example.com/hook');
      const { href: to, hostname } = new URL(text);
      limits.countChallenge(workspaceId, hostname);
      await withinWorkspace(workspaceId, async () => {
        const before = await inTransaction(pool, (client) => known(client, workspaceId, 'webhook', to));
        const kept = before.row && (await contactOf(vault, workspaceId, before.row.id));
        const secret = kept?.secret ?? newWebhookSecret();
        if (!(await answersTo(to, secret)))
          throw invalid(
            'to',
            'must be a public address that answers a call of type status.challenge with the challenge, signed with the secret of that call',
          );
        if (kept) return;
        await inTransaction(pool, async (client) => {
          const { row, contact } = await known(client, workspaceId, 'webhook', to);
          if (row) return;
          await limits.refuseFull(client, workspaceId, hostname);
          const { host, domain } = partyOf(hostname);
          const key = vault.derive(PURPOSE);
          const id = randomUUID();
          const now = new Date(clock.now());
          await client.query(
            `insert into status_subscriber (workspace_id, id, kind, contact, confirmed_at, asked_at, asked, host, domain) values ($1, $2, 'webhook', $3, $4, $4, 1, $5, $6)`,
            [workspaceId, id, contact, now, hashed(key, 'host', host), hashed(key, 'domain', domain)],
          );
          await vault.put(client, placeOf(workspaceId, id), JSON.stringify({ to, secret } satisfies Contact));
        });
      });
    },

    /** What a link is for, and of which workspace, at whatever address its page is by now; null where we did not make it, or it has ended. */
    read(token: string): SubscriberLink | null {
      const link = links.read(token);
      return link === null || (link.x !== null && link.x <= clock.now()) ? null : link;
    },

    /** The address counts from now on; false where it is not there any more. */
    confirm: ({ w, s }: SubscriberLink): Promise<boolean> =>
      withinWorkspace(w, async () => {
        const { rowCount } = await pool.query(
          'update status_subscriber set confirmed_at = coalesce(confirmed_at, $3) where workspace_id = $1 and id = $2',
          [w, s, new Date(clock.now())],
        );
        return rowCount === 1;
      }),

    /** The address is forgotten. */
    stop: ({ w, s }: SubscriberLink): Promise<void> =>
      withinWorkspace(w, () => inTransaction(pool, (client) => forget(client, vault, w, s))),

    stopLink: (page: Pick<StatusPage, 'slug' | 'host'>, workspaceId: string, id: string): string =>
      links.make(homeOf(page), { w: workspaceId, s: id, k: 'stop', x: null }),

    /** How many there are; who they are nobody is told. */
    async counts(workspaceId: string) {
      const { rows } = await pool.query<{ mail: number; webhook: number; pending: number }>(
        `select count(*) filter (where kind = 'mail' and confirmed_at is not null)::int as mail, count(*) filter (where kind = 'webhook')::int as webhook,
           count(*) filter (where confirmed_at is null)::int as pending from status_subscriber where workspace_id = $1`,
        [workspaceId],
      );
      return rows[0]!;
    },

    /** Addresses that nobody confirmed are forgotten. */
    async tidy(): Promise<void> {
      const { rows } = await pool.query<{ workspaceId: string; id: string }>(
        'select workspace_id as "workspaceId", id::text from status_subscriber where confirmed_at is null and asked_at < $1 limit 1000',
        [new Date(clock.now() - 2 * CONFIRM_WITHIN_MS)],
      );
      for (const { workspaceId, id } of rows)
        await withinWorkspace(workspaceId, () => inTransaction(pool, (client) => forget(client, vault, workspaceId, id)));
    },
  };
}
export type Subscribers = ReturnType<typeof createSubscribers>;

export async function forget(client: pg.ClientBase, vault: Vault, workspaceId: string, id: string): Promise<void> {
  await client.query('delete from status_subscriber where workspace_id = $1 and id = $2', [workspaceId, id]);
  await vault.remove(client, placeOf(workspaceId, id));
}

/** Null where they are not there any more. */
export async function contactOf(vault: Pick<Vault, 'get'>, workspaceId: string, id: string): Promise<Contact | null> {
  const text = await vault.get(placeOf(workspaceId, id));
  return text === null ? null : (JSON.parse(text) as Contact);
}

/** HMAC-SHA256 of the challenge as base64: by itself, or as the `signature` of a JSON object. */
function isSigned(answer: string, challenge: string, secret: string): boolean {
  const said = /^\s*\{/.test(answer) ? /"signature"\s*:\s*"([\w+/=\\]+)"/.exec(answer)?.[1]?.replaceAll('\\/', '/') : answer.trim();
  const [a, b] = [Buffer.from(said ?? ''), Buffer.from(signatureOf(challenge, secret))];
  return a.length === b.length && timingSafeEqual(a, b);
}
