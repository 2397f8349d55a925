/** The channels of a workspace, for whoever runs it: made, changed, tried, looked at and removed. What they are reached by goes in and never comes out. */
import { randomUUID } from 'node:crypto';
import { letterOf, messageOf, type Notice, SEVERITIES } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit, type AuditAction, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Mail } from '../mail/index.ts';
import { giveUpChannel } from '../outbox/index.ts';
import type { Outgoing } from '../outgoing/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { bodyFor, type Endpoints } from './bodies.ts';
import {
  type ChannelChange,
  type ChannelKind,
  credentialsOf,
  mayHaveTemplate,
  type NewChannel,
  NO_TEMPLATE,
  type Secrets,
} from './channel-kinds.ts';
import { addChannel, channelOf, type ChannelRow, channelsIn, deleteChannel, type Recent, recentIn, saveChannel } from './channel-rows.ts';
import { sendBody, signingSecrets } from './http-way.ts';
import { newWebhookSecret } from './sign.ts';

interface ChannelParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call' | 'fault'>;
  readonly mail: Pick<Mail, 'fault' | 'sendNow' | 'faultOfAddress'>;
  readonly address: string;
  readonly pagerduty: Endpoints;
}

const MOST_CHANNELS = 100;
/** So long both secrets sign after a new one was made, unless whoever makes it says otherwise. */
const OVERLAP_MS = 24 * 3600_000;

export type Channels = ReturnType<typeof createChannels>;

