/** How widely work is spread. */

/**
 * Over how many kinds the work is spread as if evenly: the exponential of Shannon's entropy (Hill, 1973, of order 1). 1 where all
 * is of one kind, the number of kinds where each is as frequent, and 0 of nothing.
 */
export function breadthOf(counts: readonly number[]): number {
  const sum = counts.reduce((all, one) => all + one, 0);
  if (sum === 0) return 0;
  const entropy = counts.filter((one) => one > 0).reduce((bits, one) => bits - (one / sum) * Math.log(one / sum), 0);
  return Math.exp(entropy);
}
