/**
 * What is true this moment, from PostgreSQL: who waits, how long, who is there, and the tickets that need somebody first. Counts are
 * of the tickets the viewer may see summed up, the list is of those they may see one by one, and its words only where they may read.
 */
import type pg from 'pg';
import type { ViewScope } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import { FEWEST_PEOPLE } from '../metrics/index.ts';
import { within } from './within.ts';

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
  const [counts, burning] = await Promise.all([countNow(pool, asked), burningNow(pool, asked)]);
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
  return { ...counts, onFire, seesTickets: scope.rows.to !== 'none' };
}

async function countNow(pool: pg.Pool, { workspaceId, scope, now }: Asked): Promise<Counts> {
  const values: unknown[] = [workspaceId, new Date(now), ACTIVE];
  const [seen, own] = [within(scope.aggregate, values), within(scope.rows, values)];
  const { rows } = await pool.query<Counts & { others: number }>(
    `with active as (
       select assignee, waiting_since, ${own.tickets} as own from ticket
       where workspace_id = $1 and not hidden and status = any($3) and ${seen.tickets}
     ), presence as (
       select state->'presence'->>'state' as state from directory
       where workspace_id = $1 and kind = 'agent' and (state->'attributes'->>'active') is distinct from 'false' and ${seen.agents}
     )
     select count(*) filter (where waiting_since is not null and assignee is null) as waiting,
       greatest(0, extract(epoch from $2::timestamptz - min(waiting_since) filter (where assignee is null)))::float8 as "longestWaitSeconds",
       count(*) filter (where assignee is not null or waiting_since is null) as handling, count(*) as active, count(*) filter (where assignee is null) as unassigned,
       count(distinct assignee) filter (where own is not true) as others,
       (select count(*) from presence where state = 'available') as available,
       (select count(*) from presence where state <> 'offline') as online
     from active`,
    values,
  );
  const { others, ...counts } = rows[0]!;
  // What one to four people have in hand would say what each of them does (docs/adr/0024-few-people-are-not-summed-up.md).
  const withheld = others > 0 && others < FEWEST_PEOPLE && { handling: null, active: null };
  // greatest() passes over null, so nobody waiting would look like a wait of nothing.
  return { ...counts, longestWaitSeconds: counts.waiting === 0 ? null : counts.longestWaitSeconds, ...withheld };
}

/** The customers who wait for a person: by priority, then by how long. */
async function burningNow(pool: pg.Pool, { workspaceId, scope }: Asked): Promise<Burning[]> {
  if (scope.rows.to === 'none') return [];
  const values: unknown[] = [workspaceId, ACTIVE];
  const { tickets } = within(scope.rows, values);
  const { rows } = await pool.query<Burning>(
    `select t.id as ticket, ${scope.text ? `coalesce(p.fields->>'subject', p.fields->>'to')` : 'null'} as subject, t.priority,
       t.waiting_since as "waitingSince", t.organisation, t.requester
     from (
       select id, priority, waiting_since, organisation, requester, subject_source, subject_event from ticket
       where workspace_id = $1 and not hidden and status = any($2) and waiting_since is not null and ${tickets}
       order by priority, waiting_since, id limit ${MOST_URGENT}
     ) t left join personal_data p on p.workspace_id = $1 and p.source = t.subject_source and p.event_id = t.subject_event
     order by t.priority, t.waiting_since, t.id`,
    values,
  );
  return rows;
}
