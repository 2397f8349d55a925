/** How promises are kept. One metric for all clocks, and one for each of the three that every policy has. */
import { column, count, mean, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric, MetricAs } from '../metric.ts';
import { PROMISED, RUNNING } from '../populations.ts';

const cycles = conditionsOn('sla_fact');
const isBreached = cycles.instant('breach_at', '<', 'now');
const isMet = cycles.not(isBreached);
/** Twice the target had passed before it stopped, or by now. */
const isSevere = cycles.all(
  isBreached,
  cycles.instant('severe_at', '<=', 'now'),
  cycles.any(cycles.not(cycles.known('stopped_at')), cycles.instant('severe_at', '<=', { column: 'stopped_at', plusDays: 0 })),
);
/** As long as it takes to hand a ticket to somebody else within the same shift. */
const AT_RISK_HOURS = 4;
const source = 'D.5';
const compliance = { formula: 'met ÷ (met + breached)', unit: 'share', betterWhen: 'higher', interval: 'wilson', source } as const;

const complianceOf = <Clock extends string>(clock: Clock, label: string, target: number): MetricAs<`sla_${Clock}`> => ({
  ...compliance,
  id: `sla_${clock}`,
  label: `${label} in time`,
  description: `Of the ${label.toLowerCase()} clocks decided in the period, those met. What runs and is past due is breached; what has time left is not counted.`,
  target,
  tree: share(PROMISED, isMet, cycles.is('metric', clock)),
});

export const SLA = [
  {
    ...compliance,
    id: 'sla_compliance',
    label: 'Promises kept',
    description:
      'Of the clocks decided in the period, those met. What runs and is past due is breached; what has time left is not counted.',
    target: 0.95,
    warning: 0.9,
    tree: share(PROMISED, isMet),
  },
  complianceOf('first_response', 'First response', 0.95),
  complianceOf('next_response', 'Next response', 0.95),
  complianceOf('resolution', 'Resolution', 0.9),
  {
    id: 'sla_met',
    label: 'Promises met',
    description: 'Clocks decided in the period and met.',
    formula: 'count of cycles met',
    unit: 'count',
    betterWhen: 'higher',
    tree: count(PROMISED, isMet),
    source,
  },
  {
    id: 'sla_breached',
    label: 'Breaches',
    description: 'Clocks breached in the period, those that still run included.',
    formula: 'count of cycles breached',
    unit: 'count',
    betterWhen: 'lower',
    target: 0,
    tree: count(PROMISED, isBreached),
    source,
  },
  {
    id: 'sla_severe',
    label: 'Severe breaches',
    description: 'Clocks breached in the period that took twice their target or more.',
    formula: 'count of cycles beyond twice the target',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(PROMISED, isSevere),
    source,
  },
  {
    id: 'sla_share_of_target',
    label: 'Share of the target used',
    description: 'Business time taken as a share of the target, in the mean of the clocks that stopped.',
    formula: 'mean of (elapsed ÷ target)',
    unit: 'share',
    betterWhen: 'lower',
    calendar: 'business',
    tree: mean(PROMISED, column('elapsed_s', 'target_s'), cycles.known('stopped_at')),
    source,
  },
  {
    id: 'sla_at_risk',
    label: 'At risk of a breach',
    description: 'Clocks that run at the end of the period and are due within four hours of it.',
    formula: 'count of open cycles due within 4 hours',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(
      RUNNING,
      cycles.all(cycles.instant('due_at', '>=', { hoursAfter: 0 }), cycles.instant('due_at', '<', { hoursAfter: AT_RISK_HOURS })),
    ),
    source,
  },
  {
    id: 'sla_overdue',
    label: 'Overdue',
    description: 'Clocks that run at the end of the period though they are breached.',
    formula: 'count of open cycles past their breach',
    unit: 'count',
    betterWhen: 'lower',
    target: 0,
    tree: count(RUNNING, cycles.instant('breach_at', '<', { hoursAfter: 0 })),
    source,
  },
] as const satisfies readonly Metric[];
