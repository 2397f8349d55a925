/**
 * Somebody a provider vouches for becomes a person here: the one who came as this subject before; else the member of this address; else, where
 * people are made or invited, a new one. What their groups make of them holds from this sign-in on.
 */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../../audit/index.ts';
import type { Clock } from '../../clock.ts';
import { Refusal } from '../../errors.ts';
import { inTransaction, type Postgres } from '../../store/postgres/index.ts';
import { addAccount } from '../add-account.ts';
import type { Library } from '../library.ts';
import { type createMembers, join, type Standing } from '../members.ts';
import { standingBy, type Told } from './claims.ts';
import { NotLetIn } from './refusals.ts';
import { providerId, type Saved } from './settings.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly members: Pick<ReturnType<typeof createMembers>, 'change' | 'find'>;
}

export interface Arrived {
  readonly userId: string;
  readonly name: string;
}

export function createArrivals({ postgres: { pool }, clock, library, members }: Parts) {
  /** Only those that are still there: a team may have gone since the map was saved. */
  async function present(workspaceId: string, teams: readonly string[]): Promise<string[]> {
    const { rows } = await pool.query<{ id: string }>(
      `select id from directory where workspace_id = $1 and kind = 'team' and id = any($2) order by id`,
      [workspaceId, teams],
    );
    return rows.map(({ id }) => id);
  }

  async function make(
    client: PoolClient,
    saved: Saved,
    told: Told,
    said: Partial<Standing>,
    known: string | null,
    who: Who,
  ): Promise<string> {
    const { workspaceId, makesPeople, defaultRole } = saved;
    const { email, name } = told;
    const now = clock.now();
    const { rows } = await client.query<{ id: string } & Standing>(
      `update invitation set accepted_at = $3 where workspace_id = $1 and email = $2 and accepted_at is null and revoked_at is null and expires_at > $3
       returning id, role, agent_id as "agentId", teams`,
      [workspaceId, email, new Date(now)],
    );
    const [invitation] = rows;
    // The account is another company's: its holder joins by an invitation, and nobody else decides it for them.
    if (known !== null && !invitation) throw new NotLetIn('other_account', { email });
    if (!invitation && !makesPeople) throw new NotLetIn('not_invited', { email });
    const role = said.role ?? invitation?.role ?? defaultRole;
    if (role === null) throw new NotLetIn('no_group', { email });
    const standing = { role, agentId: invitation?.agentId ?? null, teams: said.teams ?? invitation?.teams ?? [] };
    const userId = known ?? (await addAccount(client, library, { email, name, password: null }, now));
    await join(client, workspaceId, userId, standing, now);
    const subject = { kind: 'person', id: userId, name } as const;
    await appendAudit(client, { workspaceId, who, now }, { action: 'person.joined', subject, after: { email, ...standing } });
    return userId;
  }

  /** The person's id, made and tied to the subject where they were not yet. */
  const findOrMake = (saved: Saved, told: Told, said: Partial<Standing>, who: Who): Promise<string> =>
    inTransaction(pool, async (client) => {
      const { workspaceId } = saved;
      // Who comes twice at once is made once.
      await client.query('select from workspace where workspace_id = $1 for update', [workspaceId]);
      const isMember = async (userId: string) =>
        (await client.query('select from member where workspace_id = $1 and user_id = $2', [workspaceId, userId])).rowCount !== 0;
      const idOf = async (query: string, values: unknown[]) => (await client.query<{ id: string }>(query, values)).rows[0]?.id;
      const bySubject = await idOf('select "userId" as id from auth_account where "providerId" = $1 and "accountId" = $2', [
        providerId(workspaceId),
        told.subject,
      ]);
      if (bySubject !== undefined && (await isMember(bySubject))) return bySubject;
      const byEmail = (await idOf('select id from auth_user where email = $1', [told.email])) ?? null;
      const userId = byEmail !== null && (await isMember(byEmail)) ? byEmail : await make(client, saved, told, said, byEmail, who);
      // A provider that made somebody anew calls them another subject: the address, which it verified, is what stays.
      await client.query('delete from auth_account where "providerId" = $1 and ("userId" = $2 or "accountId" = $3)', [
        providerId(workspaceId),
        userId,
        told.subject,
      ]);
      const at = new Date(clock.now());
      await client.query(
        `insert into auth_account (id, "accountId", "providerId", "userId", "createdAt", "updatedAt") values ($1, $2, $3, $4, $5, $5)`,
        [randomUUID(), told.subject, providerId(workspaceId), userId, at],
      );
      return userId;
    });

  return {
    /** Throws NotLetIn for whom nothing here lets in. */
    async arrive(saved: Saved, told: Told, who: Who): Promise<Arrived> {
      const { workspaceId } = saved;
      const { teams, ...rest } = standingBy(told, saved);
      const said: Partial<Standing> = { ...rest, ...(teams && { teams: await present(workspaceId, teams) }) };
      const userId = await findOrMake(saved, told, said, who);
      const member = await members.find(workspaceId, userId);
      if (!member.active) throw new NotLetIn('shut_out', { email: told.email });
      const isOther =
        (said.role !== undefined && said.role !== member.role) ||
        (said.teams !== undefined && said.teams.join('\n') !== member.teams.toSorted().join('\n'));
      if (isOther)
        await members.change(workspaceId, userId, said, who).catch((error: unknown) => {
          // The last administrator stays one, whatever the groups say.
          if (!(error instanceof Refusal && error.code === 'not_possible')) throw error;
        });
      return { userId, name: member.name };
    },
  };
}
