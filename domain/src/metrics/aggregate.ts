/**
 * The tree a number is: leaves that take one figure from a population, and ratios and differences of them. The two sides of a
 * ratio may be of different populations: they meet on the grid of dimensions and buckets.
 */
import type { Condition } from './condition.ts';
import type { DistinctColumn, FactName, InstantColumn, NumberColumn } from './facts.ts';
import type { Population } from './population.ts';

/**
 * What is measured of a row, null where it has none. `age` is seconds from a column to the instant of an `asOf`; `overlap` the
 * seconds within the period, what part of the period they are, or how many times so many seconds. A duration may have a twin, the column of the same within opening hours (calendars.ts), and end
 * at an instant other than that of the row.
 */
export type Value<F extends FactName> =
  | {
      readonly of: 'column';
      readonly column: NumberColumn<F>;
      readonly per?: number | NumberColumn<F>;
      readonly business?: NumberColumn<F>;
      readonly endsAt?: InstantColumn<F>;
    }
  | { readonly of: 'age'; readonly since: InstantColumn<F> }
  | { readonly of: 'overlap'; readonly per?: 'period' | number };

/** `count` and `distinct` of nothing are 0, everything else of nothing is null. Quantiles are exact, of type 7. */
export type Take<F extends FactName> =
  | { readonly take: 'count' }
  | { readonly take: 'distinct'; readonly column: DistinctColumn<F> }
  | { readonly take: 'sum' | 'mean'; readonly value: Value<F> }
  | { readonly take: 'quantile'; readonly value: Value<F>; readonly p: number }
  /** How many rows have a value. */
  | { readonly take: 'known'; readonly value: Value<F> };

export interface Leaf<F extends FactName = FactName> {
  readonly node: 'leaf';
  readonly population: Population<F>;
  readonly where?: Condition<F>;
  readonly measure: Take<F>;
}

/** Null where the denominator is 0 or null. A sum of nothing is divided as 0: whoever was there and did nothing did 0 % of it. */
export interface Ratio {
  readonly node: 'ratio';
  readonly numerator: Leaf;
  readonly denominator: Leaf;
  /** 100 for points. */
  readonly times: number;
}

/** Null where a side is. */
export interface Difference {
  readonly node: 'difference';
  readonly from: Leaf | Ratio;
  readonly less: Leaf | Ratio;
}

export type Tree = Leaf | Ratio | Difference;

// Catalogue, compiler and evaluator hold leaves of any fact; what fits a fact was checked where the leaf was made.
const anyFact = <F extends FactName>(leaf: Leaf<F>): Leaf => leaf as unknown as Leaf;
const leaf = <F extends FactName>(of: Population<F>, measure: Take<F>, where?: Condition<F>): Leaf =>
  anyFact({ node: 'leaf', population: of, measure, ...(where && { where }) });

export const count = <F extends FactName>(of: Population<F>, where?: Condition<F>): Leaf => leaf(of, { take: 'count' }, where);
export const distinct = <F extends FactName>(of: Population<F>, column: DistinctColumn<F>, where?: Condition<F>): Leaf =>
  leaf(of, { take: 'distinct', column }, where);
export const sum = <F extends FactName>(of: Population<F>, value: Value<F>, where?: Condition<F>): Leaf =>
  leaf(of, { take: 'sum', value }, where);
export const mean = <F extends FactName>(of: Population<F>, value: Value<F>, where?: Condition<F>): Leaf =>
  leaf(of, { take: 'mean', value }, where);
export const quantile = <F extends FactName>(p: number, of: Population<F>, value: Value<F>, where?: Condition<F>): Leaf =>
  leaf(of, { take: 'quantile', p, value }, where);
export const ratio = (numerator: Leaf, denominator: Leaf, times = 1): Ratio => ({ node: 'ratio', numerator, denominator, times });
export const difference = (from: Leaf | Ratio, less: Leaf | Ratio): Difference => ({ node: 'difference', from, less });

/** The share of a population's rows that fulfil a condition, of those that fulfil another. */
export const share = <F extends FactName>(of: Population<F>, part: Condition<F>, whole?: Condition<F>): Ratio =>
  ratio(count(of, whole ? { op: 'all', of: [whole, part] } : part), count(of, whole));

/** A duration that is kept in milliseconds, in seconds; `business` is the same within opening hours. */
export const seconds = <F extends FactName>(
  column: NumberColumn<F>,
  business?: NumberColumn<F>,
  { endsAt }: { readonly endsAt?: InstantColumn<F> } = {},
): Value<F> => ({ of: 'column', column, per: 1000, ...(business && { business }), ...(endsAt && { endsAt }) });
export const column = <F extends FactName>(name: NumberColumn<F>, per?: number | NumberColumn<F>): Value<F> => ({
  of: 'column',
  column: name,
  ...(per !== undefined && { per }),
});

export const leavesOf = (tree: Tree): Leaf[] => {
  if (tree.node === 'leaf') return [tree];
  return tree.node === 'ratio' ? [tree.numerator, tree.denominator] : [...leavesOf(tree.from), ...leavesOf(tree.less)];
};

/**
 * The rows whose people a number tells of: of a count every row that could have counted, for it says of each whether it did; of a
 * measure those that have a value; of a ratio those of its denominator.
 */
export function tellsOf(tree: Tree): Leaf[] {
  if (tree.node === 'difference') return [...tellsOf(tree.from), ...tellsOf(tree.less)];
  if (tree.node === 'ratio') {
    const { numerator, denominator } = tree;
    return numerator.population === denominator.population ? [restsOn(denominator)] : [...tellsOf(numerator), ...tellsOf(denominator)];
  }
  const { population, measure } = tree;
  return ['value' in measure ? restsOn(tree) : { node: 'leaf', population, measure: { take: 'count' } }];
}

/** What a number rests on: the rows with a value, of a ratio its denominator, of a difference what is taken from. */
export function restsOn(tree: Tree): Leaf {
  if (tree.node === 'ratio') return restsOn(tree.denominator);
  if (tree.node === 'difference') return restsOn(tree.from);
  const { measure } = tree;
  return 'value' in measure ? { ...tree, measure: { take: 'known', value: measure.value } } : tree;
}
