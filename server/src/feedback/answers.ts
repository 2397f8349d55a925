/**
 * The CSAT answers of a period within a scope, each with what its ticket had gone through when it was asked for (survey-facts.ts of the
 * domain): what came later moved nobody's answer.
 */
import { bindingOf, boundSql, conditionSql, type Frame, type MetricsParts, rowsSql, runStatement } from '../metrics/index.ts';
import { RATED } from './question.ts';

export interface Answer {
  readonly ticket: string;
  readonly agent: string;
  /** The viewer may see the row by itself. */
  readonly own: boolean;
  readonly channel: string;
  readonly category: string;
  /** Of 1 to 5, whatever the scale was. */
  readonly score: number;
  readonly isSatisfied: boolean;
  /** All by the moment it was asked for; null where it had not happened. */
  readonly firstResponseMs: number | null;
  /** From creation to the last resolve. */
  readonly resolveMs: number | null;
  readonly longestWaitMs: number | null;
  readonly replies: number;
  readonly handedOn: number;
  readonly escalations: number;
  readonly reopens: number;
}

/** More say nothing more, and take memory. The newest are read. */
export const MOST_ANSWERS = 20_000;

type Found = Omit<Answer, 'own' | 'isSatisfied' | 'reopens'> & { readonly own: number; readonly cycle: number; readonly scale: number };

/** At most so many and one, the newest first. */
export async function ratedAnswers({ analytics }: MetricsParts, frame: Frame, signal?: AbortSignal): Promise<Answer[]> {
  const binding = bindingOf(frame);
  const { population, where } = RATED;
  const [own = 'true'] = boundSql(frame.scope.rows, population, binding);
  const conditions = [rowsSql(population, frame, binding), ...(where ? [conditionSql(where, population.fact, binding)] : [])];
  const columns = `ticket, toString(agent) as agent, toString(channel) as channel, toString(category) as category, score, scale, cycle,
  first_response_ms as firstResponseMs, resolve_ms as resolveMs, longest_wait_ms as longestWaitMs, replies, handed_on as handedOn,
  escalations, toUInt8(${own}) as own`;
  const sql = `select ${columns}\nfrom survey_fact final where ${conditions.join(' and ')} order by answered_at desc, ticket limit ${MOST_ANSWERS + 1}`;
  const found = await runStatement<Found>(analytics, { sql, params: binding.params }, signal);
  return found.map(({ own: isOwn, cycle, score, scale, ...answer }) => ({
    ...answer,
    own: isOwn === 1,
    score: 1 + (4 * (score - 1)) / (scale - 1),
    isSatisfied: score >= 0.8 * scale,
    reopens: Math.max(0, cycle - 1),
  }));
}
