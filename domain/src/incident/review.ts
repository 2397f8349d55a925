/** The post-incident review (requirements 169, 224): its six instants, what it lacks, and when the whole matter is over. */
import { type Stamp, STAMPS } from '../event/index.ts';
import { needsReview } from './cadence.ts';
import { spanOf } from './span.ts';
import { type IncidentState, resolvedAtOf } from './state.ts';

/** Each as somebody told it; else as it follows from what happened. Null where neither is known. `firstPageAt`: when its rules first called somebody. */
export function stampsOf(state: IncidentState, firstPageAt: number | null = null): Record<Stamp, number | null> {
  const { review, declaredAt, startedAt, proposedAt, statuses, respondedAt } = state;
  const first = (status: 'identified' | 'monitoring') => statuses.find(({ to }) => to === status)?.at ?? null;
  const known: Record<Stamp, number | null> = {
    reportedAt: startedAt ?? proposedAt ?? declaredAt,
    pagedAt: firstPageAt ?? state.checklist['initiation.page']?.at ?? respondedAt,
    declaredAt,
    causeFoundAt: first('identified'),
    fixedAt: first('monitoring') ?? resolvedAtOf(state),
    impactEndedAt: resolvedAtOf(state),
  };
  return Object.fromEntries(STAMPS.map((stamp) => [stamp, review.stamps[stamp] ?? known[stamp]])) as Record<Stamp, number | null>;
}

/** From when customers were first hit to when they no longer were, in seconds. Null while it lasts. */
export function impactSeconds(state: IncidentState): number | null {
  const span = spanOf(state);
  return span === null || span.to === null ? null : Math.round((span.to - span.from) / 1000);
}

export type ReviewLack = 'summary' | 'rootCause' | 'toImprove' | 'actions';

/** What a review has to say before it is one. */
export function lacksOf({ review, actions }: Pick<IncidentState, 'review' | 'actions'>): ReviewLack[] {
  return [
    ...(review.summary.trim() === '' ? (['summary'] as const) : []),
    ...(review.rootCause.trim() === '' ? (['rootCause'] as const) : []),
    ...(review.toImprove.length === 0 ? (['toImprove'] as const) : []),
    ...(actions.length === 0 ? (['actions'] as const) : []),
  ];
}

/** Why it cannot be closed yet; null where it can. SEV1 and SEV2 are over once their review is complete and its actions have ended. */
export function keptOpenBy(state: IncidentState): 'unresolved' | 'review' | 'actions' | null {
  if (resolvedAtOf(state) === null) return 'unresolved';
  if (needsReview(state) && state.review.completedAt === null) return 'review';
  return state.actions.some((one) => one.state === 'open') ? 'actions' : null;
}
