/**
 * Patches what the page knows of a ticket wherever it stands in the query cache: in lists under ['tickets', …], and in
 * the ticket's own view under ['ticket', id]. Only an answer that holds the ticket is replaced, and inside it only the
 * row, so that everything else on the screen stays the same object and is not rendered again.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { Queue, TicketRow } from '../api/client.ts';
import type { Change, TicketChange } from './protocol.ts';
import { queueWith, queueWithout, withAgents } from './queue-change.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isOlder = (row: Record<string, unknown>, change: TicketChange): boolean =>
  row['id'] === change.id && typeof row['version'] === 'number' && row['version'] < change.version;

/**
 * The same answer with newer rows in it; the very same object when it holds none of these tickets. A row is anything
 * with `id` and `version`; fields that the change does not carry keep what they were.
 */
export function withRows(answer: unknown, changed: ReadonlyMap<unknown, TicketChange>): unknown {
  if (Array.isArray(answer)) {
    const next = answer.map((entry) => withRows(entry, changed));
    return next.every((entry, index) => entry === answer[index]) ? answer : next;
  }
  if (!isObject(answer)) return answer;
  const change = changed.get(answer['id']);
  if (change) return isOlder(answer, change) ? { ...answer, ...change } : answer;
  // A row holds no other rows, and a long list is walked through seven times a second.
  if (typeof answer['version'] === 'number') return answer;
  const entries = Object.entries(answer).map(([key, value]) => [key, withRows(value, changed)] as const);
  return entries.every(([key, value]) => value === answer[key]) ? answer : Object.fromEntries(entries);
}

/** The newest row of each ticket that the changes carry. */
export function newestRows(changes: readonly Change[]): Map<string, TicketChange> {
  const rows = new Map<string, TicketChange>();
  for (const { ticket } of changes) if (ticket && (rows.get(ticket.id)?.version ?? -1) < ticket.version) rows.set(ticket.id, ticket);
  return rows;
}

function applyRows(client: QueryClient, rows: ReadonlyMap<string, TicketChange>): void {
  client.setQueriesData({ queryKey: ['tickets'] }, (answer: unknown) => withRows(answer, rows));
  client.setQueryData<Queue>(['queue'], (queue) => queue && queueWith(queue, [...rows.values()] as TicketRow[]));
  for (const [id, row] of rows)
    client.setQueriesData({ queryKey: ['ticket', id] }, (answer: unknown) => withRows(answer, new Map([[id, row]])));
}

/** Puts one ticket's row, as an action answers it, wherever the page shows that ticket. */
export const applyRow = (client: QueryClient, row: TicketChange): void => applyRows(client, new Map([[row.id, row]]));

/** A snapshot of the queue with these changes laid over it. */
export function changedQueue(queue: Queue, changes: readonly Change[]): Queue {
  return withAgents(queueWithout(queueWith(queue, [...newestRows(changes).values()] as TicketRow[]), goneIn(changes)), changes);
}

/** The tickets of which the last that is told is that they are gone. */
function goneIn(changes: readonly Change[]): Set<string> {
  const gone = new Set<string>();
  for (const { kind, id, ticket } of changes) {
    if (kind === 'ticket' && !ticket) gone.add(id);
    else gone.delete(id);
  }
  return gone;
}

/** Whether an answer has a row of one of these tickets. */
function holdsAny(answer: unknown, ids: ReadonlySet<string>): boolean {
  if (Array.isArray(answer)) return answer.some((entry) => holdsAny(entry, ids));
  if (!isObject(answer)) return false;
  if (typeof answer['version'] === 'number') return ids.has(String(answer['id']));
  return Object.values(answer).some((value) => holdsAny(value, ids));
}

/** Brings the cache up to date with what changed. A ticket that is open is asked for again: its timeline has grown. */
export function applyChanges(client: QueryClient, changes: readonly Change[]): void {
  const rows = newestRows(changes);
  applyRows(client, rows);
  // A list that shows one that is gone is asked for again: its places are others now.
  const gone = goneIn(changes);
  if (gone.size > 0) void client.invalidateQueries({ queryKey: ['tickets'], predicate: ({ state }) => holdsAny(state.data, gone) });
  client.setQueryData<Queue>(['queue'], (queue) => queue && changedQueue(queue, changes));
  // Also one that is gone, of which no row is told: merged, deleted or spam, or out of sight.
  const touched = new Set(changes.flatMap(({ kind, id }) => (kind === 'ticket' ? [id] : [])));
  for (const id of touched) void client.invalidateQueries({ queryKey: ['ticket', id] });
}
