/** Those of an audience who are there because they are on call at that moment, and why of a schedule nobody is. */
import {
  type Audience,
  audience as audienceSchema,
  type AudienceInput,
  type AudienceStep,
  type Group,
  onCallOf,
} from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Colleague } from './people.ts';

export interface PolicySays {
  /** Whom it tells, with its ladder. */
  readonly audience: AudienceInput;
  /** Within so many seconds a page is to be acknowledged. */
  readonly respondSeconds: number;
}

export interface OnCallSource {
  /** Who is on call in these schedules; one that is gone has no name, one in a gap nobody. */
  standing(
    tx: pg.ClientBase,
    workspaceId: string,
    schedules: readonly string[],
    at: number,
  ): Promise<readonly { readonly schedule: string; readonly name: string | null; readonly person: string | null }[]>;
  /** What a policy says; null for one that is gone. */
  policyOf(tx: pg.ClientBase, workspaceId: string, policy: string): Promise<PolicySays | null>;
}

/** Where there is no on-call. */
export const NOBODY_ON_CALL: OnCallSource = {
  standing: async (_tx, _workspaceId, schedules) => schedules.map((schedule) => ({ schedule, name: null, person: null })),
  policyOf: async () => null,
};

/** Who is on call in a schedule. */
export type Standing = Awaited<ReturnType<OnCallSource['standing']>>[number];

export interface Paged {
  /** Account and schedule: of several the first. */
  readonly by: ReadonlyMap<string, string>;
  /** Schedules by which nobody is reached, and why. */
  readonly missed: readonly (readonly [schedule: string, reason: string])[];
}

/** Of these schedules, by what is known of each. */
export function pagedOf(schedules: readonly string[], standing: ReadonlyMap<string, Standing>, everybody: readonly Colleague[]): Paged {
  const by = new Map<string, string>();
  const missed: [string, string][] = [];
  for (const id of schedules) {
    const { name = null, person = null } = standing.get(id) ?? {};
    const [account] = person === null ? [] : onCallOf([person], everybody);
    if (account !== undefined) by.set(account, by.get(account) ?? id);
    else missed.push([id, reasonOf(name, person)]);
  }
  return { by, missed };
}

/**
 * An audience with what these policies say now; who is named besides is told at once, and by steps of the same moment. Of a policy that is gone nobody else would
 * hear: those on call of a schedule that is not there are the administrators. What several policies say for the same moment is one step, so that nobody is
 * told twice then.
 */
export function withPolicies(
  { policy: _, ...own }: Audience,
  asked: readonly string[],
  policies: ReadonlyMap<string, PolicySays | null>,
): Omit<Audience, 'policy'> {
  const whole = asked.reduce((audience, policy) => withPolicy(audience, policy, policies.get(policy) ?? null), own);
  if (asked.length < 2) return whole;
  const byMoment = Map.groupBy(whole.ladder ?? [], ({ afterMs }) => afterMs);
  const ladder = [...byMoment].map(([afterMs, steps]) => ({ ...steps.map(groupIn).reduce(joinedGroups), afterMs }));
  return { ...whole, ladder: ladder.toSorted((a, b) => a.afterMs - b.afterMs) };
}

const groupIn = ({ afterMs: _, ...group }: AudienceStep): Group => group;

function withPolicy(own: Omit<Audience, 'policy'>, policy: string, given: PolicySays | null): Omit<Audience, 'policy'> {
  if (!given) return { ...own, onCall: [...(own.onCall ?? []), policy] };
  const { ladder = [], policy: _, ...first } = audienceSchema.parse(given.audience);
  return { ...joinedGroups(own, first), ladder: [...(own.ladder ?? []), ...ladder] };
}

/** Those of either. */
const joinedGroups = (one: Group, other: Group): Group => ({
  people: [...one.people, ...other.people],
  roles: [...one.roles, ...other.roles],
  teams: [...one.teams, ...other.teams],
  channels: [...one.channels, ...other.channels],
  onCall: [...(one.onCall ?? []), ...(other.onCall ?? [])],
  ticketAssignee: (one.ticketAssignee ?? false) || (other.ticketAssignee ?? false),
  ticketTeamLeads: (one.ticketTeamLeads ?? false) || (other.ticketTeamLeads ?? false),
});

function reasonOf(name: string | null, person: string | null): string {
  if (name === null) return 'there is no such schedule or policy any more';
  if (person === null) return `nobody is on call in ${name}`;
  const [kind, id] = [person.slice(0, person.indexOf(':')), person.slice(person.indexOf(':') + 1)];
  return kind === 'agent'
    ? `the agent ${id}, who is on call in ${name}, has no account here`
    : `who is on call in ${name} does not belong to the workspace`;
}
