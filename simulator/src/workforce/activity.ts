/** An agent's attention to a ticket, told of in pieces while it lasts or as a whole when it ends. */
import type { Journal } from '../journal.ts';
import type { Agent, Stretch } from '../model.ts';

/**
 * How long until attention is told of again: the fewer work, the more often each, so that the centre as a whole tells
 * something about every four seconds at any hour; but less and less often of one stretch, lest hours make thousands.
 */
export const beatMs = (attentive: number, lastedMs: number): number =>
  Math.round(Math.max(Math.min(60_000, attentive * 4_000), 4_000, lastedMs / 60));

/** Tells of it from where it was last told of. */
export function tellActivity(journal: Journal, { profile }: Agent, stretch: Stretch, to: number): void {
  const { ticket } = stretch.item;
  if (to > stretch.toldTo && !ticket.isUntold && !ticket.isYielded)
    journal.tell(ticket, { kind: 'agent', id: profile.id }, 'agent.activity', { agent: profile.id, from: stretch.toldTo, to });
  stretch.toldTo = to;
}
