/**
 * The first start: while there is no account at all, whoever comes makes the first administrator of the first workspace. Where others can
 * reach the address too, they must know the code that the server writes into its log.
 */
import { timingSafeEqual } from 'node:crypto';
import { appendAudit } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { addAccount } from './add-account.ts';
import type { Library } from './library.ts';
import { join } from './members.ts';
import { refuseWeak } from './password-strength.ts';
import { hashOf } from './secrets.ts';

export interface FirstSteps {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly company: string;
  /** IANA. */
  readonly timeZone: string;
  readonly code?: string | undefined;
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  /** Null where nobody else reaches the address. */
  readonly code: string | null;
}

export function createSetUp({ postgres: { pool }, clock, library, code }: Parts) {
  const isDone = async (): Promise<boolean> => (await pool.query('select from auth_user limit 1')).rowCount !== 0;

  return {
    /** Whether it is still to be done, and whether a code is asked for. */
    state: async () => ({ isNeeded: !(await isDone()), needsCode: code !== null }),

    async run({ name, email, password, company, timeZone, code: given }: FirstSteps, from: string): Promise<void> {
      if (await isDone()) throw done();
      if (code !== null && !isSame(code, given ?? ''))
        throw invalid('code', 'must be the one that the server wrote into its log when it started');
      refuseWeak('password', password, [name, email, company]);
      await inTransaction(pool, async (client) => {
        // Two who come at once: the second finds it done.
        await client.query(`select pg_advisory_xact_lock(hashtext('watchdesk set-up'))`);
        if ((await client.query('select from auth_user limit 1')).rowCount !== 0) throw done();
        const { rows } = await client.query<{ id: string }>(
          `select workspace_id as id from workspace where kind = 'own' order by created_at, workspace_id limit 1`,
        );
        const workspaceId = rows[0]?.id;
        if (workspaceId === undefined)
          throw new Refusal('unavailable', 'The workspace is being prepared; try again in a moment.', { retryAfterSeconds: 1 });
        const now = clock.now();
        await client.query('update workspace set name = $2, time_zone = $3 where workspace_id = $1', [workspaceId, company, timeZone]);
        const userId = await addAccount(client, library, { email, name, password }, now);
        await join(client, workspaceId, userId, { role: 'admin', agentId: null, teams: [] }, now);
        const who = { kind: 'person', id: userId, name, from } as const;
        const subject = { kind: 'workspace', id: workspaceId, name: company } as const;
        await appendAudit(client, { workspaceId, who, now }, { action: 'workspace.set_up', subject, after: { email, company, timeZone } });
      });
    },
  };
}

const done = () => new Refusal('not_possible', 'This installation is set up already: sign in, or ask its administrator for an invitation.');
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other.trim()));
