/** How often what people write about an incident was said anew, so that nobody overwrites what they have not seen. */
import type { Queryable } from './records.ts';

const TEXTS = {
  description: ['title', 'summary', 'services', 'regions', 'customers'],
  review: ['summary', 'rootCause', 'wentWell', 'toImprove', 'revenueImpact'],
} as const;

export interface SaidVersions {
  /** What it is about and what it affects, and the texts of its review: 1 until they are changed. */
  readonly description: number;
  readonly review: number;
  /** What is hit, from which the severity follows. */
  readonly severity: number;
}

export async function saidVersions(queryable: Queryable, workspaceId: string, incident: string): Promise<SaidVersions> {
  const { rows } = await queryable.query<SaidVersions>(
    `select 1 + count(*) filter (where type = 'incident.affected_changed' and data ?| $3)::int as description,
       1 + count(*) filter (where type = 'incident.review_changed' and data ?| $4)::int as review,
       1 + count(*) filter (where type = 'incident.severity_changed')::int as severity
     from event_log where workspace_id = $1 and stream = 'incident/' || $2::text
       and type in ('incident.affected_changed', 'incident.review_changed', 'incident.severity_changed')`,
    [workspaceId, incident, TEXTS.description, TEXTS.review],
  );
  return rows[0]!;
}
