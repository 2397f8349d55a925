/** A query of the catalogue → its table: the whole, the groups with what is left over, each over time and beside what it is compared with. */
import {
  type Benchmark,
  type DimensionId,
  dimensionOf,
  type Metric,
  populationsOf,
  sharesOf,
  type Standing,
  standingOf,
  targetedFor,
  wilson,
} from '@watchdesk/domain/metrics';
import { invalid } from '../errors.ts';
import type { Period } from '../facts/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { addBenchmarks, stageFor } from './benchmarks.ts';
import { refuseUnaskable } from './custom-fields.ts';
import { type Figure, type Figures, figuresOf } from './figures.ts';
import { type Asking, type Bucket, bucketsIn, comparedWith, frameOf, periodFor, refuseBuckets } from './frame.ts';
import { chosenGroups, USUAL_LIMIT } from './groups.ts';
import { labelsOf } from './labels.ts';
import { checkQuery, type MetricQuery, refusePicking, refuseUnbound } from './question.ts';
import type { Frame } from './scan.ts';

export interface Parts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
}

export interface Shown {
  readonly value: number | null;
  readonly n: number;
  readonly withheld: boolean;
  /** Of the period that is compared with. */
  readonly previous?: number | null;
  /** Of the segment that is compared with. */
  readonly segment?: number | null;
  /** To its target. */
  readonly standing: Standing | null;
  /** What is usual among companies of the stage, where something is. */
  readonly benchmark?: Benchmark;
  /** Of a count: its part of the whole, rounded so that the parts add to 1. */
  readonly share?: number | null;
  /** Of a share of few: where it lies with 95 % certainty. */
  readonly interval?: readonly [number, number] | null;
}
export type Values = Record<string, Shown>;

const MOST_VALUES = 200_000;
/** From so many on the interval is narrower than anybody reads (METRICS D.8). */
const MANY = 100;

export async function askQuery({ postgres, analytics }: Parts, asking: Asking, query: MetricQuery, signal?: AbortSignal) {
  const metrics = checkQuery(query);
  refuseUnbound(metrics, asking.scope, 'metrics');
  refusePicking(query.filters, asking.scope);
  await refuseUnaskable(analytics, asking, query);
  refusePicking(query.segment, asking.scope, (_filter, index) => `segment.${index}.values`);
  const { dimensions = [], grain, compare } = query;
  const period = await periodFor(postgres, asking, query);
  const whole: Frame = { ...frameOf(asking, period, query), dimensions };
  const compared = compare ? comparedWith(period, compare) : null;
  if (compared && compared.to > period.from) throw invalid('compare', 'must be previous for a period of more than a year');
  if (grain) refuseBuckets(whole, grain);
  const asked = grain ? bucketsIn(analytics, whole, grain) : Promise.resolve([]);
  // What lasts is counted in each bucket. What happens is not, and is read meanwhile, together with what others want of it.
  const isCounted = metrics.flatMap(populationsOf).some((population) => population.period.by !== 'at');
  const frame: Frame = { ...whole, compared, ...(grain && { grain, buckets: isCounted ? await asked : [] }) };
  // Over time as well, but not beside what was before.
  const beside: Frame | null = query.segment ? { ...frame, compared: null, filters: query.segment } : null;
  const [buckets, stage, figures, segment] = await Promise.all([
    asked,
    stageFor(postgres, asking.workspaceId, metrics, query.benchmark),
    figuresOf(analytics, metrics, frame, signal),
    beside && figuresOf(analytics, metrics, beside, signal),
  ]);
  const groups = chosenGroups(figures, metrics, query, limitOf(query, buckets.length));
  const isCut = groups.length < figures.groups.length && !isSeveral(dimensions);
  const others = { dimensions: [], without: { dimensions, groups } };
  const [rest, segmentRest] = await Promise.all([
    isCut ? figuresOf(analytics, metrics, { ...frame, ...others }, signal) : null,
    isCut && beside ? figuresOf(analytics, metrics, { ...beside, ...others }, signal) : null,
  ]);

  const judged = (group: readonly string[] | null) => metrics.map((metric) => targetedFor(metric, valueIn(query, group)));
  const rows = groups.map((group) => valuesOf(judged(group), figures, compared !== null, group, segment));
  const areShown = new Set(groups);
  const unshown = isCut ? figures.groups.filter((group) => !areShown.has(group)) : [];
  /** The rest would tell of a withheld group in it, were those besides it asked for; not so where all that is withheld is in it. */
  const hiding = (of: Figures, table: Figures) =>
    withoutTelling(of, (figure) => {
      const isWithheld = (group: readonly string[]) => figure(table, group).withheld;
      return unshown.some(isWithheld) && groups.some(isWithheld);
    });
  const restOfGroups = rest && hiding(rest, figures);
  const segmentLeft = segmentRest && hiding(segmentRest, segment!);
  const left = restOfGroups && valuesOf(metrics, restOfGroups, compared !== null, null, segmentLeft);
  if (!isSeveral(dimensions) && dimensions.length > 0) addShares(metrics, left ? [...rows, left] : rows);
  const total = valuesOf(judged(null), figures, compared !== null, null, segment);
  addBenchmarks(metrics, stage, [total, ...rows, ...(left ? [left] : [])]);
  const labels = await labelsOf(postgres, asking, dimensions, groups);
  const seriesOf = (from: Figures, group: readonly string[] | null, other = segment) =>
    buckets.map((bucket) => pointOf(judged(group), from, group, bucket, other));
  return {
    period: shownPeriod(period, frame, compared),
    total: { values: total, series: seriesOf(figures, null) },
    groups: groups.map((group, index) => ({
      key: Object.fromEntries(dimensions.map((id, place) => [id, group[place]!])),
      labels: labels[index]!,
      values: rows[index]!,
      series: seriesOf(figures, group),
    })),
    groupsInAll: figures.groups.length,
    rest: restOfGroups &&
      left && {
        groups: figures.groups.length - groups.length,
        values: left,
        series: seriesOf(restOfGroups, null, segmentLeft),
      },
  };
}

