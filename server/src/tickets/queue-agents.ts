/** The people of the live queue: where they are, what they hold, and what they did since midnight of the workspace. */
import type { Presence, SupportTier } from '@watchdesk/domain/event';
import { type Named, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { AgentsToday, Today } from './agents-today.ts';
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
  /** Null while it cannot be counted. */
  resolvedToday: number | null;
  repliesToday: number | null;
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

const NOTHING_YET: Today = { resolvedToday: 0, repliesToday: 0, medianReplySecondsToday: null };
const NOT_COUNTED = { resolvedToday: null, repliesToday: null, medianReplySecondsToday: null };

/** Available people first, then by name. Those who left are not shown. */
export async function queueAgents(
  postgres: Postgres,
  workspaceId: string,
  now: number,
  today: Promise<AgentsToday | null>,
): Promise<QueueAgent[]> {
  const [found, figures] = await Promise.all([look(postgres, workspaceId, now), today]);
  const names = await namesOf(
    postgres.pool,
    workspaceId,
    found.flatMap(({ id, team }) => [['agent', id] as const, ['team', team] as const]),
  );
  return found
    .map((row) =>
      asAgent(row, figures ? (figures.get(row.id) ?? NOTHING_YET) : NOT_COUNTED, names.of('agent', row.id), names.of('team', row.team)),
    )
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.name < b.name ? -1 : 1));
}

const RANK: Record<Presence, number> = { available: 0, busy: 1, away: 2, offline: 3 };
const iso = (ms: number | null | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

function asAgent(
  { presence, skills, team: _, ...row }: Found,
  today: Today | typeof NOT_COUNTED,
  name: Named,
  team: Named | null,
): QueueAgent {
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
