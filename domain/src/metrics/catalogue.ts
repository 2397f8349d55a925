/** Every metric there is. A new one is an entry of its family; a new family is a line here. */
import { BACKLOG_METRICS } from './families/backlog.ts';
import { CAPACITY } from './families/capacity.ts';
import { EFFORT } from './families/effort.ts';
import { ESCALATION } from './families/escalation.ts';
import { QUALITY } from './families/quality.ts';
import { RESOLUTION } from './families/resolution.ts';
import { RESPONSIVENESS } from './families/responsiveness.ts';
import { SATISFACTION } from './families/satisfaction.ts';
import { SLA } from './families/sla.ts';
import { VOLUME } from './families/volume.ts';
import type { Metric, MetricAs } from './metric.ts';

interface Family<M extends Metric = Metric> {
  readonly id: string;
  readonly label: string;
  readonly metrics: readonly M[];
}

const ALL = [
  { id: 'volume', label: 'Volume', metrics: VOLUME },
  { id: 'backlog', label: 'Backlog', metrics: BACKLOG_METRICS },
  { id: 'responsiveness', label: 'Responsiveness', metrics: RESPONSIVENESS },
  { id: 'resolution', label: 'Resolution', metrics: RESOLUTION },
  { id: 'quality', label: 'Quality of resolution', metrics: QUALITY },
  { id: 'escalation', label: 'Escalation', metrics: ESCALATION },
  { id: 'sla', label: 'Promises', metrics: SLA },
  { id: 'satisfaction', label: 'Satisfaction', metrics: SATISFACTION },
  { id: 'effort', label: 'Effort', metrics: EFFORT },
  { id: 'capacity', label: 'Capacity', metrics: CAPACITY },
] as const satisfies readonly Family[];

export type MetricId = (typeof ALL)[number]['metrics'][number]['id'];

export const FAMILIES: readonly Family<MetricAs<MetricId>>[] = ALL;
export const METRICS = FAMILIES.flatMap(({ metrics }) => metrics);
export const METRIC_IDS = METRICS.map(({ id }) => id) as [MetricId, ...MetricId[]];

const byId = new Map<string, MetricAs<MetricId>>(METRICS.map((metric) => [metric.id, metric]));
export const metricOf = (id: string): MetricAs<MetricId> | undefined => byId.get(id);
