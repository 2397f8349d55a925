/**
 * Who belongs to a workspace, in which role. A person is one account in as many workspaces as they belong to; the agent they are in the
 * help desk, and the teams they see besides those of the agent, hold for one workspace.
 */
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { Role } from './roles.ts';
import { TAKES_PASSWORD } from './single-sign-on/enter.ts';

export interface Standing {
  readonly role: Role;
  readonly agentId: string | null;
  readonly teams: readonly string[];
}

export interface Member extends Standing {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** One who is not keeps their past and cannot come in. */
  readonly active: boolean;
  /** An authenticator, or a passkey. */
  readonly hasSecondFactor: boolean;
  /** ISO 8601. */
  readonly joinedAt: string;
  /** By a session that enters this workspace. */
  readonly lastSeenAt: string | null;
  /** What another system that provides people calls them. */
  readonly externalId: string | null;
}

export type Change = Partial<Standing & Pick<Member, 'active' | 'externalId'>>;

type Row = Omit<Member, 'joinedAt' | 'lastSeenAt'> & { readonly joinedAt: Date; readonly lastSeenAt: Date | null };

const SELECT = `select m.user_id as id, u.name, u.email, m.role, m.agent_id as "agentId", m.teams, m.active, m.external_id as "externalId",
    coalesce(u."twoFactorEnabled", false) or exists (select from auth_passkey k where k."userId" = m.user_id) as "hasSecondFactor", m.joined_at as "joinedAt",
    (select max(s."updatedAt") from auth_session s
     where s."userId" = m.user_id and coalesce(opened_through(s.id) = m.workspace_id, ${TAKES_PASSWORD})) as "lastSeenAt"
  from member m join auth_user u on u.id = m.user_id where m.workspace_id = $1`;

const asMember = ({ joinedAt, lastSeenAt, ...member }: Row): Member => ({
  ...member,
  joinedAt: joinedAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** Called when what somebody may has changed. */
  readonly onChange: () => void;
}

export function createMembers({ postgres: { pool }, clock, onChange }: Parts) {
  /** An account may belong to other workspaces, so that what becomes of it is decided over the wall. */
  const locked = <T>(workspaceId: string, work: (client: PoolClient) => Promise<T>): Promise<T> =>
    acrossWorkspaces(() =>
      inTransaction(pool, async (client) => {
        await lockMembers(client, workspaceId);
        return work(client);
      }),
    );

  async function find(workspaceId: string, id: string, client: Pick<PoolClient, 'query'> = pool): Promise<Member> {
    const { rows } = await client.query<Row>(`${SELECT} and m.user_id = $2`, [workspaceId, id]);
    if (!rows[0]) throw new Refusal('not_found', 'There is no such person in this workspace.');
    return asMember(rows[0]);
  }

  /** The same as `change`, in a transaction that holds the workspace. Whoever calls it says `onChange` once it is committed. */
  async function changeIn(client: PoolClient, workspaceId: string, id: string, change: Change, who: Who): Promise<Member> {
    const before = await find(workspaceId, id, client);
    const after = { ...before, ...change };
    await checkStanding(client, workspaceId, after, id);
    if (before.role === 'admin' && before.active && !(after.role === 'admin' && after.active))
      await refuseLastAdmin(client, workspaceId, id);
    await client.query(
      `update member set role = $3, agent_id = $4, teams = $5, active = $6, external_id = $7 where workspace_id = $1 and user_id = $2`,
      [workspaceId, id, after.role, after.agentId, after.teams, after.active, after.externalId],
    );
    if (!after.active) await endSessions(client, id);
    const subject = { kind: 'person', id, name: before.name } as const;
    const told = { before: standingOf(before), after: standingOf(after) };
    await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'person.changed', subject, ...told });
    return after;
  }

  return {
    find,
    changeIn,

    async list(workspaceId: string): Promise<Member[]> {
      const { rows } = await pool.query<Row>(`${SELECT} order by lower(u.name), u.email`, [workspaceId]);
      return rows.map(asMember);
    },

    /** The one with this address; undefined where there is none. */
    async withEmail(workspaceId: string, email: string): Promise<Member | undefined> {
      const { rows } = await pool.query<Row>(`${SELECT} and u.email = $2`, [workspaceId, email.toLowerCase()]);
      return rows[0] && asMember(rows[0]);
    },

    /** Who is let in no more loses the sessions too, unless another workspace still has them. The last administrator stays one. */
    async change(workspaceId: string, id: string, change: Change, who: Who): Promise<Member> {
      const changed = await locked(workspaceId, (client) => changeIn(client, workspaceId, id, change, who));
      onChange();
      return changed;
    },

    /** Takes somebody out of the workspace. Nothing they did changes; the account stays for other workspaces, else it goes. */
    async remove(workspaceId: string, id: string, who: Who): Promise<void> {
      await locked(workspaceId, async (client) => {
        const before = await find(workspaceId, id, client);
        if (before.role === 'admin' && before.active) await refuseLastAdmin(client, workspaceId, id);
        await client.query('delete from member where workspace_id = $1 and user_id = $2', [workspaceId, id]);
        await endSessions(client, id);
        await client.query('delete from auth_user where id = $1 and not exists (select from member where user_id = $1)', [id]);
        const subject = { kind: 'person', id, name: before.name } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'person.removed', subject, before: standingOf(before) },
        );
      });
      onChange();
    },
  };
}

