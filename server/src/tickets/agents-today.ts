/**
 * What agents did since midnight of the workspace, from the facts: replies that ended a wait, how long those took, and
 * the tickets they resolved. The same questions over any period are asked of the same facts. Null while the facts
 * cannot be asked: the queue itself needs PostgreSQL only.
 */
import { instant, rowsOf } from '../facts/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface Today {
  readonly resolvedToday: number;
  readonly repliesToday: number;
  readonly medianReplySecondsToday: number | null;
}

/** By agent; who is not in it did nothing yet. */
export type AgentsToday = ReadonlyMap<string, Today>;

const QUESTION = `
  select agent as id, sum(resolved) as resolvedToday, sum(replies) as repliesToday, max(median) as medianReplySecondsToday from (
    select agent, 0 as resolved, count() as replies, quantileExactInclusive(0.5)(wait_ms) / 1000 as median
    from response_fact final
    where workspace_id = {workspaceId: String} and hidden = 0 and closed_by = 'reply' and ended_at >= ${instant('start')} and agent != ''
    group by agent
    union all
    select resolved_agent as agent, count() as resolved, 0 as replies, null as median
    from ticket_fact final
    where workspace_id = {workspaceId: String} and hidden = 0 and resolved_at >= ${instant('start')} and resolved_agent != ''
    group by agent
  ) group by agent`;

export async function agentsToday(
  { postgres, analytics }: { postgres: Postgres; analytics: Analytics },
  workspaceId: string,
  now: number,
): Promise<AgentsToday | null> {
  const start = await midnightOf(postgres, workspaceId, now);
  const rows = await rowsOf<Today & { id: string }>(analytics, QUESTION, { workspaceId, start }).catch(() => null);
  return rows && new Map(rows.map(({ id, ...today }) => [id, today]));
}

/** The last midnight in the workspace's zone, in milliseconds since 1970. */
async function midnightOf({ pool }: Postgres, workspaceId: string, now: number): Promise<number> {
  const { rows } = await pool.query<{ start: Date }>(
    `select date_trunc('day', $2::timestamptz at time zone time_zone) at time zone time_zone as start from workspace where workspace_id = $1`,
    [workspaceId, new Date(now)],
  );
  return rows[0]!.start.getTime();
}
