/** The tickets that caused alerts, as their reader sees them: those in sight, and what is written in them for whoever may read texts. */
import type pg from 'pg';
import { type Sight, sightSql, type ViewScope } from '../accounts/index.ts';
import { type Named, namesOf, type OrganisationBrief } from '../directory/index.ts';

/** Whose eyes they are seen with. */
export interface TicketReader {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly sight: Sight;
}

const SUBJECT = `coalesce(s.fields->>'subject', s.fields->>'to') as subject`;
const SUBJECT_JOIN = `left join personal_data s on s.workspace_id = t.workspace_id and s.source = t.subject_source and s.event_id = t.subject_event`;
const MOST_TICKETS = 500;

interface Found {
  readonly id: string;
  readonly status: string;
  readonly priority: string;
  readonly subject: string | null;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly requester: string | null;
  readonly organisation: string | null;
  readonly since: Date;
  readonly releasedAt: Date | null;
}

interface CausedBy {
  readonly id: string;
  readonly status: string;
  readonly priority: string;
  /** Null where it is not for the reader, was erased or is not known. */
  readonly subject: string | null;
  readonly team: Named | null;
  readonly assignee: Named | null;
  readonly requester: Named | null;
  readonly organisation: OrganisationBrief | null;
  readonly since: string;
  /** Null while it keeps the alert. */
  readonly releasedAt: string | null;
}

/** Of one alert, those that came first in front. */
export async function ticketsOf(pool: pg.Pool, reader: TicketReader, alert: string): Promise<CausedBy[]> {
  const { workspaceId, scope, sight } = reader;
  const sees = sightSql(sight, 2);
  const { rows } = await pool.query<Found>(
    `select t.id, t.status, t.priority, ${SUBJECT}, t.team, t.assignee, t.requester, t.organisation, m.since, m.released_at as "releasedAt" from (
       select ticket, min(since) as since, case when bool_or(released_at is null) then null else max(released_at) end as released_at
       from alert_member where workspace_id = $1 and alert = $2 and ticket is not null group by ticket) m
     join ticket t on t.workspace_id = $1 and t.id = m.ticket ${SUBJECT_JOIN}
     where ${sees.text} order by m.since, t.id limit ${MOST_TICKETS}`,
    [workspaceId, alert, ...sees.values],
  );
  const names = await namesOf(
    pool,
    workspaceId,
    rows.flatMap(({ team, assignee, requester, organisation }) => [
      ['team', team] as const,
      ['agent', assignee] as const,
      ['customer', requester] as const,
      ['organisation', organisation] as const,
    ]),
  );
  return rows.map(({ subject, team, assignee, requester, organisation, since, releasedAt, ...ticket }) => ({
    ...ticket,
    subject: scope.text ? subject : null,
    team: names.of('team', team),
    assignee: names.of('agent', assignee),
    requester: scope.text ? names.of('customer', requester) : null,
    organisation: scope.text ? names.organisation(organisation) : null,
    since: since.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
  }));
}
