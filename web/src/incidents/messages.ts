/** The words for incidents, wherever they stand. */
import type { Severity } from '@watchdesk/domain/event';
import type { IncidentBrief } from '../api/client.ts';
import { counted } from '../ui/format.ts';

export const messages = {
  stages: {
    proposed: 'Proposed',
    dismissed: 'Dismissed',
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
    closed: 'Closed',
  } satisfies Record<IncidentBrief['stage'], string>,
  severities: { SEV1: 'critical', SEV2: 'high', SEV3: 'medium', SEV4: 'low', SEV5: 'minimal' } satisfies Record<Severity, string>,
  update: {
    next: 'Next update',
    due: 'due',
    none: 'No update is due',
    atResolution: 'at resolution',
    skipped: (count: number) => `${counted(count, 'update')} skipped`,
    missing: (count: number) => `${counted(count, 'update')} skipped in a row`,
  },
  ticket: {
    title: 'Incident',
    none: 'It belongs to no incident.',
    link: 'Link to an incident',
    which: 'Open incident',
    choose: 'Choose one',
    submit: 'Link it',
    unlink: (id: string) => `Unlink from ${id}`,
    nothing: 'No incident is open. Declare one first.',
    toIncidents: 'Incidents',
    cancel: 'Cancel',
  },
};
