/** Cuts a run into days, newest first, so that what matters most is there first. A ticket's events are never torn apart. */
import type { SentEvent } from '@watchdesk/domain/event';
import { finish } from './journal.ts';
import { type Draft, isOpen, type Ticket, type Writer } from './model.ts';
import type { Zone } from './zone.ts';

/** Tickets by the day of their creation, those still open with the newest day; events about people by their own day. */
export function byDay(drafts: readonly Draft[], zone: Zone, to: number): Map<number, Draft[]> {
  const newest = zone.local(to).day;
  const days = new Map<number, Draft[]>();
  const dayOf = new Map<Ticket, number>();
  for (const draft of drafts) {
    const day = draft.ticket ? ticketDay(draft.ticket) : zone.local(draft.at).day;
    const known = days.get(day);
    if (known) known.push(draft);
    else days.set(day, [draft]);
  }
  return days;

  function ticketDay(ticket: Ticket): number {
    let day = dayOf.get(ticket);
    if (day === undefined) dayOf.set(ticket, (day = isOpen(ticket) ? newest : zone.local(ticket.createdAt).day));
    return day;
  }
}

/** The days with their texts written, one after another as they are asked for; what has been given is let go. */
export function* newestFirst(days: Map<number, Draft[]>, writer: Writer): Generator<SentEvent[]> {
  for (const day of [...days.keys()].toSorted((a, b) => b - a)) {
    const drafts = days.get(day)!;
    days.delete(day);
    yield drafts.map((draft) => finish(draft, writer));
  }
}
