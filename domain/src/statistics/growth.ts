/** Whether a count is more than it usually is, and not only by chance. */

export interface Growth {
  /** The mean of what was counted in earlier periods as long. */
  readonly usual: number;
  /** More than usual, in shares of it: 0.5 is half as much again; null where there usually is nothing. */
  readonly ratio: number | null;
  /** Beyond what chance does in one of a hundred. */
  readonly isUnusual: boolean;
}

/** The 99th percentile of the normal distribution. */
const BEYOND = 2.326;

/**
 * A count beside those of earlier periods as long. Arrivals that know nothing of each other vary by the root of their mean (Poisson);
 * where the earlier ones vary more than that, their own spread is taken. That the mean is of few periods widens it. Of no earlier
 * period nothing can be said.
 */
export function growthOf(count: number, earlier: readonly number[]): Growth {
  const n = earlier.length;
  if (n === 0) return { usual: 0, ratio: null, isUnusual: false };
  const usual = earlier.reduce((sum, one) => sum + one, 0) / n;
  const spread = n > 1 ? earlier.reduce((sum, one) => sum + (one - usual) ** 2, 0) / (n - 1) : 0;
  const deviation = Math.sqrt(Math.max(usual, spread, 1) * (1 + 1 / n));
  return { usual, ratio: usual === 0 ? null : count / usual - 1, isUnusual: count - usual > BEYOND * deviation };
}
