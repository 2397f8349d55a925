/** What failed here waits, the longer the more often it has failed in a row, so that it keeps nothing else from going on. */
const FIRST_MS = 5_000;
const LONGEST_MS = 3600_000;

export function createBackOff() {
  const failures = new Map<string, number>();
  return {
    /** How long it waits now that it has failed once more. */
    failed(name: string): number {
      const times = failures.get(name) ?? 0;
      failures.set(name, times + 1);
      return Math.min(LONGEST_MS, FIRST_MS * 2 ** times);
    },

    went: (name: string): void => void failures.delete(name),
  };
}
