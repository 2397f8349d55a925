/** The ladder of warnings of a promise (requirement 83), and what single tickets are told of for (98 and 198). */
import { HOUR_S, type RuleTemplate } from './template.ts';

export const LADDER: readonly RuleTemplate[] = [
  {
    id: 'sla.50',
    group: 'sla',
    spec: {
      name: 'Half of the promised time is used',
      description: 'Yellow: to be seen in the queue. Nobody is told.',
      subject: { kind: 'sla', step: 50 },
      severity: 'info',
      advice: [],
    },
  },
  {
    id: 'sla.80',
    group: 'sla',
    spec: {
      name: '80 % of the promised time is used',
      description: 'Orange: whoever has the ticket is told.',
      subject: { kind: 'sla', step: 80 },
      severity: 'warning',
      audience: { ticketAssignee: true },
      advice: ['Answer now, or hand it to somebody who can.'],
    },
  },
  {
    id: 'sla.90',
    group: 'sla',
    spec: {
      name: '90 % of the promised time is used',
      description: 'Red: the team’s lead is told.',
      subject: { kind: 'sla', step: 90 },
      severity: 'warning',
      audience: { ticketAssignee: true, ticketTeamLeads: true },
      advice: ['Ask whoever has it what is missing, or take it.'],
    },
  },
  {
    id: 'sla.breach',
    group: 'sla',
    spec: {
      name: 'A promise is breached',
      description: 'The manager is told, and it is escalated.',
      subject: { kind: 'sla', step: 'breach' },
      severity: 'critical',
      audience: { ticketAssignee: true, ticketTeamLeads: true, roles: ['manager'] },
      advice: ['Write to the customer now, even without a solution.', 'Escalate it to the tier that can solve it.'],
    },
  },
  {
    id: 'sla.200',
    group: 'sla',
    spec: {
      name: 'Twice the promised time is used',
      description: 'Severe: the director is told.',
      subject: { kind: 'sla', step: 200 },
      severity: 'critical',
      audience: { roles: ['manager', 'executive'] },
      advice: ['Name one person who stays with it until it is solved.', 'Call the customer.'],
    },
  },
  {
    id: 'sla.enterprise.first_response.80',
    group: 'sla',
    spec: {
      name: 'An Enterprise first response is at 80 %',
      description: 'Of customers of the tier enterprise.',
      subject: { kind: 'sla', clock: 'first_response', step: 80, where: [{ field: 'customerTier', is: ['enterprise'] }] },
      severity: 'warning',
      audience: { ticketAssignee: true, ticketTeamLeads: true },
      advice: ['Answer now: a first answer may be short.'],
    },
  },
];

export const TICKETS: readonly RuleTemplate[] = [
  {
    id: 'tickets.no_reply',
    group: 'tickets',
    spec: {
      name: 'No reply for 4 hours',
      description: 'A customer has waited for four hours.',
      subject: { kind: 'absence', of: 'reply', seconds: 4 * HOUR_S },
      severity: 'warning',
      audience: { ticketAssignee: true },
      advice: ['Write what happens next and when, even without a solution.'],
    },
  },
  {
    id: 'tickets.idle',
    group: 'tickets',
    spec: {
      name: 'Nothing has happened for 2 days',
      description: 'An open ticket on which nothing has happened.',
      subject: { kind: 'absence', of: 'update', seconds: 48 * HOUR_S, where: [{ field: 'status', is: ['new', 'open'] }] },
      severity: 'info',
      audience: { ticketAssignee: true, ticketTeamLeads: true },
      advice: ['See whether it waits for anything; give it to somebody else otherwise.'],
    },
  },
  {
    id: 'tickets.unassigned',
    group: 'tickets',
    spec: {
      name: 'Nobody has taken an urgent ticket for 10 minutes',
      description: 'A ticket of P1 or P2 without anybody.',
      subject: { kind: 'absence', of: 'assignee', seconds: 600, where: [{ field: 'priority', is: ['P1', 'P2'] }] },
      severity: 'critical',
      audience: { ticketTeamLeads: true },
      advice: ['Give it to whoever is free.'],
    },
  },
  {
    id: 'tickets.low_rating',
    group: 'tickets',
    spec: {
      name: 'A customer rated 2 of 5 or less',
      description: 'A rating that asks for a call.',
      subject: {
        kind: 'event',
        event: 'survey.answered',
        where: [
          { field: 'event.survey', is: ['csat'] },
          { field: 'event.scorePercent', atMost: 40 },
        ],
      },
      severity: 'warning',
      audience: { roles: ['manager'] },
      advice: ['Call within a day: listen, say sorry, repair.'],
    },
  },
  {
    id: 'tickets.escalated_enterprise',
    group: 'tickets',
    spec: {
      name: 'An urgent ticket of Enterprise was escalated',
      description: 'P1 or P2 of a customer of the tier enterprise.',
      subject: {
        kind: 'event',
        event: 'ticket.escalated',
        where: [
          { field: 'priority', is: ['P1', 'P2'] },
          { field: 'customerTier', is: ['enterprise'] },
        ],
      },
      severity: 'critical',
      audience: { ticketTeamLeads: true, roles: ['manager'] },
      advice: ['See that somebody of the next tier has it.', 'Tell the customer who that is.'],
    },
  },
  {
    id: 'tickets.unusually_many',
    group: 'tickets',
    spec: {
      name: 'Unusually many tickets',
      description: 'Tickets created in an hour beside the same hour of the eight weeks before.',
      subject: { kind: 'anomaly', metric: 'created', weeks: 8 },
      condition: { compare: 'above', value: 4, clear: 2 },
      severity: 'warning',
      audience: { roles: ['lead', 'manager'] },
      advice: ['See whether many ask the same: it may be an incident.', 'Look at what was released.'],
    },
  },
  {
    id: 'system.connection',
    group: 'system',
    spec: {
      name: 'A connection is silent',
      description: 'Nothing has come for longer than is usual for it, or it fails.',
      subject: { kind: 'connection' },
      severity: 'critical',
      audience: { roles: ['admin'] },
      advice: ['Open the connection: its page says what it met last.'],
    },
  },
];
