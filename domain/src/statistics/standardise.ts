/**
 * A fair comparison of people whose cases are not alike: indirect standardisation (docs/fair-comparison.md). Cases are sorted into
 * kinds that are alike, such as a category and a priority. What is expected of somebody is what all together achieve, kind by
 * kind, in that person's own mix. Who has many hard cases is expected to take longer, and is not blamed for it.
 */
import { wilson, Z } from '../metrics/index.ts';
import { ENOUGH } from './enough.ts';

/** What one person did with the cases of one kind: how many there were, the sum of what was measured of them, and of its square. */
export interface Cases {
  readonly who: string;
  readonly kind: string;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** `share`: yes is 1 and no is 0. `measure`: any number; of durations their logarithms, which a few very long ones do not rule. */
export type Scale = 'share' | 'measure';

export interface Fair {
  readonly n: number;
  /** The mean of what was measured. */
  readonly observed: number;
  /** What all together had in the mean, in this person's mix of kinds. */
  readonly expected: number;
  /** Where the observed mean lies with 95 % certainty. */
  readonly low: number;
  readonly high: number;
  /** Cases of kinds that nobody else had: of them nothing can be expected but what was. */
  readonly alone: number;
}

interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly people: number;
}

/**
 * Of everybody with a case the observed mean, the expected one, and how sure the observed is: of a share by Wilson (1927), else
 * from the spread about what is expected of each kind. Over all people the expected add up to the observed, so that nobody
 * gains but at another's cost. Everyone is a part of what they are measured against, which leans towards "as expected" where
 * few do the same; a kind that only one person has says nothing of that person.
 */
export function standardise(cases: readonly Cases[], scale: Scale): Map<string, Fair> {
  const some = cases.filter(({ n }) => n > 0);
  const kinds = new Map<string, Sums>();
  for (const [kind, of] of Map.groupBy(some, (one) => one.kind))
    kinds.set(kind, { n: total(of, 'n'), sum: total(of, 'sum'), people: new Set(of.map(({ who }) => who)).size });
  return new Map([...Map.groupBy(some, ({ who }) => who)].map(([who, own]) => [who, fairOf(own, kinds, scale)]));
}

const total = (cases: readonly Cases[], what: 'n' | 'sum' | 'squares') => cases.reduce((sum, one) => sum + one[what], 0);

function fairOf(own: readonly Cases[], kinds: ReadonlyMap<string, Sums>, scale: Scale): Fair {
  const n = total(own, 'n');
  const meanOf = (kind: string) => kinds.get(kind)!.sum / kinds.get(kind)!.n;
  const observed = total(own, 'sum') / n;
  const expected = own.reduce((sum, one) => sum + one.n * meanOf(one.kind), 0) / n;
  const alone = total(
    own.filter(({ kind }) => kinds.get(kind)!.people === 1),
    'n',
  );
  const [low, high] = scale === 'share' ? wilson(Math.min(1, observed), n)! : spread(own, meanOf, observed, n);
  return { n, observed, expected, low, high, alone };
}

/** The mean more and less 1.96 of its standard errors, from the squares of the distances to what each kind leads to expect. */
function spread(own: readonly Cases[], meanOf: (kind: string) => number, observed: number, n: number): readonly [number, number] {
  const distances = own.reduce((sum, one) => sum + one.sum - one.n * meanOf(one.kind), 0);
  const squares = own.reduce((sum, one) => {
    const mean = meanOf(one.kind);
    return sum + one.squares - 2 * mean * one.sum + one.n * mean * mean;
  }, 0);
  if (n < 2) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  // What rounding leaves below nothing is nothing.
  const variance = Math.max(0, squares - (distances * distances) / n) / (n - 1);
  const half = Z * Math.sqrt(variance / n);
  return [observed - half, observed + half];
}

/** Whether as many cases as a judgement needs can be compared with those of others. */
export const isComparable = ({ n, alone }: Fair): boolean => n - alone >= ENOUGH;

export type Verdict = 'better' | 'worse' | 'alike';

/**
 * Whether somebody is clearly better or worse than expected: the expectation lies outside of where the observed is with 95 %
 * certainty. Of people who are all alike one in twenty is called so by chance. Null where there are too few cases.
 */
export function verdictOf(fair: Fair, betterWhen: 'higher' | 'lower'): Verdict | null {
  if (!isComparable(fair)) return null;
  const { expected, low, high } = fair;
  if (isSame(fair) || (expected >= low && expected <= high)) return 'alike';
  return expected < low === (betterWhen === 'higher') ? 'better' : 'worse';
}

/** How clear a difference is: the distance to the expectation in half widths of the interval; beyond 1 it is outside of it. */
export function clearness({ observed, expected, low, high }: Fair): number {
  const half = observed > expected ? observed - low : high - observed;
  if (isSame({ observed, expected })) return 0;
  return half === 0 ? Number.POSITIVE_INFINITY : Math.abs(observed - expected) / half;
}

/** But for what rounding leaves. */
const isSame = ({ observed, expected }: Pick<Fair, 'observed' | 'expected'>): boolean =>
  Math.abs(observed - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
