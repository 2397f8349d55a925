/** What is true this moment, from PostgreSQL: who waits, how long, who is there, and the tickets that need somebody first. */
import type pg from 'pg';
import { namesOf } from '../directory/index.ts';

export type LiveNow = Awaited<ReturnType<typeof liveNow>>;

interface Counts {
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly handling: number;
  readonly active: number;
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

const ACTIVE = ['new', 'open', 'pending', 'on_hold'];
const MOST_URGENT = 8;

/** Waiting is as in the live queue: active, the customer waits for a person, nobody has it. */
export async function liveNow(pool: pg.Pool, workspaceId: string, now: number) {
  const [counts, burning] = await Promise.all([countNow(pool, workspaceId, now), burningNow(pool, workspaceId)]);
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
  return { ...counts, onFire };
}

async function countNow(pool: pg.Pool, workspaceId: string, now: number): Promise<Counts> {
  const { rows } = await pool.query<Counts>(
    `with active as (
       select assignee, waiting_since from ticket where workspace_id = $1 and not hidden and status = any($3)
     ), presence as (
       select state->'presence'->>'state' as state from directory
       where workspace_id = $1 and kind = 'agent' and (state->'attributes'->>'active') is distinct from 'false'
     )
     select count(*) filter (where waiting_since is not null and assignee is null) as waiting,
       greatest(0, extract(epoch from $2::timestamptz - min(waiting_since) filter (where assignee is null)))::float8 as "longestWaitSeconds",
       count(*) filter (where assignee is not null or waiting_since is null) as handling, count(*) as active, count(*) filter (where assignee is null) as unassigned,
       (select count(*) from presence where state = 'available') as available,
       (select count(*) from presence where state <> 'offline') as online
     from active`,
    [workspaceId, new Date(now), ACTIVE],
  );
  const [counts] = rows;
  // greatest() passes over null, so nobody waiting would look like a wait of nothing.
  return { ...counts!, longestWaitSeconds: counts!.waiting === 0 ? null : counts!.longestWaitSeconds };
}

/** The customers who wait for a person: by priority, then by how long. */
async function burningNow(pool: pg.Pool, workspaceId: string): Promise<Burning[]> {
  const { rows } = await pool.query<Burning>(
    `select t.id as ticket, coalesce(p.fields->>'subject', p.fields->>'to') as subject, t.priority, t.waiting_since as "waitingSince", t.organisation, t.requester
     from ticket t left join personal_data p on p.workspace_id = $1 and p.source = t.subject_source and p.event_id = t.subject_event
     where t.workspace_id = $1 and not t.hidden and t.status = any($2) and t.waiting_since is not null
     order by t.priority, t.waiting_since, t.id limit ${MOST_URGENT}`,
    [workspaceId, ACTIVE],
  );
  return rows;
}
