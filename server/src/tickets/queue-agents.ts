/** The people of the live queue: where they are, what they hold, and what they did since midnight of the workspace. */
import type { Presence, SupportTier } from '@watchdesk/domain/event';
import { type Named, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { ACTIVE } from './filters.ts';

export interface QueueAgent extends Named {
  state: Presence;
  since: string | null;
  reason: string | null;
  until: string | null;
  team: Named | null;
  supportTier: SupportTier | null;
  skills: string[];
  openTickets: number;
  resolvedToday: number;
  repliesToday: number;
  medianReplySecondsToday: number | null;
  onShift: boolean;
}

interface Found {
  readonly id: string;
  readonly presence: { state: Presence; since: number; reason: string | null; until: number | null } | null;
  readonly team: string | null;
  readonly supportTier: SupportTier | null;
  readonly skills: Record<string, number> | null;
  readonly onShift: boolean;
  readonly openTickets: number;
}

/** What an agent did since midnight. */
export interface Today {
  readonly resolvedToday: number;
  readonly repliesToday: number;
  readonly medianReplySecondsToday: number | null;
}

/** By agent. */
export type AgentsToday = ReadonlyMap<string, Today>;

const NOTHING_YET: Today = { resolvedToday: 0, repliesToday: 0, medianReplySecondsToday: null };

/** Available people first, then by name. Those who left are not shown. */
export async function queueAgents(
  postgres: Postgres,
  workspaceId: string,
  now: number,
  today: Promise<AgentsToday>,
): Promise<QueueAgent[]> {
  const [found, figures] = await Promise.all([look(postgres, workspaceId, now), today]);
  const names = await namesOf(
    postgres.pool,
    workspaceId,
    found.flatMap(({ id, team }) => [['agent', id] as const, ['team', team] as const]),
  );
  return found
    .map((row) => asAgent(row, figures.get(row.id) ?? NOTHING_YET, names.of('agent', row.id), names.of('team', row.team)))
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.name < b.name ? -1 : 1));
}

const RANK: Record<Presence, number> = { available: 0, busy: 1, away: 2, offline: 3 };
const iso = (ms: number | null | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

function asAgent({ presence, skills, team: _, ...row }: Found, today: Today, name: Named, team: Named | null): QueueAgent {
  const { state = 'offline', since, reason = null, until } = presence ?? {};
  return { ...row, ...today, ...name, team, state, since: iso(since), reason, until: iso(until), skills: Object.keys(skills ?? {}) };
}

async function look({ pool }: Postgres, workspaceId: string, now: number): Promise<Found[]> {
  const { rows } = await pool.query<Found>(
    `with held as (
       select assignee as agent, count(*) as n from ticket
       where workspace_id = $1 and not hidden and status = any($2) and assignee is not null group by 1
     )
     select d.id, d.state->'presence' as presence, d.state->'attributes'->'teams'->>0 as team, d.state->'attributes'->>'supportTier' as "supportTier",
       d.state->'attributes'->'skills' as skills,
       exists (select from jsonb_array_elements(d.state->'shifts') shift
         where (shift->>'from')::float8 <= $3 and (shift->>'to')::float8 > $3) as "onShift",
       coalesce(held.n, 0) as "openTickets"
     from directory d left join held on held.agent = d.id
     where d.workspace_id = $1 and d.kind = 'agent' and d.state is not null and (d.state->'attributes'->>'active') is distinct from 'false'`,
    [workspaceId, [...ACTIVE], now],
  );
  return rows;
}

/**
 * Figures of today come from the folds of tickets touched today: waits that an agent's reply ended, and resolves. The
 * same questions over any period are asked of the facts. It unpacks every such ticket, so many boards share an answer.
 */
export async function agentsToday({ pool }: Postgres, workspaceId: string, now: number): Promise<AgentsToday> {
  const { rows } = await pool.query<Today & { id: string }>(
    `with today as (
       select (date_trunc('day', $2::timestamptz at time zone time_zone) at time zone time_zone) as start from workspace where workspace_id = $1
     ), touched as (
       select t.state from ticket t, today where t.workspace_id = $1 and not t.hidden and t.updated_at >= today.start
     ), replied as (
       select wait->>'agent' as agent, count(*) as n,
         percentile_cont(0.5) within group (order by ((wait->>'to')::float8 - (wait->>'from')::float8) / 1000) as median
       from touched, today, json_array_elements(touched.state->'waits') wait
       where wait->>'closedBy' = 'reply' and (wait->>'to')::float8 >= extract(epoch from today.start) * 1000 group by 1
     ), resolved as (
       select cycle->'resolvedBy'->>'agent' as agent, count(*) as n
       from touched, today, json_array_elements(touched.state->'cycles') cycle
       where (cycle->>'resolvedAt')::float8 >= extract(epoch from today.start) * 1000 group by 1
     )
     select agent as id, coalesce(resolved.n, 0) as "resolvedToday", coalesce(replied.n, 0) as "repliesToday",
       replied.median as "medianReplySecondsToday"
     from replied full join resolved using (agent) where agent is not null`,
    [workspaceId, new Date(now)],
  );
  return new Map(rows.map(({ id, ...today }) => [id, today]));
}
