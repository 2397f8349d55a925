/**
 * On-call: schedules, what is agreed for single stretches, escalation policies, how evenly it is shared, and calendars of it. Nobody is told from here: notifications ask who is on
 * call when they tell somebody (`standing`), and what a policy says (`policyOf`); automations ask to which agent a ticket goes (`agents`).
 */
import { audienceOf, onCallAt } from '@watchdesk/domain/on-call';
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { agentsOnCall } from './agents.ts';
import { createAgreements, type Tell } from './agreements.ts';
import { createFairness } from './fairness.ts';
import { createFeed } from './feed.ts';
import { plansOf, secondsOf } from './plans.ts';
import { createPolicies } from './policies.ts';
import { policiesOf, policyOf as readPolicyOf, type Queryable } from './records.ts';
import { type Colleague, rosterOf } from './roster.ts';
import { createSchedules } from './schedules.ts';
import { createSwaps } from './swaps.ts';

export type { Writer } from './parts.ts';
export type OnCall = ReturnType<typeof createOnCall>;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Where people reach the application. */
  readonly address: string;
  /** Who has an account in a workspace. */
  readonly colleagues: (workspaceId: string) => Promise<readonly Colleague[]>;
  /** Posts a notice, in the transaction. */
  readonly post: (client: pg.PoolClient, workspaceId: string, notice: Notice, audience: AudienceInput) => Promise<void>;
}

export function createOnCall({ postgres, clock, vault, address, colleagues, post }: Parts) {
  const { pool } = postgres;
  const rosterFor = async (workspaceId: string) => rosterOf(pool, workspaceId, await colleagues(workspaceId));
  const parts = { postgres, clock, rosterFor };
  const { planOf, ...schedules } = createSchedules(parts);
  // As accounts are named there.
  const tell: Tell = (client, workspaceId, notice, person) =>
    post(client, workspaceId, notice, { people: [person.slice('person:'.length)] });
  return {
    schedules,
    agreements: createAgreements({ ...parts, planOf, tell }),
    swaps: createSwaps({ ...parts, planOf, tell }),
    policies: createPolicies(parts),
    fairness: createFairness(parts),
    feed: createFeed({ ...parts, vault, address }),

    /** Who can be on call, by name. */
    async people(workspaceId: string) {
      const { all } = await rosterFor(workspaceId);
      const agentOf = (agentId: string | null) => (agentId === null ? null : `agent:${agentId}`);
      return {
        people: all.map(({ id, name, zone, isReachable, agentId }) => ({ id, name, zone, isReachable, agent: agentOf(agentId) })),
      };
    },

    /** Who is on call in these schedules, each in its turn; a schedule that is gone has no name, one in a gap nobody. `at` in milliseconds since 1970. */
    async standing(queryable: Queryable, workspaceId: string, ids: readonly string[], at: number) {
      const plans = await plansOf(queryable, workspaceId, ids);
      return [...new Set(ids)].map((schedule) => {
        const plan = plans.find(({ id }) => id === schedule);
        return { schedule, name: plan?.latest.spec.name ?? null, person: plan ? onCallAt(plan.history, secondsOf(at)) : null };
      });
    },

    /** Which agent is on call in these schedules and by these policies, at any instant. */
    agents: (queryable: Queryable, workspaceId: string, called: Parameters<typeof agentsOnCall>[2]) =>
      agentsOnCall(queryable, workspaceId, called, () => rosterFor(workspaceId)),

    /** Whom a policy tells, with its ladder, and how soon they are to acknowledge; null for one that is gone. */
    async policyOf(queryable: Queryable, workspaceId: string, policy: string) {
      const found = await readPolicyOf(queryable, workspaceId, policy);
      return found ? { audience: audienceOf(found.spec), respondSeconds: found.spec.respondMinutes * 60 } : null;
    },

    /** Where nobody says who is paged: the one policy that there is, else whoever is on call in any schedule; null where there is neither. */
    async usuallyCalled(queryable: Queryable, workspaceId: string): Promise<AudienceInput | null> {
      const [policy, ...others] = await policiesOf(queryable, workspaceId);
      if (policy && others.length === 0) return { policy: policy.id };
      const all = await plansOf(queryable, workspaceId);
      return all.length > 0 ? { onCall: all.map(({ id }) => id) } : null;
    },
  };
}
