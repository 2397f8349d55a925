/** What a workspace promises of its incidents, in versions. Each incident keeps the one that was in force when it was declared. */
import { type IncidentPolicy, incidentPolicy } from '@watchdesk/domain/event';
import { STANDARD_POLICY } from '@watchdesk/domain/incident';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { refuseOvertaken } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Queryable } from './records.ts';

export interface SavedPolicy {
  readonly policy: IncidentPolicy;
  /** Null where nobody has said anything yet, and the standard one holds. */
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}

export async function policyOf(queryable: Queryable, workspaceId: string): Promise<SavedPolicy> {
  const { rows } = await queryable.query<{ policy: unknown; savedAt: Date; savedBy: string }>(
    `select policy, saved_at as "savedAt", saved_by as "savedBy" from incident_policy where workspace_id = $1 order by version desc limit 1`,
    [workspaceId],
  );
  const [row] = rows;
  // What this version cannot read promises what it did to begin with.
  const policy = row && incidentPolicy.safeParse(row.policy).data;
  return row && policy
    ? { policy, savedAt: row.savedAt.toISOString(), savedBy: row.savedBy }
    : { policy: STANDARD_POLICY, savedAt: null, savedBy: null };
}

/** Each that was ever saved, as it is kept, the latest first; versions that this one cannot read are left out. */
export async function policyVersions(queryable: Queryable, workspaceId: string): Promise<SavedPolicy[]> {
  const { rows } = await queryable.query<{ policy: unknown; savedAt: Date; savedBy: string }>(
    `select policy, saved_at as "savedAt", saved_by as "savedBy" from incident_policy where workspace_id = $1 order by version desc limit 200`,
    [workspaceId],
  );
  return rows.flatMap(({ policy, savedAt, savedBy }) => {
    const read = incidentPolicy.safeParse(policy).data;
    return read ? [{ policy: read, savedAt: savedAt.toISOString(), savedBy }] : [];
  });
}

/** Refuses what was begun from another version than the latest. */
export async function savePolicy(
  { postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  { workspaceId, who, name }: { readonly workspaceId: string; readonly who: Who; readonly name: string },
  said: Omit<IncidentPolicy, 'version'>,
  base: number | undefined,
): Promise<void> {
  const now = clock.now();
  await inTransaction(postgres.pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('incident policy'), hashtext($1))`, [workspaceId]);
    const before = await policyOf(client, workspaceId);
    refuseOvertaken(before.policy.version, base);
    const version = before.policy.version + 1;
    const policy: IncidentPolicy = { ...said, version };
    await client.query('insert into incident_policy (workspace_id, version, policy, saved_at, saved_by) values ($1, $2, $3, $4, $5)', [
      workspaceId,
      version,
      JSON.stringify(policy),
      new Date(now),
      name,
    ]);
    const subject = { kind: 'incident_policy', id: String(version), name: null } as const;
    await appendAudit(
      client,
      { workspaceId, who, now },
      { action: 'incident_policy.saved', subject, before: before.policy, after: policy },
    );
  });
}
