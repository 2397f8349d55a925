/** One row per cycle of a ticket's clocks: what was promised, what came of it, and whose time it was (docs/definitions.md, D.5). */
import type { KeptClock } from '../sla/index.ts';
import type { Segment, TicketState } from '../ticket/index.ts';
import { aboutUntil } from './child-facts.ts';
import { segmentAt } from './durations.ts';
import type { SlaFact } from './rows.ts';

export const slaFactsOf = (state: TicketState, clocks: readonly KeptClock[]): SlaFact[] =>
  clocks.map((clock) => {
    const breachAt = clock.breachAt ?? clock.wouldBreachAt;
    const endedAt = clock.stop ?? breachAt;
    const then = segmentAt(state, endedAt === null ? state.lastEventAt : endedAt * 1000, clock.stop !== null) ?? state.now;
    const breachedAt = breachAt === null ? null : breachAt * 1000;
    const charged = clock.chargedTo ? handsIn(state, clock.chargedTo, breachedAt) : then;
    const atBreach = clock.heldAtBreach ? handsIn(state, clock.heldAtBreach, breachedAt) : then;
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
      chargedTeam: charged.team,
      chargedAgent: charged.assignee,
      breachTeam: atBreach.team,
      breachAgent: atBreach.assignee,
      ...aboutUntil(state, endedAt === null ? null : endedAt * 1000),
    };
  });

/**
 * The team and the person that a holder is. Whose time the customer's or a third party's was, and nobody's, is no team's. An agent's
 * team is that under which the ticket was last in their hands by then.
 */
function handsIn(
  state: TicketState,
  { holder, id }: NonNullable<KeptClock['chargedTo']>,
  at: number | null,
): Pick<Segment, 'team' | 'assignee'> {
  if (holder === 'team') return { team: id, assignee: null };
  if (holder !== 'agent') return { team: null, assignee: null };
  const held = state.segments.findLast(({ assignee, from }) => assignee === id && (at === null || from <= at));
  return { team: held?.team ?? null, assignee: id };
}

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
