/** What happened in a drill, from the log: which of its tickets came and were linked, what people made of it, and when the public heard. */
import { type DrillFacts, incidentOf, othersOf } from '@watchdesk/domain/drill';
import type { IncidentEvent } from '@watchdesk/domain/event';
import type { IncidentState } from '@watchdesk/domain/incident';
import { placedOn, type StatusPageSettings } from '@watchdesk/domain/status-page';
import { policyOf } from '../incidents/index.ts';
import { APPLICATION } from '../ingest/index.ts';
import type { Drill, Queryable } from './records.ts';
import { kindOfDeed, type Met, turnsOf, type Wave } from './wave.ts';

const MOST_INCIDENTS = 50;

interface Link {
  readonly ticket: string;
  readonly incident: string;
  readonly at: number;
}

export interface Known {
  readonly facts: DrillFacts;
  readonly incident: { readonly id: string; readonly title: string } | null;
  readonly met: Met;
}

/** As of `now` (ms), which for one that has ended is when it did. */
export async function factsOf(queryable: Queryable, drill: Drill, wave: Wave, now: number, isOver: boolean): Promise<Known> {
  const { workspaceId, scenario, startedAt, pace, hints } = drill;
  const { ticketIds } = wave;
  const tickets = await ticketsOf(queryable, workspaceId, ticketIds, now);
  const links = await linksOf(queryable, workspaceId, ticketIds, now);
  const incidents = await incidentsSince(queryable, workspaceId, startedAt, now);
  const linkedTo = Map.groupBy(links.standing, ({ incident }) => incident);
  const candidates = incidents.map((state) => ({
    id: state.id,
    openedAt: state.declaredAt ?? state.proposedAt ?? 0,
    isDeclared: state.declaredAt !== null,
    isDismissed: state.dismissedAt !== null,
    services: state.affected.services,
    linked: linkedTo.get(state.id)?.length ?? 0,
  }));
  const id = incidentOf(candidates, scenario);
  const otherIds = othersOf(candidates, id);
  const state = incidents.find((one) => one.id === id);
  const linkedAt = new Map<string, number>();
  for (const { ticket, at } of [id ?? '', ...otherIds].flatMap((one) => linkedTo.get(one) ?? []))
    linkedAt.set(ticket, Math.min(at, linkedAt.get(ticket) ?? Infinity));
  const told = async (incident: string) => ({ id: incident, events: await eventsOf(queryable, workspaceId, incident, now) });
  const incident = state ? await told(state.id) : null;
  const others = await Promise.all(otherIds.map(told));
  const notices = [incident, ...others].flatMap((one) => {
    const shownAs = incidents.find((other) => other.id === one?.id);
    const posted = one?.events.filter(({ type, data }) => type === 'incident.update_posted' && data.audience === 'customers') ?? [];
    return posted.map(({ at, source }) => ({ at, source, of: shownAs! }));
  });
  const page = await pageOf(queryable, workspaceId, notices, { from: startedAt, to: now });
  const heard = [...notices.map(({ at }) => at), ...(page?.publishedAt == null ? [] : [page.publishedAt])];
  return {
    facts: {
      startedAt,
      pace,
      scenario,
      policy: (await policyOf(queryable, workspaceId)).policy,
      now,
      isOver,
      tickets: tickets.map((one) => ({ at: one.at, linkedAt: linkedAt.get(one.id) ?? null })),
      strangers: state ? await strangersOf(queryable, workspaceId, state.id, ticketIds) : 0,
      firstLinkAt: links.firstAt,
      incident,
      others,
      page,
      hints: hints.filter(({ at }) => at <= now),
    },
    incident: state ? { id: state.id, title: state.title } : null,
    met: {
      told: heard.toSorted((a, b) => a - b),
      turns: turnsOf(state),
      interventions: await interventionsOf(queryable, workspaceId, wave, now),
    },
  };
}

