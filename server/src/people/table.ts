/**
 * Everybody of a group beside each other: the figures of the catalogue, what is expected of each in the mix of cases, where
 * each stands among the others, what is in hand, and what the work consists of. It is of everyone whom the viewer may sum up;
 * what of it may be told, comparison.ts and profile.ts decide.
 */
import { type Metric, quantileOf, type Standing, standingOf, wilson } from '@watchdesk/domain/metrics';
import {
  type Cases,
  clearness,
  ENOUGH,
  type Fair,
  isComparable,
  standardise,
  standingAmong,
  type Verdict,
  verdictOf,
} from '@watchdesk/domain/statistics';
import type { Period } from '../facts/index.ts';
import { type Asking, figuresOf, type Figures, type Filter, frameOf, type Stratum, strataOf } from '../metrics/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import { alikeBy, ANSWERED, BACKLOG, COMPARED, RESOLVED, SHOWN } from './compared-figures.ts';

/** What can be expected of a mix of cases, in the metric's own unit. */
export interface Expected {
  readonly expected: number;
  /** Where the figure lies with 95 % certainty. */
  readonly low: number;
  readonly high: number;
  /** The cases that could not be compared with anybody’s. */
  readonly alone: number;
  readonly verdict: Verdict;
  readonly clearness: number;
}

export interface ComparedFigure {
  readonly value: number | null;
  readonly n: number;
  readonly previous: number | null;
  readonly standing: Standing | null;
  /** Of a share, where it lies with 95 % certainty. */
  readonly interval: readonly [number, number] | null;
  /** Null where too few cases can be compared. */
  readonly fair: Expected | null;
  /** The share of the others who do worse for their mix; null below twenty cases and among fewer than three. */
  readonly percentile: number | null;
}

export interface PersonRow {
  readonly who: string;
  readonly figures: Readonly<Record<string, ComparedFigure>>;
  /** Tickets in hand at the end of the period. */
  readonly open: number;
  readonly waiting: number;
  /** Of the tickets that all answered, the share this person answered. */
  readonly load: number | null;
  /** Resolved tickets by category. */
  readonly mix: ReadonlyMap<string, number>;
}

export interface Table {
  readonly people: readonly PersonRow[];
  readonly mix: ReadonlyMap<string, number>;
  /** Of each metric the strata, of people alone. */
  readonly strata: ReadonlyMap<string, readonly Stratum[]>;
  readonly medians: Readonly<Record<string, { value: number; people: number } | null>>;
}

/** Of two, one is above and one below, which says nothing. */
const FEWEST_COMPARED = 3;

