/**
 * What is true this moment, from PostgreSQL: who waits, how long, who is there, and the tickets that need somebody first. Counted and
 * listed are the tickets in the viewer's sight, as in the live queue; who sees none by itself has the counts alone.
 */
import type pg from 'pg';
import { type Bound, type Sight, sightOf, sightSql, type ViewScope } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import { FEWEST_PEOPLE } from '../metrics/index.ts';

interface Counts {
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly handling: number | null;
  readonly active: number | null;
  readonly unassigned: number;
  readonly available: number;
  readonly online: number;
}

interface Burning {
  readonly ticket: string;
  readonly subject: string | null;
  readonly priority: string;
  readonly waitingSince: Date;
  readonly organisation: string | null;
  readonly requester: string | null;
}

interface Asked {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly now: number;
}

const ACTIVE = ['new', 'open', 'pending', 'on_hold'];
const MOST_URGENT = 8;

/** Waiting is as in the live queue: active, the customer waits for a person, nobody has it. */
export async function liveNow(pool: pg.Pool, asked: Asked) {
  const { workspaceId, scope } = asked;
  const sight = sightOf(scope);
  const [counts, burning] = await Promise.all([countNow(pool, asked, sight), burningNow(pool, asked, sight)]);
  const names = await namesOf(
    pool,
    workspaceId,
    burning.flatMap(({ organisation, requester }) => [['organisation', organisation] as const, ['customer', requester] as const]),
  );
  const onFire = burning.map(({ organisation, requester, waitingSince, ...ticket }) => {
    const brief = names.organisation(organisation);
    return {
      ...ticket,
      waitingSince: waitingSince.toISOString(),
      organisation: brief && { id: brief.id, name: brief.name },
      requester: names.of('customer', requester),
      customerTier: brief?.customerTier ?? null,
    };
  });
  return { ...counts, onFire, seesTickets: sight.to !== 'none' };
}

async function countNow(pool: pg.Pool, { workspaceId, scope, now }: Asked, sight: Sight): Promise<Counts> {
  const values: unknown[] = [workspaceId, new Date(now), ACTIVE];
  const isSummed = scope.aggregate.to === 'all' ? 'true' : within(sight, values);
  const isColleague = colleaguesSql(scope.aggregate, values);
  const { rows } = await pool.query<Counts & { people: number }>(
    `with active as (
       select assignee, waiting_since from ticket t where workspace_id = $1 and not hidden and status = any($3) and ${isSummed}
     ), presence as (
       select state->'presence'->>'state' as state from directory
       where workspace_id = $1 and kind = 'agent' and (state->'attributes'->>'active') is distinct from 'false' and ${isColleague}
     )
     select count(*) filter (where waiting_since is not null and assignee is null) as waiting,
       greatest(0, extract(epoch from $2::timestamptz - min(waiting_since) filter (where assignee is null)))::float8 as "longestWaitSeconds",
       count(*) filter (where assignee is not null or waiting_since is null) as handling, count(*) as active, count(*) filter (where assignee is null) as unassigned,
       count(distinct assignee) as people,
       (select count(*) from presence where state = 'available') as available,
       (select count(*) from presence where state <> 'offline') as online
     from active`,
    values,
  );
  const { people, ...counts } = rows[0]!;
  // What one to four people have in hand would tell of each of them (docs/adr/0024-few-people-are-not-summed-up.md); who sees the tickets sees it anyway.
  const isWithheld = sight.to === 'none' && people > 0 && people < FEWEST_PEOPLE;
  return {
    ...counts,
    // greatest() passes over null, so nobody waiting would look like a wait of nothing.
    longestWaitSeconds: counts.waiting === 0 ? null : counts.longestWaitSeconds,
    ...(isWithheld && { handling: null, active: null }),
  };
}

/** What is in sight of the rows of a ticket called `t`. */
function within(sight: Sight, values: unknown[]): string {
  const { text, values: more } = sightSql(sight, values.length);
  values.push(...more);
  return text;
}

/** The agents who are there, of those whose work the viewer sees summed up. */
function colleaguesSql(bound: Bound, values: unknown[]): string {
  if (bound.to === 'all') return 'true';
  if (bound.to === 'teams') return `state->'attributes'->'teams' ?| $${values.push(bound.teams)}::text[]`;
  return bound.to === 'agent' ? `id = $${values.push(bound.agent)}::text` : 'false';
}

/** The customers who wait for a person: by priority, then by how long. For an agent those that are theirs or nobody's yet. */
async function burningNow(pool: pg.Pool, { workspaceId, scope }: Asked, sight: Sight): Promise<Burning[]> {
  if (sight.to === 'none') return [];
  const values: unknown[] = [workspaceId, ACTIVE];
  const isSeen = within(sight, values);
  const isTheirs = scope.rows.to === 'agent' ? `(t.assignee is null or t.assignee = $${values.push(scope.rows.agent)}::text)` : 'true';
  const { rows } = await pool.query<Burning>(
    `select t.id as ticket, ${scope.text ? `coalesce(p.fields->>'subject', p.fields->>'to')` : 'null'} as subject, t.priority,
       t.waiting_since as "waitingSince", t.organisation, t.requester
     from ticket t left join personal_data p on p.workspace_id = $1 and p.source = t.subject_source and p.event_id = t.subject_event
     where t.workspace_id = $1 and not t.hidden and t.status = any($2) and t.waiting_since is not null and ${isSeen} and ${isTheirs}
     order by t.priority, t.waiting_since, t.id limit ${MOST_URGENT}`,
    values,
  );
  return rows;
}