export function createChannels(parts: ChannelParts) {
  const { postgres, clock, vault, outgoing } = parts;
  const { pool } = postgres;
  const placeOf = (workspaceId: string, id: string) => ({ workspaceId, purpose: 'channel', id });

  const note = (client: pg.PoolClient, workspaceId: string, who: Who, action: AuditAction, row: ChannelRow, before?: ChannelRow) =>
    appendAudit(
      client,
      { workspaceId, who, now: clock.now() },
      { action, subject: { kind: 'channel', id: row.id, name: row.name }, before: before && toldOf(before), after: toldOf(row) },
    );

  const find = async (client: Pick<pg.ClientBase, 'query'>, workspaceId: string, id: string, more = {}): Promise<ChannelRow> => {
    const row = await channelOf(client, workspaceId, id, more);
    if (!row) throw new Refusal('not_found', `There is no channel ${JSON.stringify(id)}.`);
    return row;
  };

  /** Refuses what may not be called; gives what of it may be shown. */
  async function checked(kind: ChannelKind, { url, to, region }: Secrets): Promise<string> {
    if (url !== undefined) {
      const fault = await outgoing.fault(url);
      if (fault !== null) throw invalid('credentials.url', fault);
      return new URL(url).host;
    }
    if (kind === 'mail') {
      const fault = parts.mail.faultOfAddress(to!);
      if (fault !== null) throw invalid('credentials.to', fault);
      return to!;
    }
    return new URL(parts.pagerduty[region ?? 'us']).host;
  }

  const secretsIn = async (workspaceId: string, id: string): Promise<Secrets> =>
    JSON.parse((await vault.get(placeOf(workspaceId, id))) ?? '{}') as Secrets;

  const changing = <T>(workspaceId: string, id: string, work: (client: pg.PoolClient, row: ChannelRow) => Promise<T>): Promise<T> =>
    inTransaction(pool, async (client) => work(client, await find(client, workspaceId, id, { lock: true })));

  return {
    async list(workspaceId: string) {
      const [rows, recent] = await Promise.all([channelsIn(pool, workspaceId), recentIn(pool, workspaceId)]);
      return rows.map((row) => ({ ...viewOf(row), recent: recentViewOf(recent.get(row.id)) }));
    },

    async show(workspaceId: string, id: string) {
      return viewOf(await find(pool, workspaceId, id));
    },

    /** `secret` is what a webhook is signed with: it is shown this once. */
    async create(workspaceId: string, { kind, credentials, ...settings }: NewChannel, who: Who) {
      const leadsTo = await checked(kind, credentials);
      const secret = kind === 'webhook' ? newWebhookSecret() : null;
      const now = new Date(clock.now());
      const row: ChannelRow = {
        id: randomUUID(),
        kind,
        name: settings.name,
        settings: { ...settings, leadsTo },
        active: true,
        fault: null,
        createdAt: now,
        createdBy: who.name,
        changedAt: now,
      };
      await inTransaction(pool, async (client) => {
        if ((await channelsIn(client, workspaceId)).length >= MOST_CHANNELS)
          throw new Refusal('not_possible', `There are ${MOST_CHANNELS} channels; remove one first.`);
        await addChannel(client, workspaceId, row);
        const kept = { ...(credentials as Secrets), ...(secret !== null && { signing: [{ secret, until: null }] }) };
        await vault.put(client, placeOf(workspaceId, row.id), JSON.stringify(kept));
        await note(client, workspaceId, who, 'channel.created', row);
      });
      return { channel: viewOf(row), secret };
    },

    async change(workspaceId: string, id: string, { settings, credentials, active }: ChannelChange, who: Who) {
      const { kind } = await find(pool, workspaceId, id);
      if (settings && settings.template !== null && !mayHaveTemplate(kind)) throw invalid('settings.template', NO_TEMPLATE);
      const given = credentials === undefined ? undefined : readCredentials(kind, credentials);
      const leadsTo = given && (await checked(kind, given));
      const row = await changing(workspaceId, id, async (client, before) => {
        const after: ChannelRow = {
          ...before,
          name: settings?.name ?? before.name,
          settings: { ...before.settings, ...settings, ...(leadsTo !== undefined && { leadsTo }) },
          active: active ?? before.active,
          fault: active === true ? null : before.fault,
          changedAt: new Date(clock.now()),
        };
        await saveChannel(client, workspaceId, after);
        if (given) {
          const { signing } = await secretsIn(workspaceId, id);
          await vault.put(client, placeOf(workspaceId, id), JSON.stringify({ ...given, ...(signing && { signing }) }));
          await note(client, workspaceId, who, 'channel.secret_changed', after);
        }
        if (before.active && !after.active)
          await giveUpChannel(client, vault, workspaceId, id, { reason: 'the channel was turned off', now: clock.now() });
        await note(client, workspaceId, who, 'channel.changed', after, before);
        return after;
      });
      return viewOf(row);
    },

    /** Another secret to sign with; the one there was signs as well until its time is over. Shown this once. */
    async renewSecret(workspaceId: string, id: string, overlapSeconds: number | undefined, who: Who) {
      const { kind } = await find(pool, workspaceId, id);
      if (kind !== 'webhook') throw new Refusal('not_possible', 'Only webhooks are signed with a secret of ours.');
      const secret = newWebhookSecret();
      const until = clock.now() + (overlapSeconds === undefined ? OVERLAP_MS : overlapSeconds * 1000);
      await changing(workspaceId, id, async (client, row) => {
        const { signing = [], ...rest } = await secretsIn(workspaceId, id);
        const [present] = signing;
        const kept = [{ secret, until: null }, ...(present ? [{ secret: present.secret, until }] : [])];
        await vault.put(client, placeOf(workspaceId, id), JSON.stringify({ ...rest, signing: kept }));
        await note(client, workspaceId, who, 'channel.secret_changed', row);
      });
      return { secret, previousUntil: new Date(until).toISOString() };
    },

    async remove(workspaceId: string, id: string, who: Who): Promise<void> {
      await changing(workspaceId, id, async (client, row) => {
        await giveUpChannel(client, vault, workspaceId, id, { reason: 'the channel was removed', now: clock.now() });
        await vault.remove(client, placeOf(workspaceId, id));
        await deleteChannel(client, workspaceId, id);
        await note(client, workspaceId, who, 'channel.removed', row);
      });
    },

    /** Sends an example at once, past the outbox, and tells what the receiver said. */
    async test(workspaceId: string, id: string, who: Who): Promise<{ ok: boolean; reason: string | null }> {
      const row = await find(pool, workspaceId, id);
      const example = exampleOf(who.name, clock.now());
      const verdict = await trial(workspaceId, row, example);
      await inTransaction(pool, (client) => note(client, workspaceId, who, 'channel.tested', row));
      return { ok: verdict.outcome === 'sent', reason: verdict.outcome === 'sent' ? null : verdict.reason };
    },

    /** What a channel of these settings would be sent, as text. */
    preview(kind: ChannelKind, settings: Pick<ChannelRow['settings'], 'template' | 'isPersonal'>, workspace: string): string {
      const setting = { ...settingOf(settings, workspace), personal: settings.isPersonal ? EXAMPLE_CUSTOMER : undefined };
      const example = exampleOf('you', clock.now());
      if (kind === 'mail') {
        const { subject, text } = letterOf(messageOf([example], setting), { channels: `${parts.address}/settings/channels` });
        return `Subject: ${subject}\n\n${text}`;
      }
      const secrets = { url: 'https://example.com', routingKey: '••••' };
      const { body } = bodyFor(kind, {
        workspaceId: workspace,
        message: 'example',
        notices: [example],
        setting,
        secrets,
        pagerduty: parts.pagerduty,
      });
      return JSON.stringify(JSON.parse(body), null, 2);
    },
  };

  function settingOf({ template }: Pick<ChannelRow['settings'], 'template'>, workspace: string) {
    return { address: parts.address, workspace, template: template ?? undefined };
  }

  async function trial(workspaceId: string, row: ChannelRow, example: Notice) {
    const setting = { ...settingOf(row.settings, ''), personal: row.settings.isPersonal ? EXAMPLE_CUSTOMER : undefined };
    const { kind } = row;
    if (kind === 'mail') {
      const fault = await parts.mail.fault(pool, workspaceId);
      if (fault !== null) return { outcome: 'never', reason: fault } as const;
      return parts.mail.sendNow(
        row.settings.leadsTo,
        letterOf(messageOf([example], setting), { channels: `${parts.address}/settings/channels` }),
      );
    }
    const secrets = await secretsIn(workspaceId, row.id);
    const send = (notice: Notice) => {
      const sent = bodyFor(kind, { workspaceId, message: 'example', notices: [notice], setting, secrets, pagerduty: parts.pagerduty });
      return sendBody(parts, sent, { id: `msg_${randomUUID()}`, secrets: signingSecrets(secrets, clock.now()) });
    };
    const verdict = await send(example);
    // A pager opens an incident for it, which shows that it arrives; it is over at once.
    return kind === 'pagerduty' && verdict.outcome === 'sent' ? send({ ...example, event: 'resolved' }) : verdict;
  }
}

