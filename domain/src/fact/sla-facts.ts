/** One row per cycle of a ticket's clocks: what was promised, what came of it, and whose time it was (docs/definitions.md, D.5). */
import type { KeptClock } from '../sla/index.ts';
import type { TicketState } from '../ticket/index.ts';
import { segmentAt } from './durations.ts';
import type { SlaFact } from './rows.ts';

export const slaFactsOf = (state: TicketState, clocks: readonly KeptClock[]): SlaFact[] =>
  clocks.map((clock) => {
    const breachAt = clock.breachAt ?? clock.wouldBreachAt;
    const endedAt = clock.stop ?? breachAt;
    const then = segmentAt(state, endedAt === null ? state.lastEventAt : endedAt * 1000, clock.stop !== null) ?? state.now;
    return {
      metric: clock.metric,
      cycle: clock.cycle,
      policy: clock.policy.id,
      policyVersion: clock.policy.version,
      calendar: clock.calendar.id,
      priority: clock.priority,
      tier: clock.tier === '' ? null : clock.tier,
      startedAt: clock.start * 1000,
      stoppedAt: inMs(clock.stop),
      targetSeconds: clock.target,
      elapsedSeconds: clock.elapsed,
      state: clock.state,
      dueAt: inMs(clock.due),
      breachAt: inMs(breachAt),
      severeAt: inMs(clock.announcements.find(({ step }) => step === 200)?.at ?? null),
      decidedAt: inMs(decidedAt(clock)),
      team: then.team,
      agent: then.assignee,
      supportTier: then.supportTier,
      charged: clock.chargedTo?.holder ?? null,
      chargedId: clock.chargedTo?.id ?? null,
      heldAtBreach: clock.heldAtBreach?.holder ?? null,
      heldAtBreachId: clock.heldAtBreach?.id ?? null,
    };
  });

const inMs = (seconds: number | null) => (seconds === null ? null : seconds * 1000);

/**
 * The instant that puts a cycle into a period: when it was breached, or else stopped or due, whichever came first. Of one
 * that runs, when it will be breached; null for one that is promised nothing or stands still.
 */
function decidedAt({ stop, due, breachAt, wouldBreachAt }: KeptClock): number | null {
  if (breachAt !== null) return breachAt;
  if (stop !== null) return due === null ? stop : Math.min(stop, due);
  return wouldBreachAt;
}
