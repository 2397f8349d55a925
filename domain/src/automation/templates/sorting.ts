/** What a new ticket is, whose it is and what may help with it (requirements 98 and 99, and the first worked rule of 100). */
import type { AutomationTemplate } from './template.ts';

const created = { kind: 'event', events: ['ticket.created'] } as const;

export const SORTING: readonly AutomationTemplate[] = [
  {
    id: 'sorting.authentication',
    group: 'sorting',
    spec: {
      name: 'Sign-in problems',
      description: 'Passwords and sign-in by the words of the subject: the category, the team, and the article that helps most.',
      trigger: created,
      conditions: { field: 'subject', contains: ['password*', 'login*', 'log in', "can't access", 'cannot access'] },
      actions: [
        { do: 'category', to: 'Authentication' },
        { do: 'team', to: 'Authentication Team' },
        { do: 'suggest', article: 'Password Reset Guide' },
      ],
    },
    asks: [
      { path: 'actions.0.to', label: 'the category' },
      { path: 'actions.1.to', label: 'the team' },
    ],
  },
  {
    id: 'sorting.keyword',
    group: 'sorting',
    spec: {
      name: 'Billing by its words',
      description: 'A category by words in the subject or the first message, where nobody has set one.',
      trigger: created,
      conditions: {
        all: [
          { field: 'text', contains: ['invoice*', 'billing', 'refund*', 'charged', 'payment*'] },
          { field: 'category', is: [''] },
        ],
      },
      actions: [{ do: 'category', to: 'Billing' }],
    },
    asks: [{ path: 'actions.0.to', label: 'the category' }],
  },
  {
    id: 'sorting.tier_priority',
    group: 'customers',
    spec: {
      name: 'More urgent for Enterprise',
      description: 'The tier of the customer raises the priority by one.',
      trigger: created,
      conditions: { field: 'customerTier', is: ['enterprise'] },
      actions: [{ do: 'priority', raiseBy: 1 }],
    },
    asks: [],
  },
  {
    id: 'sorting.similar',
    group: 'customers',
    spec: {
      name: 'Show what solved it last time',
      description: 'The customer asked something similar lately: a note names that ticket.',
      trigger: created,
      conditions: { field: 'similarTicket', is: ['yes'], withinDays: 14 },
      actions: [{ do: 'suggest', similar: true }],
    },
    asks: [],
  },
  {
    id: 'sorting.duplicate',
    group: 'customers',
    spec: {
      name: 'Link what is asked twice',
      description: 'The customer has asked the same within a day: it is linked as a duplicate, and whoever has it is told.',
      trigger: created,
      conditions: { field: 'similarTicket', is: ['yes'], withinDays: 1 },
      actions: [
        { do: 'link', to: 'similar', kind: 'duplicate' },
        {
          do: 'notify',
          audience: { ticketAssignee: true },
          message: 'The customer has another ticket about the same.',
          advice: ['Merge the two if they are one.'],
        },
      ],
    },
    asks: [],
  },
  {
    id: 'sorting.known_issue',
    group: 'sorting',
    spec: {
      name: 'Link to a known issue',
      description: 'Tickets with the words of a known issue are linked to its ticket.',
      trigger: created,
      conditions: { field: 'text', contains: ['error 502', 'bad gateway'] },
      actions: [
        { do: 'link', to: 'api:known-issue', kind: 'known_issue' },
        { do: 'tag', add: ['known-issue'] },
      ],
    },
    asks: [
      { path: 'conditions.contains', label: 'the words of the issue' },
      { path: 'actions.0.to', label: 'the ticket of the issue' },
    ],
  },
  {
    id: 'sorting.vip',
    group: 'customers',
    spec: {
      name: 'Spot VIPs',
      description: 'VIPs are flagged, made more urgent, and told of.',
      trigger: created,
      conditions: { field: 'vip', is: ['yes'] },
      actions: [
        { do: 'tag', add: ['vip'] },
        { do: 'priority', raiseBy: 1 },
        { do: 'notify', audience: { ticketTeamLeads: true }, message: 'A VIP has asked for help.' },
      ],
    },
    asks: [],
  },
  {
    id: 'sorting.upset',
    group: 'customers',
    spec: {
      name: 'Flag upset customers',
      description: 'A supervisor is told before it is too late. It makes nothing more urgent: who is angry is not who is stuck.',
      trigger: { kind: 'event', events: ['ticket.created', 'ticket.message'], by: ['customer'] },
      conditions: {
        all: [
          {
            any: [
              { field: 'sentiment', is: ['negative'] },
              { field: 'text', contains: ['unacceptable', 'furious', 'ridiculous', 'worst', 'lawyer', 'cancel my*'] },
            ],
          },
          { field: 'tags', isNot: ['upset'] },
        ],
      },
      actions: [
        { do: 'tag', add: ['upset'] },
        {
          do: 'notify',
          audience: { ticketTeamLeads: true },
          severity: 'warning',
          message: 'A customer is upset.',
          advice: ['Read it, and call rather than write.'],
        },
      ],
    },
    asks: [],
  },
  {
    id: 'routing.category',
    group: 'routing',
    spec: {
      name: 'Route by category',
      description: 'A category has a team that knows it.',
      trigger: { kind: 'event', events: ['ticket.created', 'category.changed'] },
      conditions: { field: 'category', is: ['Billing'] },
      actions: [{ do: 'team', to: 'Billing' }],
    },
    asks: [
      { path: 'conditions.is', label: 'the category' },
      { path: 'actions.0.to', label: 'the team' },
    ],
  },
  {
    id: 'routing.night',
    group: 'routing',
    spec: {
      name: 'Say when somebody will answer',
      description: 'Outside the opening hours the customer is told that it has arrived.',
      trigger: created,
      conditions: { field: 'timeOfDay', is: ['yes'], from: '18:00', until: '08:00' },
      actions: [{ do: 'reply', body: 'Thank you for writing. We have your request and answer within our next opening hours.' }],
    },
    asks: [
      { path: 'conditions.from', label: 'when you close' },
      { path: 'conditions.until', label: 'when you open' },
    ],
  },
  {
    id: 'routing.acknowledge',
    group: 'routing',
    spec: {
      name: 'Confirm and suggest an article',
      description: 'The customer hears that it has arrived; whoever takes it up finds the article that helps most.',
      trigger: created,
      conditions: { field: 'channel', is: ['email', 'portal'] },
      actions: [
        { do: 'reply', body: 'Thank you for writing. We have your request and will answer soon.' },
        { do: 'suggest', article: 'Getting started' },
      ],
    },
    asks: [{ path: 'actions.1.article', label: 'the article' }],
  },
];
