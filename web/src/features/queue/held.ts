/**
 * Rows that keep their place while someone works in them. What was in the list when the pointer or the keyboard came in
 * stays where it is, updated in place and marked when it has left; what has come since is counted and waits to be shown.
 */
import type { QueueItem } from '../../api/client.ts';

export interface Row {
  item: QueueItem;
  /** It no longer belongs to this list; shown until the list is let go. */
  left: boolean;
}

/** Where a ticket is by now, whichever column that is; undefined when it is in none. */
export type Elsewhere = (id: string) => QueueItem | undefined;

/** `held` are the rows at the moment of taking hold, null for a list that is free. `now` are the rows as they should be. */
export function rowsOf(
  held: readonly QueueItem[] | null,
  now: readonly QueueItem[],
  elsewhere: Elsewhere = () => undefined,
): { rows: Row[]; fresh: QueueItem[] } {
  if (!held) return { rows: now.map((item) => ({ item, left: false })), fresh: [] };
  const current = new Map(now.map((item) => [item.id, item]));
  const before = new Set(held.map(({ id }) => id));
  return {
    rows: held.map((item) => ({ item: current.get(item.id) ?? elsewhere(item.id) ?? item, left: !current.has(item.id) })),
    fresh: now.filter(({ id }) => !before.has(id)),
  };
}
