/**
 * The people of the live queue: where they are, what they hold of what is in sight, and what they did since midnight of the
 * workspace, which is shown of those alone whose rows the viewer may see. Whoever sees the work of teams sees their people.
 */
import type { Presence, SupportTier } from '@watchdesk/domain/event';
import { type Bound, type Sight, sightSql, type ViewScope } from '../accounts/index.ts';
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
  /** Null while it cannot be counted, and of those whose rows the viewer may not see. */
  resolvedToday: number | null;
  repliesToday: number | null;
  medianReplySecondsToday: number | null;
  onShift: boolean;
}

interface Found {
  readonly id: string;
  readonly presence: { state: Presence; since: number; reason: string | null; until: number | null } | null;
  readonly teams: readonly string[];
  readonly supportTier: SupportTier | null;
  readonly skills: Record<string, number> | null;
  readonly onShift: boolean;
  readonly openTickets: number;
}

const NOTHING_YET: Today = { resolvedToday: 0, repliesToday: 0, medianReplySecondsToday: null };
const NOT_SHOWN = { resolvedToday: null, repliesToday: null, medianReplySecondsToday: null };

/** Available people first, then by name. Those who left are not shown. */
export async function queueAgents(
  postgres: Postgres,
  workspaceId: string,
  { scope, sight }: { readonly scope: ViewScope; readonly sight: Sight },
  now: number,
  asked: Promise<AgentsToday | null>,
): Promise<QueueAgent[]> {
  const [found, figures] = await Promise.all([look(postgres, workspaceId, sight, now), asked]);
  const names = await namesOf(
    postgres.pool,
    workspaceId,
    found.flatMap(({ id, teams }) => [['agent', id] as const, ['team', teams[0] ?? null] as const]),
  );
  return found
    .map((row) => {
      const today = figures && isWithin(scope.rows, row) ? (figures.get(row.id) ?? NOTHING_YET) : NOT_SHOWN;
      return asAgent(row, today, names.of('agent', row.id), names.of('team', row.teams[0] ?? null));
    })
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.name < b.name ? -1 : 1));
}

/** Whether what somebody did lies within a bound of rows. */
function isWithin(bound: Bound, { id, teams }: Found): boolean {
  if (bound.to === 'agent') return bound.agent === id;
  return bound.to === 'teams' ? teams.some((team) => bound.teams.includes(team)) : bound.to === 'all';
}

const RANK: Record<Presence, number> = { available: 0, busy: 1, away: 2, offline: 3 };
const iso = (ms: number | null | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

function asAgent(
  { presence, skills, teams: _, ...row }: Found,
  today: Today | typeof NOT_SHOWN,
  name: Named,
  team: Named | null,
): QueueAgent {
  const { state = 'offline', since, reason = null, until } = presence ?? {};
  return { ...row, ...today, ...name, team, state, since: iso(since), reason, until: iso(until), skills: Object.keys(skills ?? {}) };
}

async function look({ pool }: Postgres, workspaceId: string, sight: Sight, now: number): Promise<Found[]> {
  const seen = sightSql(sight, 5);
  const [teams, self] = sight.to === 'work' ? [sight.teams, sight.agent] : [null, null];
  const { rows } = await pool.query<Found>(
    `with held as (
       select t.assignee as agent, count(*) as n from ticket t
       where t.workspace_id = $1 and not t.hidden and t.status = any($2) and t.assignee is not null and ${seen.text} group by 1
     )
     select d.id, d.state->'presence' as presence, coalesce(d.state->'attributes'->'teams', '[]') as teams, d.state->'attributes'->>'supportTier' as "supportTier",
       d.state->'attributes'->'skills' as skills,
       exists (select from jsonb_array_elements(d.state->'shifts') shift
         where (shift->>'from')::float8 <= $3 and (shift->>'to')::float8 > $3) as "onShift",
       coalesce(held.n, 0) as "openTickets"
     from directory d left join held on held.agent = d.id
     where d.workspace_id = $1 and d.kind = 'agent' and d.state is not null and (d.state->'attributes'->>'active') is distinct from 'false'
       and ($4::text[] is null or d.state->'attributes'->'teams' ?| $4::text[] or d.id = $5::text)`,
    [workspaceId, [...ACTIVE], now, teams, self, ...seen.values],
  );
  return rows;
}
