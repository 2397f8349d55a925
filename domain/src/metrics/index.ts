export { ageOf, AGES } from './ages.ts';
export { type Difference, type Leaf, leavesOf, type Ratio, restsOn, tellsOf, type Tree } from './aggregate.ts';
export { askedDimension } from './asked-dimension.ts';
export { bandWords } from './bands.ts';
export { type Benchmark, benchmarkOf, hasBenchmark, type Stage, STAGES } from './benchmarks.ts';
export { calendarsOf, countedIn } from './calendars.ts';
export { FAMILIES, METRIC_IDS, type MetricId, metricOf, METRICS } from './catalogue.ts';
export type { Condition, InstantOperand } from './condition.ts';
export {
  customDimension,
  type Dimension,
  DIMENSION_IDS,
  type DimensionId,
  dimensionOf,
  DIMENSIONS,
  fieldOf,
  type NamedDimension,
} from './dimensions.ts';
export { type Cell, combine, evaluate, quantileOf, rowsOf, valuesOf } from './evaluate.ts';
export { daysOf, type FactName, isOfTickets, kindOf } from './facts.ts';
export { type Happening, HAPPENINGS } from './happening.ts';
export { wilson, Z } from './interval.ts';
export { dimensionsOf, hasDimension, isDividedBy, type Metric, populationsOf, type TimeCounted, type Unit, unitOf } from './metric.ts';
export type { Population } from './population.ts';
export { type Contribution, type Row, type Rows, rowsOfTickets } from './rows.ts';
export { sharesOf } from './shares.ts';
export { type Standing, standingOf, targetedFor } from './standing.ts';
export { conditionWords, leafWords, periodWords } from './words.ts';
