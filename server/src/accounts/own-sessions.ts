/** The sessions of one's own account: listed and ended. One that a company's provider opened sees and ends those of its own kind alone. */
import type { Pool } from 'pg';
import type { AuditAction } from '../audit/index.ts';
import { Refusal } from '../errors.ts';
import type { Caller } from './library.ts';
import type { Account } from './viewer.ts';

export interface OwnSession {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly from: string | null;
  readonly userAgent: string | null;
}

interface Parts {
  readonly pool: Pool;
  readonly tell: (userId: string, from: string, action: AuditAction, through?: string) => Promise<void>;
  readonly onChange: () => void;
}

const SAME_PROVIDER = `($2::text is null or exists (select from single_sign_on_session o where o.session_id = auth_session.id and o.workspace_id = $2))`;

export const createOwnSessions = ({ pool, tell, onChange }: Parts) => ({
  /** The newest first; to one that a company's provider opened, those that it opened. */
  async sessions({ userId, through }: Pick<Account, 'userId' | 'through'>): Promise<OwnSession[]> {
    const { rows } = await pool.query<{ id: string; createdAt: Date; expiresAt: Date; from: string | null; userAgent: string | null }>(
      `select id, "createdAt", "expiresAt", "ipAddress" as "from", "userAgent" from auth_session
       where "userId" = $1 and "expiresAt" > now() and ${SAME_PROVIDER} order by "createdAt" desc, id`,
      [userId, through],
    );
    return rows.map(({ createdAt, expiresAt, from, userAgent, id }) => ({
      id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      from: from || null,
      userAgent: userAgent || null,
    }));
  },

  /** Ends one of one's own sessions, or all others where none is named. */
  async endSessions(
    { userId, through }: Pick<Account, 'userId' | 'through'>,
    { id, except }: { id?: string; except?: string },
    caller: Caller,
  ): Promise<void> {
    const { rowCount } = await pool.query(
      `delete from auth_session where "userId" = $1 and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4) and ${SAME_PROVIDER}`,
      [userId, through, id ?? null, except ?? null],
    );
    if (id !== undefined && rowCount === 0) throw new Refusal('not_found', 'You have no such session.');
    await tell(userId, caller.from, 'session.closed', through ?? undefined);
    onChange();
  },
});
