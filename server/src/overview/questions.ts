/**
 * The questions behind the tiles, by the fact and the instant they belong to (docs/definitions.md, D.0–D.8). Percentiles are
 * exact and interpolate between neighbours (type 7); durations are answered in seconds.
 */
import type { FactQuestion } from '../facts/index.ts';

const seconds = (quantile: number, column: string) => `quantileExactInclusiveOrNull(${quantile})(${column}) / 1000`;
/** A share, null of nothing. */
const share = (part: string, whole: string) => `if(countIf(${whole}) = 0, null, countIf((${whole}) and (${part})) / countIf(${whole}))`;
const withinDays = (days: number) => `first_reopened_at <= first_resolved_at + interval ${days} day`;

export const CREATED = {
  fact: 'ticket_fact',
  at: 'created_at',
  measures: { created: 'count()', escalation: share('human_escalations > 0', 'true') },
} as const satisfies FactQuestion<string>;

export const RESOLVED = {
  fact: 'ticket_fact',
  at: 'resolved_at',
  measures: {
    resolved: 'count()',
    resolution: seconds(0.5, 'ttr_full_ms'),
    timed: 'count(ttr_full_ms)',
    containment: share('agent_replies = 0', 'bot_involved = 1'),
    withBot: 'countIf(bot_involved = 1)',
  },
} as const satisfies FactQuestion<string>;

const FCR_OF = 'agent_replies > 0 and bot_involved = 0';
const REOPENED = `isNotNull(first_reopened_at) and ${withinDays(7)}`;

/** By the first resolve, so that each ticket belongs to one cohort however often it comes back. */
export const FIRST_RESOLVED = {
  fact: 'ticket_fact',
  at: 'first_resolved_at',
  measures: {
    cohort: 'count()',
    reopen: share(REOPENED, 'true'),
    answered: `countIf(${FCR_OF})`,
    fcr: share(`bursts = 1 and escalations = 0 and tier_changes = 0 and resolvers <= 1 and not (${REOPENED})`, FCR_OF),
  },
} as const satisfies FactQuestion<string>;

export const FIRST_RESPONSE = {
  fact: 'ticket_fact',
  at: 'first_response_at',
  measures: { median: seconds(0.5, 'first_response_ms'), p90: seconds(0.9, 'first_response_ms'), answered: 'count()' },
} as const satisfies FactQuestion<string>;

/** A score of 4 or 5 of 5, or as high a part of another scale, is satisfied; NPS is of 0 to 10 only. */
export const SURVEYS = {
  fact: 'survey_fact',
  at: 'answered_at',
  where: 'isNotNull(score)',
  measures: {
    csat: share('score >= 0.8 * scale', `survey = 'csat'`),
    csatAnswers: `countIf(survey = 'csat')`,
    nps: `if(countIf(survey = 'nps' and scale = 10) = 0, null,
      100 * (countIf(survey = 'nps' and scale = 10 and score >= 9) - countIf(survey = 'nps' and scale = 10 and score <= 6)) / countIf(survey = 'nps' and scale = 10))`,
    npsAnswers: `countIf(survey = 'nps' and scale = 10)`,
    ces: `avgOrNullIf(score, survey = 'ces')`,
    cesAnswers: `countIf(survey = 'ces')`,
  },
} as const satisfies FactQuestion<string>;
