/** What time does to tickets: nobody moves them, a promise runs out, they are solved and nobody has asked (98, 99, the other two worked rules of 100, and 198). */
import { type AutomationTemplate, DAY_S, HOUR_S } from './template.ts';

const slack = (path: string, name: string) => ({ path, label: `the channel, such as Slack ${name}` });

export const TIME: readonly AutomationTemplate[] = [
  {
    id: 'time.idle_alert',
    group: 'time',
    spec: {
      name: 'Remind of what lies idle',
      description: 'Nothing has happened on an open ticket for a day.',
      trigger: { kind: 'time', since: 'update', seconds: DAY_S },
      conditions: { field: 'status', is: ['new', 'open'] },
      actions: [
        {
          do: 'notify',
          audience: { ticketAssignee: true, ticketTeamLeads: true },
          severity: 'warning',
          advice: ['Write to the customer what happens next and when.'],
        },
      ],
    },
    asks: [],
  },
  {
    id: 'time.idle_reassign',
    group: 'time',
    spec: {
      name: 'Put back what lies idle',
      description: 'Nothing has happened on an assigned ticket for two days: somebody else may take it.',
      trigger: { kind: 'time', since: 'update', seconds: 2 * DAY_S },
      conditions: {
        all: [
          { field: 'status', is: ['new', 'open'] },
          { field: 'assignee', isNot: [''] },
        ],
      },
      actions: [
        { do: 'note', body: 'Nothing has happened for two days; it is back in the queue.' },
        { do: 'assignee', to: null },
      ],
    },
    asks: [],
  },
  {
    id: 'time.high_two_hours',
    group: 'escalation',
    spec: {
      name: 'High priority and open for two hours',
      description: 'The handbook’s rule: tell the channel, note it, and give it to whichever manager is on call then.',
      trigger: { kind: 'time', since: 'creation', seconds: 2 * HOUR_S },
      conditions: {
        all: [
          { field: 'priority', is: ['P2'] },
          { field: 'status', is: ['new', 'open'] },
        ],
      },
      actions: [
        { do: 'notify', audience: { roles: ['manager'] }, severity: 'warning', title: '{{ticket}} approaches its promise' },
        { do: 'note', body: 'Approaching SLA breach' },
        { do: 'assignee', onCall: 'managers' },
      ],
    },
    asks: [
      slack('actions.0.audience.channels', '#support-escalations'),
      { path: 'actions.2.onCall', label: 'the on-call schedule of the managers' },
    ],
  },
  {
    id: 'promises.80',
    group: 'promises',
    spec: {
      name: '80 % of a promise is used',
      description: 'The same at the step that counts: whoever has it and the manager are told before it is breached.',
      trigger: { kind: 'clock', steps: [80] },
      actions: [
        {
          do: 'notify',
          audience: { ticketAssignee: true, roles: ['manager'] },
          severity: 'warning',
          advice: ['Answer now, or hand it to somebody who can.'],
        },
        { do: 'note', body: 'Approaching SLA breach' },
      ],
    },
    asks: [slack('actions.0.audience.channels', '#support-escalations')],
  },
  {
    id: 'promises.breach',
    group: 'promises',
    spec: {
      name: 'Escalate what is breached',
      description: 'A breached promise goes to the next tier, and the manager is told.',
      trigger: { kind: 'clock', steps: ['breach'] },
      actions: [
        { do: 'escalate', to: 'next' },
        {
          do: 'notify',
          audience: { ticketAssignee: true, ticketTeamLeads: true, roles: ['manager'] },
          severity: 'critical',
          advice: ['Write to the customer now, even without a solution.'],
        },
      ],
    },
    asks: [],
  },
  {
    id: 'promises.200',
    group: 'promises',
    spec: {
      name: 'Twice the promised time',
      description: 'Severe: the director is told.',
      trigger: { kind: 'clock', steps: [200] },
      actions: [
        {
          do: 'notify',
          audience: { roles: ['manager', 'executive'] },
          severity: 'critical',
          advice: ['Name one person who stays with it until it is solved.'],
        },
      ],
    },
    asks: [],
  },
  {
    id: 'time.escalate',
    group: 'escalation',
    spec: {
      name: 'Escalate what takes too long',
      description: 'A customer who has waited for eight hours is handed to the next tier.',
      trigger: { kind: 'time', since: 'wait', seconds: 8 * HOUR_S },
      conditions: { field: 'supportTier', isNot: ['L3'] },
      actions: [{ do: 'escalate', to: 'next' }],
    },
    asks: [],
  },
  {
    id: 'time.unassigned',
    group: 'time',
    spec: {
      name: 'Nobody has taken it',
      description: 'A P1 or P2 that nobody has had for ten minutes.',
      trigger: { kind: 'time', since: 'unassigned', seconds: 600 },
      conditions: { field: 'priority', is: ['P1', 'P2'] },
      actions: [{ do: 'notify', audience: { ticketTeamLeads: true }, severity: 'critical', advice: ['Give it to whoever is free.'] }],
    },
    asks: [],
  },
  {
    id: 'time.silent_customer',
    group: 'time',
    spec: {
      name: 'The customer does not answer',
      description: 'Three days after our answer the ticket waits for the customer.',
      trigger: { kind: 'time', since: 'reply', seconds: 3 * DAY_S },
      conditions: { field: 'status', is: ['open'] },
      actions: [
        { do: 'status', to: 'pending' },
        { do: 'note', body: 'The customer has not answered for three days.' },
      ],
    },
    asks: [],
  },
  {
    id: 'surveys.csat',
    group: 'surveys',
    spec: {
      name: 'Ask how it was',
      description: 'Two hours after it is resolved, unless it is tagged internal or no-survey, and only while it is still resolved.',
      trigger: { kind: 'event', events: ['status.changed'] },
      conditions: {
        all: [
          { field: 'event.to', is: ['resolved'] },
          { field: 'status', is: ['resolved', 'closed'] },
          { field: 'tags', isNot: ['no-survey', 'internal'] },
        ],
      },
      actions: [
        { do: 'wait', seconds: 2 * HOUR_S },
        { do: 'survey', survey: 'csat' },
      ],
    },
    asks: [],
  },
  {
    id: 'surveys.low',
    group: 'surveys',
    spec: {
      name: 'A low rating',
      description: 'One or two of five: the manager calls within a day.',
      trigger: { kind: 'event', events: ['survey.answered'] },
      conditions: {
        all: [
          { field: 'event.survey', is: ['csat'] },
          { field: 'event.scorePercent', atMost: 40 },
        ],
      },
      actions: [
        { do: 'notify', audience: { roles: ['manager'] }, severity: 'warning', advice: ['Call within a day: listen, say sorry, repair.'] },
      ],
    },
    asks: [],
  },
  {
    id: 'surveys.praise',
    group: 'surveys',
    spec: {
      name: 'Quality wins',
      description: 'More than four of five: the channel of the wins hears of it, and the list is kept by a webhook.',
      trigger: { kind: 'event', events: ['survey.answered'] },
      conditions: {
        all: [
          { field: 'event.survey', is: ['csat'] },
          { field: 'event.scorePercent', atLeast: 81 },
          { field: 'status', is: ['resolved', 'closed'] },
        ],
      },
      actions: [
        { do: 'notify', audience: { ticketTeamLeads: true }, title: 'A customer is delighted: {{ticket}}' },
        { do: 'hook', channel: 'quality-wins' },
      ],
    },
    asks: [
      { path: 'actions.0.audience.channels', label: 'the channel, such as Teams “Quality Wins”' },
      { path: 'actions.1.channel', label: 'the webhook that keeps the list' },
    ],
  },
  {
    id: 'escalation.enterprise',
    group: 'escalation',
    spec: {
      name: 'An urgent escalation of Enterprise',
      description: 'P1 or P2 of an Enterprise customer was escalated: the channel and the manager are told.',
      trigger: { kind: 'event', events: ['ticket.escalated'] },
      conditions: {
        all: [
          { field: 'priority', is: ['P1', 'P2'] },
          { field: 'customerTier', is: ['enterprise'] },
        ],
      },
      actions: [
        {
          do: 'notify',
          audience: { ticketTeamLeads: true, roles: ['manager'] },
          severity: 'warning',
          advice: ['Tell the customer who has it now.'],
        },
      ],
    },
    asks: [slack('actions.0.audience.channels', '#support-alerts')],
  },
  {
    id: 'escalation.critical',
    group: 'escalation',
    spec: {
      name: 'A critical escalation of Enterprise pages somebody',
      description: 'P1 of an Enterprise customer was escalated: the managers are told, and the pager that you choose.',
      trigger: { kind: 'event', events: ['ticket.escalated'] },
      conditions: {
        all: [
          { field: 'priority', is: ['P1'] },
          { field: 'customerTier', is: ['enterprise'] },
        ],
      },
      actions: [{ do: 'notify', audience: { roles: ['manager'] }, severity: 'critical' }],
    },
    asks: [{ path: 'actions.0.audience.channels', label: 'the channel, such as PagerDuty' }],
  },
  {
    id: 'time.status_changed',
    group: 'time',
    spec: {
      name: 'Say when the status changes',
      description: 'Whoever has the ticket is told when somebody else changes its status.',
      trigger: { kind: 'event', events: ['status.changed'] },
      actions: [{ do: 'notify', audience: { ticketAssignee: true } }],
    },
    asks: [],
  },
];
