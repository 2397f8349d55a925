/**
 * API keys: 256 random bits, shown once, kept as a hash. A key belongs to one workspace and gives its events a source. It can end by
 * itself, be taken from some addresses alone, and be renewed: then the secret before works for a while beside the new one. What comes with a key
 * that is taken no more, or not so, is told of in the audit log of its workspace.
 */
import type pg from 'pg';
import { appendAudit, createRefused, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { remembered } from '../remembered.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { isAddressRange, isAllowedFrom } from '../addresses.ts';
import type { Scope } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { KeyBearer } from './viewer.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly scopes: Scope[];
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  /** From then on it is refused; null for never. */
  readonly expiresAt: string | null;
  /** Addresses and ranges; null for anywhere. */
  readonly allowedFrom: string[] | null;
  /** Until when the secret before the last renewal is still taken. */
  readonly previousUntil: string | null;
}

export interface WantedKey {
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly Scope[];
  readonly writable: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | null | undefined;
  readonly allowedFrom?: readonly string[] | null | undefined;
}

type Instants = 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'expiresAt' | 'previousUntil';
type KeyRow = Omit<ApiKey, Instants> & { createdAt: Date } & Record<Exclude<Instants, 'createdAt'>, Date | null>;

const COLUMNS = `id, name, source, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
  expires_at as "expiresAt", allowed_from as "allowedFrom", previous_until as "previousUntil"`;
/** Written by us alone: nobody else may speak as the application. */
const RESERVED = new Set(['application']);

interface Held {
  readonly bearer: KeyBearer;
  readonly key: { readonly workspaceId: string; readonly id: string; readonly name: string };
  /** Why it is taken no more; null while it is. */
  readonly over: 'ended' | 'revoked' | 'renewed' | null;
  readonly allowedFrom: readonly string[] | null;
}

