/**
 * Telling people: a notice is posted within the transaction of what it tells of, so that nobody is told of what did not happen and nothing that happened is forgotten; from
 * there on it is put into messages (gatherer.ts), and those go by the one outbox. Who was told what, and why not, is in the log.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AudienceInput,
  type Notice,
  type Preferences,
  preferences as preferencesSchema,
  DEFAULT_PREFERENCES,
} from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Mail } from '../mail/index.ts';
import { createSender } from '../outbox/index.ts';
import type { Outgoing } from '../outgoing/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { type Endpoints, PAGERDUTY } from './bodies.ts';
import { offNotice, refusesNotice } from './channel-notices.ts';
import { settingLetters } from './channel-letters.ts';
import { createChannels } from './channels.ts';
import { type Actable, createFollowing } from './follow.ts';
import { createGatherer } from './gatherer.ts';
import { createHooks } from './hooks.ts';
import { createGivenUp, type Refused, type Troubled } from './given-up.ts';
import { createHttpWay } from './http-way.ts';
import { answer } from './answers.ts';
import { type InboxQuestion, inboxOf, markRead, refuseUntold } from './inbox.ts';
import { createLinks } from './links.ts';
import { type LogQuestion, logOf } from './log.ts';
import { createPeople } from './people.ts';
import type { OnCallSource } from './on-call.ts';
import { createPost, type News } from './post.ts';
import { createSteps } from './steps.ts';

export { CHANNEL_KINDS, channelChange, channelSettings, newChannel } from './channel-kinds.ts';
export type { InboxQuestion } from './inbox.ts';
export type { HookOwner } from './hooks.ts';
export { unanswered } from './http-way.ts';
export { DELIVERY_OUTCOMES } from './log.ts';
export type { News } from './post.ts';
export { newWebhookSecret, signatureOf, signedHeaders } from './sign.ts';
export type Notifications = ReturnType<typeof createNotifications>;

export interface NotificationParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call' | 'fault'>;
  readonly mail: Pick<Mail, 'enqueueSet' | 'enqueueUnset' | 'ofChannels' | 'fault' | 'faultOfAddress' | 'look' | 'sendNow'>;
  readonly log: Pick<Logger, 'warn'>;
  /** Where people reach the application. */
  readonly address: string;
  /** What can be done to alerts by a link; where left out, nothing but the ladder ends. */
  readonly alerts?: Actable;
  /** Who is on call; left out, nobody is. */
  readonly onCall?: OnCallSource;
  readonly pagerduty?: Endpoints;
  readonly chance?: () => number;
  /** How often it is looked whether something is due. */
  readonly paceMs?: number;
  readonly tryMs?: number;
}

/** So many in a row of a channel that is no pager are no accident. */
const REFUSALS = 3;
const PACE_MS = 400;
const RETRY_MS = 5_000;
const KEPT_MS = 90 * 86_400_000;
const FORGET_EVERY_MS = 3600_000;
const SYSTEM: Who = { kind: 'system', id: 'notifications', name: 'Watchdesk', from: null };