function readCredentials(kind: ChannelKind, given: unknown): Secrets {
  try {
    return credentialsOf(kind, given);
  } catch {
    throw invalid('credentials', `must be those of a channel of the kind ${kind}`);
  }
}

const EXAMPLE_CUSTOMER = { customer_name: 'Acme Ltd', customer_plan: 'Enterprise', topic: 'Cannot sign in since this morning' };

const exampleOf = (by: string, now: number): Notice => ({
  key: 'example',
  // Of its own each time: a pager joins what is of one thread.
  thread: `example:${now}`,
  event: 'fired',
  severity: SEVERITIES[1],
  title: 'Example: first response at 80 % of its target',
  what: 'Ticket 4711 has had no answer for 48 of 60 minutes.',
  why: { text: `This is an example: ${by} asked what arrives here.` },
  advice: ['Claim the ticket', 'Answer, even if it is only to say when more will come'],
  facts: [
    { label: 'Ticket', value: '4711' },
    { label: 'Priority', value: 'P2' },
  ],
  links: [{ label: 'Open', path: '/queue' }],
  at: now,
});

const toldOf = ({ kind, settings, active, fault }: ChannelRow) => ({ kind, ...settings, active, fault });

const viewOf = ({ settings, createdAt, changedAt, ...row }: ChannelRow) => {
  const { leadsTo, ...rest } = settings;
  return { ...row, leadsTo, settings: rest, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
};

const recentViewOf = (recent: Recent | undefined) => ({
  sentAt: recent?.sentAt?.toISOString() ?? null,
  waiting: recent?.waiting ?? 0,
  failure: recent?.failure
    ? { ...recent.failure, endedAt: instantOf(recent.failure.endedAt), nextAt: instantOf(recent.failure.nextAt) }
    : null,
});

/** As PostgreSQL writes an instant into JSON, and as we write it. */
const instantOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());
