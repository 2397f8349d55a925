/** A tile and how the page is looked at → the question that is asked. */
import type { DashboardTile as Tile } from '../api/client.ts';
import { usualGrain, type Catalogue, type Filter, type Question } from '../numbers/index.ts';
import type { Period } from '../period/period.ts';

export type Comparison = 'previous' | 'lastYear' | 'none';

export interface View {
  period: Period;
  timeZone: string;
  filters: readonly Filter[];
  /** Undefined: as the tile has it. */
  compare: Comparison | undefined;
}

/** A filter holds for a tile whose every metric has its dimension; of the others it is said that it does not. */
export function filtersFor({ question }: Pick<Tile, 'question'>, filters: readonly Filter[], catalogue: Catalogue | undefined) {
  const has = (dimension: string) =>
    question.metrics.every((id) => catalogue === undefined || (catalogue.metric(id)?.dimensions.includes(dimension) ?? false));
  return { held: filters.filter(({ dimension }) => has(dimension)), left: filters.filter(({ dimension }) => !has(dimension)) };
}

/** Without what it does not say. */
const plainFilter = ({ dimension, values, not }: { dimension: string; values: readonly string[]; not?: boolean | undefined }): Filter => ({
  dimension,
  values,
  ...(not ? { not } : {}),
});

export function questionOf({ question }: Pick<Tile, 'question'>, view: View, catalogue: Catalogue | undefined): Question {
  const { metrics, dimensions, filters = [], grain, compare, segment, benchmark, calendar, having, order, limit } = question;
  const all = [...filters, ...filtersFor({ question }, view.filters, catalogue).held];
  const compared = compare && comparedAs(compare, view.compare);
  return {
    metrics,
    period: view.period,
    timeZone: view.timeZone,
    ...(dimensions ? { dimensions } : {}),
    ...(all.length > 0 ? { filters: all.map(plainFilter) } : {}),
    ...(grain ? { grain: grain === 'auto' ? usualGrain(view.period) : grain } : {}),
    ...(compared ? { compare: compared } : {}),
    ...(segment ? { segment: segment.map(plainFilter) } : {}),
    ...(benchmark ? { benchmark } : {}),
    ...(calendar ? { calendar } : {}),
    ...(having && having.length > 0 ? { having } : {}),
    ...(order ? { order: { by: order.by, direction: order.direction ?? 'desc' } } : {}),
    ...(limit ? { limit } : {}),
  };
}

/** Who compares goes by what the viewer chose; who does not, shows nothing to compare. */
function comparedAs(own: 'previous' | 'lastYear', chosen: Comparison | undefined): 'previous' | 'lastYear' | null {
  if (chosen === undefined) return own;
  return chosen === 'none' ? null : chosen;
}