/** How many groups are shown; where nothing is said, as many as the answer has room for. */
function limitOf({ metrics, dimensions = [], limit }: MetricQuery, buckets: number): number {
  if (dimensions.length === 0) return 0;
  const room = Math.floor(MOST_VALUES / (Math.max(1, buckets) * metrics.length));
  if (limit !== undefined && limit > room) throw invalid('limit', `makes more than ${MOST_VALUES} values; at most ${room} groups fit`);
  return limit ?? Math.min(USUAL_LIMIT, room);
}

/** The one value of a dimension that a number is of: of its group, or because others are filtered out. */
function valueIn({ dimensions = [], filters = [] }: MetricQuery, group: readonly string[] | null) {
  return (id: DimensionId): string | undefined => {
    const place = group === null ? -1 : dimensions.indexOf(id);
    if (place >= 0) return group![place];
    const only = filters.find(({ dimension, values, not }) => dimension === id && !not && values.length === 1);
    return only?.values[0];
  };
}

type Take = (figures: Figures, group: readonly string[] | null) => Figure;

/** The rest with its figures withheld where they would tell of what else is. */
function withoutTelling(rest: Figures, tells: (of: Take) => boolean): Figures {
  const figure = (of: Take): Figure => (tells(of) ? { value: null, n: 0, withheld: true } : of(rest, null));
  return {
    ...rest,
    of: (metric, _group, bucket) => figure((figures, group) => figures.of(metric, group, bucket)),
    before: (metric) => figure((figures, group) => figures.before(metric, group)),
  };
}

const isSeveral = (dimensions: readonly DimensionId[]) => dimensions.some((id) => dimensionOf(id).several);

function valuesOf(
  metrics: readonly Metric[],
  figures: Figures,
  isCompared: boolean,
  group: readonly string[] | null,
  segment: Figures | null,
): Values {
  return Object.fromEntries(
    metrics.map((metric) => {
      const figure = figures.of(metric, group);
      const previous = isCompared && { previous: figures.before(metric, group).value };
      return [metric.id, { ...shown(metric, figure), ...previous, ...(segment && { segment: segment.of(metric, group).value }) }];
    }),
  );
}

const shown = (metric: Metric, figure: Figure): Shown => ({
  ...figure,
  standing: standingOf(metric, figure.value),
  ...(metric.interval && { interval: intervalOf(metric, figure) }),
});

/** Of a share of few, where it lies with 95 % certainty. */
export const intervalOf = ({ interval }: Metric, { value, n }: Pick<Figure, 'value' | 'n'>): readonly [number, number] | null =>
  interval && n < MANY ? wilson(value, n) : null;

function pointOf(
  metrics: readonly Metric[],
  figures: Figures,
  group: readonly string[] | null,
  { at, incomplete }: Bucket,
  segment: Figures | null,
) {
  const values: Values = Object.fromEntries(
    metrics.map((metric) => {
      const figure = figures.of(metric, group, at);
      const beside = segment && { segment: segment.of(metric, group, at).value };
      return [metric.id, { ...figure, standing: standingOf(metric, figure.value), ...beside }];
    }),
  );
  return { at: iso(at), incomplete, values };
}

/** What the rows and the rest are of the whole; nothing where one of them is withheld. */
function addShares(metrics: readonly Metric[], rows: readonly Values[]): void {
  for (const { id, tree } of metrics) {
    if (tree.node !== 'leaf' || tree.measure.take !== 'count' || rows.some((row) => row[id]!.withheld)) continue;
    const shares = sharesOf(rows.map((row) => row[id]!.value ?? 0));
    for (const [index, row] of rows.entries()) row[id] = { ...row[id]!, share: shares[index]! };
  }
}

export const shownPeriod = (
  { from, to, until, timeZone }: Period,
  { weekStart, grain }: Frame,
  compared: { readonly from: number; readonly to: number } | null,
) => ({
  from: iso(from),
  to: iso(to),
  until: iso(until),
  timeZone,
  weekStart,
  grain,
  compared: compared && { from: iso(compared.from), to: iso(compared.to) },
});

export const iso = (at: number): string => new Date(at).toISOString();
