/** API keys: 256 random bits, shown once, kept as a hash. A key belongs to one workspace and gives its events a source. */
import type { Clock } from '../clock.ts';
import { appendAudit, type Who } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { remembered } from '../remembered.ts';
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
}

export interface WantedKey {
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly Scope[];
  readonly writable: boolean;
}

type KeyRow = Omit<ApiKey, 'createdAt' | 'lastUsedAt' | 'revokedAt'> & { createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null };

const COLUMNS = 'id, name, source, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"';
/** Written by us alone: nobody else may speak as the application. */
const RESERVED = new Set(['application']);

export function createKeys({ postgres, clock }: { postgres: Postgres; clock: Clock }) {
  const { pool } = postgres;
  const bearers = remembered<KeyBearer>(clock);

  const look = async (hash: Buffer): Promise<KeyBearer> => {
    const { rows } = await pool.query<{ workspaceId: string; id: string; source: string; scopes: Scope[] }>(
      'select workspace_id as "workspaceId", id, source, scopes from api_key where hash = $1 and revoked_at is null',
      [hash],
    );
    const [key] = rows;
    if (!key) throw new Refusal('unauthenticated', 'The API key is not known or was revoked.');
    // Once a minute is exact enough, and spares a write for every request.
    await pool.query(
      `update api_key set last_used_at = $3 where workspace_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
      [key.workspaceId, key.id, new Date(clock.now())],
    );
    return { kind: 'key', id: `key:${key.workspaceId}/${key.id}`, workspace: key.workspaceId, source: key.source, scopes: key.scopes };
  };

  return {
    /** Whom a secret stands for. A workspace that is not the key's own is refused. */
    async viewer(secret: string, wanted: string | undefined): Promise<KeyBearer> {
      const hash = hashOf(secret);
      const bearer = await bearers.get(hash.toString('base64'), () => look(hash));
      if (wanted !== undefined && wanted !== bearer.workspace) throw new Refusal('forbidden', 'The API key belongs to another workspace.');
      return bearer;
    },

    async list(workspaceId: string): Promise<ApiKey[]> {
      const { rows } = await pool.query<KeyRow>(`select ${COLUMNS} from api_key where workspace_id = $1 order by created_at desc, id`, [
        workspaceId,
      ]);
      return rows.map(asKey);
    },

    /** Makes a key, and the connection of its source where there is none yet. The secret is in this answer and never again. */
    async create(workspaceId: string, wanted: WantedKey, who: Who): Promise<{ key: ApiKey; secret: string }> {
      if (RESERVED.has(wanted.source)) throw invalid('source', 'must be another: this one is the application’s own');
      const secret = newSecret('wd_');
      const id = newSecret().slice(0, 12);
      const now = clock.now();
      const key = await inTransaction(pool, async (client) => {
        await client.query(
          `insert into connection (workspace_id, source, kind, label, writable) values ($1, $2, 'api', $3, $4) on conflict do nothing`,
          [workspaceId, wanted.source, wanted.name, wanted.writable],
        );
        const { rows } = await client.query<KeyRow>(
          `insert into api_key (workspace_id, id, name, source, hash, scopes, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
          [workspaceId, id, wanted.name, wanted.source, hashOf(secret), [...new Set(wanted.scopes)], new Date(now)],
        );
        const made = asKey(rows[0]!);
        const after = { source: made.source, scopes: made.scopes };
        await appendAudit(client, { workspaceId, who, now }, { action: 'key.created', subject: subjectOf(made), after });
        return made;
      });
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

const subjectOf = ({ id, name }: ApiKey) => ({ kind: 'key' as const, id, name });
const asKey = ({ createdAt, lastUsedAt, revokedAt, ...key }: KeyRow): ApiKey => ({
  ...key,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});
