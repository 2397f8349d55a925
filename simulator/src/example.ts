/** Runs of the centre that several tests look at, and what they ask of them. */
import type { SentEvent } from '@watchdesk/domain/event';
import { createContactCentre } from './centre.ts';
import type { Size } from './size.ts';
import { DAY } from './zone.ts';

/** A Monday in August; the ninety days from here see two ends of a month, four releases and an end of summer time. */
export const START = Date.UTC(2026, 7, 24);

/** A small centre, for what does not depend on size. */
export const SMALL: Size = { agents: 8, customers: 120, organisations: 20, conversationsPerDay: 90 };

export const eventsOf = (days: number, size: Partial<Size> = {}, seed = 7): SentEvent[] =>
  createContactCentre({ seed, startAt: START, size }).advance(START + days * DAY);

/** The events of each ticket in their order. */
export function byTicket(events: readonly SentEvent[]): Map<string, SentEvent[]> {
  const tickets = Map.groupBy(
    events.filter(({ ticket }) => ticket !== undefined),
    ({ ticket }) => ticket!,
  );
  for (const list of tickets.values()) list.sort((a, b) => Number(a.at) - Number(b.at) || a.seq! - b.seq!);
  return tickets;
}

export const isReply = (event: SentEvent): boolean =>
  event.type === 'ticket.message' && event.actor?.kind === 'agent' && event.data.visibility === 'public';
export const isHandover = (event: SentEvent): event is SentEvent<'ticket.escalated'> =>
  event.type === 'ticket.escalated' && event.actor?.kind === 'bot';

/** Minutes from the creation, or from the handover of a bot, to the first reply of an agent; null without one. */
export function firstReplyMinutes(events: readonly SentEvent[]): number | null {
  const reply = events.find(isReply);
  return reply ? (Number(reply.at) - Number((events.find(isHandover) ?? events[0]!).at)) / 60_000 : null;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
