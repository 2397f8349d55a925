/** The words of a status page, as customers read them, and instants in its zone. */
import type { IncidentStatus } from '@watchdesk/domain/event';
import type { ComponentState } from '@watchdesk/domain/status-page';

export const STATE: Readonly<Record<ComponentState, string>> = {
  operational: 'Operational',
  maintenance: 'Under maintenance',
  degraded: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

export const OVERALL: Readonly<Record<ComponentState, string>> = {
  operational: 'All systems operational',
  maintenance: 'Maintenance is under way',
  degraded: 'Some systems are slower than usual',
  partial_outage: 'Some systems are partly out of order',
  major_outage: 'There is a major outage',
};

export const STATUS: Readonly<Record<IncidentStatus, string>> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
  closed: 'Resolved',
};

export const STAGE = { planned: 'Planned', running: 'Under way', ended: 'Ended' } as const;

/** `10 March 2026, 12:00 CET`. */
export const instantIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
    .format(at)
    .replace(' at ', ', ');

/** `2 Mar`: a day of the history, which has its zone already. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** `99.87 %`: never rounded up to what it is not. */
export const shareWords = (share: number | null): string =>
  share === null ? 'no data' : `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
