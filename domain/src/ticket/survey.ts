/** Surveys: a snapshot of whom they speak of is taken when they are requested (docs/definitions.md, D.0, D.8). */
import type { TicketEvent } from '../event/index.ts';
import { currentCycle } from './lifecycle.ts';
import type { SurveyState, TicketState } from './state.ts';

/** A rating given again this soon replaces the first; later it is a new response. */
const REPLACES_MS = 24 * 3_600_000;

export function takeSurveyRequest(state: TicketState, { at, data }: Extract<TicketEvent, { type: 'survey.requested' }>): void {
  const known = state.surveys.find(({ surveyId }) => surveyId === data.surveyId);
  if (known) known.requestedAt ??= at;
  else state.surveys.push({ ...snapshot(state), surveyId: data.surveyId, survey: data.survey, requestedAt: at });
}

export function takeSurveyAnswer(state: TicketState, event: Extract<TicketEvent, { type: 'survey.answered' }>): void {
  const { at, data } = event;
  const last = state.surveys.findLast(({ survey, surveyId }) =>
    data.surveyId === undefined ? survey === data.survey : surveyId === data.surveyId,
  );
  const replaces = last !== undefined && (last.answeredAt === null || at - last.answeredAt <= REPLACES_MS);
  const survey = replaces
    ? last
    : {
        ...snapshot(state),
        surveyId: data.surveyId ?? last?.surveyId ?? event.id,
        survey: data.survey,
        requestedAt: last?.requestedAt ?? null,
      };
  if (!replaces) state.surveys.push(survey);
  const comment = event.apart?.includes('comment') ? { source: event.source, id: event.id } : null;
  Object.assign(survey, { answeredAt: survey.answeredAt ?? at, score: data.score, scale: data.scale, comment });
}

/** Whom a survey speaks of that is asked for now: the last public replier, that team, the cycle (D.8). */
export const aboutSurvey = (state: TicketState): Pick<SurveyState, 'agent' | 'team' | 'cycle'> => ({
  agent: state.lastReply?.agent ?? state.now.assignee,
  team: state.lastReply?.team ?? state.now.team,
  cycle: currentCycle(state).ordinal,
});

const snapshot = (state: TicketState): Omit<SurveyState, 'surveyId' | 'survey' | 'requestedAt'> => ({
  answeredAt: null,
  score: null,
  scale: null,
  comment: null,
  ...aboutSurvey(state),
  replies: state.counts.agentReplies,
  handedOn: state.counts.reassignments + state.counts.transfers,
  botMessages: state.counts.botMessages,
});