async function ticketsOf(queryable: Queryable, workspaceId: string, ids: readonly string[], now: number) {
  const { rows } = await queryable.query<{ id: string; at: Date }>(
    `select id, created_at as at from ticket where workspace_id = $1 and id = any($2) and created_at <= $3 order by created_at, id`,
    [workspaceId, ids, new Date(now)],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}

/** Those that stand, and when the first was made, whatever became of it. */
async function linksOf(queryable: Queryable, workspaceId: string, ids: readonly string[], now: number) {
  const { rows } = await queryable.query<Link & { type: string }>(
    `select substr(stream, 8) as ticket, data->>'to' as incident, at, type from event_log
     where workspace_id = $1 and stream = any($2) and type in ('ticket.linked', 'ticket.unlinked') and data->>'kind' = 'incident' and at <= $3
     order by at, seq, id`,
    [workspaceId, ids.map((id) => `ticket/${id}`), now],
  );
  const standing = new Map<string, Link>();
  for (const { type, ...link } of rows) {
    const key = JSON.stringify([link.ticket, link.incident]);
    if (type === 'ticket.linked') standing.set(key, standing.get(key) ?? link);
    else standing.delete(key);
  }
  return { standing: [...standing.values()], firstAt: rows.find(({ type }) => type === 'ticket.linked')?.at ?? null };
}

async function incidentsSince(queryable: Queryable, workspaceId: string, from: number, to: number): Promise<IncidentState[]> {
  const { rows } = await queryable.query<{ state: IncidentState }>(
    `select state from incident where workspace_id = $1 and state is not null and opened_at between $2 and $3 order by opened_at, id limit ${MOST_INCIDENTS}`,
    [workspaceId, new Date(from), new Date(to)],
  );
  return rows.map(({ state }) => state);
}

async function eventsOf(queryable: Queryable, workspaceId: string, incident: string, now: number): Promise<IncidentEvent[]> {
  const { rows } = await queryable.query<{ actorKind: string; actorId: string | null } & Omit<IncidentEvent, 'actor'>>(
    `select id, source, at, seq, actor_kind as "actorKind", actor_id as "actorId", type, data from event_log
     where workspace_id = $1 and stream = $2 and at <= $3`,
    [workspaceId, `incident/${incident}`, now],
  );
  return rows.map(({ actorKind, actorId, ...event }) => ({
    ...event,
    actor: { kind: actorKind, ...(actorId !== null && { id: actorId }) },
  })) as unknown as IncidentEvent[];
}

/** What people did to its tickets; what automations do takes none. */
async function interventionsOf(
  queryable: Queryable,
  workspaceId: string,
  { ticketIds, crew }: Wave,
  now: number,
): Promise<Met['interventions']> {
  const { rows } = await queryable.query<{ ticket: string; at: number; type: string; data: { visibility?: string; to?: unknown } }>(
    `select substr(stream, 8) as ticket, at, type, data from event_log
     where workspace_id = $1 and stream = any($2) and source = $3 and actor_kind = 'agent'
       and type in ('ticket.message', 'status.changed', 'assignee.changed') and at <= $4
     order by at, seq, id`,
    [workspaceId, ticketIds.map((id) => `ticket/${id}`), APPLICATION, now],
  );
  const numbers = new Map(ticketIds.map((id, number) => [id, number]));
  return rows.flatMap(({ ticket, at, type, data }) => {
    const kind = kindOfDeed(type, data, crew);
    return kind === null ? [] : [{ at, ticket: numbers.get(ticket)!, kind }];
  });
}

async function strangersOf(queryable: Queryable, workspaceId: string, incident: string, ids: readonly string[]): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::int as count from incident_ticket where workspace_id = $1 and incident = $2 and ticket <> all($3)`,
    [workspaceId, incident, ids],
  );
  return rows[0]!.count;
}

/** The page speaks by an update where the incident is shown on it, or by a component that somebody set by hand. Null where there is no page. */
async function pageOf(
  queryable: Queryable,
  workspaceId: string,
  notices: readonly (Pick<IncidentEvent, 'at' | 'source'> & { readonly of: IncidentState })[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<DrillFacts['page']> {
  const { rows } = await queryable.query<{ settings: StatusPageSettings; byHand: Date | null }>(
    `select p.settings, (select min(h.at) from status_by_hand h where h.workspace_id = p.workspace_id and h.at between $2 and $3
       and h.state is not null and h.state <> 'operational') as "byHand"
     from status_page p where p.workspace_id = $1 and (p.settings->>'enabled')::boolean`,
    [workspaceId, new Date(from), new Date(to)],
  );
  const [page] = rows;
  if (!page) return null;
  const isShown = (state: IncidentState) => placedOn(page.settings.components, state).isShown;
  const said = notices.filter(({ source, of }) => source === APPLICATION && isShown(of)).map(({ at }) => at);
  const all = [...said, ...(page.byHand ? [page.byHand.getTime()] : [])];
  return { publishedAt: all.length === 0 ? null : Math.min(...all) };
}
