/** What an incident called people by is over with it: its alerts end, and with them their ladders. */
import { dedupeOf, type Rule } from '@watchdesk/domain/alerting';
import type { EventType } from '@watchdesk/domain/event';
import { calledOff, type IncidentState, isStillOwed } from '@watchdesk/domain/incident';
import type { OutboxRow } from '../store/postgres/index.ts';
import type { Heard } from './hear.ts';
import { incidentOf } from './incident-facts.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Queryable } from './rules.ts';

interface OpenAlert {
  readonly rule: string;
  readonly key: string;
  readonly since: Date;
  readonly incident: string;
  readonly type: EventType;
}

interface Happening {
  readonly stream: string;
  readonly type: EventType;
  readonly at: number;
}

export interface CalledOffBy {
  /** The ends of alerts that are open. */
  readonly heard: readonly Heard[];
  /** Whether what happened is still owed at `now` (ms): its incident goes on, and nobody has done what it asked for. */
  isOwed(event: Happening & { readonly data: unknown }, now: number): boolean;
  /** The end of one that begins with this event, which came in one breath with it; null where it goes on. */
  endOf(rule: Rule, key: string, event: Happening): Heard | null;
}

/** Of the incidents of one workspace that have changed. They are looked at as they are: of one that was opened again meanwhile nothing ends. */
export async function calledOffBy(
  queryable: Queryable,
  workspaceId: string,
  rows: readonly OutboxRow[],
  { byId }: RuleSet,
): Promise<CalledOffBy> {
  const changed = [...new Set(rows.flatMap(({ kind, id }) => (kind === 'incident' ? [id] : [])))];
  const states = new Map<string, IncidentState>();
  const endOf = (rule: Rule, key: string, incident: string, type: EventType, at: number): Heard | null => {
    const state = states.get(incident);
    // An alert that is about whatever happens to any of them does not end with one.
    const end = state && dedupeOf(rule.spec).includes('ticket') ? calledOff(state, { type, at }) : null;
    return end && { rule, signal: { type: 'over', at: end.at, note: end.how, key } };
  };
  const given: CalledOffBy = {
    heard: [],
    endOf(rule, key, { stream, type, at }) {
      const incident = incidentOf(stream);
      return incident === null ? null : endOf(rule, key, incident, type, at);
    },
    isOwed({ stream, type, data }, now) {
      const state = states.get(incidentOf(stream) ?? '');
      return state !== undefined && isStillOwed(state, { type, data: data as Readonly<Record<string, unknown>> }, now);
    },
  };
  if (changed.length === 0) return given;
  const [incidents, open] = await Promise.all([
    queryable.query<{ id: string; state: IncidentState }>(
      'select id, state from incident where workspace_id = $1 and id = any($2) and state is not null',
      [workspaceId, changed],
    ),
    queryable.query<OpenAlert>(
      `select rule, key, since, figure->'happened'->'data'->>'incident' as incident, figure->'happened'->>'type' as type from alert
       where workspace_id = $1 and not finished and figure->'happened'->'data'->>'incident' = any($2)`,
      [workspaceId, changed],
    ),
  ]);
  for (const { id, state } of incidents.rows) states.set(id, state);
  const heard = open.rows.flatMap(({ rule: id, key, since, incident, type }) => {
    const rule = byId.get(id);
    return (rule && endOf(rule, key, incident, type, since.getTime())) || [];
  });
  return { ...given, heard };
}
