/**
 * How long an incident lasted for customers, said once for all who tell it: the review, notices, the map, a replay, the status page. What somebody corrected in the review
 * holds; else it began as somebody said, or was noticed, or was declared, and ended as it was resolved.
 */
import type { Severity } from '../event/index.ts';
import { type IncidentState, isOver, type Review, resolvedAtOf } from './state.ts';

export type Lasting = Pick<
  IncidentState,
  'declaredAt' | 'dismissedAt' | 'proposedAt' | 'startedAt' | 'status' | 'statuses' | 'severities'
> & { readonly review: Pick<Review, 'stamps'> };

export interface IncidentSpan {
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
}

/** Null of what nobody has declared or proposed. */
export function spanOf(state: Omit<Lasting, 'dismissedAt' | 'severities'>): IncidentSpan | null {
  const { review, startedAt, proposedAt, declaredAt } = state;
  const from = review.stamps.reportedAt ?? startedAt ?? proposedAt ?? declaredAt;
  if (from === null) return null;
  const resolvedAt = resolvedAtOf(state);
  return { from, to: resolvedAt === null ? null : Math.max(from, review.stamps.impactEndedAt ?? resolvedAt) };
}

export interface SevereSpan extends IncidentSpan {
  readonly severity: Severity;
}

/**
 * The same in stretches of one severity each, oldest first, without the time in which it was taken for resolved before it was opened again. What was before its
 * declaration has the severity that it was declared with. None of one that was only proposed, or dismissed.
 */
export function severeSpansOf(state: Lasting): SevereSpan[] {
  const { statuses, severities, declaredAt, dismissedAt } = state;
  const span = spanOf(state);
  if (span === null || declaredAt === null || dismissedAt !== null) return [];
  const cuts = [...new Set([...statuses, ...severities].map(({ at }) => at))].toSorted((a, b) => a - b);
  const said = cuts.flatMap((from, index): SevereSpan[] => {
    const status = statuses.findLast(({ at }) => at <= from)?.to;
    const severity = severities.findLast(({ at }) => at <= from)?.to;
    return status === undefined || severity === undefined || isOver(status) ? [] : [{ from, to: cuts[index + 1] ?? null, severity }];
  });
  return said
    .map(({ from, to, severity }, index) => ({
      from: index === 0 ? span.from : Math.max(from, span.from),
      to: index === said.length - 1 ? span.to : least(to, span.to),
      severity,
    }))
    .filter(({ from, to }) => to === null || from < to);
}

const least = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b));
