/**
 * To which agent tickets go that go to whoever is on call. Read once and asked of any instant, as dry runs look back: the past of a schedule stays as it was; policies, and who is which
 * agent, are as they are now.
 */
import { onCallAt, type PolicySpec } from '@watchdesk/domain/on-call';
import { type Plan, plansOf, secondsOf } from './plans.ts';
import { type PolicyRecord, policiesOf, type Queryable } from './records.ts';
import type { Roster } from './roster.ts';

/** A schedule or an escalation policy, by its id. */
type Called = { readonly schedule: string } | { readonly policy: string };
type Answer = { readonly agent: string } | { readonly agent: null; readonly why: string };

/** What answers at an instant in milliseconds since 1970: the agent, or in half a sentence why there is none. */
export async function agentsOnCall(
  queryable: Queryable,
  workspaceId: string,
  called: readonly Called[],
  roster: () => Promise<Roster>,
): Promise<(asked: Called, at: number) => Answer> {
  const wanted = new Set(called.flatMap((one) => ('policy' in one ? [one.policy] : [])));
  const policies = wanted.size === 0 ? [] : (await policiesOf(queryable, workspaceId)).filter(({ id }) => wanted.has(id));
  const named = called.flatMap((one) => ('schedule' in one ? [one.schedule] : []));
  const plans = await plansOf(queryable, workspaceId, [...new Set([...named, ...policies.flatMap(({ spec }) => schedulesOf(spec))])]);
  const known = await roster();
  return (asked, at) =>
    'schedule' in asked
      ? bySchedule(
          plans.find(({ id }) => id === asked.schedule),
          known,
          at,
        )
      : byPolicy(
          policies.find(({ id }) => id === asked.policy),
          plans,
          known,
          at,
        );
}

/** In the order in which it pages them. */
const schedulesOf = ({ steps }: PolicySpec): string[] => [...new Set(steps.flatMap(({ tell }) => tell.onCall ?? []))];

const nobody = (why: string): Answer => ({ agent: null, why });

function bySchedule(plan: Plan | undefined, roster: Roster, at: number): Answer {
  if (!plan) return nobody('the schedule is gone');
  const { name } = plan.latest.spec;
  const person = onCallAt(plan.history, secondsOf(at));
  if (person === null) return nobody(`nobody is on call in ${name}`);
  const member = roster.of(person);
  if (!member) return nobody(`who is on call in ${name} does not belong to the workspace any more`);
  return member.agentId === null ? nobody(`${member.name}, who is on call in ${name}, is no agent`) : { agent: member.agentId };
}

/** Whoever it pages first and who can be given a ticket. */
function byPolicy(policy: PolicyRecord | undefined, plans: readonly Plan[], roster: Roster, at: number): Answer {
  if (!policy) return nobody('the escalation policy is gone');
  const reasons: string[] = [];
  for (const schedule of schedulesOf(policy.spec)) {
    const answer = bySchedule(
      plans.find(({ id }) => id === schedule),
      roster,
      at,
    );
    if (answer.agent !== null) return answer;
    reasons.push(answer.why);
  }
  return nobody(reasons.join(', and ') || `the policy ${policy.spec.name} names no schedule`);
}
