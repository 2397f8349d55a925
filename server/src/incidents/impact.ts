/** What an incident did, from the tickets that belong to it and those that were merged into them. */
import { type Impact, impactOf, type LinkedTicket } from '@watchdesk/domain/incident';
import { verdictAt } from '@watchdesk/domain/sla';
import { readClocks } from '../store/packed-clocks.ts';
import type { Queryable } from './records.ts';

interface Row extends Omit<LinkedTicket, 'breached' | 'breachedClocks'> {
  readonly incident: string;
  readonly clocks: unknown;
}

/** By incident, as of `now` (ms). An incident without tickets has the customers that it names. */
export async function impactsOf(
  queryable: Queryable,
  workspaceId: string,
  incidents: readonly { readonly id: string; readonly customers: readonly string[] }[],
  now: number,
): Promise<Map<string, Impact>> {
  const linked = await linkedTo(
    queryable,
    workspaceId,
    incidents.map(({ id }) => id),
    now,
  );
  return new Map(incidents.map(({ id, customers }) => [id, impactOf(linked.get(id) ?? [], customers)]));
}

/** The tickets that belong to each of these, with those that were merged into them, as of `now` (ms). */
export async function linkedTo(
  queryable: Queryable,
  workspaceId: string,
  incidents: readonly string[],
  now: number,
): Promise<Map<string, LinkedTicket[]>> {
  const { rows } = await queryable.query<Row>({
    name: 'incident-impact',
    text: `with recursive part(incident, ticket) as (
         select incident, ticket from incident_ticket where workspace_id = $1 and incident = any($2)
         union
         select part.incident, m.child from part join ticket_merge m on m.workspace_id = $1 and m.parent = part.ticket
           join ticket c on c.workspace_id = $1 and c.id = m.child and c.merged_into is not null
       )
       select part.incident, t.id, t.merged_into as "mergedInto", t.hidden as "isHidden", t.requester, t.clocks,
         coalesce(c.state->'attributes'->>'organisation', t.organisation) as organisation,
         o.state->'attributes'->>'customerTier' as "customerTier",
         coalesce(c.state->'attributes'->>'region', o.state->'attributes'->>'region') as region,
         (o.state->'attributes'->>'mrr')::float8 as mrr, o.state->'attributes'->>'currency' as currency,
         t.status not in ('resolved', 'closed') as "isOpen"
       from part join ticket t on t.workspace_id = $1 and t.id = part.ticket and t.state is not null
       left join directory c on c.workspace_id = $1 and c.kind = 'customer' and c.id = t.requester
       left join directory o on o.workspace_id = $1 and o.kind = 'organisation'
         and o.id = coalesce(c.state->'attributes'->>'organisation', t.organisation)`,
    values: [workspaceId, incidents],
  });
  const byIncident = Map.groupBy(rows, ({ incident }) => incident);
  return new Map([...byIncident].map(([id, own]) => [id, own.map((row) => linkedTicket(row, now))]));
}

/** As of `now`, in ms. Clocks that cannot be read are run again by whoever comes upon them, and say nothing meanwhile. */
function linkedTicket({ clocks, incident: _, ...ticket }: Row, now: number): LinkedTicket {
  const breached = (readClocks(clocks) ?? []).filter((clock) => verdictAt(clock, Math.floor(now / 1000)).state === 'breached');
  return { ...ticket, breached: breached.length, breachedClocks: breached.map(({ metric }) => metric) };
}
