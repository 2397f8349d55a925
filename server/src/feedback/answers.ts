/**
 * The CSAT answers of a period within a scope, each with what its ticket had gone through. Answers and tickets lie on the same
 * shard and are brought together here, by ticket: no question to the facts joins anything.
 */
import { dayOf } from '../facts/index.ts';
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
  /** By the moment it was asked for. */
  readonly escalations: number;
  readonly reopens: number;
  readonly lived: Lived | null;
}

/** What the ticket's row says of how it went; null where it never happened. */
interface Lived {
  readonly firstResponseMs: number | null;
  readonly firstResolveMs: number | null;
  readonly lastResolveMs: number | null;
  readonly longestWaitMs: number | null;
  readonly replies: number;
  readonly handedOn: number;
}

/** More say nothing more, and take memory. The newest are read. */
export const MOST_ANSWERS = 20_000;

type Found = Omit<Answer, 'own' | 'isSatisfied' | 'reopens' | 'score' | 'lived'> & {
  readonly own: number;
  readonly createdAt: number;
  readonly cycle: number;
  readonly score: number;
  readonly scale: number;
};

/** At most so many and one, the newest first. */
export async function ratedAnswers({ analytics }: MetricsParts, frame: Frame, signal?: AbortSignal): Promise<Answer[]> {
  const binding = bindingOf(frame);
  const { population, where } = RATED;
  const [own = 'true'] = boundSql(frame.scope.rows, population, binding);
  const conditions = [rowsSql(population, frame, binding), ...(where ? [conditionSql(where, population.fact, binding)] : [])];
  const from = `survey_fact final where ${conditions.join(' and ')} order by answered_at desc, ticket limit ${MOST_ANSWERS + 1}`;
  const columns = `ticket, toUnixTimestamp64Milli(ticket_created_at) as createdAt, toString(agent) as agent, toString(channel) as channel,
  toString(category) as category, score, scale, escalations, cycle, toUInt8(${own}) as own`;
  const found = await runStatement<Found>(analytics, { sql: `select ${columns}\nfrom ${from}`, params: binding.params }, signal);
  // A ticket lies under no day before its creation.
  const oldest = Math.min(...found.map(({ createdAt }) => createdAt), frame.to);
  const rows = await runStatement<Lived & { ticket: string }>(
    analytics,
    {
      sql: `${LIVED} and day >= ${dayOf('oldest')} and ticket global in (select ticket from ${from})`,
      params: { ...binding.params, oldest },
    },
    signal,
  );
  const lived = new Map(rows.map(({ ticket, ...one }) => [ticket, one]));
  return found.map(({ own: isOwn, createdAt: _, cycle, score, scale, ...answer }) => ({
    ...answer,
    own: isOwn === 1,
    score: 1 + (4 * (score - 1)) / (scale - 1),
    isSatisfied: score >= 0.8 * scale,
    reopens: Math.max(0, cycle - 1),
    lived: lived.get(answer.ticket) ?? null,
  }));
}

const LIVED = `select ticket, first_response_ms as firstResponseMs, ttr_first_ms as firstResolveMs, ttr_full_ms as lastResolveMs,
  longest_wait_ms as longestWaitMs, agent_replies as replies, reassignments + transfers as handedOn
from ticket_fact final where workspace_id = {workspaceId: String} and hidden = 0`;
