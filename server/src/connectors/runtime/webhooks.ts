/**
 * What other systems send by themselves. The bytes are verified as they came, kept, and answered; they are read in the connection's next turn, as
 * hints at what to pull. Whatever is lost here the next pull brings.
 */
import { createHash } from 'node:crypto';
import { Refusal } from '../../errors.ts';
import { inTransaction, type Postgres, ring } from '../../store/postgres/index.ts';
import { withinWorkspace } from '../../store/wall.ts';
import type { Vault } from '../../vault/index.ts';
import type { Connector, RawRequest } from '../connector.ts';
import { webhookSecretsOf } from './credentials.ts';
import type { Pace } from './pace.ts';
import { keepPayload } from './raw-payloads.ts';
import { type Linked, linkedById } from './records.ts';

interface WebhookParts {
  readonly postgres: Postgres;
  readonly vault: Vault;
  readonly pace: Pace;
  readonly connectors: ReadonlyMap<string, Connector>;
}

const REFUSED = {
  missing: 'The request is not signed.',
  wrong: 'The signature does not fit the body.',
  stale: 'The signature is too old, or of the future.',
} as const;

/** A refusal is noted once in so long: whoever sends nonsense all day costs a row now and then. */
const NOTE_EVERY_MS = 10_000;

/** What of the headers is never kept: whoever has it may call. */
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization']);

export function createWebhooks({ postgres, vault, pace, connectors }: WebhookParts) {
  const noted = new Map<string, number>();

  /** Refused: unknown, not signed, wrongly signed, too late. `duplicate` for one that was taken before. */
  return async function receive(id: string, request: Omit<RawRequest, 'receivedAt'>): Promise<'kept' | 'duplicate'> {
    const linked = await linkedById(postgres.pool, id);
    const webhook = linked && connectors.get(linked.system)?.webhook;
    if (!linked || !webhook || linked.removingAt !== null)
      throw new Refusal('not_found', 'There is no connection with this id that takes webhooks.');
    return withinWorkspace(linked.workspaceId, async () => {
      const now = pace.now();
      const secrets = (await webhookSecretsOf(vault, linked, now)).map(({ secret }) => secret);
      const verdict =
        secrets.length === 0
          ? ({ ok: false, reason: 'wrong' } as const)
          : webhook.verify({ ...request, receivedAt: now }, secrets, linked.options);
      if (!verdict.ok) {
        await noteRefusal(linked, verdict.reason, now);
        throw new Refusal('unauthenticated', REFUSED[verdict.reason]);
      }
      return keep(linked, request, verdict.marks ?? [], secrets, now);
    });
  };

  async function keep(
    linked: Linked,
    { method, url, headers, body }: Omit<RawRequest, 'receivedAt'>,
    marks: readonly string[],
    secrets: readonly string[],
    now: number,
  ): Promise<'kept' | 'duplicate'> {
    const { workspaceId, id } = linked;
    return inTransaction(postgres.pool, async (client) => {
      const hashes = [...new Set(marks)].map((mark) => createHash('sha256').update(mark).digest()).toSorted(Buffer.compare);
      const { rowCount } = await client.query(
        `insert into connection_delivery (workspace_id, connection, hash, at) select $1, $2, unnest($3::bytea[]), $4 on conflict do nothing`,
        [workspaceId, id, hashes, new Date(now)],
      );
      if (rowCount !== hashes.length) return 'duplicate';
      await keepPayload(client, linked, {
        kind: 'webhook',
        stream: null,
        request: { method, url: withoutSecrets(url, secrets), headers: keptHeaders(headers, secrets) },
        body,
        historic: false,
        receivedAt: now,
      });
      await client.query(
        // The very instant, as the turn that runs just now puts off what was due when it began, and this is not.
        'update system_connection set webhook_at = $3, next_at = case when failures = 0 then $3 else next_at end where workspace_id = $1 and id = $2',
        [workspaceId, id, new Date(now)],
      );
      await ring(client, 'connections', workspaceId);
      return 'kept';
    });
  }

  async function noteRefusal({ workspaceId, id }: Linked, reason: string, now: number): Promise<void> {
    if (now - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return;
    noted.set(id, now);
    await postgres.pool.query('update system_connection set refused_at = $3, refused_reason = $4 where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
      new Date(now),
      reason,
    ]);
    await ring(postgres.pool, 'connections', workspaceId);
  }
}

const keptHeaders = (headers: Readonly<Record<string, string>>, secrets: readonly string[]) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !SECRET_HEADERS.has(name) && !secrets.some((secret) => value.includes(secret))),
  );

const withoutSecrets = (url: string, secrets: readonly string[]) =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…'), url);
