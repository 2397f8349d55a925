/** What a chart can draw. A question of another shape is refused when it is saved, so that no tile is a riddle later. */
import { DIMENSIONS, metricOf } from '../metrics/index.ts';
import type { Chart } from './charts.ts';

interface Asked {
  readonly metrics: readonly string[];
  readonly dimensions?: readonly string[] | undefined;
  readonly grain?: string | undefined;
}

interface Shape {
  readonly metrics: readonly [least: number, most: number];
  readonly dimensions: readonly [least: number, most: number];
  readonly grain: 'needed' | 'possible' | 'none';
}

const SHAPES: Record<Chart, Shape> = {
  // A figure's grain is that of the small line beside it.
  number: { metrics: [1, 1], dimensions: [0, 0], grain: 'possible' },
  // Against its target, so it needs one.
  gauge: { metrics: [1, 1], dimensions: [0, 0], grain: 'none' },
  line: { metrics: [1, 5], dimensions: [0, 1], grain: 'needed' },
  area: { metrics: [1, 5], dimensions: [0, 1], grain: 'needed' },
  bar: { metrics: [1, 3], dimensions: [0, 2], grain: 'possible' },
  stacked: { metrics: [1, 1], dimensions: [1, 2], grain: 'possible' },
  // Steps in their order, each a count.
  funnel: { metrics: [2, 6], dimensions: [0, 0], grain: 'none' },
  // A count from each value of one dimension to each of another.
  sankey: { metrics: [1, 1], dimensions: [2, 2], grain: 'none' },
  map: { metrics: [1, 1], dimensions: [1, 1], grain: 'none' },
  heat: { metrics: [1, 1], dimensions: [2, 2], grain: 'none' },
  scatter: { metrics: [2, 3], dimensions: [1, 1], grain: 'none' },
  // Of the median of a duration: beside it what the slower ones took.
  distribution: { metrics: [1, 1], dimensions: [0, 1], grain: 'none' },
  table: { metrics: [1, 10], dimensions: [1, 2], grain: 'none' },
};

/** What a chart draws flows, adds up or stands to a target: what does not is refused, for it would be drawn wrongly. */
function natureFault(chart: Chart, { metrics, dimensions = [] }: Asked): { field: keyof Asked; message: string } | null {
  const isCount = (id: string) => metricOf(id)?.unit === 'count';
  if ((chart === 'funnel' || chart === 'sankey') && !metrics.every(isCount))
    return { field: 'metrics', message: `must be counts for ${chart}` };
  if (chart === 'gauge' && metricOf(metrics[0]!)?.target === undefined)
    return { field: 'metrics', message: 'must be one that has a target for gauge' };
  if (chart === 'map' && dimensions[0] !== 'country') return { field: 'dimensions', message: 'must be country for map' };
  if (chart === 'sankey' && dimensions.some((id) => DIMENSIONS.some((one) => one.id === id && 'several' in one)))
    return { field: 'dimensions', message: 'must be ones of which a ticket has one value for sankey' };
  return null;
}

const bounds = ([least, most]: readonly [number, number]) => (least === most ? `exactly ${least}` : `${least} to ${most}`);
const isWithin = (count: number, [least, most]: readonly [number, number]) => count >= least && count <= most;

/** The field of the question that does not fit the chart, and what it must be; null where all fit. */
export function shapeFault(chart: Chart, { metrics, dimensions = [], grain }: Asked): { field: keyof Asked; message: string } | null {
  const shape = SHAPES[chart];
  if (!isWithin(metrics.length, shape.metrics)) return { field: 'metrics', message: `must be ${bounds(shape.metrics)} for ${chart}` };
  if (!isWithin(dimensions.length, shape.dimensions))
    return { field: 'dimensions', message: `must be ${bounds(shape.dimensions)} for ${chart}` };
  if ((chart === 'line' || chart === 'area') && dimensions.length > 0 && metrics.length > 1)
    return { field: 'metrics', message: 'must be exactly 1 for lines by a dimension' };
  const nature = natureFault(chart, { metrics, dimensions });
  if (nature) return nature;
  const needed = grainOf(chart, dimensions.length);
  if (needed === 'needed' && grain === undefined) return { field: 'grain', message: `must be given for ${chart}` };
  if (needed === 'none' && grain !== undefined) return { field: 'grain', message: `must be left out for ${chart}` };
  return null;
}

/** Bars and stacks stand side by side in time or by dimensions: what has neither has nothing to stand by. */
function grainOf(chart: Chart, dimensions: number): Shape['grain'] {
  if (chart === 'stacked') return dimensions === 1 ? 'needed' : 'none';
  if (chart === 'bar' && dimensions !== 1) return dimensions === 0 ? 'needed' : 'none';
  return SHAPES[chart].grain;
}
