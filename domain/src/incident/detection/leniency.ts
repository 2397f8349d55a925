/**
 * What it learns from verdicts: how much a cell has to stand out. A dismissal makes it ten times less likely that the like is proposed,
 * an acceptance three times more, for those topics in that place and in places that hold it or lie in it; within bounds, so that nothing
 * is silenced for good and nobody is flooded.
 */
import { areNested, type Cell, cellKey, placeKey, topicKey } from './cell.ts';
import type { Verdict } from './proposal.ts';

/** A cell, and the decimal logarithm by which its threshold is moved. The cell judged last stands last. */
export type Leniency = readonly { readonly cell: Cell; readonly steps: number }[];

const STEP: Readonly<Record<Verdict, number>> = { accepted: 0.5, merged: 0.5, dismissed: -1 };
const BOUNDS = [-6, 1] as const;
/** So many cells are remembered. */
const MOST = 500;

export function judged(leniency: Leniency, cell: Cell, verdict: Verdict): Leniency {
  const isSame = (other: Cell) => placeKey(other.place) === placeKey(cell.place) && topicKey(other.topic) === topicKey(cell.topic);
  const before = leniency.find((one) => isSame(one.cell))?.steps ?? 0;
  return [...leniency.filter((one) => !isSame(one.cell)), { cell, steps: bounded(before + STEP[verdict]) }].slice(-MOST);
}

/** Without what was learned of the cell of that key; without anything where there is none given. */
export const unlearned = (leniency: Leniency, key?: string): Leniency =>
  key === undefined ? [] : leniency.filter(({ cell }) => cellKey(cell) !== key);

/** For a cell the factor by which its threshold is multiplied: below 1 it has to stand out more. */
export function lenience(leniency: Leniency): (cell: Cell) => number {
  const byTopic = Map.groupBy(leniency, ({ cell }) => topicKey(cell.topic));
  return (cell) => {
    const near = (byTopic.get(topicKey(cell.topic)) ?? []).filter((one) => areNested(one.cell.place, cell.place));
    return 10 ** bounded(near.reduce((sum, { steps }) => sum + steps, 0));
  };
}

const bounded = (steps: number): number => Math.min(BOUNDS[1], Math.max(BOUNDS[0], steps));
