/** What rules look at of incidents: each as it was once an event had happened, folded from all that is known of it, whatever the event itself says. */
import type { IncidentFacts } from '@watchdesk/domain/alerting';
import type { IncidentEvent } from '@watchdesk/domain/event';
import { rankOf, stageOf, toldOfIncident } from '@watchdesk/domain/incident';
import type { Queryable } from './rules.ts';

const PREFIX = 'incident/';
/** Null of what is no stream of an incident. */
export const incidentOf = (stream: string): string | null => (stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : null);

export interface IncidentsThen {
  /** By `placeOf` an event, of all events of these incidents. None of an incident that nobody had declared or proposed by then. */
  readonly facts: ReadonlyMap<string, IncidentFacts>;
  /** By incident: when we were first told of it. */
  readonly knownSince: ReadonlyMap<string, number>;
}

/** Of what had happened to these incidents. */
export async function incidentFacts(
  queryable: Queryable,
  workspaceId: string,
  incidents: readonly string[],
  placeOf: (event: Pick<IncidentEvent, 'source' | 'id'>) => string,
): Promise<IncidentsThen> {
  const facts = new Map<string, IncidentFacts>();
  const knownSince = new Map<string, number>();
  if (incidents.length === 0) return { facts, knownSince };
  const { rows } = await queryable.query<IncidentEvent & { actor_kind: string; actor_id: string | null; stream: string; received: Date }>(
    'select id, source, at, seq, actor_kind, actor_id, stream, type, data, received_at as received from event_log where workspace_id = $1 and stream = any($2)',
    [workspaceId, incidents.map((id) => PREFIX + id)],
  );
  for (const [stream, own] of Map.groupBy(rows, (row) => row.stream)) {
    const events = own.map(
      ({ actor_kind: kind, actor_id: id, stream: _, received: _received, ...event }) =>
        ({ ...event, actor: { kind, ...(id !== null && { id }) } }) as IncidentEvent,
    );
    knownSince.set(stream.slice(PREFIX.length), Math.min(...own.map(({ received }) => received.getTime())));
    toldOfIncident(stream.slice(PREFIX.length), events, (event, state, before) => {
      if (state.declaredAt === null && state.proposedAt === null) return;
      const by = rankOf(before) - rankOf(state.severity);
      const isChange = event.type === 'incident.severity_changed' && by !== 0;
      facts.set(placeOf(event), {
        severity: state.severity,
        stage: stageOf(state),
        severityChange: isChange ? (by > 0 ? 'raised' : 'lowered') : null,
      });
    });
  }
  return { facts, knownSince };
}
