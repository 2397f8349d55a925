/** How much comes in and goes out. */
import { count, difference, distinct, ratio, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric } from '../metric.ts';
import { ARRIVED, CREATED, RESOLVED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
const source = 'D.0';

export const VOLUME = [
  {
    id: 'created',
    label: 'Created',
    description: 'Tickets created in the period, without spam, deleted and merged ones.',
    formula: 'count of tickets created',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(ARRIVED),
    source,
  },
  {
    id: 'resolved',
    label: 'Resolved',
    description: 'Tickets whose last resolve lies in the period and that are not open again.',
    formula: 'count of tickets resolved',
    unit: 'count',
    betterWhen: 'higher',
    tree: count(RESOLVED),
    source,
  },
  {
    id: 'resolution_rate',
    label: 'Resolution rate',
    description: 'Tickets resolved in the period for each created in it, whichever tickets they are; above 1 the backlog shrinks.',
    formula: 'resolved ÷ created',
    unit: 'share',
    betterWhen: 'higher',
    target: 0.85,
    tree: ratio(count(RESOLVED), count(ARRIVED)),
    source,
  },
  {
    id: 'net_flow',
    label: 'Net flow',
    description: 'Tickets created less tickets resolved in the period.',
    formula: 'created − resolved',
    unit: 'count',
    betterWhen: 'lower',
    tree: difference(count(ARRIVED), count(RESOLVED)),
    source,
  },
  {
    id: 'requesters',
    label: 'Customers who wrote',
    description: 'Distinct requesters of the tickets created in the period.',
    formula: 'count of distinct requesters',
    unit: 'count',
    betterWhen: 'neutral',
    tree: distinct(ARRIVED, 'requester', tickets.known('requester')),
    source,
  },
  {
    id: 'tickets_per_requester',
    label: 'Tickets per customer',
    description: 'Tickets created in the period for each customer who wrote.',
    formula: 'created with a known requester ÷ distinct requesters',
    unit: 'number',
    betterWhen: 'lower',
    tree: ratio(count(ARRIVED, tickets.known('requester')), distinct(ARRIVED, 'requester', tickets.known('requester'))),
    source,
  },
  {
    id: 'outbound_share',
    label: 'Outbound',
    description: 'Of the tickets created in the period, those an agent opened with a public message.',
    formula: 'outbound ÷ created',
    unit: 'share',
    betterWhen: 'neutral',
    tree: share(CREATED, tickets.flag('outbound')),
    source: 'D.1',
  },
  {
    id: 'urgent_share',
    label: 'Urgent',
    description: 'Of the tickets created in the period, those of priority P1 at creation.',
    formula: 'created as P1 ÷ created',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.05,
    warning: 0.1,
    tree: share(ARRIVED, tickets.is('created_priority', 'P1')),
    source,
  },
] as const satisfies readonly Metric[];
