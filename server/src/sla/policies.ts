/** The policies of a workspace: what they promise now, how they came to, what somebody wants them to promise, and what that would mean. */
import { type Calendar, createCalendar } from '@watchdesk/domain/calendar';
import { type PolicyInput, policyFaults, policySpec, type PolicySpec } from '@watchdesk/domain/sla';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { refuseOvertaken, Refusal } from '../errors.ts';
import { addVersions, lockRules, readVersions, type StoredVersion } from '../rules/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { promiseExamples } from './examples.ts';
import { idFor, inForce, latestOf, refuseFaults, type Saver, versionView } from './versions.ts';

export const noSuchPolicy = (id: string) => new Refusal('not_found', `There is no policy ${id}.`);

/** Those in force, in their order. */
export async function listPolicies({ pool }: Postgres, workspaceId: string, now: number) {
  return specified(inForce(await readVersions(pool, workspaceId, 'policy'), now))
    .toSorted((a, b) => a.spec.rank - b.spec.rank || (a.id < b.id ? -1 : 1))
    .map(({ spec, ...one }) => ({ ...versionView(one as StoredVersion), spec }));
}

const specified = (versions: readonly StoredVersion<'policy'>[]) =>
  versions.flatMap((one) => (one.spec === null ? [] : [{ ...one, spec: policySpec.parse(one.spec) }]));

export async function policyVersions({ pool }: Postgres, workspaceId: string, id: string) {
  const versions = await readVersions(pool, workspaceId, 'policy', id);
  if (versions.length === 0) throw noSuchPolicy(id);
  return versions.toReversed().map((one) => ({ ...versionView(one), spec: one.spec === null ? null : policySpec.parse(one.spec) }));
}

/** The faults of a policy in its workspace, and examples of what it promises. */
export async function previewPolicy({ pool }: Postgres, workspaceId: string, now: number, id: string | null, input: unknown) {
  const calendars = inForce(await readVersions(pool, workspaceId, 'calendar'), now).filter(({ spec }) => spec !== null);
  const others = specified(inForce(await readVersions(pool, workspaceId, 'policy'), now)).filter((one) => one.id !== id);
  const faults = policyFaults(input, { calendars: new Set(calendars.map((one) => one.id)), others });
  if (faults.length > 0) return { faults, examples: [] };
  const byId = new Map<string, Calendar>(calendars.map((one) => [one.id, createCalendar(one.spec!)]));
  return { faults, examples: promiseExamples(policySpec.parse(input), byId, Math.floor(now / 1000)) };
}

/** Adds a version that holds for cycles that begin from now on; a new policy without an id. Running clocks go on as they were promised. */
export const savePolicy = ({ pool }: Postgres, saver: Saver, id: string | null, spec: PolicySpec, base?: number): Promise<string> =>
  inTransaction(pool, (client) => savePolicyIn(client, saver, id, spec, base));

/** The same within a transaction; a refusal leaves it usable. */
export async function savePolicyIn(
  client: pg.PoolClient,
  saver: Saver,
  id: string | null,
  spec: PolicySpec,
  base?: number,
): Promise<string> {
  const { workspaceId, who, now } = saver;
  const { versions, ...surroundings } = await surroundingsOf(client, saver, id);
  if (id !== null && !versions.some((one) => one.id === id)) throw noSuchPolicy(id);
  refuseOvertaken(latestOf(versions, id), base);
  const faults = policyFaults(spec satisfies PolicyInput, surroundings);
  refuseFaults(faults.map(({ field, message }) => ({ field: `spec.${field}`, message })));
  const own = id ?? idFor(spec.name, versions);
  await addVersions(client, workspaceId, 'policy', [{ id: own, name: spec.name, spec, effectiveFrom: new Date(now), savedBy: who.name }]);
  const before = inForce(versions, now).find((one) => one.id === own)?.spec ?? null;
  await appendAudit(client, saver, {
    action: 'policy.saved',
    subject: { kind: 'policy', id: own, name: spec.name },
    before,
    after: spec,
  });
  return own;
}

/** What a policy is saved among, with all versions there are; nobody else saves until the transaction ends. */
export async function surroundingsOf(client: pg.PoolClient, { workspaceId, now }: Saver, id: string | null) {
  await lockRules(client, workspaceId);
  const versions = await readVersions(client, workspaceId, 'policy');
  const calendars = inForce(await readVersions(client, workspaceId, 'calendar'), now).filter((one) => one.spec !== null);
  const others = specified(inForce(versions, now)).filter((one) => one.id !== id);
  return { versions, calendars: new Set(calendars.map((one) => one.id)), others };
}

/** No cycle begins under it any more. */
export async function retirePolicy({ pool }: Postgres, saver: Saver, id: string): Promise<void> {
  const { workspaceId, who, now } = saver;
  await inTransaction(pool, async (client) => {
    await lockRules(client, workspaceId);
    const policy = inForce(await readVersions(client, workspaceId, 'policy', id), now)[0];
    if (!policy?.spec) throw noSuchPolicy(id);
    await addVersions(client, workspaceId, 'policy', [
      { id, name: policy.name, spec: null, effectiveFrom: new Date(now), savedBy: who.name },
    ]);
    await appendAudit(client, saver, {
      action: 'policy.retired',
      subject: { kind: 'policy', id, name: policy.name },
      before: policy.spec,
    });
  });
}
