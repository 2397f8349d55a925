/** How an answer can be shown, and what of the question each way needs. */
import { CHARTS, type Chart } from '@watchdesk/domain/dashboard/charts';
import type { Metric } from '../api/client.ts';
import type { Catalogue } from './use-catalogue.ts';
import type { Question } from './question.ts';

// By itself: what a dashboard is made of, and its schema, is not needed to draw a number.
export const CHART_KINDS = CHARTS;
export type ChartKind = Chart;

/** As many series as there are colours that stay apart, the rest as one. */
const MOST_SERIES = 7;
const MOST_BARS = 15;
/** More than there are. */
const MOST_BANDS = 30;
const MOST_CELLS = 500;
const MOST_POINTS = 100;
const MOST_ROWS = 100;
/** More countries than there are. */
const MOST_COUNTRIES = 300;
const [LEAST_STEPS, MOST_STEPS] = [2, 6];
/** By what a duration spreads. */
export const SPREAD_BY = 'duration';
/** Of a duration: its median and what the slower ones took. */
export const PERCENTILES = ['', '_p75', '_p90', '_p95'] as const;

/** The percentiles of a duration, if it is the median of one. */
const percentilesOf = (catalogue: Catalogue, id: string): Metric[] => PERCENTILES.flatMap((suffix) => catalogue.metric(id + suffix) ?? []);

/** Whether it is the question of a distribution as a histogram: percentiles of the whole, and a count in bands. */
export const isSpread = ({ metrics, dimensions = [] }: Question): boolean =>
  metrics.length > PERCENTILES.length && dimensions.length === 1 && dimensions[0] === SPREAD_BY;

/** The percentiles of a duration and, where no dimension divides it, the count that shows in bands how it spreads. */
function spreadOf({ metrics, dimensions = [] }: Question, catalogue: Catalogue): string[] {
  const counted = catalogue.metric(metrics[0]!)?.spread;
  const isHistogram = dimensions.every((id) => id === SPREAD_BY);
  return [...percentilesOf(catalogue, metrics[0]!).map(({ id }) => id), ...(isHistogram && counted ? [counted] : [])];
}

/** Whether the question has what this way of showing needs. */
export function fits(kind: ChartKind, { metrics, dimensions = [], grain }: Question, catalogue: Catalogue): boolean {
  const first = catalogue.metric(metrics[0] ?? '');
  switch (kind) {
    case 'number':
    case 'table':
      return true;
    case 'gauge':
      return metrics.length === 1 && dimensions.length === 0 && first !== undefined && first.target !== null;
    case 'funnel':
      return (
        metrics.length >= LEAST_STEPS &&
        metrics.length <= MOST_STEPS &&
        dimensions.length === 0 &&
        metrics.every((id) => catalogue.metric(id)?.unit === 'count')
      );
    case 'sankey':
      return first?.unit === 'count' && dimensions.length === 2 && !dimensions.some((id) => catalogue.dimension(id)?.several);
    case 'map':
      return dimensions.length === 1 && dimensions[0] === 'country';
    case 'line':
    case 'area':
      return grain !== undefined;
    case 'bar':
      return grain !== undefined || dimensions.length > 0;
    case 'stacked':
      return first?.unit === 'count' && dimensions.length >= (grain ? 1 : 2);
    case 'heat':
      return dimensions.length === 2;
    case 'scatter':
      return metrics.length >= 2 && dimensions.length > 0;
    case 'distribution':
      return dimensions.length <= 1 && first !== undefined && percentilesOf(catalogue, first.id).length === PERCENTILES.length;
  }
}

/** The way that says most of a question that names none. */
export function usualKind({ metrics, dimensions = [], grain }: Question): ChartKind {
  if (dimensions.includes('weekday') && dimensions.includes('hour') && dimensions.length === 2) return 'heat';
  if (grain) return 'line';
  if (dimensions.length === 1 && metrics.length === 1) return 'bar';
  return dimensions.length === 0 ? 'number' : 'table';
}

/** Without groups there is none to choose or to put in order. */
const ofWhole = ({ order: _order, having: _having, limit: _limit, ...question }: Question): Question => ({ ...question, dimensions: [] });

/** The question of other metrics, with what was said of those that it still has. */
function ordered({ order, having = [], ...question }: Question, metrics: readonly string[]): Question {
  const isKnown = order && [...metrics, ...(question.dimensions ?? [])].includes(order.by);
  return {
    ...question,
    metrics,
    having: having.filter(({ metric }) => metrics.includes(metric)),
    ...(isKnown ? { order } : {}),
  };
}

/** The same question with as many groups as this way can show, and without a series where none is drawn. */
export function askedAs(kind: ChartKind, question: Question, catalogue: Catalogue): Question {
  const { grain, ...still } = question;
  const most = (limit: number) => Math.min(question.limit ?? limit, limit);
  const overTime = grain ? { ...still, grain } : still;
  switch (kind) {
    case 'number':
      return ofWhole(overTime);
    case 'gauge':
    case 'funnel':
      return ofWhole(still);
    case 'line':
    case 'area':
      return { ...overTime, limit: most(MOST_SERIES) };
    case 'bar':
    case 'stacked':
      if (grain) return { ...overTime, limit: most(MOST_SERIES) };
      return { ...still, limit: (question.dimensions?.length ?? 0) > 1 ? MOST_ROWS : most(MOST_BARS) };
    case 'heat':
    case 'sankey':
      return { ...still, limit: MOST_CELLS };
    case 'map':
      return { ...still, limit: MOST_COUNTRIES };
    case 'scatter':
      return { ...still, limit: most(MOST_POINTS) };
    case 'distribution': {
      const metrics = spreadOf(question, catalogue);
      if (metrics.length === PERCENTILES.length) return { ...ordered(still, metrics), limit: most(MOST_BARS) };
      return { ...ofWhole(still), metrics, dimensions: [SPREAD_BY], order: { by: SPREAD_BY, direction: 'asc' }, limit: MOST_BANDS };
    }
    case 'table':
      return { ...overTime, limit: question.limit ?? MOST_ROWS };
  }
}
