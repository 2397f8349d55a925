/**
 * Which workspaces a session enters. One that a provider opened enters that provider's workspace alone: whoever runs a company's provider can
 * name any address there, and must not become somebody of another company by it. Every other session enters those that take passwords.
 */
import type { Postgres } from '../../store/postgres/index.ts';
import { acrossWorkspaces } from '../../store/wall.ts';
import type { Role } from '../roles.ts';

/** Of `m`, a member: whether they may come by password. Administrators always may, or a provider that fails would shut all of them out. */
export const TAKES_PASSWORD = `(m.role = 'admin' or not exists (select from single_sign_on o where o.workspace_id = m.workspace_id and not o.passwords))`;

export interface Membership {
  readonly workspaceId: string;
  readonly role: Role;
  readonly agentId: string | null;
  readonly teams: readonly string[];
  /** The workspace wants a second factor, of which this session has shown none. A provider sees to it by itself, and a passkey stands for both. */
  readonly needsSecondFactor: boolean;
}

export interface Entry {
  /** Those it enters, the oldest workspace first. */
  readonly memberships: readonly Membership[];
  /** By whose provider it was opened; null for any other way. */
  readonly through: string | null;
  /** A passkey opened it, whose device asked who holds it. */
  readonly byPasskey: boolean;
  /** The label of a provider by which alone one would enter where this session does not. */
  readonly elsewhere: string | null;
}

/** `sessionId` undefined: one that is about to be opened by password. */
export async function entryOf({ pool }: Pick<Postgres, 'pool'>, userId: string, sessionId: string | undefined): Promise<Entry> {
  const asked = () =>
    pool.query<Membership & { through: string | null; byPasskey: boolean; label: string | null; enters: boolean }>(
      `select m.workspace_id as "workspaceId", m.role, m.agent_id as "agentId", m.teams, t.workspace_id as through, o.label,
       k.session_id is not null as "byPasskey",
       w.wants_second_factor and t.workspace_id is null and k.session_id is null and not coalesce(u."twoFactorEnabled", false) as "needsSecondFactor",
       case when t.workspace_id is null then ${TAKES_PASSWORD} else t.workspace_id = m.workspace_id end as enters
     from member m join workspace w using (workspace_id) join auth_user u on u.id = m.user_id left join single_sign_on o using (workspace_id)
       left join single_sign_on_session t on t.session_id = $2 left join passkey_session k on k.session_id = $2
     where m.user_id = $1 and m.active order by w.created_at, m.workspace_id`,
      [userId, sessionId ?? null],
    );
  const { rows } = await acrossWorkspaces(asked);
  return {
    memberships: rows.filter(({ enters }) => enters),
    through: rows[0]?.through ?? null,
    byPasskey: rows[0]?.byPasskey ?? false,
    elsewhere: rows.find(({ enters, label }) => !enters && label !== null)?.label ?? null,
  };
}
