/**
 * A question to the catalogue as somebody keeps it: what is asked, of which period, and how the answer is shown. The zone is that of
 * whoever looks at it.
 */
import { z } from 'zod';
import { asked, CHARTS, dimensionsUpTo, groupsUpTo, metricsUpTo } from '../dashboard/index.ts';
import { wellFormed } from '../event/index.ts';
import { LAST } from '../period/index.ts';

const DAYS = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** One that moves with the clock, or two days, both included, in their order. */
function isPeriod(text: string): boolean {
  if (LAST.some((last) => last === text)) return true;
  const [, first, last] = DAYS.exec(text) ?? [];
  return first !== undefined && last !== undefined && first <= last && isDay(first) && isDay(last);
}
const isDay = (text: string): boolean => !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);

const question = z.strictObject({
  metrics: metricsUpTo(30),
  dimensions: dimensionsUpTo(3),
  grain: z.enum(['hour', 'day', 'week', 'month'], 'must be one of hour, day, week, month').optional(),
  limit: groupsUpTo(1000),
  ...asked,
});

export const explorationSpec = z
  .strictObject({
    title: wellFormed(100).trim().min(1, 'must not be empty'),
    question,
    chart: z.enum(CHARTS, `must be one of ${CHARTS.join(', ')}`),
    /** Left out: that of whoever looks. */
    period: z
      .string()
      .refine(isPeriod, `must be one of ${LAST.join(', ')}, or two days such as 2026-11-01..2026-11-07`)
      .optional(),
  })
  .meta({ id: 'ExplorationSpec' });

export type ExplorationSpec = z.output<typeof explorationSpec>;
