/**
 * One row per response to a survey, with what its ticket had gone through by the moment it was asked for: what came later, the customer who
 * answered cannot have felt.
 */
import type { SurveyState, TicketState } from '../ticket/index.ts';
import { aboutWithTags, isByPeople } from './child-facts.ts';
import { firstResponseWait, segmentAt } from './durations.ts';
import type { SurveyFact } from './rows.ts';

/** A later answer to the same survey is a response of its own, which nobody asked for again. */
export function surveyFactsOf(state: TicketState): SurveyFact[] {
  const { surveys } = state;
  return surveys.map(({ comment, botMessages: _, ...survey }, index) => {
    const at = survey.requestedAt ?? survey.answeredAt ?? state.lastEventAt;
    const escalations = state.escalations.filter((escalation) => escalation.at <= at);
    const last = escalations.findLast(isByPeople);
    return {
      ...survey,
      requestedAt: surveys.slice(0, index).some(({ surveyId }) => surveyId === survey.surveyId) ? null : survey.requestedAt,
      commented: comment !== null,
      escalations: escalations.length,
      supportTier: segmentAt(state, at)?.supportTier ?? null,
      context: last?.context ?? null,
      escalationKind: last?.kind ?? null,
      path: pathOf(state, surveys[index]!, at),
      ...timesUntil(state, at),
      ...aboutWithTags(state, at),
    };
  });
}

/** The way to the resolve that was rated: of each response exactly one. */
function pathOf(state: TicketState, { cycle, replies, handedOn, botMessages }: SurveyState, at: number): SurveyFact['path'] {
  const resolvedAt = state.cycles[cycle - 1]?.resolvedAt ?? null;
  if (resolvedAt === null || resolvedAt > at) return 'unresolved';
  if (replies === 0 && botMessages > 0) return 'bot';
  if (state.escalations.some((escalation) => escalation.at <= at && isByPeople(escalation))) return 'specialist';
  return handedOn > 0 ? 'several' : 'one';
}

function timesUntil(state: TicketState, at: number) {
  const first = firstResponseWait(state);
  const resolves = state.cycles.flatMap(({ resolvedAt }) => (resolvedAt !== null && resolvedAt <= at ? [resolvedAt] : []));
  const waits = state.waits.flatMap(({ from, to }) => (to !== null && to <= at ? [to - from] : []));
  return {
    firstResponseMs: first && first.to! <= at ? first.to! - first.from : null,
    resolveMs: resolves.length === 0 || state.provisional ? null : resolves.at(-1)! - state.createdAt,
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
  };
}
