/** The table of the intraday floor: what is yellow and what is red, and what is done about it (requirement 156); and the health of queues (62). */
import { HOUR_S, MINUTE_S, DAY_S, type RuleTemplate } from './template.ts';

/** Where a customer holds the line: minutes of waiting are much there, and nothing of an e-mail's. */
const LIVE = [{ dimension: 'channel' as const, values: ['chat', 'phone'] }];
const LEADS = { roles: ['lead'] };
const LEADS_AND_MANAGERS = { roles: ['lead', 'manager'] };

export const REALTIME: readonly RuleTemplate[] = [
  {
    id: 'realtime.wait.warning',
    group: 'realtime',
    spec: {
      name: 'A customer in chat or on the phone has waited over 5 minutes',
      description: 'The longest wait that lasts in chat or on the phone is above five minutes.',
      subject: { kind: 'metric', metric: 'longest_wait_so_far', windowSeconds: HOUR_S, everySeconds: 60, filters: LIVE },
      condition: { compare: 'above', value: 5 * MINUTE_S, clear: 4 * MINUTE_S, forSeconds: 2 * MINUTE_S },
      severity: 'warning',
      audience: LEADS,
      advice: ['Move whoever works on e-mail to the queue that waits.', 'Put off breaks that are not due yet.'],
    },
  },
  {
    id: 'realtime.wait.critical',
    group: 'realtime',
    spec: {
      name: 'A customer in chat or on the phone has waited over 15 minutes',
      description: 'The longest wait that lasts in chat or on the phone is above a quarter of an hour.',
      subject: { kind: 'metric', metric: 'longest_wait_so_far', windowSeconds: HOUR_S, everySeconds: 60, filters: LIVE },
      condition: { compare: 'above', value: 15 * MINUTE_S, clear: 12 * MINUTE_S, forSeconds: 2 * MINUTE_S },
      severity: 'critical',
      audience: LEADS_AND_MANAGERS,
      advice: ['All hands: leads take tickets too.', 'Offer a call back.', 'Tell customers how long it takes.'],
    },
  },
  {
    id: 'realtime.depth.warning',
    group: 'realtime',
    spec: {
      name: 'More than 10 customers wait in chat or on the phone',
      description: 'Open waits for a reply of a person in chat or on the phone.',
      subject: { kind: 'metric', metric: 'waiting', windowSeconds: HOUR_S, everySeconds: 60, filters: LIVE },
      condition: { compare: 'above', value: 10, clear: 8, forSeconds: 5 * MINUTE_S },
      severity: 'warning',
      audience: LEADS,
      advice: ['Look at which team the queue belongs to, and lend people.'],
    },
  },
  {
    id: 'realtime.depth.critical',
    group: 'realtime',
    spec: {
      name: 'More than 25 customers wait in chat or on the phone',
      description: 'Open waits for a reply of a person in chat or on the phone.',
      subject: { kind: 'metric', metric: 'waiting', windowSeconds: HOUR_S, everySeconds: 60, filters: LIVE },
      condition: { compare: 'above', value: 25, clear: 20, forSeconds: 5 * MINUTE_S },
      severity: 'critical',
      audience: LEADS_AND_MANAGERS,
      advice: ['Call in whoever is on call.', 'See whether many ask the same: it may be an incident.'],
    },
  },
  {
    id: 'realtime.utilisation.warning',
    group: 'realtime',
    spec: {
      name: 'Utilisation above 80 %',
      description: 'Time on tickets of the time logged in, over an hour.',
      subject: { kind: 'metric', metric: 'utilisation', windowSeconds: HOUR_S, everySeconds: 300, by: 'team' },
      condition: { compare: 'above', value: 0.8, clear: 0.78, forSeconds: 15 * MINUTE_S },
      severity: 'warning',
      audience: LEADS,
      advice: ['Put off meetings and training of the next hour.'],
    },
  },
  {
    id: 'realtime.utilisation.critical',
    group: 'realtime',
    spec: {
      name: 'Utilisation above 90 %',
      description: 'Time on tickets of the time logged in, over an hour.',
      subject: { kind: 'metric', metric: 'utilisation', windowSeconds: HOUR_S, everySeconds: 300, by: 'team' },
      condition: { compare: 'above', value: 0.9, clear: 0.85, forSeconds: 15 * MINUTE_S },
      severity: 'critical',
      audience: LEADS_AND_MANAGERS,
      advice: ['Bring in help from another team.', 'See that people take their breaks.'],
    },
  },
  {
    id: 'realtime.agents.warning',
    group: 'realtime',
    spec: {
      name: 'Two people fewer than planned',
      description:
        'Distinct people logged in over a quarter of an hour. Set the value to two below your plan, and active hours to those of it.',
      subject: { kind: 'metric', metric: 'agents_logged_in', windowSeconds: 900, everySeconds: 60 },
      condition: { compare: 'below', value: 5, forSeconds: 10 * MINUTE_S },
      severity: 'warning',
      audience: LEADS,
      advice: ['Ask who is missing.', 'Move people from where more are there than needed.'],
    },
  },
  {
    id: 'realtime.agents.critical',
    group: 'realtime',
    spec: {
      name: 'Four people fewer than planned',
      description:
        'Distinct people logged in over a quarter of an hour. Set the value to four below your plan, and active hours to those of it.',
      subject: { kind: 'metric', metric: 'agents_logged_in', windowSeconds: 900, everySeconds: 60 },
      condition: { compare: 'below', value: 3, forSeconds: 10 * MINUTE_S },
      severity: 'critical',
      audience: LEADS_AND_MANAGERS,
      advice: ['Call in whoever is on call.', 'Tell customers that it takes longer today.'],
    },
  },
];

