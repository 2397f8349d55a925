/** The way out by HTTP: sends what the outbox says to a channel or a hook, and reads what becomes of it. A receiver that is gone is taken off, and its owner told. */
import { nextTryAt, type Notice, oneLine, type Setting, type Verdict, verdictOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { type Claimed, giveUpChannel, type Way } from '../outbox/index.ts';
import type { Answer, Outgoing } from '../outgoing/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { SealError, type Vault } from '../vault/index.ts';
import { bodyFor, type Endpoints, type Sent } from './bodies.ts';
import type { ChannelKind, ChannelSettings, Secrets } from './channel-kinds.ts';
import { signedHeaders } from './sign.ts';
import { personalOf } from './personal.ts';

interface Channel {
  readonly kind: Exclude<ChannelKind, 'mail'> | 'hook';
  readonly name: string;
  readonly settings: Partial<ChannelSettings>;
  readonly active: boolean;
  readonly workspace: string;
  readonly timeZone: string;
}

export interface HttpWayParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call'>;
  readonly address: string;
  readonly pagerduty: Endpoints;
  readonly chance: () => number;
  readonly linksFor: (
    workspaceId: string,
    row: { notice: string; body: Notice },
    holder: string,
  ) => Pick<Setting, 'acknowledge' | 'snooze'>;
  /** Within the transaction that took it off. */
  readonly onOff: (
    client: pg.PoolClient,
    workspaceId: string,
    channel: { id: string; kind: string; name: string; reason: string },
  ) => Promise<void>;
  /** Within the transaction that gave up what the receiver will never take. `since`: nothing has been taken from then on; `count`: so many were refused. */
  readonly onRefused: (
    client: pg.PoolClient,
    workspaceId: string,
    channel: { id: string; kind: string; name: string; reason: string },
    refused: { since: number; count: number },
  ) => Promise<void>;
  readonly tryMs?: number;
}

/** Standard Webhooks asks for 15 to 30 seconds. */
const TRY_MS = 20_000;
const LONGEST_ANSWER = 200;

/** Also what a test message goes by. */
export async function sendBody(
  { outgoing, clock }: Pick<HttpWayParts, 'outgoing' | 'clock'>,
  { url, body, unfit }: Sent,
  { id, secrets = [], tryMs = TRY_MS }: { id: string; secrets?: readonly string[]; tryMs?: number },
): Promise<Verdict> {
  const signed = secrets.length > 0 ? signedHeaders({ id, now: clock.now(), body, secrets }) : {};
  const answer = await outgoing.call(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body,
    timeoutMs: tryMs,
    mostBytes: 100_000,
  });
  return read(answer, unfit, clock.now());
}

function read(answer: Answer, unfit: readonly number[], now: number): Verdict {
  // An address that may not be called will not be allowed by waiting.
  if (!answer.ok) return { outcome: answer.reason === 'refused' ? 'never' : 'later', reason: oneLine(answer.detail, LONGEST_ANSWER) };
  const header = answer.headers['retry-after'];
  const retryAfter = Array.isArray(header) ? header[0] : header;
  return verdictOf(answer.status, { answer: oneLine(answer.body.toString('utf8'), LONGEST_ANSWER), retryAfter, now, unfit });
}

export const signingSecrets = ({ signing = [] }: Secrets, now: number): string[] =>
  signing.filter(({ until }) => until === null || until > now).map(({ secret }) => secret);

