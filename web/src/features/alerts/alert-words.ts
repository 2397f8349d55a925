/** What is said of alerts: in which order they stand, how long one lasted, what happened to it, and whom it reached. */
import type { Delivery, Outcome } from '../../deliveries/index.ts';
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

/** Seconds from when it began to its end, or until now. */
export const lastedSeconds = ({ since, endedAt }: Pick<Alert, 'since' | 'endedAt'>, now: number): number =>
  Math.max(0, ((endedAt === null ? now : Date.parse(endedAt)) - Date.parse(since)) / 1000);

/** As the server says it. */
const TELLS_NOBODY = 'it tells nobody';

type Moment = AlertDetail['moments'][number];

/** Who did what: `Mia acknowledged it`, `It fired`; of a step before, of which another alert told, by the name of its rule. */
export function momentInWords({ kind, by, of = null }: Pick<Moment, 'kind' | 'by'> & Partial<Pick<Moment, 'of'>>): {
  who: string;
  did: string;
} {
  const did = kind === 'resolved' && by === null ? words.moments['resolvedItself'] : words.moments[kind];
  return { who: by ?? of?.name ?? words.it, did: did ?? kind };
}

/** How many of its tickets hold it. */
export const heldBy = ({ ofTickets }: Pick<AlertDetail, 'ofTickets'>): number =>
  ofTickets.filter(({ releasedAt }) => releasedAt === null).length;

const BECAME: Readonly<Record<Outcome, keyof typeof words.one.toldAs>> = {
  there: 'reached',
  sent: 'reached',
  grouped: 'reached',
  waiting: 'waiting',
  held: 'held',
  capped: 'held',
  failed: 'failed',
  nowhere: 'not',
};

/** What became of the lines of the log: `6 reached, 3 waiting, 1 failed`. */
export function toldInWords(deliveries: readonly Pick<Delivery, 'outcome'>[]): string {
  const { toldAs } = words.one;
  const counts = Map.groupBy(deliveries, ({ outcome }) => BECAME[outcome]);
  const kinds = Object.keys(toldAs) as (keyof typeof toldAs)[];
  return kinds.flatMap((kind) => (counts.has(kind) ? toldAs[kind](counts.get(kind)!.length) : [])).join(', ');
}

/** Its rule names nobody, which is no failure of anything. */
export const tellsNobody = ({ way, recipient, reason }: Pick<Delivery, 'way' | 'recipient' | 'reason'>): boolean =>
  way === 'none' && recipient.id === '' && reason === TELLS_NOBODY;
