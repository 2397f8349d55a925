/**
 * Tickets merged into one another are folded together: the survivor sees the events of those merged into it, directly
 * or through another, and counts their customers' messages from the merge on (docs/definitions.md, D.7). An unanswered one that
 * moves over starts a wait of the survivor at the merge. A merge that was undone never was: the fold leaves it out.
 */
import type { TicketEvent } from '../event/index.ts';
import { takeCustomerMessage } from './conversation.ts';
import { type Absorbed, isActive, type TicketState } from './state.ts';
import { closeWait, openWait } from './waiting.ts';

/** The merges that an unmerge of the same ticket undoes; `events` in order. */
export function undoneMerges(events: readonly TicketEvent[]): ReadonlySet<TicketEvent> {
  const undone = new Set<TicketEvent>();
  const standing = new Map<string, TicketEvent[]>();
  for (const event of events) {
    if (event.type === 'ticket.merged') standing.set(event.ticket, [...(standing.get(event.ticket) ?? []), event]);
    if (event.type !== 'ticket.unmerged') continue;
    for (const merge of standing.get(event.ticket) ?? []) undone.add(merge);
    standing.delete(event.ticket);
  }
  return undone;
}

/** A merge that would close a ring is none, or all tickets of the ring would be gone. */
export function takeMerge(state: TicketState, into: string, at: number): void {
  if (leadsTo(state, into, state.id)) return;
  state.mergedInto = into;
  closeWait(state, at, 'merge', null);
}

/** An event of a ticket that is, was or will be merged into this one. */
export function takeForeign(state: TicketState, event: TicketEvent): void {
  const child = (state.absorbed[event.ticket] ??= { mergedInto: null, unansweredSince: null });
  switch (event.type) {
    case 'ticket.created':
      if (event.actor.kind === 'customer') child.unansweredSince ??= event.at;
      return;
    case 'ticket.message':
      return takeForeignMessage(state, child, event);
    case 'status.changed':
      if (!isActive(event.data.to)) child.unansweredSince = null;
      return;
    case 'ticket.merged':
      if (leadsTo(state, event.data.into, event.ticket)) return;
      child.mergedInto = event.data.into;
      return takeOver(state, event.at);
    default:
      return;
  }
}

function takeForeignMessage(state: TicketState, child: Absorbed, event: Extract<TicketEvent, { type: 'ticket.message' }>): void {
  if (event.data.visibility !== 'public') return;
  if (endsHere(state, child)) {
    if (event.actor.kind === 'customer') takeCustomerMessage(state, event.at);
  } else if (event.actor.kind === 'customer') child.unansweredSince ??= event.at;
  else if (event.actor.kind === 'agent') child.unansweredSince = null;
}

function takeOver(state: TicketState, at: number): void {
  for (const child of Object.values(state.absorbed)) {
    if (child.unansweredSince === null || !endsHere(state, child)) continue;
    child.unansweredSince = null;
    state.wordsMovedOver += 1;
    if (isActive(state.now.status)) openWait(state, at);
  }
}

const endsHere = (state: TicketState, child: Absorbed) => child.mergedInto !== null && leadsTo(state, child.mergedInto, state.id);

/** Whether the chain of merges from one ticket reaches the other. */
function leadsTo(state: TicketState, from: string, to: string): boolean {
  const parentOf = (id: string) => (id === state.id ? state.mergedInto : (state.absorbed[id]?.mergedInto ?? null));
  const seen = new Set<string>();
  for (let id: string | null = from; id !== null && !seen.has(id); id = parentOf(id)) {
    if (id === to) return true;
    seen.add(id);
  }
  return false;
}
