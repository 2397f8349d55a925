/** What is open at an instant, how old it is, and who waits. */
import { count, mean, quantile, ratio, share, sum, type Value } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric } from '../metric.ts';
import { BACKLOG, HELD, WAITING } from '../populations.ts';

const stretches = conditionsOn('state_segment_fact');
const DAY = 24 * 3600;
const source = 'D.0';
const age: Value<'state_segment_fact'> = { of: 'age', since: 'ticket_created_at' };
const wait: Value<'response_fact'> = { of: 'age', since: 'started_at' };

const usual = sum(HELD, { of: 'overlap', per: 'period' });

export const BACKLOG_METRICS = [
  {
    id: 'backlog',
    label: 'Backlog',
    description: 'Tickets new, open, pending or on hold at the end of the period.',
    formula: 'count of active tickets at the instant',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(BACKLOG),
    source,
  },
  {
    id: 'backlog_mean',
    label: 'Backlog, mean of the period',
    description: 'How many tickets were new, open, pending or on hold at a time, in the mean of the period.',
    formula: 'Σ overlap of the stretches with the period ÷ length of the period',
    unit: 'number',
    betterWhen: 'lower',
    tree: usual,
    source,
  },
  {
    id: 'queue_depth',
    label: 'Backlog beside its mean',
    description:
      'The backlog at the end of the period for each ticket that there was at a time in the mean of it: 1 is as usual, 3 is thrice as deep.',
    formula: 'backlog ÷ mean backlog of the period',
    unit: 'number',
    betterWhen: 'lower',
    warning: 3,
    tree: ratio(count(BACKLOG), usual),
    source,
  },
  {
    id: 'backlog_age',
    label: 'Age of the backlog, median',
    description: 'Time since creation of the tickets in the backlog at the end of the period; half were younger.',
    formula: 'median of (instant − creation)',
    unit: 'seconds',
    betterWhen: 'lower',
    target: DAY,
    warning: 3 * DAY,
    calendar: 'elapsed',
    tree: quantile(0.5, BACKLOG, age),
    source,
  },
  {
    id: 'backlog_age_mean',
    label: 'Age of the backlog, mean',
    description: 'Mean time since creation of the tickets in the backlog at the end of the period.',
    formula: 'Σ (instant − creation) ÷ backlog',
    unit: 'seconds',
    betterWhen: 'lower',
    calendar: 'elapsed',
    tree: mean(BACKLOG, age),
    source,
  },
  {
    id: 'backlog_age_p90',
    label: 'Age of the backlog, oldest tenth',
    description: 'Nine of ten tickets in the backlog at the end of the period were younger.',
    formula: '90th percentile of (instant − creation)',
    unit: 'seconds',
    betterWhen: 'lower',
    calendar: 'elapsed',
    tree: quantile(0.9, BACKLOG, age),
    source,
  },
  {
    id: 'unassigned_share',
    label: 'Unassigned',
    description: 'Of the backlog at the end of the period, the tickets in no agent’s and no team’s hands.',
    formula: 'held by nobody ÷ backlog',
    unit: 'share',
    betterWhen: 'lower',
    tree: share(BACKLOG, stretches.is('holder', 'unassigned')),
    source,
  },
  {
    id: 'pending_share',
    label: 'Waiting for the customer',
    description: 'Of the backlog at the end of the period, the tickets pending.',
    formula: 'pending ÷ backlog',
    unit: 'share',
    betterWhen: 'neutral',
    tree: share(BACKLOG, stretches.is('status', 'pending')),
    source,
  },
  {
    id: 'waiting',
    label: 'Customers waiting',
    description: 'Waits for a person’s first or next reply that last at the end of the period.',
    formula: 'count of open waits at the instant',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(WAITING),
    source: 'D.2',
  },
  {
    id: 'unanswered',
    label: 'Not yet answered',
    description: 'Tickets that still wait for their first reply at the end of the period; they are in no average of first response times.',
    formula: 'count of open first waits at the instant',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(WAITING, conditionsOn('response_fact').is('kind', 'first')),
    source: 'D.1',
  },
  {
    id: 'wait_so_far',
    label: 'Wait so far, median',
    description: 'How long the customers who wait at the end of the period have waited; half waited less.',
    formula: 'median of (instant − start of the wait)',
    unit: 'seconds',
    betterWhen: 'lower',
    calendar: 'elapsed',
    tree: quantile(0.5, WAITING, wait),
    source: 'D.2',
  },
  {
    id: 'longest_wait_so_far',
    label: 'Longest wait so far',
    description: 'The longest of the waits that last at the end of the period.',
    formula: 'maximum of (instant − start of the wait)',
    unit: 'seconds',
    betterWhen: 'lower',
    calendar: 'elapsed',
    tree: quantile(1, WAITING, wait),
    source: 'D.2',
  },
] as const satisfies readonly Metric[];
