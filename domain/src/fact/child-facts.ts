/**
 * The rows a ticket has several of: waits, stretches, escalations, surveys, activities. Each belongs to someone
 * (docs/definitions.md, D.0). `business` measures within opening hours; null where no calendar is known.
 */
import type { Measure } from '../sla/index.ts';
import { holderOf, labelsAt, type TicketState } from '../ticket/index.ts';
import { segmentAt } from './durations.ts';
import type { About, AboutWithTags, ActivityFact, EscalationFact, ResponseFact, SegmentFact } from './rows.ts';

/** At an instant; now, where it lasts. */
export function aboutWithTags(state: TicketState, at: number | null): AboutWithTags {
  const { category, product, tags } = at === null ? state.now : labelsAt(state, at);
  return { category, product, tags };
}

/** The same without the tags, which few ask of the many rows. */
export function aboutUntil(state: TicketState, at: number | null): About {
  const { category, product } = at === null ? state.now : labelsAt(state, at);
  return { category, product };
}

export const responseFactsOf = (state: TicketState, business: Measure | null): ResponseFact[] =>
  state.waits.map(({ kind, cycle, from, to, closedBy, agent, team, priority }, index) => {
    const then = to === null ? state.now : segmentAt(state, to, true);
    return {
      kind,
      cycle,
      startedAt: from,
      endedAt: to,
      closedBy,
      waitMs: to === null ? null : to - from,
      waitBusinessMs: to === null ? null : (business?.(from, to) ?? null),
      agent,
      team,
      supportTier: then?.supportTier ?? null,
      priority: then?.priority ?? priority,
      opensCycle: closedBy === 'reply' && !state.waits.slice(0, index).some((wait) => wait.cycle === cycle && wait.closedBy === 'reply'),
      heldTeam: then?.team ?? null,
      heldAgent: then?.assignee ?? null,
      ...aboutWithTags(state, to),
    };
  });

export const segmentFactsOf = (state: TicketState, business: Measure | null): SegmentFact[] =>
  state.segments.map((segment) => ({
    cycle: segment.cycle,
    startedAt: segment.from,
    endedAt: segment.to,
    durationMs: segment.to === null ? null : segment.to - segment.from,
    durationBusinessMs: segment.to === null ? null : (business?.(segment.from, segment.to) ?? null),
    status: segment.status,
    rawStatus: segment.rawStatus,
    holder: holderOf(segment)[0],
    team: segment.team,
    agent: segment.assignee,
    supportTier: segment.supportTier,
    priority: segment.priority,
    ...aboutUntil(state, segment.to),
  }));

/** Between people: neither made by a bot nor away from one. */
export const isByPeople = ({ by, fromTier }: Pick<EscalationFact, 'by' | 'fromTier'>): boolean => by !== 'bot' && fromTier !== 'L0';

export const escalationFactsOf = (state: TicketState): EscalationFact[] =>
  state.escalations.map(({ reason: _, ...escalation }) => ({
    ...escalation,
    priority: segmentAt(state, escalation.at)?.priority ?? state.now.priority,
    ...aboutWithTags(state, escalation.at),
  }));

/** The team an agent belongs to at an instant, from what the directory tells. */
export type TeamOf = (agent: string, at: number) => string | null;

export const activityFactsOf = (state: TicketState, teamOf: TeamOf): ActivityFact[] =>
  state.activities.map(({ agent, from, to }) => {
    const then = segmentAt(state, from) ?? state.now;
    const endedAt = Math.max(from, to);
    return {
      agent,
      startedAt: from,
      endedAt,
      durationMs: endedAt - from,
      team: then.team,
      agentTeam: teamOf(agent, from),
      priority: then.priority,
      supportTier: then.supportTier,
      ...aboutUntil(state, from),
      escalations: state.escalations.filter((escalation) => escalation.at <= from && isByPeople(escalation)).length,
    };
  });