export function createHttpWay(parts: HttpWayParts): Way {
  const { clock, vault, tryMs = TRY_MS } = parts;
  const { pool } = parts.postgres;

  async function send(claimed: Claimed): Promise<Verdict> {
    const { workspaceId, channel: id } = claimed;
    if (workspaceId === null || id === null) return { outcome: 'never', reason: 'it belongs to no channel' };
    const channel = await findChannel(workspaceId, id);
    if (!channel) return { outcome: 'never', reason: 'there is no such channel any more' };
    if (!channel.active) return { outcome: 'never', reason: 'the channel is off' };
    const secrets = await readSecrets(workspaceId, id);
    if (typeof secrets === 'string') return { outcome: 'never', reason: secrets };
    const sent = await bodyOf(claimed, workspaceId, channel, secrets);
    if (sent === null) return { outcome: 'never', reason: 'what it tells of is not there any more' };
    return sendBody(parts, sent, { id: `msg_${claimed.id}`, secrets: signingSecrets(secrets, clock.now()), tryMs });
  }

  async function bodyOf(claimed: Claimed, workspaceId: string, channel: Channel, secrets: Secrets): Promise<Sent | null> {
    const { kind, settings, workspace, timeZone } = channel;
    if (kind === 'hook') return { url: secrets.url!, body: JSON.stringify(claimed.content), unfit: [] };
    const { rows } = await pool.query<{ notice: string; body: Notice }>(
      `select d.notice, n.body from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
       where d.workspace_id = $1 and d.message = $2 order by n.posted_at, n.place`,
      [workspaceId, claimed.id],
    );
    if (rows.length === 0) return null;
    const [only] = rows.length === 1 ? rows : [];
    const setting: Setting = {
      address: parts.address,
      workspace,
      timeZone,
      template: settings.template ?? undefined,
      ...(settings.isPersonal && only && { personal: await personalOf(pool, workspaceId, only.body.ticketId) }),
      ...(only && parts.linksFor(workspaceId, only, `channel ${claimed.channel}`)),
    };
    const notices = rows.map(({ body }) => body);
    return bodyFor(kind, { workspaceId, notices, setting, secrets, pagerduty: parts.pagerduty });
  }

  async function findChannel(workspaceId: string, id: string): Promise<Channel | undefined> {
    const { rows } = await pool.query<Channel>(
      `select c.kind, c.name, c.settings, c.active, w.name as workspace, w.time_zone as "timeZone" from channel c join workspace w using (workspace_id)
       where c.workspace_id = $1 and c.id::text = $2`,
      [workspaceId, id],
    );
    return rows[0];
  }

  async function readSecrets(workspaceId: string, id: string): Promise<Secrets | string> {
    try {
      const text = await vault.get({ workspaceId, purpose: 'channel', id });
      return text === null ? 'what the channel is reached by is not there any more' : (JSON.parse(text) as Secrets);
    } catch (error) {
      if (error instanceof SealError) return error.message;
      throw error;
    }
  }

  return {
    kinds: ['slack', 'teams', 'pagerduty', 'webhook', 'hook'],
    tryMs,
    atOnce: 16,
    // Slack takes a message a second, Teams four.
    perChannel: 2,
    send,
    nextAt: (tries, now, askedMs) => nextTryAt(tries, now, { askedMs, share: parts.chance() }),
    async givenUp(client, { workspaceId, channel, kind, recipient, madeAt }, { reason, because }) {
      if (workspaceId === null || channel === null) return;
      // Where others have arrived meanwhile, it is this one that is not taken, and the receiver is there.
      const isOver = because === 'gone' || (because === 'untaken' && !(await wasTaken(client, workspaceId, channel, madeAt)));
      const told = { id: channel, kind, name: recipient, reason };
      if (because === 'never') return parts.onRefused(client, workspaceId, told, await refusedBy(client, workspaceId, channel));
      if (!isOver) return;
      const { rowCount } = await client.query(
        'update channel set active = false, fault = $3, changed_at = $4 where workspace_id = $1 and id::text = $2 and active',
        [workspaceId, channel, reason, new Date(clock.now())],
      );
      await giveUpChannel(client, vault, workspaceId, channel, { reason: `the channel is off: ${reason}`, now: clock.now() });
      if (rowCount === 1) await parts.onOff(client, workspaceId, told);
    },
  };
}

/** Whether a channel has taken anything since. */
async function wasTaken(client: pg.PoolClient, workspaceId: string, channel: string, since: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from outbox_message where workspace_id = $1 and channel = $2 and state = 'sent' and ended_at > $3 limit 1`,
    [workspaceId, channel, since],
  );
  return rowCount === 1;
}

/** How many messages a channel was given in vain since it took one. */
async function refusedBy(client: pg.PoolClient, workspaceId: string, channel: string): Promise<{ since: number; count: number }> {
  const { rows } = await client.query<{ since: Date | null; count: number }>(
    `select last.at as since, count(m.id)::int as count
     from (select max(ended_at) as at from outbox_message where workspace_id = $1 and channel = $2 and state = 'sent') last
     left join outbox_message m on m.workspace_id = $1 and m.channel = $2 and m.state = 'failed' and m.ended_at > coalesce(last.at, '-infinity')
     group by last.at`,
    [workspaceId, channel],
  );
  const { since, count } = rows[0]!;
  return { since: since?.getTime() ?? 0, count };
}
