/** A standard dashboard is written in rows, from left to right; where a tile stands follows from its width. */
import type { DimensionId, MetricId } from '../metrics/index.ts';
import { COLUMNS, type Tile } from './dashboard.ts';

export type Placed = Omit<Tile, 'layout'> & { readonly w: number };

/** A row of tiles of one height. Throws where they do not fit. */
export interface Row {
  readonly h: number;
  readonly tiles: readonly Placed[];
}

export const row = (h: number, ...tiles: Placed[]): Row => ({ h, tiles });

export function tilesOf(rows: readonly Row[]): Tile[] {
  let y = 0;
  return rows.flatMap(({ h, tiles }) => {
    let x = 0;
    const placed = tiles.map(({ w, ...tile }): Tile => {
      const layout = { x, y, w, h };
      x += w;
      return { ...tile, layout };
    });
    if (x > COLUMNS) throw new Error(`the row of ${tiles[0]?.id} is ${x} columns wide`);
    y += h;
    return placed;
  });
}

/** A figure with what it was before. */
export const number = (metric: MetricId, w: number, more: Partial<Tile['question']> = {}): Placed => ({
  id: metric.replaceAll('_', '-'),
  chart: 'number',
  question: { metrics: [metric], compare: 'previous', grain: 'auto', ...more },
  w,
});

/** Metrics over time. */
export const line = (id: string, title: string, metrics: readonly MetricId[], w: number, more: Partial<Placed> = {}): Placed => ({
  id,
  title,
  chart: 'line',
  question: { metrics: [...metrics], grain: 'auto' },
  w,
  ...more,
});

/** One metric by a dimension, the largest first. */
export const bars = (metric: MetricId, by: DimensionId, title: string, w: number, more: Partial<Placed> = {}): Placed => ({
  id: `${metric}-by-${by}`.replaceAll('_', '-'),
  title,
  chart: 'bar',
  question: { metrics: [metric], dimensions: [by], limit: 8 },
  w,
  ...more,
});

/** What nobody did is compared with nobody. */
export const somebodys = (by: 'agent' | 'team'): NonNullable<Tile['question']['filters']> => [{ dimension: by, values: [''], not: true }];

/** Several metrics of each value of a dimension, beside what they were before. */
export const table = (
  id: string,
  title: string,
  by: DimensionId,
  metrics: readonly MetricId[],
  w: number,
  more: Partial<Placed> = {},
): Placed => ({
  id,
  title,
  chart: 'table',
  question: {
    metrics: [...metrics],
    dimensions: [by],
    ...(by === 'agent' || by === 'team' ? { filters: somebodys(by) } : {}),
    compare: 'previous',
    limit: 20,
  },
  w,
  ...more,
});