export const QUEUE: readonly RuleTemplate[] = [
  {
    id: 'queue.age',
    group: 'queue',
    spec: {
      name: 'The backlog is older than 3 days',
      description: 'The median age of open tickets; under a day is well.',
      subject: { kind: 'metric', metric: 'backlog_age', windowSeconds: DAY_S, everySeconds: HOUR_S, by: 'team' },
      condition: { compare: 'above', value: 3 * DAY_S, clear: DAY_S, leastN: 5 },
      severity: 'warning',
      audience: LEADS_AND_MANAGERS,
      advice: ['Work the oldest first for a day.', 'Close what waits for customers who do not answer.'],
    },
  },
  {
    id: 'queue.depth',
    group: 'queue',
    spec: {
      name: 'The backlog is three times as deep as usual',
      description: 'The backlog beside its mean of the last four weeks.',
      subject: { kind: 'metric', metric: 'queue_depth', windowSeconds: 28 * DAY_S, everySeconds: HOUR_S },
      condition: { compare: 'above', value: 3, clear: 2, leastN: 10 },
      severity: 'critical',
      audience: LEADS_AND_MANAGERS,
      advice: ['See what grows: a category, a product, a region.', 'See whether it is an incident.'],
    },
  },
  {
    id: 'queue.urgent',
    group: 'queue',
    spec: {
      name: 'More than 10 % of tickets are P1',
      description: 'Of the tickets created within a day; under 5 % is well.',
      subject: { kind: 'metric', metric: 'urgent_share', windowSeconds: DAY_S, everySeconds: 300 },
      condition: { compare: 'above', value: 0.1, clear: 0.05, leastN: 20 },
      severity: 'warning',
      audience: LEADS_AND_MANAGERS,
      advice: ['See whether they are P1 by the written criteria.', 'See whether it is an incident.'],
    },
  },
  {
    id: 'queue.high',
    group: 'queue',
    spec: {
      name: 'More than 15 % of tickets are P2',
      description: 'Of the tickets created within a day.',
      subject: { kind: 'metric', metric: 'high_share', windowSeconds: DAY_S, everySeconds: 300 },
      condition: { compare: 'above', value: 0.15, clear: 0.12, leastN: 20 },
      severity: 'info',
      audience: LEADS,
      advice: ['See whether they are P2 by the written criteria.'],
    },
  },
  {
    id: 'queue.overdue',
    group: 'queue',
    spec: {
      name: 'Promises are overdue',
      description: 'Clocks that run beyond what was promised.',
      subject: { kind: 'metric', metric: 'sla_overdue', windowSeconds: HOUR_S, everySeconds: 60 },
      condition: { compare: 'above', value: 0, forSeconds: 5 * MINUTE_S },
      severity: 'warning',
      audience: LEADS,
      advice: ['Answer these first: an answer that is late is better than none.'],
    },
  },
  {
    id: 'queue.idle',
    group: 'queue',
    spec: {
      name: 'Utilisation below 60 %',
      description: 'Time on tickets of the time logged in, over eight hours; 70 to 80 % is usual.',
      subject: { kind: 'metric', metric: 'utilisation', windowSeconds: 8 * HOUR_S, everySeconds: HOUR_S, by: 'team' },
      condition: { compare: 'below', value: 0.6, clear: 0.65 },
      severity: 'info',
      audience: LEADS,
      advice: ['A good hour for training, articles and old tickets.'],
    },
  },
];
