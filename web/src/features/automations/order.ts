/** Lists whose order means something. */

/** With the one at `from` a place further up (-1) or down (1), where there is one. */
export function moved<T>(all: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  if (from < 0 || from >= all.length || to < 0 || to >= all.length) return [...all];
  return all.with(from, all[to]!).with(to, all[from]!);
}
