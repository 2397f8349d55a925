/**
 * The live queue at one moment, of the tickets in sight. Its number is taken before the rows are read, so a change that falls between is told
 * twice rather than not at all.
 */
import { refuseBlind, type Sight, sightOf, sightSql, type ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { outboxHead, type Postgres } from '../store/postgres/index.ts';
import { ACTIVE } from './filters.ts';
import type { AgentsToday, AskAgentsToday } from './agents-today.ts';
import { type QueueAgent, queueAgents } from './queue-agents.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';

export type QueueState = 'waiting' | 'handling' | 'resolved';
export type QueueItem = TicketRow & { state: QueueState; since: string };

const HOUR_MS = 3600_000;
/** More than a person can look at; the status counts them all. */
const MOST_SHOWN = 500;

export function createLiveQueue(postgres: Postgres, clock: Clock, agentsToday: AskAgentsToday) {
  return async (workspaceId: string, scope: ViewScope) => {
    const sight = sightOf(scope);
    refuseBlind(sight);
    return liveQueue(postgres, clock.now(), workspaceId, { scope, sight }, agentsToday(workspaceId));
  };
}

async function liveQueue(
  postgres: Postgres,
  now: number,
  workspaceId: string,
  { scope, sight }: { readonly scope: ViewScope; readonly sight: Sight },
  today: Promise<AgentsToday | null>,
) {
  const head = await outboxHead(postgres.pool);
  const [placed, agents, counts] = await Promise.all([
    placedTickets(postgres, workspaceId, sight, now),
    queueAgents(postgres, workspaceId, { scope, sight }, now, today),
    countQueue(postgres, workspaceId, sight, now),
  ]);
  const rows = new Map(
    (
      await ticketRows(
        postgres.pool,
        workspaceId,
        placed.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const items = placed.flatMap(({ id, state, since }): QueueItem[] => {
    const row = rows.get(id);
    return row ? [{ ...row, state, since: since.toISOString() }] : [];
  });
  const of = (state: QueueState) => items.filter((item) => item.state === state);
  return {
    asOf: new Date(now).toISOString(),
    number: `${head.transaction}.${head.position}`,
    waiting: of('waiting'),
    handling: of('handling'),
    resolvedLastHour: of('resolved'),
    agents,
    status: { ...counts, ...headCount(agents) },
  };
}

const headCount = (agents: readonly QueueAgent[]) => ({
  available: agents.filter(({ state }) => state === 'available').length,
  online: agents.filter(({ state }) => state !== 'offline').length,
  onShift: agents.filter(({ onShift }) => onShift).length,
});

/**
 * Waiting: active, the customer waits, nobody is assigned; the longest wait first. Handling: all other active ones, so that
 * none is out of sight, whoever has to speak next. Then what was resolved in the last hour.
 */
async function placedTickets(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  now: number,
): Promise<{ id: string; state: QueueState; since: Date }[]> {
  const seen = sightSql(sight, 3);
  const { rows } = await pool.query<{ id: string; state: QueueState; since: Date }>(
    `(select id, 'waiting' as state, waiting_since as since from ticket t
      where workspace_id = $1 and not hidden and status = any($3) and assignee is null and waiting_since is not null and ${seen.text}
      order by waiting_since, id limit ${MOST_SHOWN})
     union all
     (select id, 'handling', coalesce(held_since, updated_at) from ticket t
      where workspace_id = $1 and not hidden and status = any($3) and (assignee is not null or waiting_since is null) and ${seen.text}
      order by waiting_since nulls last, updated_at desc, id limit ${MOST_SHOWN})
     union all
     (select id, 'resolved', resolved_at from ticket t
      where workspace_id = $1 and not hidden and resolved_at > $2 and status in ('resolved', 'closed') and ${seen.text}
      order by resolved_at desc, id limit ${MOST_SHOWN})`,
    [workspaceId, new Date(now - HOUR_MS), [...ACTIVE], ...seen.values],
  );
  return rows;
}

interface QueueCounts {
  waiting: number;
  longestWaitSeconds: number | null;
  medianWaitSeconds: number | null;
  handling: number;
  arrivalsLastHour: number;
  resolvedLastHour: number;
}

async function countQueue({ pool }: Postgres, workspaceId: string, sight: Sight, now: number): Promise<QueueCounts> {
  const seen = sightSql(sight, 4);
  const counted = `from ticket t where workspace_id = $1 and not hidden and ${seen.text}`;
  const { rows } = await pool.query<QueueCounts>(
    `with waiting as (
       select greatest(0, extract(epoch from $2::timestamptz - waiting_since)::float8) as seconds ${counted}
         and status = any($4) and assignee is null and waiting_since is not null
     )
     select (select count(*) from waiting) as waiting, (select max(seconds) from waiting) as "longestWaitSeconds",
       (select percentile_cont(0.5) within group (order by seconds) from waiting) as "medianWaitSeconds",
       (select count(*) ${counted} and status = any($4) and (assignee is not null or waiting_since is null)) as handling,
       (select count(*) ${counted} and created_at > $3 and created_at <= $2) as "arrivalsLastHour",
       (select count(*) ${counted} and resolved_at > $3 and status in ('resolved', 'closed')) as "resolvedLastHour"`,
    [workspaceId, new Date(now), new Date(now - HOUR_MS), [...ACTIVE], ...seen.values],
  );
  return rows[0]!;
}
