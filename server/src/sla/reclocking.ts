/**
 * Runs clocks again where policies, calendars or what is known of a customer say something else about tickets that are
 * there already. One process of all does it; where it stopped is written down, and another goes on from there. After each
 * page it looks which request is the most urgent: a ticket whose clocks cannot be read has no warnings until it is served.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClockWork, clockWorkFor, reclockTickets, TIERS_KEPT_MS } from '../ingest/index.ts';
import { asOnly, type Postgres } from '../store/postgres/index.ts';

export interface Reclocking {
  start(): void;
  stop(): Promise<void>;
  /** Does all that is asked for; answers how many tickets have other clocks than before. */
  drain(signal?: AbortSignal): Promise<number>;
}

interface ReclockingParts {
  readonly postgres: Postgres;
  readonly onTrouble: (error: unknown) => void;
  /** So long after a change every process asks anew what a customer was sold. */
  readonly settleMs?: number;
}

interface Request {
  readonly workspace_id: string;
  readonly position: number;
  readonly scope: 'all' | 'since' | 'ticket' | 'customer' | 'organisation';
  readonly subject: string | null;
  readonly since: Date | null;
  readonly done_to: string;
}

const LOOK_EVERY_MS = 1000;
/** So many tickets are locked at a time: whoever sends an event about one of them waits. */
const AT_ONCE = 100;
const SETTLE_MS = TIERS_KEPT_MS + 1000;
/** Whoever still writes by what was true before is waited for so long at a time. */
const WAIT_MS = 100;
const LOCK = 7_274_504;

export function createReclocking({ postgres, onTrouble, settleMs = SETTLE_MS }: ReclockingParts): Reclocking {
  const clockWork = clockWorkFor(postgres);
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const drain = async (signal?: AbortSignal): Promise<number> => {
    let changed = 0;
    while (!signal?.aborted) {
      const request = await nextRequest(postgres, settleMs);
      if (request === 'none') break;
      if (request === 'later') {
        await sleep(WAIT_MS, undefined, { signal }).catch(() => {});
        continue;
      }
      try {
        changed += await servePage({ postgres, clockWork }, request);
      } catch (error) {
        // One that fails does not stand in the way of all others, of other workspaces too.
        await putLast(postgres, request).catch(() => {});
        throw error;
      }
    }
    return changed;
  };

  const drainAsOnlyOne = async (signal: AbortSignal): Promise<void> => {
    if (await isAnythingAsked(postgres.pool)) await asOnly(postgres.pool, { number: LOCK }, () => drain(signal));
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await drainAsOnlyOne(signal).catch(onTrouble);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  };

  return {
    drain,
    start() {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    async stop() {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

async function isAnythingAsked(pool: Postgres['pool']): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>('select exists (select from reclock) as any');
  return rows[0]!.any;
}

/** Nor is it urgent any more. */
async function putLast({ pool }: Postgres, { workspace_id, position }: Request): Promise<void> {
  await pool.query(
    `with gone as (
       delete from reclock where workspace_id = $1 and position = $2
       returning workspace_id, scope, subject, since, done_to, requested_at, seen_at, waits_for
     ) insert into reclock (workspace_id, scope, subject, since, done_to, requested_at, seen_at, waits_for)
     select workspace_id, scope, subject, since, done_to, requested_at, seen_at, greatest(waits_for, '1') from gone`,
    [workspace_id, position],
  );
}

/**
 * The first that nobody can undermine any more, before all others single tickets that wait for nobody (`waits_for` is 0).
 * A transaction that reads what holds has a number by then, since it has locked or written a row. Once a request has been
 * seen, and what is kept in memory has been asked for anew, it waits for every transaction with a number below one that is
 * taken then: whoever reads later reads what holds now. A number that has not been given yet is of another cluster, from
 * which the database was restored: of its transactions none is left.
 */
async function nextRequest({ pool }: Postgres, settleMs: number): Promise<Request | 'later' | 'none'> {
  await pool.query('update reclock set seen_at = clock_timestamp() where waits_for is null and seen_at is null');
  await pool.query(
    `update reclock set waits_for = pg_current_xact_id()
     where waits_for is null and seen_at <= clock_timestamp() - make_interval(secs => $1)`,
    [settleMs / 1000],
  );
  const { rows: ready } = await pool.query<Request>(
    `select workspace_id, position, scope, subject, since, done_to from reclock
     where (waits_for <= pg_snapshot_xmin(pg_current_snapshot()) or waits_for >= pg_snapshot_xmax(pg_current_snapshot()))
     order by (scope <> 'ticket' or waits_for > '0'), position limit 1`,
  );
  return ready[0] ?? ((await isAnythingAsked(pool)) ? 'later' : 'none');
}

interface Serving {
  readonly postgres: Postgres;
  readonly clockWork: ClockWork;
}

/** One page of it, so that whatever has become more urgent comes next; answers how many tickets have other clocks. */
async function servePage({ postgres: { pool }, clockWork }: Serving, request: Request): Promise<number> {
  const { workspace_id: workspaceId, position, done_to: doneTo } = request;
  const { rows } = await pool.query<{ id: string }>(
    `select id from ticket t where workspace_id = $1 and id > $2 and state is not null and ${CONDITIONS[request.scope]} order by id limit ${AT_ONCE}`,
    [workspaceId, doneTo, request.since ?? request.subject ?? ''],
  );
  const ids = rows.map(({ id }) => id);
  const changed = ids.length > 0 ? await reclockTickets({ pool, clockWork }, workspaceId, ids) : 0;
  if (ids.length < AT_ONCE) await pool.query('delete from reclock where workspace_id = $1 and position = $2', [workspaceId, position]);
  else await pool.query('update reclock set done_to = $3 where workspace_id = $1 and position = $2', [workspaceId, position, ids.at(-1)]);
  return changed;
}

/** Each uses $3 as its own, `all` as anything. */
const CONDITIONS = {
  all: `$3::text is not null`,
  /** What happens to a ticket is heard by those it was merged into as well. */
  since: `id in (
    with recursive heard(id) as (
      select c.id from ticket c where c.workspace_id = $1 and c.updated_at >= $3::timestamptz
      union
      select m.parent from heard join ticket_merge m on m.workspace_id = $1 and m.child = heard.id
    ) select id from heard)`,
  ticket: `id = $3`,
  customer: `requester = $3`,
  organisation: `id in (
    select o.id from ticket o where o.workspace_id = $1 and o.organisation = $3
    union all
    select c.id from directory d join ticket c on c.workspace_id = $1 and c.requester = d.id
    where d.workspace_id = $1 and d.kind = 'customer' and d.state->'attributes'->>'organisation' = $3)`,
} as const;
