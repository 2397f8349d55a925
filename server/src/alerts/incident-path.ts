/** Whom a notice of an incident goes to besides those whom its rule names: whoever has a role in the incident, and whoever its escalation path brings in by it. */
import type { Rule } from '@watchdesk/domain/alerting';
import { type EscalationStep, type IncidentState, stepsBroughtIn } from '@watchdesk/domain/incident';
import { audience as audienceSchema, type Audience, type AudienceInput, namesNobody } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { AlertRecord } from './records.ts';

/** Whoever is on call where a path names nobody; null where there is no on-call. */
export type UsuallyCalled = (tx: pg.ClientBase, workspaceId: string) => Promise<AudienceInput | null>;

interface Called {
  readonly rule: Rule;
  readonly record: AlertRecord;
  /** Where it is heard of only now: who would have been called since is called with it. */
  readonly heardAt?: number | undefined;
}

/** Whom to tell: an audience, and the escalation policies that the path goes by besides its first. */
export interface Calling {
  readonly audience: Audience;
  readonly policies?: readonly string[];
}

/** For each of these alerts whom its rule tells now. Incidents are looked at as they are, as others may have changed them since. */
export async function audiencesOf(
  client: pg.ClientBase,
  workspaceId: string,
  told: readonly Called[],
  usually: UsuallyCalled = async () => null,
): Promise<(one: Called) => Calling> {
  const following = told.filter(({ rule: { spec } }) => spec.audience.incidentPath || spec.audience.incidentRoles?.length);
  if (following.length === 0) return ({ rule }) => ({ audience: rule.spec.audience });
  const ids = new Set(following.flatMap(({ record }) => incidentIn(record) ?? []));
  const { rows } = await client.query<{ id: string; state: IncidentState }>(
    'select id, state from incident where workspace_id = $1 and id = any($2) and state is not null',
    [workspaceId, [...ids]],
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const usual = following.some(({ rule }) => rule.spec.audience.incidentPath) ? await usually(client, workspaceId) : null;
  const accounts = await accountsOf(client, workspaceId, [...states.values()]);
  return ({ rule: { spec }, record, heardAt }) => {
    const { incidentPath, incidentRoles = [], ...named } = spec.audience;
    if (!incidentPath && incidentRoles.length === 0) return { audience: named };
    const id = incidentIn(record);
    const state = id === null ? undefined : states.get(id);
    const { happened } = record.evidence ?? {};
    if (!state || !happened) return { audience: named };
    const people = incidentRoles.flatMap((role) => state.roles[role].flatMap((agent) => accounts.get(agent) ?? []));
    const own = { ...named, people: [...new Set([...named.people, ...people])] };
    if (!incidentPath) return { audience: own };
    const event = { ...happened.data, type: happened.type, at: record.state.since };
    // Each moment calls whom it would have called.
    const moments = Map.groupBy(stepsBroughtIn(state, event, heardAt), ({ dueAt }) => (heardAt === undefined ? 0 : dueAt));
    return joined(
      own,
      [...moments.values()].flatMap((steps) => calledBy(steps, usual)),
    );
  };
}

/** The accounts of whoever has a role in these: by agent, and of whoever is none by the name that they act under. */
async function accountsOf(client: pg.ClientBase, workspaceId: string, states: readonly IncidentState[]): Promise<Map<string, string[]>> {
  const agents = new Set(states.flatMap(({ roles }) => Object.values(roles).flat()));
  if (agents.size === 0) return new Map();
  const { rows } = await client.query<{ agent: string; account: string }>(
    `select coalesce(m.agent_id, u.name) as agent, m.user_id as account from member m join auth_user u on u.id = m.user_id
     where m.workspace_id = $1 and m.active and coalesce(m.agent_id, u.name) = any($2)`,
    [workspaceId, [...agents]],
  );
  return new Map([...Map.groupBy(rows, ({ agent }) => agent)].map(([agent, own]) => [agent, own.map(({ account }) => account)]));
}

/** Those of all of these together; who else is told, and when, as the first says. */
export function together([first, ...others]: readonly [Calling, ...Calling[]]): Calling {
  const { audience, policies } = joined(
    first.audience,
    others.flatMap((one) => [one.audience, ...(one.policies ?? []).map((policy) => ({ policy }))]),
  );
  return { audience, policies: [...new Set([...(first.policies ?? []), ...(policies ?? [])])] };
}

export const incidentIn = ({ evidence }: AlertRecord): string | null => {
  const id = evidence?.happened?.data['incident'];
  return typeof id === 'string' ? id : null;
};

/** Nobody where nobody is brought in: who is in it already is not called again. */
function calledBy(steps: readonly EscalationStep[], usual: AudienceInput | null): AudienceInput[] {
  const named = steps.flatMap(({ who }) => (who && !(namesNobody(who) && who.policy === undefined) ? [who] : []));
  return named.length > 0 || steps.length === 0 || usual === null ? named : [usual];
}

/** Every policy of this moment pages, each once. */
function joined(own: Audience, called: readonly AudienceInput[]): Calling {
  const all = [own, ...called.map((one) => audienceSchema.parse(one))];
  const each = (kind: 'people' | 'roles' | 'teams' | 'channels') => [...new Set(all.flatMap((one) => one[kind]))];
  const [policy, ...policies] = new Set(all.flatMap((one) => one.policy ?? []));
  const onCall = [...new Set(all.flatMap((one) => one.onCall ?? []))];
  const audience = {
    ...own,
    people: each('people'),
    roles: each('roles'),
    teams: each('teams'),
    channels: each('channels'),
    ...(onCall.length > 0 && { onCall }),
    ...(policy !== undefined && { policy }),
  };
  return { audience, policies };
}
