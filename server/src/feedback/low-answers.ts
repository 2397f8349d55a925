/** The low answers of a period that the viewer may see one by one; which are low is what the catalogue's counts of them say. */
import { type Leaf, metricOf } from '@watchdesk/domain/metrics';
import { bindingOf, boundSql, conditionSql, type Frame, type MetricsParts, rowsSql, runStatement } from '../metrics/index.ts';

const LOW = ['csat_low', 'nps_low'].map((id) => metricOf(id)!.tree as Leaf);

export interface Low {
  readonly ticket: string;
  readonly surveyId: string;
  readonly survey: string;
  readonly score: number;
  readonly scale: number;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
  readonly agent: string;
  readonly team: string;
  readonly channel: string;
  readonly category: string;
  readonly requester: string;
  readonly organisation: string;
  readonly customerTier: string;
  readonly commented: number;
}

/** The newest first, at most so many. */
export function lowAnswers({ analytics }: MetricsParts, frame: Frame, most: number, signal?: AbortSignal): Promise<Low[]> {
  const binding = bindingOf(frame);
  const { population } = LOW[0]!;
  const isLow = LOW.map(({ where }) => conditionSql(where!, population.fact, binding)).join(' or ');
  const conditions = [rowsSql(population, frame, binding), ...boundSql(frame.scope.rows, population, binding), `(${isLow})`];
  const sql = `select ticket, survey_id as surveyId, toString(survey) as survey, score, scale, toUnixTimestamp64Milli(assumeNotNull(answered_at)) as answeredAt,
  toString(agent) as agent, toString(team) as team, toString(channel) as channel, toString(category) as category, requester, organisation,
  toString(customer_tier) as customerTier, commented
from survey_fact final where ${conditions.join(' and ')} order by answered_at desc, ticket, survey_id limit ${most}`;
  return runStatement<Low>(analytics, { sql, params: binding.params }, signal);
}
