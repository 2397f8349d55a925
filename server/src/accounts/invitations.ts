/**
 * Invitations: a link that lets one person into one workspace, once, for a week. Whoever has no account yet makes theirs with it; whoever
 * has one joins with it. The link is sent where mail is set up, and given to be passed on where it is not; kept is only its hash.
 */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { InvitationLetter } from './account-mail.ts';
import { addAccount } from './add-account.ts';
import type { Library } from './library.ts';
import { checkStanding, join, type Standing } from './members.ts';
import { refuseWeak } from './password-strength.ts';
import { hashOf, newSecret } from './secrets.ts';
import { byProvider } from './sessions.ts';

const WEEK_MS = 7 * 24 * 3600_000;

export interface Invitation extends Standing {
  readonly id: string;
  readonly email: string;
  readonly invitedBy: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What whoever holds the link is told. */
export interface Invited {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly email: string;
  readonly role: Standing['role'];
  readonly invitedBy: string;
  /** There is an account of this address: one joins with it instead of making another. */
  readonly hasAccount: boolean;
  /** By whose sign-in alone one comes into the workspace in this role, which uses the invitation up; null where a password does. */
  readonly onlyBy: string | null;
}

type Row = Omit<Invitation, 'createdAt' | 'expiresAt'> & { readonly createdAt: Date; readonly expiresAt: Date };

const COLUMNS = `id, email, role, agent_id as "agentId", teams, invited_by as "invitedBy", created_at as "createdAt", expires_at as "expiresAt"`;
const OPEN = 'accepted_at is null and revoked_at is null';
const asInvitation = ({ createdAt, expiresAt, ...row }: Row): Invitation => ({
  ...row,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
const over = () => new Refusal('not_found', 'This invitation is not known, has ended, or was used. Ask for another.');

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  /** Tells the person of the link, in the transaction that makes it. */
  readonly send: (client: PoolClient, told: Omit<InvitationLetter, 'link'> & { readonly secret: string }) => Promise<void>;
  readonly onChange: () => void;
}

export function createInvitations({ postgres: { pool }, clock, library, send, onChange }: Parts) {
  const instant = () => new Date(clock.now());

  async function open(client: Pick<PoolClient, 'query'>, secret: string, lock = '') {
    const { rows } = await client.query<Row & { workspaceId: string; workspace: string; userId: string | null; onlyBy: string | null }>(
      `select ${COLUMNS}, i.workspace_id as "workspaceId", (select name from workspace w where w.workspace_id = i.workspace_id) as workspace,
         (select u.id from auth_user u where u.email = i.email) as "userId",
         (select o.label from single_sign_on o where o.workspace_id = i.workspace_id and not o.passwords and i.role <> 'admin') as "onlyBy"
       from invitation i where hash = $1 and ${OPEN} and expires_at > $2 ${lock}`,
      [hashOf(secret), instant()],
    );
    if (!rows[0]) throw over();
    return rows[0];
  }

  async function finish(client: PoolClient, invitation: Awaited<ReturnType<typeof open>>, userId: string, name: string, from: string) {
    const { workspaceId, id, role, agentId, teams, email } = invitation;
    const now = clock.now();
    await join(client, workspaceId, userId, { role, agentId, teams }, now);
    await client.query('update invitation set accepted_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, new Date(now)]);
    const who = { kind: 'person', id: userId, name, from } as const;
    const subject = { kind: 'person', id: userId, name } as const;
    await appendAudit(client, { workspaceId, who, now }, { action: 'person.joined', subject, after: { email, role, agentId, teams } });
  }

  return {
    /** Those that may still be used. */
    async list(workspaceId: string): Promise<Invitation[]> {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from invitation where workspace_id = $1 and ${OPEN} and expires_at > $2 order by created_at desc, id`,
        [workspaceId, instant()],
      );
      return rows.map(asInvitation);
    },

    /** One of the same address before is over. The secret of the link is in this answer and never again. */
    async create(
      workspaceId: string,
      { email: given, ...standing }: Standing & { readonly email: string },
      invitedBy: string,
      who: Who,
    ): Promise<{ invitation: Invitation; secret: string }> {
      const email = given.toLowerCase();
      const secret = newSecret();
      const now = clock.now();
      const invitation = await inTransaction(pool, async (client) => {
        const { rows: workspace } = await client.query<{ name: string }>('select name from workspace where workspace_id = $1 for update', [
          workspaceId,
        ]);
        await checkStanding(client, workspaceId, standing, null);
        const { rowCount: belongs } = await client.query(
          'select from member m join auth_user u on u.id = m.user_id where m.workspace_id = $1 and m.active and u.email = $2',
          [workspaceId, email],
        );
        if (belongs !== 0) throw invalid('email', 'must be of somebody who does not belong to this workspace yet');
        await client.query(`update invitation set revoked_at = $3 where workspace_id = $1 and email = $2 and ${OPEN}`, [
          workspaceId,
          email,
          new Date(now),
        ]);
        const { rows } = await client.query<Row>(
          `insert into invitation (workspace_id, id, email, role, agent_id, teams, hash, invited_by, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`,
          [
            workspaceId,
            randomUUID(),
            email,
            standing.role,
            standing.agentId,
            standing.teams,
            hashOf(secret),
            invitedBy,
            new Date(now),
            new Date(now + WEEK_MS),
          ],
        );
        const made = asInvitation(rows[0]!);
        const subject = { kind: 'invitation', id: made.id, name: email } as const;
        await appendAudit(client, { workspaceId, who, now }, { action: 'person.invited', subject, after: { email, ...standing } });
        await send(client, { workspaceId, to: email, workspace: workspace[0]!.name, inviter: invitedBy, secret, until: now + WEEK_MS });
        return made;
      });
      return { invitation, secret };
    },

    async revoke(workspaceId: string, id: string, who: Who): Promise<void> {
      const now = clock.now();
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ email: string }>(
          `update invitation set revoked_at = $3 where workspace_id = $1 and id = $2 and ${OPEN} returning email`,
          [workspaceId, id, new Date(now)],
        );
        if (!rows[0]) throw new Refusal('not_found', 'There is no such invitation that may still be used.');
        const subject = { kind: 'invitation', id, name: rows[0].email } as const;
        await appendAudit(client, { workspaceId, who, now }, { action: 'invitation.revoked', subject });
      });
    },

    async look(secret: string): Promise<Invited> {
      const { workspaceId, workspace, email, role, invitedBy, userId, onlyBy } = await open(pool, secret);
      return { workspace: { id: workspaceId, name: workspace }, email, role, invitedBy, hasAccount: userId !== null, onlyBy };
    },

    /** Makes the account and joins with it; the caller signs in with the password afterwards. */
    async acceptAsNew(secret: string, { name, password }: { name: string; password: string }, from: string): Promise<{ email: string }> {
      const known = await open(pool, secret);
      refuseWeak('password', password, [known.email, known.workspace, name]);
      const email = await inTransaction(pool, async (client) => {
        const invitation = await open(client, secret, 'for update');
        if (invitation.onlyBy !== null) throw byProvider(invitation.onlyBy);
        if (invitation.userId !== null) throw new Refusal('not_possible', 'There is an account of this address: sign in with it to join.');
        const userId = await addAccount(client, library, { email: invitation.email, name, password }, clock.now());
        await finish(client, invitation, userId, name, from);
        return invitation.email;
      });
      onChange();
      return { email };
    },

    /** Joins with the account that is signed in, which must be of the address that was invited. */
    async acceptAs(secret: string, account: { userId: string; email: string; name: string }, from: string): Promise<{ workspace: string }> {
      const workspace = await inTransaction(pool, async (client) => {
        const invitation = await open(client, secret, 'for update');
        if (invitation.onlyBy !== null) throw byProvider(invitation.onlyBy);
        if (invitation.userId !== account.userId)
          throw new Refusal('forbidden', `This invitation is for ${invitation.email}, and you are signed in as ${account.email}.`);
        await finish(client, invitation, account.userId, account.name, from);
        return invitation.workspaceId;
      });
      onChange();
      return { workspace };
    },
  };
}