export function createKeys({ postgres, clock }: { postgres: Postgres; clock: Clock }) {
  const { pool } = postgres;
  const bearers = remembered<Held>(clock);
  // Once a minute is exact enough, and spares a write for every request.
  const uses = remembered<void>(clock, 60_000);
  const tellRefused = createRefused({ postgres, clock });

  const look = async (hash: Buffer): Promise<Held> => {
    const now = new Date(clock.now());
    const { rows } = await pool.query<
      Pick<ApiKey, 'id' | 'name' | 'source' | 'scopes' | 'allowedFrom'> & Pick<Held, 'over'> & { workspaceId: string }
    >(
      `select workspace_id as "workspaceId", id, name, source, scopes, allowed_from as "allowedFrom",
         case when revoked_at is not null then 'revoked' when expires_at <= $2 then 'ended'
           when hash <> $1 and coalesce(previous_until, '-infinity') <= $2 then 'renewed' end as over
       from api_key where hash = $1 or previous_hash = $1`,
      [hash, now],
    );
    const [key] = rows;
    if (!key) throw unknown();
    const { workspaceId, id, name, source, scopes, allowedFrom, over } = key;
    const bearer = { kind: 'key', id: `key:${workspaceId}/${id}`, name, workspace: workspaceId, source, scopes } as const;
    return { bearer, key: { workspaceId, id, name }, over, allowedFrom };
  };

  /** In the audit log of the workspace it is of, once a minute: a key that was stolen, or forgotten somewhere, is seen there. */
  const refuse = async ({ bearer, key: { workspaceId, id, name } }: Held, from: string, why: string, refusal: Refusal): Promise<never> => {
    const who: Who = { kind: 'key', id: bearer.id, name, from };
    await tellRefused(workspaceId, who, { action: 'key.refused', subject: { kind: 'key', id, name }, after: { why, from } }, why);
    throw refusal;
  };

  return {
    /** Whom a secret stands for that comes from an address. A workspace that is not the key's own is refused, and so is another address. */
    async viewer(secret: string, wanted: string | undefined, from: string): Promise<KeyBearer> {
      const hash = hashOf(secret);
      const held = await bearers.get(hash.toString('base64'), () => look(hash));
      const { bearer, allowedFrom, over } = held;
      if (over !== null) return refuse(held, from, over, unknown());
      if (allowedFrom !== null && !isAllowedFrom(allowedFrom, from))
        return refuse(held, from, 'address', new Refusal('forbidden', `This API key is not taken from ${from}.`));
      if (wanted !== undefined && wanted !== bearer.workspace)
        return refuse(held, from, 'workspace', new Refusal('forbidden', 'The API key belongs to another workspace.'));
      return bearer;
    },

    /** Says that it was let in just now; what was refused, for whatever reason, is no use. */
    used({ id: bearer, workspace }: KeyBearer): Promise<void> {
      const id = bearer.slice(`key:${workspace}/`.length);
      return uses.get(bearer, async () => {
        await pool.query(
          `update api_key set last_used_at = $3 where workspace_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
          [workspace, id, new Date(clock.now())],
        );
      });
    },

    async list(workspaceId: string): Promise<ApiKey[]> {
      const { rows } = await pool.query<KeyRow>(`select ${COLUMNS} from api_key where workspace_id = $1 order by created_at desc, id`, [
        workspaceId,
      ]);
      return rows.map(asKey);
    },

    /** Makes a key, and the connection of its source where there is none yet. The secret is in this answer and never again. */
    async create(workspaceId: string, wanted: WantedKey, who: Who): Promise<{ key: ApiKey; secret: string }> {
      const now = clock.now();
      refuseLimits(wanted, now);
      if (RESERVED.has(wanted.source)) throw invalid('source', 'must be another: this one is the application’s own');
      const secret = newSecret('wd_');
      const id = newSecret().slice(0, 12);
      const { name, source, scopes, writable, expiresAt = null, allowedFrom = null } = wanted;
      const key = await inTransaction(pool, async (client) => {
        await refuseSystem(client, workspaceId, source);
        await client.query(
          `insert into connection (workspace_id, source, kind, label, writable) values ($1, $2, 'api', $3, $4) on conflict do nothing`,
          [workspaceId, source, name, writable],
        );
        const { rows } = await client.query<KeyRow>(
          `insert into api_key (workspace_id, id, name, source, hash, scopes, created_at, expires_at, allowed_from)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
          [workspaceId, id, name, source, hashOf(secret), [...new Set(scopes)], new Date(now), dateOf(expiresAt), allowedFrom],
        );
        const made = asKey(rows[0]!);
        const after = { source: made.source, scopes: made.scopes, expiresAt: made.expiresAt, allowedFrom: made.allowedFrom };
        await appendAudit(client, { workspaceId, who, now }, { action: 'key.created', subject: subjectOf(made), after });
        return made;
      });
      return { key, secret };
    },

    /**
     * Gives a key another secret; the one it has is taken for so many seconds more. While one before is still taken it is not renewed again, which
     * would break what was promised to whoever has that one, unless all before it are to be over at once (0).
     */
    async renew(workspaceId: string, id: string, overlapSeconds: number, who: Who): Promise<{ key: ApiKey; secret: string }> {
      const secret = newSecret('wd_');
      const now = clock.now();
      const key = await inTransaction(pool, async (client) => {
        const running = await client.query<{ until: Date }>(
          'select previous_until as until from api_key where workspace_id = $1 and id = $2 and previous_until > $3 and revoked_at is null for update',
          [workspaceId, id, new Date(now)],
        );
        const until = running.rows[0]?.until.toISOString();
        if (until !== undefined && overlapSeconds > 0)
          throw new Refusal(
            'not_possible',
            `It was renewed, and the secret before is taken until ${until}: renew it again then, or with overlapSeconds 0, which ends both at once.`,
          );
        const { rows } = await client.query<KeyRow>(
          `update api_key set previous_hash = hash, previous_until = $3, hash = $4
           where workspace_id = $1 and id = $2 and revoked_at is null and (expires_at is null or expires_at > $5) returning ${COLUMNS}`,
          [workspaceId, id, new Date(now + overlapSeconds * 1000), hashOf(secret), new Date(now)],
        );
        const [row] = rows;
        if (!row) throw new Refusal('not_found', 'There is no such key that still works.');
        const renewed = asKey(row);
        const after = { previousUntil: renewed.previousUntil };
        await appendAudit(client, { workspaceId, who, now }, { action: 'key.renewed', subject: subjectOf(renewed), after });
        return renewed;
      });
      bearers.forget();
      return { key, secret };
    },

    async revoke(workspaceId: string, id: string, who: Who): Promise<void> {
      const now = clock.now();
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<KeyRow>(
          `update api_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null returning ${COLUMNS}`,
          [workspaceId, id, new Date(now)],
        );
        const [key] = rows;
        if (key) return appendAudit(client, { workspaceId, who, now }, { action: 'key.revoked', subject: subjectOf(asKey(key)) });
        const known = await client.query('select from api_key where workspace_id = $1 and id = $2', [workspaceId, id]);
        if (known.rowCount === 0) throw new Refusal('not_found', 'There is no such key.');
      });
      bearers.forget();
    },
  };
}

function refuseLimits({ expiresAt, allowedFrom }: WantedKey, now: number): void {
  if (expiresAt !== undefined && expiresAt !== null && expiresAt <= now) throw invalid('expiresAt', 'must lie in the future');
  const wrong = allowedFrom?.findIndex((text) => !isAddressRange(text)) ?? -1;
  if (wrong >= 0) throw invalid(`allowedFrom.${wrong}`, 'must be an address or a range, such as 192.0.2.7 or 192.0.2.0/24');
  if (allowedFrom?.length === 0) throw invalid('allowedFrom', 'must name at least one address, or be left out');
}

const unknown = () => new Refusal('unauthenticated', 'The API key is not known, has ended, or was revoked.');
const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
const subjectOf = ({ id, name }: ApiKey) => ({ kind: 'key' as const, id, name });

const asKey = ({ createdAt, lastUsedAt, revokedAt, expiresAt, previousUntil, ...key }: KeyRow): ApiKey => ({
  ...key,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
  previousUntil: previousUntil?.toISOString() ?? null,
});

/** A system that is read by itself speaks alone for its source: what it says can be replaced (connectors). */
async function refuseSystem(client: pg.PoolClient, workspaceId: string, source: string): Promise<void> {
  const { rows } = await client.query(`select from connection where workspace_id = $1 and source = $2 and kind = 'system'`, [
    workspaceId,
    source,
  ]);
  if (rows.length > 0) throw invalid('source', 'must be another: this one is that of a connection');
}
