/**
 * How far a workspace is on its way to a first insight: a way in, tickets, promises that somebody has looked at, a dashboard that was read. What the stores
 * know is asked of them; of what leaves no trace there (nothing was changed, something was read) it is noted in the workspace's settings.
 */
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';

export interface FirstSteps {
  /** A help desk is connected, a file was brought, or there is a key that may send events. */
  readonly connected: boolean;
  readonly tickets: boolean;
  /** Somebody has saved a policy, or said that those to begin with are to stay. */
  readonly promise: boolean;
  /** Somebody has read a dashboard with tickets in it. */
  readonly insight: boolean;
  /** They are not to be shown any more. */
  readonly dismissed: boolean;
}

/** What people say of it. */
export interface FirstStepsNote {
  readonly promise?: true | undefined;
  readonly insight?: true | undefined;
  readonly dismissed?: boolean | undefined;
}

export type FirstStepsPart = ReturnType<typeof createFirstSteps>;

export function createFirstSteps({ postgres: { pool }, clock }: { readonly postgres: Postgres; readonly clock: Clock }) {
  async function read(workspaceId: string): Promise<FirstSteps> {
    const { rows } = await pool.query<FirstSteps>(
      `select
         exists (select from system_connection c where c.workspace_id = $1 and c.removing_at is null)
           or exists (select from import_file f where f.workspace_id = $1 and f.state <> 'uploading')
           or exists (select from import_run r where r.workspace_id = $1)
           or exists (select from api_key k where k.workspace_id = $1 and k.revoked_at is null and 'events:write' = any(k.scopes)) as connected,
         exists (select from ticket t where t.workspace_id = $1 and t.status is not null) as tickets,
         w.settings->'firstSteps' ? 'promise' is true
           or exists (select from policy_version p where p.workspace_id = $1 and p.saved_by is not null) as promise,
         w.settings->'firstSteps' ? 'insight' is true as insight,
         w.settings->'firstSteps' ? 'dismissed' is true as dismissed
       from workspace w where w.workspace_id = $1`,
      [workspaceId],
    );
    return rows[0]!;
  }

  return {
    read,

    /** Throws a refusal for an insight where there is nothing to be seen yet. */
    async note(workspaceId: string, { promise, insight, dismissed }: FirstStepsNote, who: Who): Promise<FirstSteps> {
      const before = await read(workspaceId);
      if (insight && !before.tickets) throw new Refusal('not_possible', 'No ticket has come in yet.');
      const added = {
        ...(promise && !before.promise && { promise: clock.now() }),
        ...(insight && !before.insight && { insight: clock.now() }),
        ...(dismissed === true && !before.dismissed && { dismissed: clock.now() }),
      };
      const removed = dismissed === false && before.dismissed ? ['dismissed'] : [];
      if (Object.keys(added).length === 0 && removed.length === 0) return before;
      await inTransaction(pool, async (client) => {
        await client.query(
          `update workspace set settings = settings
             || jsonb_build_object('firstSteps', coalesce(settings->'firstSteps', '{}') - $3::text[] || $2::jsonb) where workspace_id = $1`,
          [workspaceId, JSON.stringify(added), removed],
        );
        const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
        const after = { firstSteps: [...Object.keys(added), ...removed.map((one) => `not ${one}`)] };
        await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'settings.saved', subject, after });
      });
      return read(workspaceId);
    },
  };
}
