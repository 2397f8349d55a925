/**
 * The rows a ticket has several of: waits, stretches, escalations, surveys, activities. Each belongs to someone
 * (docs/definitions.md, D.0). `business` measures within opening hours; null where no calendar is known.
 */
import type { Measure } from '../sla/index.ts';
import { holderOf, type TicketState } from '../ticket/index.ts';
import { segmentAt } from './durations.ts';
import type { ActivityFact, EscalationFact, ResponseFact, SegmentFact, SurveyFact } from './rows.ts';

export const responseFactsOf = (state: TicketState, business: Measure | null): ResponseFact[] =>
  state.waits.map(({ kind, cycle, from, to, closedBy, agent, team, priority }) => {
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
  }));

/** Between people: neither made by a bot nor away from one. */
export const isByPeople = ({ by, fromTier }: Pick<EscalationFact, 'by' | 'fromTier'>): boolean => by !== 'bot' && fromTier !== 'L0';

export const escalationFactsOf = (state: TicketState): EscalationFact[] =>
  state.escalations.map(({ reason: _, ...escalation }) => ({
    ...escalation,
    priority: segmentAt(state, escalation.at)?.priority ?? state.now.priority,
  }));

/** A later answer to the same survey is a response of its own, which nobody asked for again. */
export const surveyFactsOf = ({ surveys, escalations }: TicketState): SurveyFact[] =>
  surveys.map(({ comment, ...survey }, index) => ({
    ...survey,
    requestedAt: surveys.slice(0, index).some(({ surveyId }) => surveyId === survey.surveyId) ? null : survey.requestedAt,
    commented: comment !== null,
    escalations: escalations.filter(({ at }) => at <= (survey.requestedAt ?? survey.answeredAt ?? at)).length,
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
      escalations: state.escalations.filter((escalation) => escalation.at <= from && isByPeople(escalation)).length,
    };
  });
