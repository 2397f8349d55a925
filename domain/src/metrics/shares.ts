/** Shares that add up. */

const STEPS = 1000; // tenths of a per cent

/**
 * The share of each count in their sum, in steps of 0.1 %, that add to exactly 1: what rounding leaves over goes to the largest
 * remainders, of equal ones to the first. Null of nothing.
 */
export function sharesOf(counts: readonly number[]): (number | null)[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return counts.map(() => null);
  const exact = counts.map((count) => (count / sum) * STEPS);
  const steps = exact.map(Math.floor);
  const left = STEPS - steps.reduce((total, step) => total + step, 0);
  const byRemainder = exact.map((value, index) => [value - steps[index]!, index] as const).toSorted(([a, i], [b, j]) => b - a || i - j);
  for (const [, index] of byRemainder.slice(0, left)) steps[index]! += 1;
  return steps.map((step) => step / STEPS);
}
