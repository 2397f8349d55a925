/** Escalation policies: ladders with a name. Rules name them, and find them as they are when somebody is to be told. */
import { randomUUID } from 'node:crypto';
import type { PolicySpec } from '@watchdesk/domain/on-call';
import { appendAudit } from '../audit/index.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { inTransaction, ring } from '../store/postgres/index.ts';
import type { OnCallParts, Writer } from './parts.ts';
import { policiesOf, policyOf, type PolicyRecord, type Queryable, removePolicy, scheduleVersions, writePolicy } from './records.ts';

const MOST_POLICIES = 100;

export function createPolicies({ postgres: { pool }, clock }: OnCallParts) {
  async function refuseUnknown(queryable: Queryable, workspaceId: string, { steps }: PolicySpec): Promise<void> {
    const known = new Set((await scheduleVersions(queryable, workspaceId)).map(({ id }) => id));
    for (const [place, { tell }] of steps.entries())
      for (const [index, schedule] of (tell.onCall ?? []).entries())
        if (!known.has(schedule)) throw invalid(`policy.steps.${place}.tell.onCall.${index}`, 'must be a schedule of the workspace');
  }

  return {
    list: async (workspaceId: string) => ({ policies: (await policiesOf(pool, workspaceId)).map(viewOf) }),

    /** Without an id a new one. */
    async save({ workspaceId, who, name }: Writer, id: string | null, spec: PolicySpec, base?: number) {
      return inTransaction(pool, async (client) => {
        await refuseUnknown(client, workspaceId, spec);
        const before = id === null ? undefined : await policyOf(client, workspaceId, id, 'for update');
        if (id !== null && !before) throw missing(id);
        if (before) refuseOvertaken(before.version, base);
        else if ((await policiesOf(client, workspaceId)).length >= MOST_POLICIES)
          throw new Refusal('not_possible', `There are ${MOST_POLICIES} policies; remove one first.`);
        const saved = { id: id ?? randomUUID(), version: (before?.version ?? 0) + 1, spec, savedAt: new Date(clock.now()), savedBy: name };
        await writePolicy(client, workspaceId, saved);
        const subject = { kind: 'escalation_policy', id: saved.id, name: spec.name } as const;
        const deed = {
          action: 'escalation_policy.saved',
          subject,
          before: before ? { ...before.spec } : null,
          after: { ...spec },
        } as const;
        await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
        await ring(client, 'on_call', workspaceId);
        return viewOf(saved);
      });
    },

    async remove({ workspaceId, who }: Writer, id: string): Promise<void> {
      await inTransaction(pool, async (client) => {
        const before = await policyOf(client, workspaceId, id, 'for update');
        if (!before) throw missing(id);
        await removePolicy(client, workspaceId, id);
        const subject = { kind: 'escalation_policy', id, name: before.spec.name } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'escalation_policy.removed', subject, before: { ...before.spec } },
        );
        await ring(client, 'on_call', workspaceId);
      });
    },
  };
}

const missing = (id: string) => new Refusal('not_found', `There is no policy ${JSON.stringify(id)}.`);
const viewOf = ({ savedAt, ...policy }: PolicyRecord) => ({ ...policy, savedAt: savedAt.toISOString() });
