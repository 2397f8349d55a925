/** What it takes: replies, messages, time of people, and handing about. */
import { column, count, distinct, mean, ratio, seconds, share, sum } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { ColumnOf } from '../facts.ts';
import type { Metric, MetricAs } from '../metric.ts';
import { HELD, LET_GO, RESOLVED, WORKED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
const stretches = conditionsOn('state_segment_fact');

const MINUTE = 60;

const perTicket = <Id extends string>(id: Id, name: ColumnOf<'ticket_fact', 'count'>, label: string, source: string): MetricAs<Id> => ({
  id,
  label: `${label} per ticket`,
  description: `${label} in the tickets resolved in the period, in the mean.`,
  formula: `Σ ${label.toLowerCase()} ÷ resolved`,
  unit: 'number',
  betterWhen: 'lower',
  tree: mean(RESOLVED, column(name)),
  source,
});
/** Work of people, and what is cut where a period ends: counted by the clock on the wall alone (docs/definitions.md, D.0). */
const handling = { unit: 'seconds', betterWhen: 'lower', calendar: 'elapsed', source: 'D.9' } as const;
const held = { unit: 'seconds', betterWhen: 'lower', calendar: 'elapsed', source: 'D.3' } as const;

export const EFFORT = [
  perTicket('replies_per_ticket', 'agent_replies', 'Replies', 'D.4'),
  perTicket('customer_messages_per_ticket', 'customer_messages', 'Customer messages', 'D.4'),
  perTicket('notes_per_ticket', 'internal_notes', 'Internal notes', 'D.4'),
  perTicket('transfers_per_ticket', 'transfers', 'Transfers', 'D.4'),
  perTicket('reassignments_per_ticket', 'reassignments', 'Reassignments', 'D.4'),
  {
    id: 'transferred',
    label: 'Transferred',
    description: 'Of the tickets resolved in the period, those that changed teams at least once.',
    formula: 'with a transfer ÷ resolved',
    unit: 'share',
    betterWhen: 'lower',
    interval: 'wilson',
    tree: share(RESOLVED, tickets.number('transfers', '>', 0)),
    source: 'D.4',
  },
  {
    ...handling,
    id: 'handle_time_total',
    label: 'Handle time',
    description: 'Time that agents worked on tickets, of the stretches begun in the period.',
    formula: 'Σ stretches of work',
    betterWhen: 'neutral',
    tree: sum(WORKED, seconds('duration_ms')),
  },
  {
    ...handling,
    id: 'handle_time',
    label: 'Handle time per ticket',
    description: 'Time that agents worked on tickets, for each ticket worked on, of the stretches begun in the period.',
    formula: 'Σ stretches of work ÷ distinct tickets worked on',
    targetsBy: { dimension: 'support_tier', of: { L1: { target: 15 * MINUTE }, L2: { target: 60 * MINUTE } } },
    tree: ratio(sum(WORKED, seconds('duration_ms')), distinct(WORKED, 'ticket')),
  },
  {
    ...held,
    id: 'held_time',
    label: 'Time in hands',
    description: 'Time that tickets were active in the period, added up, by whoever held them.',
    formula: 'Σ overlap of the stretches with the period',
    tree: sum(HELD, { of: 'overlap' }),
  },
  {
    ...held,
    id: 'held_per_ticket',
    label: 'Time in hands per ticket',
    description: 'Time that tickets were active in the period, for each that was.',
    formula: 'Σ overlap ÷ distinct tickets',
    tree: ratio(sum(HELD, { of: 'overlap' }), distinct(HELD, 'ticket')),
  },
  {
    ...held,
    id: 'let_go_time',
    label: 'Time in hands until let go',
    description:
      'The stretches of active tickets that ended in the period, in whole, added up by whoever held them; unlike the time in hands it can be asked within opening hours.',
    formula: 'Σ stretches that ended',
    tree: sum(LET_GO, seconds('duration_ms', 'duration_business_ms')),
  },
  {
    ...held,
    id: 'let_go_mean',
    label: 'Time in one hand, mean',
    description:
      'How long an active ticket stayed in the same hands, status and tier, in the mean of the stretches that ended in the period.',
    formula: 'Σ stretches ÷ stretches that ended',
    tree: mean(LET_GO, seconds('duration_ms', 'duration_business_ms')),
  },
  {
    id: 'unassigned_time_share',
    label: 'Time in nobody’s hands',
    description: 'Of the time that tickets were active in the period, the share in which no agent and no team held them.',
    formula: 'Σ overlap held by nobody ÷ Σ overlap',
    unit: 'share',
    betterWhen: 'lower',
    calendar: 'elapsed',
    tree: ratio(sum(HELD, { of: 'overlap' }, stretches.is('holder', 'unassigned')), sum(HELD, { of: 'overlap' })),
    source: 'D.3',
  },
  {
    id: 'worked_on',
    label: 'Tickets worked on',
    description: 'Distinct tickets on which agents began a stretch of work in the period.',
    formula: 'count of distinct tickets',
    unit: 'count',
    betterWhen: 'neutral',
    tree: distinct(WORKED, 'ticket'),
    source: 'D.9',
  },
  {
    id: 'stretches_of_work',
    label: 'Stretches of work',
    description: 'Stretches of agents’ work on tickets begun in the period.',
    formula: 'count of stretches',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(WORKED),
    source: 'D.9',
  },
] as const satisfies readonly Metric[];
