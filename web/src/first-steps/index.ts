/** The way of a new workspace to its first insight: the ways in, and a list that ticks itself. */
export { FirstStepsPage } from './FirstStepsPage.tsx';
export { FirstStepsStrip } from './Checklist.tsx';
export { NothingYet } from './NothingYet.tsx';
export { useFirstInsight, useIsEmpty } from './use-first-steps.ts';
