/** By what people are compared, and what makes two of their cases alike (docs/fair-comparison.md). */
import { type DimensionId, dimensionsOf, type Metric, metricOf } from '@watchdesk/domain/metrics';

const named = (...ids: string[]): Metric[] => ids.map((id) => metricOf(id)!);

/** What is set against what can be expected of the mix of cases. */
export const COMPARED = named('first_response', 'resolution', 'fcr', 'reopen', 'escalated_onward', 'csat');
/** Of how many tickets, which nobody can expect. */
export const [ANSWERED, RESOLVED, BACKLOG] = named('tickets_answered', 'resolved', 'backlog') as [Metric, Metric, Metric];
export const SHOWN = [ANSWERED, RESOLVED, ...COMPARED];
/** What says of a single kind of work how good somebody is at it. */
export const SKILLED = named('resolution', 'fcr', 'csat');

/** Cases of the same values are alike. A survey knows no priority; how it came is the next best thing. */
export function alikeBy(metric: Metric): DimensionId[] {
  return dimensionsOf(metric).includes('priority') ? ['category', 'priority', 'support_tier'] : ['category', 'channel'];
}
