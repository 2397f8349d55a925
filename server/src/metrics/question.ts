/** What may be asked of the catalogue, and what is refused with the field that is wrong before anything runs. */
import {
  calendarsOf,
  countedIn,
  type DimensionId,
  DIMENSION_IDS,
  dimensionOf,
  dimensionsOf,
  fieldOf,
  isDividedBy,
  type Metric,
  metricOf,
  populationsOf,
  type Stage,
  type TimeCounted,
} from '@watchdesk/domain/metrics';
import type { Last } from '@watchdesk/domain/period';
import type { ViewScope } from '../accounts/index.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Grain, WeekStart } from '../facts/index.ts';
import type { Filter } from './scan.ts';
import { canBind } from './scope-sql.ts';

export interface Having {
  readonly metric: string;
  readonly compare: '<' | '<=' | '>' | '>=';
  readonly value: number;
}

/** Where and when: what a query, an explanation and a drill have in common. Instants are milliseconds since 1970. */
export interface Context {
  readonly filters?: readonly Filter[] | undefined;
  /** `last` stands alone: a period that moves with the clock. */
  readonly period?: { readonly from?: number | undefined; readonly to?: number | undefined; readonly last?: Last | undefined } | undefined;
  readonly timeZone?: string | undefined;
  readonly weekStart?: WeekStart | undefined;
  /** Left out: as each metric usually counts. */
  readonly calendar?: TimeCounted | undefined;
}

export interface MetricQuery extends Context {
  readonly metrics: readonly string[];
  readonly dimensions?: readonly DimensionId[] | undefined;
  /** Left out: no series. */
  readonly grain?: Grain | undefined;
  readonly compare?: 'previous' | 'lastYear' | undefined;
  /** Instead of `filters`: of what else the same figures are given beside. */
  readonly segment?: readonly Filter[] | undefined;
  /** Beside what is usual among companies of which stage; left out, of the workspace's own. */
  readonly benchmark?: Stage | undefined;
  readonly having?: readonly Having[] | undefined;
  /** A metric or a dimension of the query. */
  readonly order?: { readonly by: string; readonly direction?: 'asc' | 'desc' | undefined } | undefined;
  readonly limit?: number | undefined;
}

const MOST_METRICS = 30;
const MOST_DIMENSIONS = 3;

/** The metrics that are asked for, as they are to count time. Throws a refusal of the first thing that is wrong. */
export function checkQuery({ metrics: ids, dimensions = [], filters = [], calendar, having = [], order, segment }: MetricQuery): Metric[] {
  if (ids.length === 0) throw invalid('metrics', 'must name at least one metric');
  if (ids.length > MOST_METRICS) throw invalid('metrics', `must be at most ${MOST_METRICS}`);
  if (dimensions.length > MOST_DIMENSIONS) throw invalid('dimensions', `must be at most ${MOST_DIMENSIONS}`);
  const metrics = ids.map((id, index) => checkMetric(id, `metrics.${index}`));
  refuseTwice(ids, 'metrics');
  refuseTwice(dimensions, 'dimensions');
  for (const [index, dimension] of dimensions.entries()) checkDimension(dimension, metrics, `dimensions.${index}`);
  const counted = checkContext(metrics, { filters, calendar });
  if (segment) checkFilters(metrics, segment, 'segment');
  for (const [index, { metric }] of having.entries())
    if (!ids.includes(metric)) throw invalid(`having.${index}.metric`, 'must be one of the metrics of the query');
  if (order && !ids.includes(order.by) && !dimensions.some((id) => id === order.by))
    throw invalid('order.by', 'must be a metric or a dimension of the query');
  return counted;
}

export function checkMetric(id: string, field: string): Metric {
  const metric = metricOf(id);
  if (!metric) throw invalid(field, `must be a metric of the catalogue; there is no ${JSON.stringify(id)}`);
  return metric;
}

/** Answers the metrics as they are to count time; those that count none are as they are. */
export function checkContext(metrics: readonly Metric[], { filters = [], calendar }: Context): Metric[] {
  checkFilters(metrics, filters, 'filters');
  if (calendar === undefined) return [...metrics];
  for (const metric of metrics) {
    const possible = calendarsOf(metric);
    if (possible.length > 0 && !possible.includes(calendar))
      throw invalid('calendar', `must be ${possible[0]} for ${named(metric)}: ${NO_OTHER[possible[0]!]}`);
  }
  return metrics.map((metric) => countedIn(metric, calendar));
}

