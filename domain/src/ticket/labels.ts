/** What a ticket was about when something happened: a reply belongs to the category that it was written in, whatever the ticket became later. */
import type { FormerLabels, TicketState } from './state.ts';

/** Called before category, product or tags change. What one instant changes is one change. */
export function noteLabels({ formerLabels, now }: TicketState, at: number): void {
  if (formerLabels.at(-1)?.until === at) return;
  formerLabels.push({ until: at, category: now.category, product: now.product, tags: now.tags });
}

/** At an instant, what that instant changed included. */
export const labelsAt = ({ formerLabels, now }: Pick<TicketState, 'formerLabels' | 'now'>, at: number): Omit<FormerLabels, 'until'> =>
  formerLabels.find(({ until }) => until > at) ?? now;
