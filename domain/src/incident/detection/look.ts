/**
 * One look at the cells of a ticket: over windows from five minutes to an hour that end now, how many customers wrote and how likely
 * that is. A prospective space–time scan (Kulldorff 2001), each window by its tail instead of by simulation.
 */
import { type Cell, cellKey } from './cell.ts';
import type { Expectation } from './expectation.ts';
import type { Peak } from './proposal.ts';
import type { Recent } from './recent.ts';
import { chanceOfAtLeast, likelihoodOf } from './tail.ts';

const MINUTE_MS = 60_000;
export const WINDOWS_MS = [5, 10, 15, 20, 30, 45, 60].map((minutes) => minutes * MINUTE_MS);
export const LONGEST_WINDOW_MS = WINDOWS_MS.at(-1)!;
/** Of fewer customers nothing is proposed, however odd. */
const FEWEST = 4;
/** As long as a cell is as odd as one in a thousand, it goes on. */
const GOES_ON = 1e-3;

interface Looking {
  readonly recent: Recent;
  readonly expectation: Expectation;
  /** The instant of the newest ticket. */
  readonly to: number;
}

/**
 * The window of the cell that stands out most of those below the threshold; null where none is. A ticket is what makes one look,
 * and of what comes by chance an arrival sees the others as if it were not there (Slivnyak–Mecke): so its chance is that of one fewer.
 */
export function lookAt({ recent, expectation, to }: Looking, cell: Cell, threshold: number): Peak | null {
  const key = cellKey(cell);
  if (recent.count(key, to - LONGEST_WINDOW_MS) < FEWEST) return null;
  const { share, shape } = expectation.shareOf(cell, to);
  let [best, before]: [Peak | null, number] = [null, 0];
  for (const window of WINDOWS_MS) {
    const from = to - window;
    const observed = recent.count(key, from);
    // The same customers in a longer window are less odd.
    if (observed < FEWEST || observed === before) continue;
    before = observed;
    const expected = share * expectation.inPlace(cell.place, from, to);
    const likelihood = likelihoodOf(observed, expected);
    if (likelihood <= (best?.likelihood ?? 0)) continue;
    const probability = chanceOfAtLeast(observed - 1, expected, shape);
    if (probability <= threshold) best = { from, to, observed, expected, likelihood, probability, threshold };
  }
  return best;
}

/** Whether a cell that has been proposed is still unusual. */
export const goesOn = (looking: Looking, cell: Cell): boolean => lookAt(looking, cell, GOES_ON) !== null;
