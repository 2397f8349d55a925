/**
 * Which events came late. The server marks all that arrived long after they happened, which in an import is every one;
 * worth telling is only one that arrived after something that happened later, since it changed the story afterwards.
 */
import type { TimelineItem } from '../../api/client.ts';

/** The late ones among items in the order of their instants. */
export function isLate(items: readonly TimelineItem[]): Set<TimelineItem> {
  const late = new Set<TimelineItem>();
  let earliestAfter = Number.POSITIVE_INFINITY;
  for (const item of items.toReversed()) {
    const received = Date.parse(item.receivedAt);
    if (item.late && received > earliestAfter) late.add(item);
    earliestAfter = Math.min(earliestAfter, received);
  }
  return late;
}
