/** The workspaces there are. */
import { type Stage, STAGES } from '@watchdesk/domain/metrics';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { ensureRules } from '../rules/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly kind: 'own' | 'demonstration';
}

/** The demonstration first, then by age. All of them, whichever one asks from. */
export async function workspaces({ pool }: Postgres): Promise<Workspace[]> {
  const { rows } = await acrossWorkspaces(() =>
    pool.query<Workspace>(
      `select workspace_id as id, name, time_zone as "timeZone", kind from workspace order by kind = 'demonstration' desc, created_at, workspace_id`,
    ),
  );
  return rows;
}

/** With companies of which stage the workspace compares itself; null while nobody has said. */
export async function stageOf({ pool }: Postgres, workspaceId: string): Promise<Stage | null> {
  const { rows } = await pool.query<{ stage: string | null }>('select stage from workspace where workspace_id = $1', [workspaceId]);
  return STAGES.find((stage) => stage === rows[0]?.stage) ?? null;
}

export async function setStage(
  { postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  workspaceId: string,
  stage: Stage | null,
  who: Who,
): Promise<void> {
  await inTransaction(postgres.pool, async (client) => {
    const { rows } = await client.query<{ stage: string | null }>('select stage from workspace where workspace_id = $1 for update', [
      workspaceId,
    ]);
    await client.query('update workspace set stage = $2 where workspace_id = $1', [workspaceId, stage]);
    const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
    const deed = { action: 'settings.saved', subject, before: { stage: rows[0]?.stage ?? null }, after: { stage } } as const;
    await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
  });
}

/** Makes a workspace with the rules to begin with; false when there is one of this id already, which is left as it is. */
export async function createWorkspace(postgres: Postgres, { id, name, timeZone, kind }: Workspace): Promise<boolean> {
  const { rowCount } = await postgres.pool.query(
    'insert into workspace (workspace_id, name, time_zone, kind) values ($1, $2, $3, $4) on conflict do nothing',
    [id, name, timeZone, kind],
  );
  if (rowCount !== 1) return false;
  await ensureRules(postgres, id);
  return true;
}

/** One to bring one's own tickets into: without any, an import would have nowhere to go. */
export async function ensureOwnWorkspace(postgres: Postgres): Promise<void> {
  const { rowCount } = await postgres.pool.query(`select from workspace where kind = 'own' limit 1`);
  if (rowCount === 0) await createWorkspace(postgres, { id: 'main', name: 'My company', timeZone: 'UTC', kind: 'own' });
}