export async function tableOf(
  analytics: Analytics,
  asking: Asking,
  period: Period,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<Table> {
  const frame = inside(asking, period, filters);
  const [figures, held, mix, ...found] = await Promise.all([
    figuresOf(analytics, SHOWN, { ...frame, dimensions: ['agent'], compared: period.previous }, signal),
    figuresOf(analytics, [BACKLOG], { ...frame, dimensions: ['agent', 'status'] }, signal),
    figuresOf(analytics, [RESOLVED], { ...frame, dimensions: ['agent', 'category'] }, signal),
    ...COMPARED.map((metric) => strataOf(analytics, metric, ['agent', ...alikeBy(metric)], frame, signal)),
  ]);
  const strata = new Map(COMPARED.map(({ id }, index) => [id, found[index]!.filter(({ sort }) => sort[0] !== '')]));
  const fair = new Map(COMPARED.map((metric) => [metric.id, fairOf(metric, strata.get(metric.id)!)]));
  const ids = [...new Set([...figures.groups, ...held.groups].map(([who]) => who!))].filter((who) => who !== '').toSorted();
  const answered = ids.reduce((sum, who) => sum + (figures.of(ANSWERED, [who]).value ?? 0), 0);
  const compared = new Map(SHOWN.map((metric) => [metric.id, figuresOfAll(metric, ids, figures, fair.get(metric.id))]));
  const mixes = Map.groupBy(mix.groups, ([who]) => who!);
  const people = ids.map((who): PersonRow => ({
    who,
    figures: Object.fromEntries(SHOWN.map(({ id }) => [id, compared.get(id)!.get(who)!])),
    open: heldIn(held, who, ['new', 'open']),
    waiting: heldIn(held, who, ['pending', 'on_hold']),
    load: answered === 0 ? null : (figures.of(ANSWERED, [who]).value ?? 0) / answered,
    mix: new Map((mixes.get(who) ?? []).map((group) => [group[1]!, mix.of(RESOLVED, group).value ?? 0])),
  }));
  return { people, mix: mixOfAll(people), strata, medians: mediansOf(people) };
}

/** All rows that the viewer may sum up, one by one: what is told of them is decided afterwards. */
export const inside = (asking: Asking, period: Period, filters: readonly Filter[]) =>
  frameOf({ ...asking, scope: { ...asking.scope, rows: { to: 'all' } } }, period, { filters });

/** The strata as cases of people: their first value says whose, the others of which kind. */
const casesOf = (strata: readonly Stratum[]): Cases[] =>
  strata.map(({ sort: [who, ...kind], ...sums }) => ({ ...sums, who: who!, kind: JSON.stringify(kind) }));

export const fairOf = ({ unit }: Metric, strata: readonly Stratum[]): Map<string, Fair> =>
  standardise(casesOf(strata), unit === 'share' ? 'share' : 'measure');

/** Better is neither where a metric says neither. */
export const betterOf = ({ betterWhen }: Metric): 'higher' | 'lower' => (betterWhen === 'lower' ? 'lower' : 'higher');

function figuresOfAll(metric: Metric, ids: readonly string[], figures: Figures, fair: ReadonlyMap<string, Fair> = new Map()) {
  const scores = new Map<string, number>();
  for (const who of ids) {
    const one = fair.get(who);
    if (one && isComparable(one)) scores.set(who, one.observed - one.expected);
    const { value } = figures.of(metric, [who]);
    if (metric === ANSWERED && value !== null && value >= ENOUGH) scores.set(who, value);
  }
  return new Map(
    ids.map((who) => {
      const { value, n } = figures.of(metric, [who]);
      const others = [...scores].filter(([other]) => other !== who).map(([, score]) => score);
      const isRanked = scores.has(who) && scores.size >= FEWEST_COMPARED;
      const figure: ComparedFigure = {
        value,
        n,
        previous: figures.before(metric, [who]).value,
        standing: standingOf(metric, value),
        interval: metric.unit === 'share' && value !== null ? wilson(Math.min(1, value), n) : null,
        fair: expectedOf(metric, value, fair.get(who)),
        percentile: isRanked ? standingAmong(scores.get(who)!, others, betterOf(metric)) : null,
      };
      return [who, figure];
    }),
  );
}

/** What a comparison of logarithms says of a median: it is as many times the expectation as the typical duration is. */
export function expectedOf(metric: Metric, value: number | null, fair: Fair | undefined): Expected | null {
  if (value === null || fair === undefined) return null;
  const verdict = verdictOf(fair, betterOf(metric));
  if (verdict === null) return null;
  const inUnit = (one: number) => (metric.unit === 'seconds' ? value * Math.exp(one - fair.observed) : one);
  return {
    expected: inUnit(fair.expected),
    low: inUnit(fair.low),
    high: inUnit(fair.high),
    alone: fair.alone,
    verdict,
    // What is certain beyond doubt is no number that can be sent.
    clearness: Math.min(clearness(fair), 1000),
  };
}

const heldIn = (held: Figures, who: string, statuses: readonly string[]) =>
  statuses.reduce((sum, status) => sum + (held.of(BACKLOG, [who, status]).value ?? 0), 0);

function mixOfAll(people: readonly PersonRow[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { mix } of people) for (const [category, n] of mix) all.set(category, (all.get(category) ?? 0) + n);
  return all;
}

/** Of those with enough cases, half do better. */
function mediansOf(people: readonly PersonRow[]) {
  return Object.fromEntries(
    SHOWN.map(({ id }) => {
      const values = people.map(({ figures }) => figures[id]!).flatMap(({ value, n }) => (value !== null && n >= ENOUGH ? [value] : []));
      return [id, values.length < FEWEST_COMPARED ? null : { value: quantileOf(values, 0.5)!, people: values.length }];
    }),
  );
}
