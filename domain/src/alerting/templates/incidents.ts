/** Standard rules on incidents: who is told of a bad one, and that nobody is left in the dark. */
import type { RuleTemplate } from './template.ts';

const MAJOR = ['SEV1', 'SEV2'];

export const INCIDENTS: readonly RuleTemplate[] = [
  {
    id: 'incidents.major',
    group: 'incidents',
    spec: {
      name: 'A SEV1 or SEV2 is declared',
      description: 'An incident of the two worst severities.',
      subject: { kind: 'event', event: 'incident.declared', where: [{ field: 'event.severity', is: MAJOR }] },
      severity: 'critical',
      audience: { roles: ['lead', 'manager'] },
      advice: [
        'See that it has a commander.',
        'Link the tickets that belong to it.',
        'Tell customers within the interval of its severity.',
      ],
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
      audience: { roles: ['lead', 'manager'] },
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
      audience: { roles: ['lead', 'manager'] },
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
