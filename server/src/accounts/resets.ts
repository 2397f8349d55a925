/** Links that set another password, once, within the hour: sent to whoever forgot theirs, or made by an administrator to be passed on. */
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { type Library, RESET_SECONDS } from './library.ts';
import { belongsElsewhere } from './members.ts';
import { newSecret } from './secrets.ts';
import { createThrottle } from './throttle.ts';

const WELCOME_SECONDS = 7 * 24 * 3600;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly send: (client: PoolClient, told: { to: string; secret: string; until: number }) => Promise<void>;
}

export function createResets({ postgres, clock, library, send }: Parts) {
  const { pool } = postgres;
  const throttle = createThrottle({ postgres, clock });
  /** The library keeps a hash of it, and takes it by its own name for such links. */
  async function secretFor(userId: string, seconds = RESET_SECONDS): Promise<string> {
    const secret = newSecret();
    const { internalAdapter } = await library.$context;
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${secret}`,
      value: userId,
      expiresAt: new Date(Date.now() + seconds * 1000), // the library goes by the clock of the machine
    });
    // The last one alone works, whoever asked for those before, and in whichever order they are through.
    await pool.query(
      `delete from auth_verification
       where value = $1 and id <> (select id from auth_verification where value = $1 order by "createdAt" desc, id desc limit 1)`,
      [userId],
    );
    return secret;
  }

  return {
    /** The secret of a link by which somebody who was provided sets their first password, within a week. */
    async welcome(userId: string): Promise<{ secret: string; until: number }> {
      return { secret: await secretFor(userId, WELCOME_SECONDS), until: clock.now() + WELCOME_SECONDS * 1000 };
    },

    /** Answers the same, and as soon, whether there is such an account or not. */
    async forgotten(email: string, from: string): Promise<void> {
      const { rows } = await pool.query<{ id: string; name: string; workspaces: string[] }>(
        `select u.id, u.name, array(select m.workspace_id from member m where m.user_id = u.id and m.active order by 1) as workspaces
         from auth_user u where u.email = $1`,
        [email.toLowerCase()],
      );
      const [user] = rows;
      if (!user || user.workspaces.length === 0) return;
      if (!(await throttle.maySend(email))) return;
      const secret = await secretFor(user.id);
      const now = clock.now();
      await inTransaction(pool, async (client) => {
        await send(client, { to: email.toLowerCase(), secret, until: now + RESET_SECONDS * 1000 });
        const who = { kind: 'person', id: user.id, name: user.name, from } as const;
        const subject = { kind: 'person', id: user.id, name: user.name } as const;
        for (const workspaceId of user.workspaces)
          await appendAudit(client, { workspaceId, who, now }, { action: 'password.forgotten', subject });
      });
    },

    /** The secret of a link for a member, made by an administrator: of those alone who belong to no other workspace, whose administrator is another. */
    async linkFor(workspaceId: string, member: { id: string; name: string }, who: Who): Promise<string> {
      if (await belongsElsewhere({ pool }, workspaceId, member.id))
        throw new Refusal('not_possible', 'They belong to another workspace too, and so set another password by themselves alone.');
      const secret = await secretFor(member.id);
      const subject = { kind: 'person', id: member.id, name: member.name } as const;
      await inTransaction(pool, (client) =>
        appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'password.link_made', subject }),
      );
      return secret;
    },
  };
}