export function createNotifications(parts: NotificationParts) {
  const { postgres, clock, vault, log, mail, paceMs = PACE_MS, pagerduty = PAGERDUTY } = parts;
  const { pool } = postgres;
  const address = parts.address.replace(/\/$/, '');
  const people = createPeople(clock);
  const links = createLinks(vault);
  const posting = createPost({ clock, people, mailFault: (client, workspaceId) => mail.fault(client, workspaceId), onCall: parts.onCall });
  const gatherer = createGatherer({ postgres, clock, vault, people, mail, links, log, address });
  mail.ofChannels({
    set: settingLetters({ pool, address, linksFor: gatherer.linksFor }),
    givenUp: createGivenUp({ clock, vault, onOff: tellOwner, onRefused: tellOfRefusals }),
  });
  const channels = createChannels({ ...parts, address, pagerduty });
  const hooks = createHooks({ ...parts, address });
  const way = createHttpWay({
    ...parts,
    address,
    pagerduty,
    chance: parts.chance ?? Math.random,
    linksFor: gatherer.linksFor,
    onOff: tellOwner,
    onRefused: tellOfRefusals,
  });
  const following = createFollowing({
    postgres,
    clock,
    links,
    people,
    alerts: parts.alerts,
    post: posting,
    readPreferences,
    savePreferences,
  });
  const steps = createSteps({ postgres, clock, log }, posting);
  const sender = createSender({ postgres, clock, vault, log, paceMs }, way);
  let stopping: AbortController | undefined;
  let running: Promise<unknown> = Promise.resolve();

  // Each by itself: what fails keeps nothing after it from being done, and a flood for hooks no person from being told.
  const attempt = async (part: () => Promise<number>): Promise<number | null> => {
    try {
      return await part();
    } catch (err) {
      log.warn({ err }, 'notices were not put into messages; it goes on');
      return null;
    }
  };

  let forgotAt = 0;
  const forget = async (): Promise<number> => {
    if (clock.now() - forgotAt <= FORGET_EVERY_MS) return 0;
    await pool.query('delete from notice where posted_at < $1', [new Date(clock.now() - KEPT_MS)]);
    forgotAt = clock.now();
    return 0;
  };

  const telling = async (): Promise<number> => {
    const done = [await attempt(forget), await attempt(steps.take), await attempt(gatherer.gatherDue)];
    if (done[2]) {
      sender.look();
      mail.look();
    }
    return done.includes(null) ? RETRY_MS : paceMs;
  };

  const calling = async (): Promise<number> => {
    const read = await attempt(hooks.readOn);
    if (read) sender.look();
    return read === null ? RETRY_MS : read > 0 ? 0 : paceMs;
  };

  /** `part` says how long it is until the next time. */
  const repeat = async (part: () => Promise<number>, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) await sleep(await part(), undefined, { signal }).catch(() => {});
  };

  /** A channel that takes nothing any more is off until somebody looks after it. */
  async function tellOwner(client: pg.PoolClient, workspaceId: string, { id, kind, name, reason }: Troubled) {
    // Whoever left it says by 410 that they want no more (CONNECTORS.md section 14), and may leave another.
    if (kind === 'hook') return void (await hooks.removeIn(client, workspaceId, id, SYSTEM, reason));
    const deed = { action: 'channel.disabled', subject: { kind: 'channel', id, name }, after: { reason } } as const;
    await appendAudit(client, { workspaceId, who: SYSTEM, now: clock.now() }, deed);
    await posting.post(client, workspaceId, offNotice({ id, kind, name, reason }, clock.now()), { roles: ['admin'] });
  }

  /** One that refuses what it is sent says nothing to anybody who counts on it. A pager's first refusal is one too many; elsewhere a single one may be the message's own fault. */
  async function tellOfRefusals(client: pg.PoolClient, workspaceId: string, channel: Troubled, refused: Refused) {
    const { kind } = channel;
    if (kind === 'hook' || refused.count < (kind === 'pagerduty' ? 1 : REFUSALS)) return;
    await posting.post(client, workspaceId, refusesNotice(channel, { ...refused, now: clock.now() }), { roles: ['admin'] });
  }

  return {
    channels,
    hooks,

    /**
     * Puts a notice into the outbox within the caller's transaction, so that it goes if, and only if, that commits; once for each key and
     * recipient or channel, however often it is called. An audience that is nobody is no error: the delivery log says so. Throws for a notice that is none.
     */
    post: (tx: pg.ClientBase, workspaceId: string, notice: Notice, audience: AudienceInput): Promise<void> =>
      posting.post(tx, workspaceId, notice, audience),

    /** The same of many, in their order, with what ends threads among them: a storm is written in a few statements. */
    postAll: (tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void> => posting.postAll(tx, workspaceId, news),

    /**
     * Nobody further up the ladder is told. Notices that say `acknowledged`, `snoozed` or `resolved` do it by themselves. Programs and
     * pagers that were told are told by `last` that it is over.
     */
    settle: posting.settle,

    inbox: (workspaceId: string, person: string, question: InboxQuestion) => inboxOf(pool, workspaceId, person, question),

    async markRead(workspaceId: string, person: string, marked: { ids: readonly string[] | 'all'; read: boolean }) {
      await inTransaction(pool, (client) => markRead(client, workspaceId, person, { ...marked, now: clock.now() }));
    },

    /** Of what somebody was told in the application that is no alert and asks for it; false where somebody had already. */
    acknowledge: (workspaceId: string, person: string, { notice, who }: { readonly notice: string; readonly who: Who }) =>
      inTransaction(pool, async (client) => {
        await refuseUntold(client, workspaceId, person, notice);
        return answer(client, posting, { workspaceId, notice, who, now: clock.now() });
      }),

    preferences: readPreferences,
    savePreferences,

    /** Who can be named in an audience, by name. */
    async recipients(workspaceId: string) {
      const all = await people.of(pool, workspaceId);
      return all
        .map(({ id, name, role }) => ({ id, name, role }))
        .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    },

    /** Who there is, as on-call plans with them. */
    async colleagues(workspaceId: string) {
      const all = await people.of(pool, workspaceId);
      return all.map(({ id, name, agentId, teams, preferences: { timeZone } }) => ({ id, name, agentId, teams, timeZone }));
    },

    log: (workspaceId: string, question: LogQuestion) => logOf({ pool, people }, workspaceId, question),

    showLink: following.show,
    follow: following.follow,

    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = Promise.all([repeat(telling, stopping.signal), repeat(calling, stopping.signal)]);
      sender.start();
    },

    /** Resolves when nothing more is sent. */
    async stop(): Promise<void> {
      stopping?.abort();
      await Promise.all([running, sender.stop()]);
      stopping = undefined;
    },
  };

  async function readPreferences(workspaceId: string, person: string): Promise<Preferences> {
    const { rows } = await pool.query<{ preferences: unknown }>(
      'select preferences from notification_preference where workspace_id = $1 and person = $2',
      [workspaceId, person],
    );
    return rows[0] ? preferencesSchema.parse(rows[0].preferences) : DEFAULT_PREFERENCES;
  }

  async function savePreferences(workspaceId: string, person: string, wanted: Preferences): Promise<void> {
    await pool.query(
      `insert into notification_preference (workspace_id, person, preferences, saved_at) values ($1, $2, $3, $4)
       on conflict (workspace_id, person) do update set preferences = excluded.preferences, saved_at = excluded.saved_at`,
      [workspaceId, person, JSON.stringify(wanted), new Date(clock.now())],
    );
    people.forget();
  }
}
