/** Which team somebody is counted for. */

/** What was told of somebody's teams. */
export interface ToldTeams {
  readonly at: number;
  readonly teams: readonly string[];
}

/**
 * The team somebody belongs to at an instant, null for none; of several the one named first, since a person's hours are counted
 * once. `told` stands in the order of events. Before the first word it is taken to have been the same: most directories are told of
 * after the fact.
 */
export function teamAt(told: readonly ToldTeams[], at: number): string | null {
  const then = told.findLast((one) => one.at <= at) ?? told[0];
  return then?.teams[0] ?? null;
}
