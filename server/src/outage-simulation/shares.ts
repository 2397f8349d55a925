/** What workspaces share of one server: no one of them can take the turns or the memory of the others. */

/** Each keeps a processor busy. */
const MOST_AT_ONCE = 4;
const MOST_OF_ONE = 2;
/** Answers that nobody has kept yet. */
const MOST_REMEMBERED = 40;
const MOST_REMEMBERED_IN_ALL = 400;

/** Whether one more may run there. `running`: of each that runs, its workspace. */
export const hasTurn = (running: readonly string[], workspaceId: string): boolean =>
  running.length < MOST_AT_ONCE && running.filter((one) => one === workspaceId).length < MOST_OF_ONE;

/** By their ids, so many of each workspace; where all together are too many, the one that has most loses its oldest. */
export function createShelf<T extends { readonly workspaceId: string }>(most = MOST_REMEMBERED, inAll = MOST_REMEMBERED_IN_ALL) {
  const kept = new Map<string, T>();
  const idsOf = (workspaceId: string): string[] => [...kept].flatMap(([id, one]) => (one.workspaceId === workspaceId ? [id] : []));
  return {
    get: (id: string): T | undefined => kept.get(id),
    put(id: string, one: T): void {
      kept.set(id, one);
      const own = idsOf(one.workspaceId);
      if (own.length > most) kept.delete(own[0]!);
      if (kept.size <= inAll) return;
      const counts = Map.groupBy(kept.values(), ({ workspaceId }) => workspaceId);
      const [largest] = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a));
      kept.delete(idsOf(largest)[0]!);
    },
  };
}
