/** Dashboards as PostgreSQL keeps them: whose they are, and their versions, of which the latest is shown. */
import { type DashboardSpec, dashboardSpec } from '@watchdesk/domain/dashboard';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';

export interface Version {
  readonly version: number;
  readonly spec: DashboardSpec;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface DashboardRecord extends Version {
  readonly id: string;
  readonly owner: string;
  /** The name under which its first version was saved. */
  readonly madeBy: string;
  readonly shared: boolean;
  readonly deletedAt: Date | null;
}

type Queryable = Pick<pg.Pool, 'query'>;

const CURRENT = `select d.id, d.owner, d.shared, d.deleted_at as "deletedAt", first.saved_by as "madeBy",
    last.version, last.spec, last.saved_at as "savedAt", last.saved_by as "savedBy"
  from dashboard d
  join dashboard_version first on first.workspace_id = d.workspace_id and first.id = d.id and first.version = 1
  join lateral (select * from dashboard_version v where v.workspace_id = d.workspace_id and v.id = d.id order by version desc limit 1) last on true
  where d.workspace_id = $1`;

const read = <V extends Version>(row: V): V => ({ ...row, spec: readSaved(dashboardSpec, row.spec) });

/** What an owner sees: their own and what others share, by title. */
export async function visibleDashboards(queryable: Queryable, workspaceId: string, owner: string): Promise<DashboardRecord[]> {
  const { rows } = await queryable.query<DashboardRecord>(
    `${CURRENT} and d.deleted_at is null and (d.owner = $2 or d.shared) order by last.spec->>'title', d.id`,
    [workspaceId, owner],
  );
  return readable(rows, read);
}

export async function dashboardOf(queryable: Queryable, workspaceId: string, id: string): Promise<DashboardRecord | undefined> {
  const { rows } = await queryable.query<DashboardRecord>(`${CURRENT} and d.id = $2`, [workspaceId, id]);
  return rows[0] && read(rows[0]);
}

/** Nobody else saves it until the transaction ends. */
export async function lockDashboard(client: pg.PoolClient, workspaceId: string, id: string): Promise<void> {
  await client.query('select from dashboard where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);
}

/** The latest first. */
export async function versionsOf(queryable: Queryable, workspaceId: string, id: string): Promise<Version[]> {
  const { rows } = await queryable.query<Version>(
    `select version, spec, saved_at as "savedAt", saved_by as "savedBy" from dashboard_version
     where workspace_id = $1 and id = $2 order by version desc`,
    [workspaceId, id],
  );
  return readable(rows, read);
}

export async function addDashboard(
  client: pg.PoolClient,
  workspaceId: string,
  { id, owner, shared, now }: { id: string; owner: string; shared: boolean; now: Date },
): Promise<void> {
  await client.query('insert into dashboard (workspace_id, id, owner, shared, created_at) values ($1, $2, $3, $4, $5)', [
    workspaceId,
    id,
    owner,
    shared,
    now,
  ]);
}

export async function addVersion(
  client: pg.PoolClient,
  workspaceId: string,
  id: string,
  { version, spec, savedAt, savedBy }: Version,
): Promise<void> {
  await client.query(
    'insert into dashboard_version (workspace_id, id, version, spec, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, id, version, JSON.stringify(spec), savedAt, savedBy],
  );
}

export async function shareDashboard(queryable: Queryable, workspaceId: string, id: string, shared: boolean): Promise<void> {
  await queryable.query('update dashboard set shared = $3 where workspace_id = $1 and id = $2', [workspaceId, id, shared]);
}

/** Deleted at an instant, or no longer where it is null. */
export async function markDeleted(queryable: Queryable, workspaceId: string, id: string, at: Date | null): Promise<void> {
  await queryable.query('update dashboard set deleted_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, at]);
}
