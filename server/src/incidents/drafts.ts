/** What could be told of an incident: each template filled from the incident as it is, in the zone of the workspace. */
import { fillTemplate, impactOf, type IncidentState, type OnStatusPage, TEMPLATES } from '@watchdesk/domain/incident';
import { instantWords } from '@watchdesk/domain/zone';
import { namesOf } from '../directory/index.ts';
import { zoneOfWorkspace } from '../metrics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { linkedTo } from './impact.ts';

const MOST_NOTES = 3;

/** `by`: whoever would tell it. */
export async function draftsOf(
  postgres: Postgres,
  workspaceId: string,
  state: IncidentState,
  { by, now, statusPage }: { readonly by: string; readonly now: number; readonly statusPage: OnStatusPage | null },
) {
  const { pool } = postgres;
  const { id, affected, roles } = state;
  const [timeZone, linked, notes, names] = await Promise.all([
    zoneOfWorkspace(postgres, workspaceId),
    linkedTo(pool, workspaceId, [id], now),
    pool.query<{ text: string }>(
      `select data->>'text' as text from event_log where workspace_id = $1 and stream = $2 and type = 'incident.note'
       order by at desc, seq desc limit ${MOST_NOTES}`,
      [workspaceId, `incident/${id}`],
    ),
    namesOf(
      pool,
      workspaceId,
      Object.values(roles).flatMap((all) => all.map((agent) => ['agent', agent] as const)),
    ),
  ]);
  const impact = impactOf(linked.get(id) ?? [], affected.customers);
  const facts = {
    now,
    by,
    statusPage,
    instant: (at: number) => instantWords(at, timeZone, now),
    customers: impact.customers,
    tickets: impact.tickets,
    breached: impact.breachedTickets,
    notes: notes.rows.map(({ text }) => text).toReversed(),
    nameOf: (agent: string) => names.of('agent', agent).name ?? agent,
  };
  return {
    drafts: TEMPLATES.map((one) => ({ id: one.id, label: one.label, audience: one.audience, ...fillTemplate(one, state, facts) })),
  };
}
