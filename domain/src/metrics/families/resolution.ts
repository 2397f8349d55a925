/** How long it takes until it is done. */
import { count, mean, seconds } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import { duration } from '../durations.ts';
import type { Metric } from '../metric.ts';
import { FIRST_RESOLVED, RESOLVED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
const DAY = 24 * 3600;
const source = 'D.3';
const inMean = { formula: 'Σ durations ÷ resolved', unit: 'seconds', betterWhen: 'lower', calendar: 'elapsed', source } as const;

export const RESOLUTION = [
  ...duration(RESOLVED, {
    id: 'resolution',
    label: 'Resolution',
    description: 'From creation to the last resolve, all waits included, for tickets resolved in the period.',
    value: seconds('ttr_full_ms', 'ttr_full_business_ms'),
    target: DAY,
    warning: 3 * DAY,
    spread: 'resolved',
    source,
  }),
  ...duration(FIRST_RESOLVED, {
    id: 'first_resolution',
    label: 'First resolution',
    description: 'From creation to the first resolve, for tickets first resolved in the period.',
    value: seconds('ttr_first_ms', 'ttr_first_business_ms'),
    spread: 'first_resolved',
    source,
  }),
  {
    id: 'first_resolved',
    label: 'First resolved',
    description: 'Tickets resolved for the first time in the period, whether or not they came back.',
    formula: 'count of first resolves',
    unit: 'count',
    betterWhen: 'higher',
    tree: count(FIRST_RESOLVED),
    source,
  },
  ...duration(RESOLVED, {
    id: 'active_resolution',
    label: 'Active resolution',
    description: 'The sum of the cycles, without the gaps between a resolve and its reopen, for tickets resolved in the period.',
    value: seconds('ttr_active_ms', 'ttr_active_business_ms'),
    source,
  }),
  ...duration(RESOLVED, {
    id: 'requester_wait',
    label: 'Requester’s wait',
    description: 'Time in new, open and on hold until the last resolve, for tickets resolved in the period.',
    value: seconds('requester_wait_ms', 'requester_wait_business_ms'),
    source,
  }),
  ...duration(RESOLVED, {
    id: 'agent_work',
    label: 'Agent work',
    description: 'Time in new and open until the last resolve, for tickets resolved in the period.',
    value: seconds('agent_work_ms', 'agent_work_business_ms'),
    source,
  }),
  {
    ...inMean,
    id: 'pending_time',
    label: 'Pending, mean',
    description: 'Mean time that tickets resolved in the period waited for the customer.',
    tree: mean(RESOLVED, seconds('pending_ms', 'pending_business_ms')),
  },
  {
    ...inMean,
    id: 'on_hold_time',
    label: 'On hold, mean',
    description: 'Mean time that tickets resolved in the period waited for a third party.',
    tree: mean(RESOLVED, seconds('hold_ms', 'hold_business_ms')),
  },
  {
    ...inMean,
    id: 'longest_wait',
    label: 'Longest wait of a ticket, mean',
    description: 'The longest wait for a reply in each ticket resolved in the period that had one, in the mean.',
    formula: 'Σ longest waits ÷ tickets with a wait',
    tree: mean(RESOLVED, seconds('longest_wait_ms', 'longest_wait_business_ms')),
  },
  {
    id: 'resolved_silently',
    label: 'Resolved silently',
    description: 'Tickets resolved in the period to which neither a person nor a bot ever wrote.',
    formula: 'count of tickets resolved without a message of ours',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(RESOLVED, tickets.all(tickets.number('agent_replies', '=', 0), tickets.not(tickets.flag('bot_involved')))),
    source: 'D.1',
  },
] as const satisfies readonly Metric[];