const standingOf = ({ role, agentId, teams, active }: Member) => ({ role, agentId, teams, active });

/** Changes of who belongs to a workspace are made one after another, or two administrators could remove each other. */
async function lockMembers(client: PoolClient, workspaceId: string): Promise<void> {
  await client.query('select from workspace where workspace_id = $1 for update', [workspaceId]);
}

async function refuseLastAdmin(client: PoolClient, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from member where workspace_id = $1 and role = 'admin' and active and user_id <> $2 limit 1`,
    [workspaceId, id],
  );
  if (rowCount === 0) throw new Refusal('not_possible', 'The last administrator stays one: make somebody else an administrator first.');
}

async function endSessions(client: PoolClient, userId: string): Promise<void> {
  await client.query(`delete from auth_session where "userId" = $1 and not exists (select from member where user_id = $1 and active)`, [
    userId,
  ]);
}

/** Whether an account is another workspace's too, whose administrators are others. */
export async function belongsElsewhere({ pool }: Pick<Postgres, 'pool'>, workspaceId: string, userId: string): Promise<boolean> {
  const asked = () => pool.query('select from member where user_id = $2 and workspace_id <> $1 limit 1', [workspaceId, userId]);
  return (await acrossWorkspaces(asked)).rowCount !== 0;
}

/** Refuses an agent or teams that are not of the workspace, and an agent that somebody else is. */
export async function checkStanding(
  client: PoolClient,
  workspaceId: string,
  { agentId, teams }: Standing,
  userId: string | null,
): Promise<void> {
  const known = await client.query<{ kind: string; id: string }>(
    `select kind, id from directory where workspace_id = $1 and ((kind = 'agent' and id = $2) or (kind = 'team' and id = any($3)))`,
    [workspaceId, agentId, teams],
  );
  const has = (kind: string, id: string) => known.rows.some((row) => row.kind === kind && row.id === id);
  if (agentId !== null && !has('agent', agentId)) throw invalid('agentId', 'must be an agent of this workspace');
  const unknown = teams.findIndex((team) => !has('team', team));
  if (unknown >= 0) throw invalid(`teams.${unknown}`, 'must be a team of this workspace');
  if (agentId === null) return;
  const { rowCount } = await client.query(
    'select from member where workspace_id = $1 and agent_id = $2 and ($3::uuid is null or user_id <> $3)',
    [workspaceId, agentId, userId],
  );
  if (rowCount !== 0) throw invalid('agentId', 'must be another agent: somebody of this workspace is this one already');
}

/** Puts an account into a workspace. One who was there before has the new standing. */
export async function join(client: PoolClient, workspaceId: string, userId: string, standing: Standing, now: number): Promise<void> {
  await checkStanding(client, workspaceId, standing, userId);
  const { role, agentId, teams } = standing;
  // One that an administrator of another workspace has made would open this one too.
  await client.query('delete from auth_verification where value = $1', [userId]);
  await client.query(
    `insert into member (workspace_id, user_id, role, agent_id, teams, joined_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, user_id) do update set role = excluded.role, agent_id = excluded.agent_id, teams = excluded.teams, active = true`,
    [workspaceId, userId, role, agentId, teams, new Date(now)],
  );
}
