/** What ends the calling of people: whoever was to be brought in by what happened to an incident need not come once it is over. */
import type { EventType } from '../event/index.ts';
import { type IncidentState, resolvedAtOf } from './state.ts';

export interface CalledOff {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In a sentence, without its full stop. */
  readonly how: string;
}

/** What may itself be the end, and does not end what it began. */
const ENDINGS: ReadonlySet<EventType> = new Set([
  'incident.status_changed',
  'incident.dismissed',
  'incident.update_posted',
  'incident.note',
]);

/**
 * Since when, and why, nobody needs to be called any more by what happened to it then; null while they do. What was proposed has been decided once somebody
 * declares it, what customers were not told in time once they are told, and who did not respond once somebody does; that a review is overdue is over with the review, however long ago the incident was.
 */
export function calledOff(state: IncidentState, { type, at }: { readonly type: EventType; readonly at: number }): CalledOff | null {
  const found = endsOf(state, type, at).find((end) => (ENDINGS.has(type) ? end.at > at : end.at >= at));
  return found ? { ...found, how: `${state.id} ${found.how}` } : null;
}

function endsOf(state: IncidentState, type: EventType, at: number): CalledOff[] {
  const { declaredAt, dismissedAt, mergedInto, review } = state;
  const ends = (when: number | null, how: string): CalledOff[] => (when === null ? [] : [{ at: when, how }]);
  if (type === 'incident.review_overdue') return ends(review.completedAt, 'has its review');
  const after = (instants: readonly number[]): number | null => instants.find((one) => one >= at) ?? null;
  const told = state.updates.flatMap((one) => (one.audience === 'customers' ? [one.at] : [])).toSorted((a, b) => a - b);
  return [
    ...(type === 'incident.proposed' ? ends(declaredAt, 'is declared') : []),
    ...(type === 'incident.update_skipped' ? ends(after(told), 'has an update for customers') : []),
    ...(type === 'incident.response_missed' ? ends(after(state.responses), 'has somebody who responds') : []),
    ...ends(dismissedAt, mergedInto === null ? 'is dismissed' : `is merged into ${mergedInto}`),
    ...ends(resolvedAtOf(state), 'is resolved'),
  ];
}
