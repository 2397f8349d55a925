/** The way out by HTTP: sends what the outbox says to a channel or a hook, and reads what becomes of it. A receiver that is gone is taken off, and its owner told. */
import { nextTryAt, type Notice, oneLine, type Setting, type Verdict, verdictOf } from '@watchdesk/domain/notification';
import type { Clock } from '../clock.ts';
import type { Claimed, Way } from '../outbox/index.ts';
import type { Answer, Outgoing } from '../outgoing/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { SealError, type Vault } from '../vault/index.ts';
import { bodyFor, endOf, type Endpoints, type Sent } from './bodies.ts';
import type { ChannelKind, ChannelSettings, Secrets } from './channel-kinds.ts';
import { noticesIn } from './channel-letters.ts';
import { createGivenUp, type GivenUpParts } from './given-up.ts';
import { beginsAnew, closes, endsMore, moreIsOver, moreThread } from './more-incidents.ts';
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

export interface HttpWayParts extends GivenUpParts {
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
    cuts: true,
  });
  return read(answer, unfit, clock.now());
}

function read(answer: Answer, unfit: readonly number[], now: number): Verdict {
  if (!answer.ok) return unanswered(answer);
  const header = answer.headers['retry-after'];
  const retryAfter = Array.isArray(header) ? header[0] : header;
  return verdictOf(answer.status, { answer: oneLine(answer.body.toString('utf8'), LONGEST_ANSWER), retryAfter, now, unfit });
}

/** Of a call that came to nothing. */
export function unanswered({ reason: why, detail }: Extract<Answer, { ok: false }>): Verdict {
  const reason = oneLine(detail, LONGEST_ANSWER);
  // An address that may not be called will not be allowed by waiting.
  if (why === 'refused') return { outcome: 'never', reason };
  return { outcome: 'later', reason, isUnreached: why === 'too_slow' || why === 'unreachable' };
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
    if (kind === 'pagerduty') {
      const where = { workspaceId, address: parts.address, secrets, pagerduty: parts.pagerduty };
      const [counted, closed] = [endsMore(claimed.content), closes(claimed.content)];
      if (counted !== null) return endOf(moreThread(counted), moreIsOver(parts.address, clock.now()), where);
      if (closed !== null) return endOf(closed, beginsAnew(parts.address, clock.now()), where);
    }
    const rows = await noticesIn(pool, workspaceId, claimed.id);
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
    return bodyFor(kind, { workspaceId, message: claimed.id, notices, setting, secrets, pagerduty: parts.pagerduty });
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
    // They cost little while they wait for an answer.
    atOnce: 64,
    perWorkspace: 32,
    // Slack takes a message a second, Teams four.
    perChannel: 2,
    send,
    nextAt: (tries, now, askedMs) => nextTryAt(tries, now, { askedMs, share: parts.chance() }),
    givenUp: createGivenUp(parts),
  };
}
