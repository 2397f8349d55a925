/** An entry of the catalogue. Everything that shows, asks or explains a number is derived from it (docs/adr/0004-a-metric-is-data.md). */
import { type Leaf, leavesOf, type Tree } from './aggregate.ts';
import { DIMENSION_IDS, type DimensionId, dimensionOf, type NamedDimension } from './dimensions.ts';
import { isOfTickets } from './facts.ts';
import type { Population } from './population.ts';

/** Time counts by the clock on the wall, or within opening hours alone. */
export type TimeCounted = 'elapsed' | 'business';

export type Unit = 'count' | 'seconds' | 'share' | 'score' | 'number';

export interface Targets {
  readonly target?: number;
  readonly warning?: number;
}

export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** In words and signs. */
  readonly formula: string;
  readonly unit: Unit;
  readonly betterWhen: 'higher' | 'lower' | 'neutral';
  readonly target?: number;
  readonly warning?: number;
  /** Instead of one target: what is well from here to there, and what deserves a look outside it. */
  readonly band?: { readonly from: number; readonly to: number; readonly warnsBelow: number; readonly warnsAbove: number };
  /** Where the number is of one value of a dimension, the target of that value. */
  readonly targetsBy?: { readonly dimension: NamedDimension; readonly of: Readonly<Record<string, Targets>> };
  readonly tree: Tree;
  /** Of what counts time: how it does unless asked otherwise (calendars.ts). Target and warning are of that. */
  readonly calendar?: TimeCounted;
  /** The number is a share of yes and no, for which an interval can be given. */
  readonly interval?: 'wilson';
  /** How many of the rows it rests on are so young that it can still change. */
  readonly provisional?: Leaf;
  /** Of a duration: the count whose `duration` in bands shows how it spreads. */
  readonly spread?: string;
  /** The section of docs/definitions.md. */
  readonly source: string;
}

/** One whose id the compiler knows, so that a wrong id in a dashboard does not compile. */
export type MetricAs<Id extends string> = Metric & { readonly id: Id };

/** The unit of one figure by itself: what is not counted is a time, or else a number of the metric's own kind. */
export function unitOf({ measure }: Leaf): Unit {
  if (!('value' in measure) || measure.take === 'known') return 'count';
  const { value } = measure;
  if (value.of === 'overlap' && value.per !== undefined) return 'number';
  if (value.of !== 'column') return 'seconds';
  // A column over a column is a part of something, and no time any more.
  return value.column.endsWith('_ms') && value.per === 1000 ? 'seconds' : 'number';
}

export const populationsOf = ({ tree }: Pick<Metric, 'tree'>): Population[] => [
  ...new Set(leavesOf(tree).map(({ population }) => population)),
];

/** Whether each row of the population has a value of the dimension. */
export function hasDimension({ fact, dimensions, period, age }: Population, id: DimensionId): boolean {
  const { local, field } = dimensionOf(id);
  if (field !== undefined) return isOfTickets(fact);
  if (local === 'age') return age !== undefined;
  return local ? period.by === 'at' : dimensions[id as NamedDimension] !== undefined;
}

/** Whether a number can be divided by it: whether all its sides can. */
export const isDividedBy = (metric: Pick<Metric, 'tree'>, id: DimensionId): boolean =>
  populationsOf(metric).every((population) => hasDimension(population, id));

/** By what a number can be divided in every workspace. */
export const dimensionsOf = (metric: Pick<Metric, 'tree'>): readonly DimensionId[] => DIMENSION_IDS.filter((id) => isDividedBy(metric, id));
