/** How far automations may go on one ticket, so that no two of them keep each other busy. */

/** So many answer each other at most. */
export const MOST_CHAINED = 5;
/** Runs on one ticket within an hour: of one automation, and of all together. */
export const MOST_OF_ONE = 10;
export const MOST_OF_TICKET = 50;
export const RUNS_WITHIN_MS = 3_600_000;

/** Within the hour before: of the automation, and of all. What was not met or stopped is none. */
export interface RecentRuns {
  readonly own: number;
  readonly all: number;
}
