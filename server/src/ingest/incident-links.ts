/** Which tickets belong to an incident, by what the tickets say of themselves; kept beside both so that either can be asked. */
import type { TicketState } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import type { Entry } from './entry.ts';

/** A merge hands a ticket's links on to the one it leads to. */
const LINKING: ReadonlySet<string> = new Set(['ticket.linked', 'ticket.unlinked', 'ticket.merged', 'ticket.unmerged']);

export const mayLink = (fresh: readonly Entry[]): boolean => fresh.some(({ event }) => LINKING.has(event.type));

/** The incidents that a ticket names. */
export const incidentsOf = ({ links }: Pick<TicketState, 'links'>): string[] =>
  links.flatMap(({ to, kind }) => (kind === 'incident' ? [to] : [])).toSorted();

/** Makes the links of these tickets what their states say. Whether any is another than before. */
export async function writeIncidentLinks(
  client: pg.PoolClient,
  workspaceId: string,
  states: ReadonlyMap<string, Pick<TicketState, 'links'>>,
): Promise<boolean> {
  if (states.size === 0) return false;
  const pairs = [...states].flatMap(([ticket, state]) => incidentsOf(state).map((incident) => [ticket, incident] as const));
  const { rows } = await client.query<{ changed: boolean }>(
    `with wanted as (
       select * from unnest($3::text[], $4::text[]) as pair(ticket, incident)
     ), gone as (
       delete from incident_ticket t where workspace_id = $1 and ticket = any($2::text[])
         and not exists (select from wanted w where w.ticket = t.ticket and w.incident = t.incident) returning 1
     ), made as (
       insert into incident_ticket (workspace_id, ticket, incident) select $1, ticket, incident from wanted order by ticket, incident
       on conflict do nothing returning 1
     ) select exists (select from gone) or exists (select from made) as changed`,
    [workspaceId, [...states.keys()], pairs.map(([ticket]) => ticket), pairs.map(([, incident]) => incident)],
  );
  return rows[0]!.changed;
}
