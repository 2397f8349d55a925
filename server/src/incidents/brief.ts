/** An incident as a list shows it: what it is, how it stands at an instant, and whom it hit. */
import {
  type Impact,
  type IncidentState,
  isOngoing,
  keptOpenBy,
  owesEnd,
  resolvedAtOf,
  responseClock,
  reviewDueAt,
  stageOf,
  updateClock,
} from '@watchdesk/domain/incident';
import type { Named } from '../directory/index.ts';

export function briefOf(state: IncidentState, impact: Impact, agent: (id: string) => Named, now: number) {
  const response = responseClock(state, now);
  const update = updateClock(state, now);
  return {
    id: state.id,
    title: state.title,
    summary: state.summary,
    stage: stageOf(state),
    severity: state.severity,
    severityReason: state.severityReason,
    openedAt: iso(state.declaredAt ?? state.proposedAt ?? 0),
    declaredAt: isoOr(state.declaredAt),
    startedAt: isoOr(state.startedAt),
    resolvedAt: isoOr(resolvedAtOf(state)),
    commander: state.roles.commander[0] === undefined ? null : agent(state.roles.commander[0]),
    response: response && {
      dueAt: iso(response.dueAt),
      stoppedAt: isoOr(response.stoppedAt),
      missedAt: isoOr(response.missedAt),
    },
    update: {
      dueAt: isoOr(update.dueAt),
      since: iso(update.since),
      everySeconds: update.everySeconds,
      atResolution: isOngoing(state) && update.everySeconds === null,
      skipped: update.skipped.length,
      missing: update.missing,
    },
    services: [...state.affected.services],
    regions: [...state.affected.regions],
    tickets: impact.tickets,
    customersHit: impact.customers,
    reviewDueAt: state.review.completedAt === null ? isoOr(reviewDueAt(state)) : null,
    keptOpenBy: stageOf(state) === 'resolved' ? keptOpenBy(state) : null,
    owesEnd: owesEnd(state),
    openActions: state.actions.filter((one) => one.state === 'open').length,
  };
}

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOr = (at: number | null): string | null => (at === null ? null : iso(at));
