/** Every metric there is. A new one is an entry of its family; a new family is a line here. */
import { BACKLOG_METRICS } from './families/backlog.ts';
import { EFFORT } from './families/effort.ts';
import { ESCALATION } from './families/escalation.ts';
import { QUALITY } from './families/quality.ts';
import { RESOLUTION } from './families/resolution.ts';
import { RESPONSIVENESS } from './families/responsiveness.ts';
import { SATISFACTION } from './families/satisfaction.ts';
import { SLA } from './families/sla.ts';
import { VOLUME } from './families/volume.ts';
import type { Metric } from './metric.ts';

export const FAMILIES: readonly { readonly id: string; readonly label: string; readonly metrics: readonly Metric[] }[] = [
  { id: 'volume', label: 'Volume', metrics: VOLUME },
  { id: 'backlog', label: 'Backlog', metrics: BACKLOG_METRICS },
  { id: 'responsiveness', label: 'Responsiveness', metrics: RESPONSIVENESS },
  { id: 'resolution', label: 'Resolution', metrics: RESOLUTION },
  { id: 'quality', label: 'Quality of resolution', metrics: QUALITY },
  { id: 'escalation', label: 'Escalation', metrics: ESCALATION },
  { id: 'sla', label: 'Promises', metrics: SLA },
  { id: 'satisfaction', label: 'Satisfaction', metrics: SATISFACTION },
  { id: 'effort', label: 'Effort', metrics: EFFORT },
];

export const METRICS: readonly Metric[] = FAMILIES.flatMap(({ metrics }) => metrics);
export const METRIC_IDS = METRICS.map(({ id }) => id) as [string, ...string[]];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));
export const metricOf = (id: string): Metric | undefined => byId.get(id);
