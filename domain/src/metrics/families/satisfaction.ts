/** What customers say. A score of 4 or 5 of 5, or as high a part of another scale, is satisfied; NPS is of 0 to 10 only. */
import { column, count, difference, mean, share } from '../aggregate.ts';
import { type Condition, conditionsOn } from '../condition.ts';
import type { Metric, MetricAs } from '../metric.ts';
import { SURVEY_ANSWERED, SURVEY_REQUESTED } from '../populations.ts';

const surveys = conditionsOn('survey_fact');
const isCsat = surveys.all(surveys.is('survey', 'csat'), surveys.known('score'));
const isNps = surveys.all(surveys.is('survey', 'nps'), surveys.number('scale', '=', 10), surveys.known('score'));
const isCes = surveys.all(surveys.is('survey', 'ces'), surveys.known('score'));
const isSatisfied = surveys.number('score', '>=', { column: 'scale', times: 0.8 });
/** Who answers only after a day is thought to be more like those who never do. */
const isPrompt = surveys.instant('answered_at', '<=', { column: 'requested_at', plusDays: 1 });
const isLate = surveys.instant('answered_at', '>', { column: 'requested_at', plusDays: 1 });
const source = 'D.8';

const npsShare = (part: Condition<'survey_fact'>) => ({ ...share(SURVEY_ANSWERED, part, isNps), times: 100 });
const answers = <Id extends string>(id: Id, label: string, which: Condition<'survey_fact'>): MetricAs<Id> => ({
  id,
  label,
  description: `${label} given in the period.`,
  formula: 'count of answers with a score',
  unit: 'count',
  betterWhen: 'higher',
  tree: count(SURVEY_ANSWERED, which),
  source,
});

export const SATISFACTION = [
  {
    id: 'csat',
    label: 'CSAT',
    description: 'Satisfied answers (4 or 5 of 5) among all CSAT answers given in the period.',
    formula: 'satisfied ÷ answers',
    unit: 'share',
    betterWhen: 'higher',
    target: 0.9,
    warning: 0.85,
    targetsBy: { dimension: 'support_tier', of: { L1: { target: 0.9 }, L2: { target: 0.9 }, L3: { target: 0.85, warning: 0.8 } } },
    interval: 'wilson',
    tree: share(SURVEY_ANSWERED, isSatisfied, isCsat),
    source,
  },
  {
    id: 'csat_prompt',
    label: 'CSAT, answered within a day',
    description: 'Satisfied answers among the CSAT answers given in the period within a day of being asked for.',
    formula: 'satisfied ÷ answers within 24 hours',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    tree: share(SURVEY_ANSWERED, isSatisfied, surveys.all(isCsat, isPrompt)),
    source,
  },
  {
    id: 'csat_late',
    label: 'CSAT, answered later',
    description:
      'Satisfied answers among the CSAT answers given in the period more than a day after being asked for. Where they differ from the prompt ones, those who never answer may differ as well.',
    formula: 'satisfied ÷ answers after 24 hours',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    tree: share(SURVEY_ANSWERED, isSatisfied, surveys.all(isCsat, isLate)),
    source,
  },
  {
    id: 'csat_mean',
    label: 'CSAT, mean of 5',
    description: 'Mean score of the CSAT answers on a scale of 5 given in the period.',
    formula: 'Σ scores ÷ answers',
    unit: 'score',
    betterWhen: 'higher',
    target: 4,
    tree: mean(SURVEY_ANSWERED, column('score'), surveys.all(isCsat, surveys.number('scale', '=', 5))),
    source,
  },
  {
    id: 'csat_low',
    label: 'Low CSAT answers',
    description: 'CSAT answers of 2 of 5 or less given in the period, each of which asks to be followed up.',
    formula: 'count of scores ≤ 2 of 5',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(SURVEY_ANSWERED, surveys.all(isCsat, surveys.number('score', '<=', { column: 'scale', times: 0.4 }))),
    source,
  },
  {
    id: 'csat_commented',
    label: 'CSAT with a comment',
    description: 'Of the CSAT answers given in the period, those with a comment.',
    formula: 'answers with a comment ÷ answers',
    unit: 'share',
    betterWhen: 'higher',
    tree: share(SURVEY_ANSWERED, surveys.flag('commented'), isCsat),
    source,
  },
  {
    id: 'survey_response',
    label: 'Response to surveys',
    description: 'Of the surveys asked for in the period, those answered since.',
    formula: 'answered ÷ asked for',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    tree: share(SURVEY_REQUESTED, surveys.known('answered_at')),
    source,
  },
  {
    id: 'nps',
    label: 'NPS',
    description: 'Share of promoters (9 or 10) less share of detractors (0 to 6), times 100, of the NPS answers given in the period.',
    formula: '100 × (promoters − detractors) ÷ answers',
    unit: 'score',
    betterWhen: 'higher',
    target: 30,
    warning: 10,
    tree: difference(npsShare(surveys.number('score', '>=', 9)), npsShare(surveys.number('score', '<=', 6))),
    source,
  },
  {
    id: 'ces',
    label: 'Customer effort, mean of 5',
    description: 'Mean of the effort scores on a scale of 5 given in the period; low is easy.',
    formula: 'Σ scores ÷ answers',
    unit: 'score',
    betterWhen: 'lower',
    target: 2,
    tree: mean(SURVEY_ANSWERED, column('score'), surveys.all(isCes, surveys.number('scale', '=', 5))),
    source,
  },
  {
    id: 'ces_of_7',
    label: 'Customer effort, mean of 7',
    description: 'Mean of the effort scores on a scale of 7 given in the period; low is easy.',
    formula: 'Σ scores ÷ answers',
    unit: 'score',
    betterWhen: 'lower',
    tree: mean(SURVEY_ANSWERED, column('score'), surveys.all(isCes, surveys.number('scale', '=', 7))),
    source,
  },
  {
    id: 'nps_low',
    label: 'Detractors',
    description: 'NPS answers of 6 or less given in the period, each of which asks to be followed up.',
    formula: 'count of scores ≤ 6 of 10',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(SURVEY_ANSWERED, surveys.all(isNps, surveys.number('score', '<=', 6))),
    source,
  },
  answers('csat_answers', 'CSAT answers', isCsat),
  answers('nps_answers', 'NPS answers', isNps),
  answers('ces_answers', 'Effort answers', isCes),
] as const satisfies readonly Metric[];
