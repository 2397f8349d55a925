/** Automations as PostgreSQL keeps them: their versions, of which the latest counts, and their places. */
import { type AutomationSpec, automationSpec } from '@watchdesk/domain/automation';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface AutomationVersion {
  readonly version: number;
  readonly spec: AutomationSpec;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface AutomationRecord extends AutomationVersion {
  readonly id: string;
  readonly place: number;
  readonly createdAt: Date;
  /** Null while it is off. */
  readonly enabledAt: Date | null;
  readonly lookedUntil: Date | null;
}

const VERSION = `version, spec, saved_at as "savedAt", saved_by as "savedBy"`;
const CURRENT = `select a.id, a.place, a.created_at as "createdAt", a.enabled_at as "enabledAt", a.looked_until as "lookedUntil", last.*
  from automation a
  join lateral (select ${VERSION} from automation_version v where v.workspace_id = a.workspace_id and v.id = a.id order by version desc limit 1) last on true
  where a.workspace_id = $1 and a.deleted_at is null`;

const read = <V extends AutomationVersion>(row: V): V => ({ ...row, spec: readSaved(automationSpec, row.spec) });

/** In their order. */
export async function automationsOf(queryable: Queryable, workspaceId: string): Promise<AutomationRecord[]> {
  const { rows } = await queryable.query<AutomationRecord>(`${CURRENT} order by a.place, a.id`, [workspaceId]);
  return readable(rows, read);
}

/** Those that are on, in their order. */
export async function automationsOn(queryable: Queryable, workspaceId: string): Promise<AutomationRecord[]> {
  const { rows } = await queryable.query<AutomationRecord>({
    name: 'automations-on',
    text: `${CURRENT} and a.enabled_at is not null order by a.place, a.id`,
    values: [workspaceId],
  });
  return readable(rows, read);
}

/** The latest first; also of one that was removed. */
export async function versionsOf(queryable: Queryable, workspaceId: string, id: string): Promise<AutomationVersion[]> {
  const { rows } = await queryable.query<AutomationVersion>(
    `select ${VERSION} from automation_version where workspace_id = $1 and id = $2 order by version desc`,
    [workspaceId, id],
  );
  return readable(rows, read);
}

/** Nobody else changes the automations of the workspace until the transaction ends. */
export async function lockAutomations(queryable: Queryable, workspaceId: string): Promise<void> {
  await queryable.query(`select pg_advisory_xact_lock(hashtext('automations'), hashtext($1))`, [workspaceId]);
}

export async function addAutomation(queryable: Queryable, workspaceId: string, id: string, at: Date): Promise<void> {
  await queryable.query(
    `insert into automation (workspace_id, id, place, created_at)
     select $1, $2, coalesce(max(place), 0) + 1, $3 from automation where workspace_id = $1`,
    [workspaceId, id, at],
  );
}

/** Also puts it on or off; what it missed while it was off is not made up for. */
export async function addVersion(
  queryable: Queryable,
  workspaceId: string,
  id: string,
  { version, spec, savedAt, savedBy }: AutomationVersion,
): Promise<void> {
  await queryable.query(
    'insert into automation_version (workspace_id, id, version, spec, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, id, version, JSON.stringify(spec), savedAt, savedBy],
  );
  await queryable.query(
    `update automation set enabled_at = case when $3 then coalesce(enabled_at, $4) end,
       looked_until = case when $3 then coalesce(looked_until, $4) end, timers_of = null
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, spec.enabled, savedAt],
  );
}

export async function putInOrder(queryable: Queryable, workspaceId: string, ids: readonly string[]): Promise<void> {
  await queryable.query(
    `update automation a set place = wanted.place from unnest($2::text[]) with ordinality as wanted(id, place)
     where a.workspace_id = $1 and a.id = wanted.id`,
    [workspaceId, ids],
  );
}

export async function markRemoved(queryable: Queryable, workspaceId: string, id: string, at: Date): Promise<void> {
  await queryable.query(
    'update automation set deleted_at = $3, enabled_at = null, looked_until = null where workspace_id = $1 and id = $2',
    [workspaceId, id, at],
  );
  await queryable.query('delete from automation_timer where workspace_id = $1 and automation = $2', [workspaceId, id]);
}
