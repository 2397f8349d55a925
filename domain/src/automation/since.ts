/** From when the time of a trigger counts on a ticket, and when so much of it has passed. */
import type { Calendar } from '../calendar/index.ts';
import { isActive, type TicketState, waitingSince } from '../ticket/index.ts';
import { isDecidedOf } from './facts.ts';
import type { Since, TriggerOf } from './trigger.ts';

/**
 * Milliseconds since 1970; null where it does not count, as on a resolved ticket. `creation` and `update` (anything at all happened) count while there
 * is work to do, `wait` since the customer is owed an answer, `unassigned` since nobody has it, `reply` since it was answered and the customer is silent.
 */
export function sinceOf(ticket: TicketState, since: Since): number | null {
  if (!isDecidedOf(ticket) || !isActive(ticket.now.status)) return null;
  switch (since) {
    case 'creation':
      return ticket.createdAt;
    case 'update':
      return ticket.lastEventAt;
    case 'wait':
      return waitingSince(ticket);
    case 'unassigned':
      return unassignedSince(ticket);
    case 'reply':
      return ticket.lastSpeaker === 'agent' && ticket.lastReply !== null ? Math.max(ticket.lastReply.at, ticket.createdAt) : null;
  }
}

function unassignedSince({ now, segments, createdAt }: TicketState): number | null {
  if (now.assignee !== null) return null;
  const held = segments.findLast(({ assignee }) => assignee !== null);
  return held?.to ?? createdAt;
}

/** When so much time has passed, milliseconds since 1970; null where it does not count, never does, or the calendar is none. */
export function dueAt(
  ticket: TicketState,
  { since, seconds, calendar }: Pick<TriggerOf<'time'>, 'since' | 'seconds' | 'calendar'>,
  calendars: ReadonlyMap<string, Calendar>,
): number | null {
  const from = sinceOf(ticket, since);
  return from === null ? null : after(from, seconds, calendar, calendars);
}

/** So many seconds after an instant, within the hours of the calendar where one is named. */
export function after(from: number, seconds: number, calendar: string | null, calendars: ReadonlyMap<string, Calendar>): number | null {
  if (calendar === null) return from + seconds * 1000;
  // Whole seconds, rounded up, so that it is never too early.
  const due = calendars.get(calendar)?.due(Math.ceil(from / 1000), seconds);
  return due == null ? null : due * 1000;
}
