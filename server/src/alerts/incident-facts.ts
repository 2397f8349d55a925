/** What rules look at of incidents: each as it was once an event had happened, folded from all that is known of it, whatever the event itself says. */
import type { IncidentFacts } from '@watchdesk/domain/alerting';
import type { IncidentEvent } from '@watchdesk/domain/event';
import { rankOf, stageOf, toldOfIncident } from '@watchdesk/domain/incident';
import type { Queryable } from './rules.ts';

const PREFIX = 'incident/';
/** Null of what is no stream of an incident. */
export const incidentOf = (stream: string): string | null => (stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : null);

/** By `placeOf` an event, of all events of these incidents. None of an incident that nobody had declared or proposed by then. */
export async function incidentFacts(
  queryable: Queryable,
  workspaceId: string,
  incidents: readonly string[],
  placeOf: (event: Pick<IncidentEvent, 'source' | 'id'>) => string,
): Promise<Map<string, IncidentFacts>> {
  const facts = new Map<string, IncidentFacts>();
  if (incidents.length === 0) return facts;
  const { rows } = await queryable.query<IncidentEvent & { actor_kind: string; actor_id: string | null; stream: string }>(
    'select id, source, at, seq, actor_kind, actor_id, stream, type, data from event_log where workspace_id = $1 and stream = any($2)',
    [workspaceId, incidents.map((id) => PREFIX + id)],
  );
  for (const [stream, own] of Map.groupBy(rows, (row) => row.stream)) {
    const events = own.map(
      ({ actor_kind: kind, actor_id: id, stream: _, ...event }) =>
        ({ ...event, actor: { kind, ...(id !== null && { id }) } }) as IncidentEvent,
    );
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
  return facts;
}
