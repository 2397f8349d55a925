/**
 * The new states of tickets after a transaction's events: applied to the stored state where they come in order, folded
 * anew from the log where one of them is late or a merge brings another ticket's history in.
 */
import { compareOrder, type TicketEvent } from '@watchdesk/domain/event';
import { applyEvent, foldTicket, type HeardTicket, isAnnouncement, isNext } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { EVENT_COLUMNS, type Entry, eventOf, type LogRow, ticketStream } from './entry.ts';
import { ancestorsIn, type Locked, type LockedTicket, type Merge } from './lock-tickets.ts';

/** The new state of each ticket that a fresh event, its own or of a ticket merged into it, concerns. */
export async function foldTickets(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  { tickets, merges }: Locked,
  links: readonly Merge[],
): Promise<Map<string, HeardTicket>> {
  const ancestors = ancestorsIn([...merges, ...links]);
  // A new link brings another ticket's history to the one it leads to, and to all that one leads to.
  const refold = new Set(links.flatMap(({ child }) => [child, ...(ancestors.get(child) ?? [])]));
  const concerned = eventsByTicket(fresh, ancestors);
  for (const id of refold) if (!concerned.has(id)) concerned.set(id, []);
  const states = new Map<string, HeardTicket>();
  const late: string[] = [];
  for (const [id, events] of concerned) {
    const state = refold.has(id) ? undefined : applied(tickets.get(id), id, events.toSorted(compareOrder));
    if (state) states.set(id, state);
    else late.push(id);
  }
  for (const [id, state] of await foldFromLog(client, workspaceId, late)) states.set(id, state);
  return states;
}

/** Undefined when the events cannot be applied in order. */
function applied(locked: LockedTicket | undefined, id: string, events: readonly TicketEvent[]): HeardTicket | undefined {
  const state = locked?.state;
  if (!state) return (locked?.version ?? 0) === 0 ? foldTicket(id, events) : undefined;
  for (const event of events) {
    if (!isNext(state, event)) return undefined;
    applyEvent(state, event);
  }
  return state;
}

/** Fresh events by the tickets that hear them: their own, and those it is merged into. */
function eventsByTicket(fresh: readonly Entry[], ancestors: ReadonlyMap<string, ReadonlySet<string>>): Map<string, TicketEvent[]> {
  const byTicket = new Map<string, TicketEvent[]>();
  const add = (id: string, event: TicketEvent) => {
    const events = byTicket.get(id);
    if (events) events.push(event);
    else byTicket.set(id, [event]);
  };
  for (const event of fresh.map((entry) => entry.event as TicketEvent)) {
    if (isAnnouncement(event)) continue;
    add(event.ticket, event);
    for (const ancestor of ancestors.get(event.ticket) ?? []) add(ancestor, event);
  }
  return byTicket;
}

/** The states of tickets as the log tells them, without what is parked; a ticket without events of its own is left out. */
export async function foldFromLog(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, HeardTicket>> {
  const states = new Map<string, HeardTicket>();
  if (ids.length === 0) return states;
  const family = await familyOf(client, workspaceId, ids);
  const events = await eventsOf(client, workspaceId, [...new Set(family.values())].flat());
  for (const id of ids) {
    const state = foldTicket(
      id,
      family.get(id)!.flatMap((member) => events.get(member) ?? []),
    );
    if (state) states.set(id, state);
  }
  return states;
}

/** Each ticket with all that were ever merged into it, directly or through another. */
async function familyOf(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ id: string; members: string[] }>(
    `with recursive down(id, member) as (
       select id, id from unnest($2::text[]) as wanted(id)
       union
       select down.id, m.child from down join ticket_merge m on m.workspace_id = $1 and m.parent = down.member
     ) select id, array_agg(member) as members from down group by id`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, members }) => [id, members]));
}

async function eventsOf(client: pg.PoolClient, workspaceId: string, tickets: readonly string[]): Promise<Map<string, TicketEvent[]>> {
  const { rows } = await client.query<LogRow>(
    `select ${EVENT_COLUMNS} from event_log l where workspace_id = $1 and stream = any($2::text[])
     and not exists (select from parked_event p where p.workspace_id = $1 and p.source = l.source and p.id = l.id)`,
    [workspaceId, [...new Set(tickets)].map(ticketStream)],
  );
  return Map.groupBy(
    rows.map((row) => eventOf(row) as TicketEvent),
    ({ ticket }) => ticket,
  );
}
