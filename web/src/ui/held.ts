/**
 * Rows that keep their place while someone works in them. What was in the list when the pointer or the keyboard came in
 * stays where it is, updated in place and marked when it has left; what has come since is counted and waits to be shown.
 */
export interface Held<T> {
  item: T;
  /** It no longer belongs to this list; shown until the list is let go. */
  left: boolean;
}

interface Named {
  readonly id: string;
}

/** Where a thing is by now, whichever list that is; undefined when it is in none. */
export type Elsewhere<T> = (id: string) => T | undefined;

/** `held` are the rows at the moment of taking hold, null for a list that is free. `now` are the rows as they should be. */
export function rowsOf<T extends Named>(
  held: readonly T[] | null,
  now: readonly T[],
  elsewhere: Elsewhere<T> = () => undefined,
): { rows: Held<T>[]; fresh: T[] } {
  if (!held) return { rows: now.map((item) => ({ item, left: false })), fresh: [] };
  const current = new Map(now.map((item) => [item.id, item]));
  const before = new Set(held.map(({ id }) => id));
  return {
    rows: held.map((item) => ({ item: current.get(item.id) ?? elsewhere(item.id) ?? item, left: !current.has(item.id) })),
    fresh: now.filter(({ id }) => !before.has(id)),
  };
}

/** In how many rows the list as it is held differs from how it should be: come, gone, or overtaken by another. */
export function changesBehind<T extends Named>(held: readonly T[] | null, now: readonly T[]): number {
  if (!held) return 0;
  const [before, after] = [new Set(held.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  const stayed = now.filter(({ id }) => before.has(id));
  const inOldOrder = held.filter(({ id }) => after.has(id));
  const moved = stayed.filter(({ id }, place) => inOldOrder[place]?.id !== id).length;
  return now.length - stayed.length + held.length - inOldOrder.length + moved;
}