function checkFilters(metrics: readonly Metric[], filters: readonly Filter[], field: string): void {
  for (const [index, { dimension }] of filters.entries()) checkDimension(dimension, metrics, `${field}.${index}.dimension`);
  refuseContradictions(filters, field);
}

const NO_OTHER = {
  elapsed: 'ages, what is cut where a period ends, and the work of people are not counted in business time',
  business: 'promises are counted in business time',
};

function checkDimension(id: DimensionId, metrics: readonly Metric[], field: string): void {
  if (fieldOf(id) === null && !DIMENSION_IDS.some((one) => one === id))
    throw invalid(field, `must be a dimension; there is no ${JSON.stringify(id)}`);
  const without = metrics.find((metric) => !isDividedBy(metric, id));
  if (without)
    throw invalid(field, `must be one that ${named(without)} has: ${dimensionsOf(without).map(dimensionOf).map(named).join(', ')}`);
}

function refuseTwice(ids: readonly string[], field: string): void {
  const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (again >= 0) throw invalid(`${field}.${again}`, 'must not be there twice');
}

/** As people and as programs call it. */
const named = ({ label, id }: { readonly label: string; readonly id: string }): string => `${label} (${id})`;

/** What leaves nothing whatever the data is a mistake, and not an answer of 0. A ticket can have several tags. */
function refuseContradictions(filters: readonly Filter[], field: string): void {
  const only = new Map<DimensionId, readonly string[]>();
  const never = new Map<DimensionId, readonly string[]>();
  for (const [index, { dimension, values, not }] of filters.entries()) {
    if (values.length === 0) throw invalid(`${field}.${index}.values`, 'must have at least one value');
    if (dimensionOf(dimension).several) continue;
    const before = only.get(dimension);
    if (not) never.set(dimension, [...(never.get(dimension) ?? []), ...values]);
    else only.set(dimension, before ? values.filter((value) => before.includes(value)) : values);
    if (only.get(dimension)?.every((value) => never.get(dimension)?.includes(value)))
      throw invalid(`${field}.${index}.values`, `contradict another filter of ${named(dimensionOf(dimension))}: nothing is left`);
  }
}

/** A number that does not say whose it is cannot be cut to a team. */
export function refuseUnbound(metrics: readonly Metric[], { aggregate }: ViewScope, field: string): void {
  if (aggregate.to === 'none') throw new Refusal('forbidden', 'You belong to no team of this workspace, whose numbers you could see.');
  const unbound = metrics.find((metric) => !populationsOf(metric).every((population) => canBind(aggregate, population)));
  if (!unbound) return;
  const message = `${named(unbound)} does not say whose it is, and you see the numbers of your team alone`;
  throw new Refusal('forbidden', message, { fields: [{ field, message }] });
}

/**
 * Whoever may choose the people of a sum one by one finds each of them by subtraction. Those whose rows are their own, and nobody, may be
 * chosen; and where sums reach further than the teams one sees person by person, anybody within these.
 */
export function refusePicking(
  filters: readonly Filter[] = [],
  { rows, aggregate, self }: ViewScope,
  nameOf = (_filter: Filter, index: number) => `filters.${index}.values`,
): void {
  if (rows.to === 'all' || (rows.to === 'teams' && (aggregate.to === 'teams' || filters.some(isWithin(rows.teams))))) return;
  const own = ['', ...(rows.to === 'agent' ? [rows.agent] : self === undefined ? [] : [self])];
  const picks = filters.findIndex(({ dimension, values }) => dimension === 'agent' && values.some((value) => !own.includes(value)));
  if (picks < 0) return;
  const field = nameOf(filters[picks]!, picks);
  const message = `must not single out others, whose numbers you see summed up alone${rows.to === 'teams' ? '; filter by a team of yours as well' : ''}`;
  throw new Refusal('forbidden', `${field} ${message}`, { fields: [{ field, message }] });
}

const isWithin =
  (teams: readonly string[]) =>
  ({ dimension, values, not }: Filter): boolean =>
    dimension === 'team' && !not && values.every((value) => teams.includes(value));
