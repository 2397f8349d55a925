/** A kept exploration ⇄ the address it is looked at by; and what of it a tile of a dashboard can show. */
import { shapeFault, type Layout } from '@watchdesk/domain/dashboard';
import type { DashboardTile as Tile, ExplorationSpec } from '../../api/client.ts';
import { usualGrain, type ChartKind, type Filter, type Question } from '../../numbers/index.ts';
import type { Period } from '../../period/period.ts';
import type { Change } from './search.ts';

/** Everything the address says of it, so that it shows this and nothing of what was looked at before. */
export function searchOf({ question, chart, period }: ExplorationSpec): Change & { period?: Period } {
  const { metrics, dimensions = [], filters = [], grain, compare, segment, benchmark, calendar, having = [], order, limit } = question;
  return {
    metrics: metrics.join(','),
    by: dimensions.length > 0 ? dimensions.join(',') : undefined,
    grain,
    compare,
    beside: segment?.map(plainFilter),
    stage: benchmark,
    calendar,
    as: chart,
    order: order && `${order.direction === 'asc' ? '' : '-'}${order.by}`,
    limit,
    where: filters.length > 0 ? filters.map(plainFilter) : undefined,
    having: having.length > 0 ? having : undefined,
    saved: undefined,
    ...(period ? { period: period as Period } : {}),
  };
}

/** Without what it does not say. */
const plainFilter = ({ dimension, values, not }: { dimension: string; values: string[]; not?: boolean | undefined }): Filter => ({
  dimension,
  values,
  ...(not ? { not } : {}),
});

/** What is kept of a question. The page holds ids as texts; the server knows which there are. */
export function specOf(title: string, question: Question, chart: ChartKind, period: Period | undefined): ExplorationSpec {
  const { metrics, dimensions = [], filters = [], grain, compare, segment, benchmark, calendar, having = [], order, limit } = question;
  return {
    title,
    question: {
      metrics,
      ...(dimensions.length > 0 ? { dimensions } : {}),
      ...(filters.length > 0 ? { filters } : {}),
      ...(grain ? { grain } : {}),
      ...(compare ? { compare } : {}),
      ...(segment ? { segment } : {}),
      ...(benchmark ? { benchmark } : {}),
      ...(calendar ? { calendar } : {}),
      ...(having.length > 0 ? { having } : {}),
      ...(order ? { order } : {}),
      ...(limit ? { limit } : {}),
    },
    chart,
    ...(period ? { period } : {}),
  } as ExplorationSpec;
}

export type NewTile = Omit<Tile, 'id' | 'layout'>;

export const sizeOf = ({ chart }: NewTile): Pick<Layout, 'w' | 'h'> => (chart === 'number' ? { w: 3, h: 2 } : { w: 6, h: 5 });

/** The tile that shows it; or the field of the question that a tile of that kind cannot have, and what it must be. */
export function tileOf({ title, question, chart, period }: ExplorationSpec): { tile: NewTile } | { field: string; message: string } {
  const { grain, dimensions, order, having, limit, ...of } = question;
  // A number is of the whole: what chooses among groups says nothing of it.
  const groups =
    chart === 'number' ? {} : { ...(dimensions ? { dimensions } : {}), ...(order ? { order } : {}), ...(having ? { having } : {}) };
  // Where it is as fine as its period wants it, it follows the period of the dashboard.
  const fine: Tile['question']['grain'] | undefined = grain && period && grain === usualGrain(period as Period) ? 'auto' : grain;
  const asked = { ...of, ...groups, ...(fine ? { grain: fine } : {}), ...(limit && chart !== 'number' ? { limit } : {}) };
  const fault = shapeFault(chart, asked);
  if (fault) return fault;
  if ((limit ?? 0) > MOST_GROUPS) return { field: 'limit', message: `must be at most ${MOST_GROUPS}` };
  return { tile: { title, chart, question: asked } };
}

const MOST_GROUPS = 200;
