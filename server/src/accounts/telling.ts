/** What somebody does with their account, told in the audit log of every workspace whose business it is. */
import type { Pool, PoolClient } from 'pg';
import { appendAudit, type AuditAction, type Deed } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { TAKES_PASSWORD } from './single-sign-on/enter.ts';

export function createTelling({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
  /**
   * Tells every workspace the person belongs to: each of them lets them in. `through`: of a session, those alone that it enters, which is the one whose
   * provider opened it, or null.
   */
  const tell = (userId: string, from: string, action: AuditAction, through?: string | null) =>
    acrossWorkspaces(() =>
      inTransaction(pool, (client) => tellIn(client, userId, from, { action }, action === 'session.opened' ? null : through)),
    );

  async function tellIn(
    client: PoolClient,
    userId: string,
    from: string,
    told: Omit<Deed, 'subject'>,
    through?: string | null,
  ): Promise<void> {
    const now = clock.now();
    const { rows } = await client.query<{ workspaceId: string; name: string }>(
      `select m.workspace_id as "workspaceId", u.name from member m join auth_user u on u.id = m.user_id
       where m.user_id = $1 and m.active and case when $2::text is not null then m.workspace_id = $2 else not $3 or ${TAKES_PASSWORD} end order by 1`,
      [userId, through ?? null, through === null],
    );
    for (const { workspaceId, name } of rows) {
      const who = { kind: 'person', id: userId, name, from } as const;
      const subject = { kind: 'person', id: userId, name } as const;
      await appendAudit(client, { workspaceId, who, now }, { ...told, subject });
    }
  }

  return { tell, tellIn };
}
