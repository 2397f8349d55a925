/** The parts of a question to the catalogue that are kept in the same words wherever one is kept. */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { askedDimension, METRIC_IDS, STAGES } from '../metrics/index.ts';

const metricId = z.enum(METRIC_IDS, 'must be a metric of the catalogue');

const filter = z.strictObject({
  dimension: askedDimension,
  values: z.array(wellFormed(200)).min(1, 'must have at least one value').max(1000, 'must be at most 1000 values'),
  not: z.boolean().optional(),
});

const having = z.strictObject({
  metric: metricId,
  compare: z.enum(['<', '<=', '>', '>='], 'must be one of <, <=, >, >='),
  value: z.number('must be a number'),
});

export const metricsUpTo = (most: number) => z.array(metricId).min(1, 'must name at least one metric').max(most, `must be at most ${most}`);
export const dimensionsUpTo = (most: number) => z.array(askedDimension).max(most, `must be at most ${most}`).optional();
export const groupsUpTo = (most: number) =>
  z.int('must be a whole number').min(1, 'must be at least 1').max(most, `must be at most ${most}`).optional();

const filters = z.array(filter).max(20, 'must be at most 20').optional();

export const asked = {
  filters,
  /** Of what else the same is given beside; without a filter, of everything. */
  segment: filters,
  benchmark: z.enum(STAGES, `must be one of ${STAGES.join(', ')}`).optional(),
  compare: z.enum(['previous', 'lastYear'], 'must be previous or lastYear').optional(),
  calendar: z.enum(['elapsed', 'business'], 'must be elapsed or business').optional(),
  having: z.array(having).max(10, 'must be at most 10').optional(),
  order: z.strictObject({ by: wellFormed(100), direction: z.enum(['asc', 'desc']).optional() }).optional(),
};
