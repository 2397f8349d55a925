/** What did not happen: since when it is missed, and when that has lasted as long as a rule allows. */
import type { Calendar } from '../calendar/index.ts';
import { isActive, isHidden, type TicketState, waitingSince } from '../ticket/index.ts';
import type { SubjectOf } from './subject.ts';

/** Since when what the rule is about is missed; null while it is not. Milliseconds since 1970. */
export function missedSince(of: SubjectOf<'absence'>['of'], ticket: TicketState): number | null {
  if (isHidden(ticket) || ticket.provisional || !isActive(ticket.now.status)) return null;
  if (of === 'reply') return waitingSince(ticket);
  return of === 'update' ? ticket.lastEventAt : unassignedSince(ticket);
}

function unassignedSince({ now, segments, createdAt }: TicketState): number | null {
  if (now.assignee !== null) return null;
  const taken = segments.findLastIndex(({ assignee }) => assignee !== null);
  return segments[taken + 1]?.from ?? createdAt;
}

/** When it has been missed for too long; null where the calendar never opens so long. */
export function missedTooLongAt({ seconds }: Pick<SubjectOf<'absence'>, 'seconds'>, since: number, hours: Calendar | null): number | null {
  if (hours === null) return since + seconds * 1000;
  const due = hours.due(Math.ceil(since / 1000), seconds);
  return due === null ? null : due * 1000;
}

/** What holds the alert: this ticket, missing it since then. */
export const absenceMember = (ticket: string, since: number): string => `${ticket} ${since}`;
