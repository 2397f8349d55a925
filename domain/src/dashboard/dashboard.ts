/**
 * A dashboard is data: tiles on a grid of twelve columns, each a question to the catalogue and how its answer is drawn.
 * It says no period, zone or workspace: through those it is looked at. Whether a question can be asked, the query layer says.
 */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { asked, dimensionsUpTo, groupsUpTo, metricsUpTo } from './asked.ts';
import { CHARTS } from './charts.ts';
import { shapeFault } from './shape.ts';

export const COLUMNS = 12;
export const MOST_TILES = 40;
const LOWEST = 2000;

/** `auto`: as fine as the period allows some dozens of points. */
export const GRAINS = ['auto', 'hour', 'day', 'week', 'month'] as const;

const whole = (least: number, most: number) =>
  z.int(`must be a whole number`).min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

/** The first metric leads: it orders the groups, and of a scatter the three are across, up and size. */
const question = z.strictObject({
  metrics: metricsUpTo(10),
  dimensions: dimensionsUpTo(2),
  grain: z.enum(GRAINS, `must be one of ${GRAINS.join(', ')}`).optional(),
  limit: groupsUpTo(200),
  ...asked,
});

const layout = z
  .strictObject({ x: whole(0, COLUMNS - 1), y: whole(0, LOWEST), w: whole(1, COLUMNS), h: whole(1, 30) })
  .refine(({ x, w }) => x + w <= COLUMNS, `must end within the ${COLUMNS} columns`);

const tile = z.strictObject({
  id: wellFormed(40).regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  /** Left out: what the metrics and dimensions are called. */
  title: wellFormed(100).trim().min(1, 'must not be empty').optional(),
  chart: z.enum(CHARTS, `must be one of ${CHARTS.join(', ')}`),
  question,
  layout,
  /** What to look for in it. */
  sentence: wellFormed(300).trim().min(1, 'must not be empty').optional(),
});

export const dashboardSpec = z
  .strictObject({
    title: wellFormed(100).trim().min(1, 'must not be empty'),
    description: wellFormed(500).trim().default(''),
    tiles: z.array(tile).max(MOST_TILES, `must be at most ${MOST_TILES}`),
  })
  .superRefine(({ tiles }, context) => {
    for (const [index, { id, chart, question: drawn }] of tiles.entries()) {
      const path = ['tiles', index];
      if (tiles.findIndex((one) => one.id === id) < index)
        context.addIssue({ code: 'custom', path: [...path, 'id'], message: 'must not be there twice' });
      const fault = shapeFault(chart, drawn);
      if (fault) context.addIssue({ code: 'custom', path: [...path, 'question', fault.field], message: fault.message });
    }
  })
  .meta({ id: 'DashboardSpec' });

export type DashboardSpec = z.output<typeof dashboardSpec>;
export type Tile = DashboardSpec['tiles'][number];
export type Question = Tile['question'];
export type Layout = Tile['layout'];

/** One that everybody has, and nobody changes: who wants it otherwise takes it as a template. */
export interface StandardDashboard extends DashboardSpec {
  readonly id: string;
}
