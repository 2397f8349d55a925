/** Whom a notice of an incident goes to besides those whom its rule names: whoever the escalation path of the incident brings in by it. */
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
  const following = told.filter(({ rule }) => rule.spec.audience.incidentPath);
  if (following.length === 0) return ({ rule }) => ({ audience: rule.spec.audience });
  const ids = new Set(following.flatMap(({ record }) => incidentIn(record) ?? []));
  const { rows } = await client.query<{ id: string; state: IncidentState }>(
    'select id, state from incident where workspace_id = $1 and id = any($2) and state is not null',
    [workspaceId, [...ids]],
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const usual = await usually(client, workspaceId);
  return ({ rule: { spec }, record }) => {
    if (!spec.audience.incidentPath) return { audience: spec.audience };
    const { incidentPath: _, ...own } = spec.audience;
    const id = incidentIn(record);
    const state = id === null ? undefined : states.get(id);
    const { happened } = record.evidence ?? {};
    if (!state || !happened) return { audience: own };
    return joined(own, calledBy(stepsBroughtIn(state, { ...happened.data, type: happened.type, at: record.state.since }), usual));
  };
}

const incidentIn = ({ evidence }: AlertRecord): string | null => {
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
