/** Adds versions of policies and calendars: each is a new one, and what is promised by it is run again where it must be. */
import type pg from 'pg';
import type { Kind, StoredVersion } from '../store/rule-versions.ts';

type Queryable = Pick<pg.Pool, 'query'>;

export type Draft<K extends Kind> = Pick<StoredVersion<K>, 'id' | 'name' | 'spec' | 'effectiveFrom' | 'savedBy'>;

/** Adds the next version of each and counts the revision up. The workspace is locked, so that two who save come one after the other. */
export async function addVersions<K extends Kind>(
  client: pg.PoolClient,
  workspaceId: string,
  kind: K,
  drafts: readonly Draft<K>[],
): Promise<void> {
  await lockRules(client, workspaceId);
  for (const { id, name, spec, effectiveFrom, savedBy } of drafts)
    await client.query(
      // Never before the version it follows, whatever the clocks of two servers say.
      `insert into ${kind}_version (workspace_id, id, version, name, spec, effective_from, saved_by)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4,
         case when $5::timestamptz is not null then greatest($5::timestamptz, max(effective_from)) end, $6
       from ${kind}_version where workspace_id = $1 and id = $2`,
      [workspaceId, id, name, spec === null ? null : JSON.stringify(spec), effectiveFrom && secondOf(effectiveFrom), savedBy],
    );
  await client.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [workspaceId]);
  // Events from then on may have been taken by the rules of before, or are being taken by them at this moment.
  for (const since of new Set(drafts.flatMap(({ effectiveFrom }) => effectiveFrom?.getTime() ?? [])))
    await askToReclock(client, workspaceId, { since: new Date(since) });
}

/** Cycles begin in whole seconds, and so do versions. */
const secondOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

/** Nobody else saves rules of the workspace until the transaction ends. */
export async function lockRules(client: pg.PoolClient, workspaceId: string): Promise<void> {
  await client.query('select from workspace where workspace_id = $1 for no key update', [workspaceId]);
}

/** Has the clocks of these tickets run again (sla/reclocking.ts). */
export async function askToReclock(
  queryable: Queryable,
  workspaceId: string,
  scope: { all: true } | { since: Date } | { customer: string } | { organisation: string },
): Promise<void> {
  const [name, value] = Object.entries(scope)[0]!;
  await queryable.query('insert into reclock (workspace_id, scope, subject, since) values ($1, $2, $3, $4)', [
    workspaceId,
    name,
    typeof value === 'string' ? value : null,
    value instanceof Date ? secondOf(value) : null,
  ]);
}
