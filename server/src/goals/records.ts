/** Goals as PostgreSQL keeps them: their versions, of which the latest counts, and how one ended. */
import { type GoalSpec, goalSpec, type Outcome } from '@watchdesk/domain/goal';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';

export interface Version {
  readonly version: number;
  readonly spec: GoalSpec;
  /** Of a version that closed the goal. */
  readonly outcome: Outcome | null;
  readonly measured: number | null;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface GoalRecord extends Version {
  readonly id: string;
  readonly createdAt: Date;
}

type Queryable = Pick<pg.Pool, 'query'>;

const VERSION = `version, spec, outcome, measured, saved_at as "savedAt", saved_by as "savedBy"`;
const CURRENT = `select g.id, g.created_at as "createdAt", last.*
  from goal g
  join lateral (select ${VERSION} from goal_version v where v.workspace_id = g.workspace_id and v.id = g.id order by version desc limit 1) last on true
  where g.workspace_id = $1 and g.deleted_at is null`;

const read = <V extends Version>(row: V): V => ({ ...row, spec: readSaved(goalSpec, row.spec) });

/** Those that end soonest first, and after them the closed ones, the last closed first. */
export async function goalsOf(queryable: Queryable, workspaceId: string): Promise<GoalRecord[]> {
  const { rows } = await queryable.query<GoalRecord>(
    `${CURRENT} order by last.outcome is not null, case when last.outcome is null then last.spec->>'endsOn' end, last."savedAt" desc, g.id`,
    [workspaceId],
  );
  return readable(rows, read);
}

export async function goalOf(queryable: Queryable, workspaceId: string, id: string): Promise<GoalRecord | undefined> {
  const { rows } = await queryable.query<GoalRecord>(`${CURRENT} and g.id = $2`, [workspaceId, id]);
  return rows[0] && read(rows[0]);
}

/** Nobody else changes it until the transaction ends. */
export async function lockGoal(client: pg.PoolClient, workspaceId: string, id: string): Promise<void> {
  await client.query('select from goal where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);
}

/** The latest first. */
export async function versionsOf(queryable: Queryable, workspaceId: string, id: string): Promise<Version[]> {
  const { rows } = await queryable.query<Version>(
    `select ${VERSION} from goal_version where workspace_id = $1 and id = $2 order by version desc`,
    [workspaceId, id],
  );
  return readable(rows, read);
}

export async function addGoal(queryable: Queryable, workspaceId: string, id: string, at: Date): Promise<void> {
  await queryable.query('insert into goal (workspace_id, id, created_at) values ($1, $2, $3)', [workspaceId, id, at]);
}

export async function addVersion(
  queryable: Queryable,
  workspaceId: string,
  id: string,
  { version, spec, outcome, measured, savedAt, savedBy }: Version,
): Promise<void> {
  await queryable.query(
    `insert into goal_version (workspace_id, id, version, spec, outcome, measured, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, version, JSON.stringify(spec), outcome, measured, savedAt, savedBy],
  );
}

export async function markDeleted(queryable: Queryable, workspaceId: string, id: string, at: Date): Promise<void> {
  await queryable.query('update goal set deleted_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, at]);
}

/** How many are neither closed nor deleted. */
export async function countOpen(queryable: Queryable, workspaceId: string): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::int as count from (${CURRENT}) as found where outcome is null`,
    [workspaceId],
  );
  return rows[0]!.count;
}
