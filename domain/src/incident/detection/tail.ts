/** How likely it is that so many come by chance, and how much better another rate explains them. */

/**
 * The probability of `count` or more where `mean` are expected, of a negative binomial with that mean and the variance
 * mean + mean² / shape: a Poisson count whose rate is itself known only as a gamma of that shape (Greenwood & Yule 1920). The tail is
 * summed upwards from its first term, so that it is exact to its own digits however small it is. 1 for a count of 0.
 */
export function chanceOfAtLeast(count: number, mean: number, shape: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const more = mean / (mean + shape);
  let term = Math.exp(-shape * Math.log1p(mean / shape));
  for (let at = 0; at < count; at += 1) term *= ((shape + at) / (at + 1)) * more;
  let sum = 0;
  for (let at = count; term > sum * 1e-12 && at < count + 100_000; at += 1) {
    sum += term;
    term *= ((shape + at) / (at + 1)) * more;
  }
  return Math.min(1, sum);
}

/** The logarithm of the Poisson likelihood ratio of the count's own rate to the expected one; 0 where no more came than expected (Kulldorff 1997). */
export function likelihoodOf(count: number, mean: number): number {
  return count > mean ? count * Math.log(count / mean) - (count - mean) : 0;
}
