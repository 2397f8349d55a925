/**
 * Merges that are accepted are either linked, which makes the tickets fold together, or parked until the ticket they
 * lead to is known. A ticket is known when it has at least one event that is not parked itself.
 */
import { isAnnouncement } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { type Entry, isTicketEvent, ticketStream } from './entry.ts';
import type { Merge } from './lock-tickets.ts';

export interface MergeChanges {
  /** Merges that were not linked before: their tickets have to be folded anew. */
  readonly links: readonly Merge[];
  /** Keys of the entries that wait now, and for which ticket. */
  readonly parked: Map<Entry, string>;
}

/**
 * Links or parks the accepted merges, and unparks what waited for tickets that became known.
 * `known` says which tickets were known before; `fresh` are all accepted entries about tickets.
 */
export async function settleMerges(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  wasKnown: (ticket: string) => boolean,
): Promise<MergeChanges> {
  const merges = fresh.filter(({ event }) => event.type === 'ticket.merged');
  const others = fresh.filter(({ event }) => isTicketEvent(event) && event.type !== 'ticket.merged' && !isAnnouncement(event));
  const known = new Set(others.map(({ event }) => event.ticket!));
  const isKnown = (ticket: string) => known.has(ticket) || wasKnown(ticket);

  const links: Merge[] = [];
  const link = (child: string, parent: string) => {
    links.push({ child, parent });
    known.add(child);
  };

  let waiting = merges;
  let unparked = await unparkAwaiting(
    client,
    workspaceId,
    [...known].filter((ticket) => !wasKnown(ticket)),
  );
  for (let changed = true; changed;) {
    changed = false;
    const before = new Set(known);
    for (const { child, parent } of unparked) link(child, parent);
    const ready = waiting.filter(({ event }) => isKnown(intoOf(event)));
    for (const { event } of ready) link(event.ticket!, intoOf(event));
    waiting = waiting.filter((entry) => !ready.includes(entry));
    const appeared = [...known].filter((ticket) => !before.has(ticket) && !wasKnown(ticket));
    unparked = await unparkAwaiting(client, workspaceId, appeared);
    changed = appeared.length > 0;
  }
  await writeLinks(client, workspaceId, links);
  await park(client, workspaceId, waiting);
  return { links, parked: new Map(waiting.map((entry) => [entry, intoOf(entry.event)])) };
}

const intoOf = (event: Entry['event']) => (event as Extract<Entry['event'], { type: 'ticket.merged' }>).data.into;

async function unparkAwaiting(client: pg.PoolClient, workspaceId: string, tickets: string[]): Promise<Merge[]> {
  if (tickets.length === 0) return [];
  const { rows } = await client.query<Merge>({
    name: 'unpark',
    text: `delete from parked_event where workspace_id = $1 and awaits = any($2::text[]) returning substr(stream, 8) as child, awaits as parent`,
    values: [workspaceId, tickets],
  });
  return rows;
}

async function writeLinks(client: pg.PoolClient, workspaceId: string, links: readonly Merge[]): Promise<void> {
  if (links.length === 0) return;
  await client.query(
    `insert into ticket_merge (workspace_id, child, parent) select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing`,
    [workspaceId, links.map(({ child }) => child), links.map(({ parent }) => parent)],
  );
}

async function park(client: pg.PoolClient, workspaceId: string, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `insert into parked_event (workspace_id, source, id, stream, awaits, reason)
     select $1, source, id, stream, awaits, 'the ticket ' || awaits || ' it was merged into is not known'
     from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as waiting(source, id, stream, awaits)`,
    [
      workspaceId,
      entries.map(({ event }) => event.source),
      entries.map(({ event }) => event.id),
      entries.map(({ event }) => ticketStream(event.ticket!)),
      entries.map(({ event }) => intoOf(event)),
    ],
  );
}
