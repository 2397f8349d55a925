/**
 * What agents did since midnight of the workspace, from the facts: replies that ended a wait, how long those took, and
 * the tickets they resolved. The same questions over any period are asked of the same facts.
 *
 * The queue itself needs PostgreSQL only and does not wait for this: where the facts are late, incomplete or silent, the
 * last figures of the day are shown, or none.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { dayOf, instant, rowsOf, shareAnswers } from '../facts/index.ts';
import { type Analytics, completeSince, factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface Today {
  readonly resolvedToday: number;
  readonly repliesToday: number;
  readonly medianReplySecondsToday: number | null;
}

/** By agent; who is not in it did nothing yet. */
export type AgentsToday = ReadonlyMap<string, Today>;

/** Null while nothing can be said; never rejects. */
export type AskAgentsToday = (workspaceId: string) => Promise<AgentsToday | null>;

interface AgentsTodayParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  /** Told when the facts could not be asked. */
  readonly onTrouble?: (error: unknown) => void;
  /** So long the queue waits for the figures. */
  readonly patienceMs?: number;
}

const FRESH_MS = 2_000;
/** Then the question is given up; the next one may find ClickHouse less busy. */
const GIVE_UP_MS = 5_000;
const PATIENCE_MS = 1_000;
/** Facts that are further behind, as during an import, would say that people do nothing. */
const LATE_MS = 60_000;

const QUESTION = `
  select agent as id, sum(resolved) as resolvedToday, sum(replies) as repliesToday, max(median) as medianReplySecondsToday from (
    select agent, 0 as resolved, count() as replies, quantileExactInclusive(0.5)(wait_ms) / 1000 as median
    from response_fact final
    where workspace_id = {workspaceId: String} and day >= ${dayOf('start')}
      and hidden = 0 and closed_by = 'reply' and ended_at >= ${instant('start')} and agent != ''
    group by agent
    union all
    select resolved_agent as agent, count() as resolved, 0 as replies, null as median
    from ticket_fact final
    where workspace_id = {workspaceId: String} and day >= ${dayOf('start')}
      and hidden = 0 and resolved_at >= ${instant('start')} and resolved_agent != ''
    group by agent
  ) group by agent`;

export function createAgentsToday(parts: AgentsTodayParts): AskAgentsToday {
  const { postgres, clock, onTrouble = () => {}, patienceMs = PATIENCE_MS } = parts;
  const answers = shareAnswers<AgentsToday | null>(clock, FRESH_MS);
  const figures = async (workspaceId: string): Promise<AgentsToday | null> => {
    const today = await todayOf(postgres, workspaceId, clock.now());
    if (!today.isBusy) return new Map();
    const name = JSON.stringify([workspaceId, today.start]);
    const last = () => answers.last(name) ?? null;
    const answer = answers
      .of(name, () => ask(parts, workspaceId, today))
      .catch((error: unknown) => {
        onTrouble(error);
        return last();
      });
    return Promise.race([answer, sleep(patienceMs, undefined, { ref: false }).then(last)]);
  };
  // The queue begins to ask before it needs the answer: a refusal that nobody waits for yet would end the process.
  return (workspaceId) =>
    figures(workspaceId).catch((error: unknown) => {
      onTrouble(error);
      return null;
    });
}

async function ask({ postgres, analytics, clock }: AgentsTodayParts, workspaceId: string, { start }: Day): Promise<AgentsToday | null> {
  const now = clock.now();
  const [asOf, since] = [await factsAsOf(postgres.pool, now), await completeSince(analytics)];
  if (since === null || asOf < now - LATE_MS) return null;
  const rows = await rowsOf<Today & { id: string }>(analytics, QUESTION, { workspaceId, start }, { withinMs: GIVE_UP_MS });
  if ((await completeSince(analytics)) !== since) return null;
  return new Map(rows.map(({ id, ...today }) => [id, today]));
}

interface Day {
  /** The last midnight in the workspace's zone, in milliseconds since 1970. */
  readonly start: number;
  /** Whether a ticket was touched since. */
  readonly isBusy: boolean;
}

async function todayOf({ pool }: Postgres, workspaceId: string, now: number): Promise<Day> {
  const { rows } = await pool.query<{ start: Date; isBusy: boolean }>(
    `with day as (
       select date_trunc('day', $2::timestamptz at time zone time_zone) at time zone time_zone as start from workspace where workspace_id = $1
     ) select start, exists (select from ticket where workspace_id = $1 and updated_at >= start) as "isBusy" from day`,
    [workspaceId, new Date(now)],
  );
  const { start, isBusy } = rows[0]!;
  return { start: start.getTime(), isBusy };
}
