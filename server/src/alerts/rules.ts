/** Rules as PostgreSQL keeps them: what one says is in its versions, which are only ever added. */
import { type RuleSpec, ruleSpec } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import { Refusal } from '../errors.ts';
import { readable, readSaved } from '../store/saved-spec.ts';

export interface RuleRecord {
  readonly id: string;
  /** Why it could not be read when it was looked at last. */
  readonly fault: string | null;
  /** Since when it makes no alerts, as what it heard could not be evaluated or told; null of one that does. */
  readonly setAsideAt: Date | null;
  /** For which instant it was looked at last, of those that are looked at as time passes. */
  readonly readAt: Date | null;
  readonly version: number;
  readonly spec: RuleSpec;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly savedBy: string;
}
export type RuleVersion = Omit<RuleRecord, 'id' | 'createdAt' | 'fault' | 'setAsideAt' | 'readAt'>;
export type Queryable = Pick<pg.ClientBase, 'query'>;

const COLUMNS = `r.id, r.fault, r.set_aside_at as "setAsideAt", r.read_at as "readAt", v.version, v.spec, r.created_at as "createdAt", v.saved_at as "savedAt", v.saved_by as "savedBy"`;
const LATEST = `from alert_rule r cross join lateral (
  select * from alert_rule_version v where v.workspace_id = r.workspace_id and v.id = r.id order by version desc limit 1) v
  where r.workspace_id = $1 and r.removed_at is null`;
const read = <Row extends { spec: RuleSpec }>(row: Row): Row => ({ ...row, spec: readSaved(ruleSpec, row.spec) });

/** By name. Those that this version cannot read are left out. */
export async function rulesOf(queryable: Queryable, workspaceId: string): Promise<RuleRecord[]> {
  const { rows } = await queryable.query<RuleRecord>(`select ${COLUMNS} ${LATEST} order by lower(v.spec->>'name'), r.id`, [workspaceId]);
  return readable(rows, read);
}

/** Throws `not_found`. With `lock` nobody else changes it until the transaction ends. */
export async function ruleOf(
  queryable: Queryable,
  workspaceId: string,
  id: string,
  lock: 'for update of r' | '' = '',
): Promise<RuleRecord> {
  // Beforehand: a statement that waits for a lock goes on with the versions that were there when it began.
  if (lock) await queryable.query(`select from alert_rule r where r.workspace_id = $1 and r.id = $2 ${lock}`, [workspaceId, id]);
  const { rows } = await queryable.query<RuleRecord>(`select ${COLUMNS} ${LATEST} and r.id = $2`, [workspaceId, id]);
  if (!rows[0]) throw new Refusal('not_found', `There is no rule ${JSON.stringify(id)}.`);
  return read(rows[0]);
}

export async function countRules(queryable: Queryable, workspaceId: string): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    'select count(*) from alert_rule where workspace_id = $1 and removed_at is null',
    [workspaceId],
  );
  return rows[0]!.count;
}

/** The latest first. */
export async function ruleVersions(queryable: Queryable, workspaceId: string, id: string): Promise<RuleVersion[]> {
  const { rows } = await queryable.query<RuleVersion>(
    `select version, spec, saved_at as "savedAt", saved_by as "savedBy" from alert_rule_version
     where workspace_id = $1 and id = $2 order by version desc`,
    [workspaceId, id],
  );
  return readable(rows as (RuleVersion & { spec: RuleSpec })[], read);
}

export const addRule = (client: pg.PoolClient, workspaceId: string, id: string, at: Date) =>
  client.query('insert into alert_rule (workspace_id, id, created_at) values ($1, $2, $3)', [workspaceId, id, at]);

export async function addRuleVersion(
  client: pg.PoolClient,
  workspaceId: string,
  id: string,
  { version, spec, savedAt, savedBy }: RuleVersion,
) {
  await client.query(
    'insert into alert_rule_version (workspace_id, id, version, spec, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, id, version, JSON.stringify(spec), savedAt, savedBy],
  );
  await client.query('update alert_rule set fault = null, set_aside_at = null where workspace_id = $1 and id = $2', [workspaceId, id]);
  await revise(client, workspaceId);
}

export async function markRemoved(client: pg.PoolClient, workspaceId: string, id: string, at: Date) {
  await client.query('update alert_rule set removed_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, at]);
  await client.query('delete from alert_timer where workspace_id = $1 and rule = $2', [workspaceId, id]);
  await revise(client, workspaceId);
}

/** Whoever evaluates rules reads them anew. */
const revise = (client: pg.PoolClient, workspaceId: string) =>
  client.query('update workspace set alert_rules_revision = alert_rules_revision + 1 where workspace_id = $1', [workspaceId]);
