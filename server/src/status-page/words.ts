/** The words of a status page, as customers read them, and instants in its zone. */
import type { IncidentStatus } from '@watchdesk/domain/event';
import type { ComponentState, ShownMaintenance } from '@watchdesk/domain/status-page';

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

export const STAGE = { planned: 'Planned', running: 'Under way', ended: 'Ended', cancelled: 'Cancelled' } as const;

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

/** `up 99.87 % of 12 days`: of as many as anything is known of. */
export const upWords = (share: number | null, days: number): string =>
  share === null ? 'no data' : `up ${shareWords(share)} of ${days === 1 ? '1 day' : `${days} days`}`;

/** `10 March 2026, 12:00 CET to 10 March 2026, 14:00 CET`. */
export const spanIn = (timeZone: string, from: number, to: number): string => `${instantIn(timeZone, from)} to ${instantIn(timeZone, to)}`;

interface Moment {
  /** Of those of one maintenance it is the only one with this name, however often it is read. */
  readonly key: string;
  readonly at: number;
  readonly status: string;
  readonly text: string;
}

/** What a maintenance has to tell by now: what has become of it, and that its time is another. */
export function momentsOf(one: ShownMaintenance, timeZone: string): Moment[] {
  const { stage, startsAt, endsAt, madeAt, moved, cancelledAt } = one;
  const text = (lines: readonly string[]) => [lines.join('\n'), ...(one.text === '' ? [] : [one.text])].join('\n\n');
  const time = spanIn(timeZone, startsAt, endsAt);
  const at = { planned: madeAt, running: startsAt, ended: endsAt, cancelled: cancelledAt ?? madeAt }[stage];
  const moments: Moment[] = [{ key: stage, at, status: `Maintenance, ${STAGE[stage].toLowerCase()}`, text: text([time]) }];
  if (moved === null || (stage !== 'planned' && stage !== 'running')) return moments;
  const before =
    stage === 'running' ? `Before: until ${instantIn(timeZone, moved.to)}` : `Before: ${spanIn(timeZone, moved.from, moved.to)}`;
  const status = stage === 'running' ? 'Maintenance, another end' : 'Maintenance, moved';
  return [...moments, { key: `moved/${moved.at}`, at: moved.at, status, text: text([time, before]) }];
}
