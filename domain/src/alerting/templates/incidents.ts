/** Standard rules on incidents: who is told of a bad one, and that nobody is left in the dark. */
import { MINUTE_S, type RuleTemplate } from './template.ts';

const MAJOR = ['SEV1', 'SEV2'];

/** Whoever is paged and does not acknowledge in time is gone past (requirement 228); a policy of on-call goes on by itself besides. */
const ACKNOWLEDGE_MS = 15 * MINUTE_S * 1000;
const PAGED = {
  roles: ['lead', 'manager'],
  incidentPath: true,
  ladder: [{ roles: ['manager', 'admin'], afterMs: ACKNOWLEDGE_MS }],
};

/** Who is to tell customers, and whoever sees to it that it is done. */
const TELLING = { roles: ['lead', 'manager'], incidentRoles: ['commander', 'communications'] } as const;

export const INCIDENTS: readonly RuleTemplate[] = [
  {
    id: 'incidents.major',
    group: 'incidents',
    spec: {
      name: 'A SEV1 or SEV2 is declared',
      description: 'An incident of the two worst severities.',
      subject: { kind: 'event', event: 'incident.declared', where: [{ field: 'event.severity', is: MAJOR }] },
      severity: 'critical',
      audience: PAGED,
      advice: [
        'Acknowledge, so that nobody else is called.',
        'See that it has a commander.',
        'Link the tickets that belong to it.',
        'Tell customers within the interval of its severity.',
      ],
    },
  },
  {
    id: 'incidents.raised',
    group: 'incidents',
    spec: {
      name: 'An incident is raised to SEV1 or SEV2',
      description: 'It is worse than it was taken for: whoever is on call for the new severity is called.',
      subject: {
        kind: 'event',
        event: 'incident.severity_changed',
        where: [
          { field: 'event.severity', is: MAJOR },
          { field: 'event.severityChange', is: ['raised'] },
        ],
      },
      severity: 'critical',
      audience: PAGED,
      advice: [
        'Acknowledge, so that nobody else is called.',
        'See that every role has somebody.',
        'Tell customers within the new interval.',
      ],
    },
  },
  {
    id: 'incidents.escalation_due',
    group: 'incidents',
    spec: {
      name: 'The next step up of an incident is due',
      description: 'It has gone on for so long that its path brings in somebody else.',
      subject: { kind: 'event', event: 'incident.escalation_due', where: [{ field: 'event.severity', is: MAJOR }] },
      severity: 'critical',
      audience: PAGED,
      advice: ['Bring them in, and tick the step.', 'Hand them an internal escalation, filled from the incident.'],
    },
  },
  {
    id: 'incidents.reopened',
    group: 'incidents',
    spec: {
      name: 'An incident is being investigated again',
      description: 'It was taken for resolved, or for understood, and is not.',
      subject: {
        kind: 'event',
        event: 'incident.status_changed',
        where: [
          { field: 'event.stage', is: ['investigating'] },
          { field: 'event.severity', is: MAJOR },
        ],
      },
      severity: 'warning',
      audience: TELLING,
      advice: ['A new response is owed.', 'Tell customers that it goes on.'],
    },
  },
  {
    id: 'incidents.proposed',
    group: 'incidents',
    spec: {
      name: 'An incident is proposed',
      description: 'More customers write about one thing than chance explains, or somebody thinks that something is broken.',
      subject: { kind: 'event', event: 'incident.proposed', where: [] },
      severity: 'critical',
      audience: { roles: ['lead', 'manager'] },
      advice: ['Look at its evidence.', 'Declare it, merge it into an incident that is open, or dismiss it and say why.'],
    },
  },
  {
    id: 'incidents.update_skipped',
    group: 'incidents',
    spec: {
      name: 'An update on an incident was skipped',
      description: 'Customers were to be told, and were not.',
      subject: { kind: 'event', event: 'incident.update_skipped', where: [] },
      severity: 'critical',
      audience: TELLING,
      advice: ['Post an update, even if it only says that the work goes on.', 'See that communications has somebody.'],
    },
  },
  {
    id: 'incidents.response_missed',
    group: 'incidents',
    spec: {
      name: 'Nobody responds to an incident',
      description: 'The response time of its severity is over, and nobody has done anything about it.',
      subject: { kind: 'event', event: 'incident.response_missed', where: [] },
      severity: 'critical',
      audience: { roles: ['lead', 'manager'], incidentRoles: ['commander'] },
      advice: ['Take command, or give it to somebody.'],
    },
  },
  {
    id: 'incidents.review_overdue',
    group: 'incidents',
    spec: {
      name: 'A review is overdue',
      description: 'Every SEV1 and SEV2 is reviewed; this one was not in time.',
      subject: { kind: 'event', event: 'incident.review_overdue', where: [] },
      severity: 'warning',
      audience: { roles: ['manager'] },
      advice: ['Write down what happened, why, and what is done about it.'],
    },
  },
];
