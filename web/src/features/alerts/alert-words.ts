/** What is said of alerts: in which order they stand, how long one lasted, and what happened to it. */
import { words } from './messages.ts';
import { SEVERITIES, type Status } from './search.ts';
import type { Alert, AlertDetail } from './use-alerts.ts';

/** What waits for somebody stands before what is in hand. */
const ORDER: readonly Status[] = ['firing', 'acknowledged', 'snoozed', 'pending', 'resolved', 'superseded'];

/** What needs a person next: what waits, the worst of it first, and of that the oldest. */
export const inOrder = <T extends Pick<Alert, 'status' | 'severity' | 'since'>>(alerts: readonly T[]): T[] =>
  alerts.toSorted(
    (a, b) =>
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Date.parse(a.since) - Date.parse(b.since),
  );

/** Whether somebody can still do something about it. */
export const isOver = ({ status }: Pick<Alert, 'status'>): boolean => status === 'resolved' || status === 'superseded';
export const mayAcknowledge = ({ status }: Pick<Alert, 'status'>): boolean => status === 'firing' || status === 'snoozed';
export const maySnooze = ({ status }: Pick<Alert, 'status'>): boolean =>
  status === 'firing' || status === 'acknowledged' || status === 'snoozed';

/** Seconds from when it began to its end, or until now. */
export const lastedSeconds = ({ since, endedAt }: Pick<Alert, 'since' | 'endedAt'>, now: number): number =>
  Math.max(0, ((endedAt === null ? now : Date.parse(endedAt)) - Date.parse(since)) / 1000);

type Moment = AlertDetail['moments'][number];

/** Who did what: `Mia acknowledged it`, `It fired`. */
export function momentInWords({ kind, by }: Pick<Moment, 'kind' | 'by'>): { who: string; did: string } {
  const did = kind === 'resolved' && by === null ? words.moments['resolvedItself'] : words.moments[kind];
  return { who: by ?? words.it, did: did ?? kind };
}

/** How many of its tickets hold it. */
export const heldBy = ({ ofTickets }: Pick<AlertDetail, 'ofTickets'>): number =>
  ofTickets.filter(({ releasedAt }) => releasedAt === null).length;
