/** The thread of a backtest: runs the clocks of every ticket of a period again under a draft, and counts both verdicts. */
import {
  type CalendarVersion,
  type ClockEntry,
  createRulebook,
  type KeptClock,
  type PolicyVersion,
  promisedCycles,
  type Rulebook,
  type TierOf,
  verdictAt,
} from '@watchdesk/domain/sla';
import { parentPort, workerData } from 'node:worker_threads';
import { clockWorkFor } from '../ingest/index.ts';
import { isUnreadable, readClocks, type StoredClock } from '../store/packed-clocks.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';

/** What to replay. Instants of tickets in milliseconds, `asOf` in seconds since 1970. */
export interface Replay {
  readonly postgresUrl: string;
  readonly workspaceId: string;
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  /** The id of the draft among the policies. */
  readonly policy: string;
  readonly policies: readonly PolicyVersion[];
  readonly calendars: readonly CalendarVersion[];
  /** The clocks of the draft. */
  readonly metrics: readonly string[];
}

interface Verdicts {
  met: number;
  breached: number;
}

/** Of the cycles that were the policy's before, or are the draft's after. */
export interface Tally {
  readonly metric: string;
  /** The team's id, '' for none; the priority; '' where all are counted. */
  readonly value: string;
  readonly before: Verdicts;
  readonly after: Verdicts;
}

type Verdict = 'met' | 'breached' | null;

export interface Replayed {
  readonly tickets: number;
  /** Of a ticket whose stored clocks cannot be read nobody can say what it was promised: it is in no other count. */
  readonly unreadable: number;
  readonly byMetric: readonly Tally[];
  readonly byTeam: readonly Tally[];
  readonly byPriority: readonly Tally[];
  /** How long stopped cycles took, in business seconds of the draft. */
  readonly took: readonly { readonly metric: string; readonly priority: string; readonly seconds: readonly number[] }[];
  readonly changes: number;
  /** The first of the cycles whose verdict changes. */
  readonly changed: { ticket: string; metric: string; before: Verdict; after: Verdict }[];
}

interface Found {
  readonly id: string;
  readonly created_at: Date;
  readonly team: string | null;
  readonly clock_log: readonly ClockEntry[];
  readonly clocks: unknown;
}

const PAGE = 2000;
const MOST_EXAMPLES = 50;

const task = workerData as Replay;
const postgres = openPostgres(task.postgresUrl, { connections: 2 });

async function replay(): Promise<Replayed> {
  const { workspaceId, policies, calendars, metrics } = task;
  const clockWork = clockWorkFor(postgres);
  const rulebook = createRulebook(policies, calendars);
  const wanted = rulebook.metrics.filter(({ metric }) => metrics.includes(metric));
  const count = new Count();
  let next = readPage(undefined);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    const isEnd = rows.length < PAGE || !last;
    // While these are run, PostgreSQL reads the next.
    if (!isEnd) next = readPage(last);
    const owned = rows.map((row) => ({ createdAt: row.created_at.getTime(), clockLog: [...row.clock_log] }));
    const tiers = await clockWork.tiers(postgres.pool, workspaceId, owned);
    for (const [index, row] of rows.entries()) {
      if (isUnreadable(row.clocks)) count.unreadable += 1;
      else count.add(row, cyclesUnder(rulebook, wanted, row.clock_log, tiers(owned[index]!)));
    }
    if (isEnd) return count.result();
  }
}

type Place = Pick<Found, 'created_at' | 'id'>;

async function readPage(after: Place | undefined): Promise<Found[]> {
  const { rows } = await postgres.pool.query<Found>({
    name: 'backtest-page',
    text: `select id, created_at, team, clock_log, clocks from ticket
      where workspace_id = $1 and not hidden and created_at >= $2 and created_at < $3 and clock_log is not null
        and ($4::timestamptz is null or (created_at, id) > ($4, $5))
      order by created_at, id limit ${PAGE}`,
    values: [task.workspaceId, new Date(task.from), new Date(task.to), after?.created_at ?? null, after?.id ?? ''],
  });
  return rows;
}

/** A cycle, as far as its verdict goes. */
type Judged = Pick<KeptClock, 'cycle' | 'stop' | 'target' | 'state' | 'elapsed' | 'priority'> & { readonly policy: string };

/** By clock. */
function cyclesUnder(
  rulebook: Rulebook,
  wanted: Rulebook['metrics'],
  log: readonly ClockEntry[],
  tierOf: TierOf,
): ReadonlyMap<string, readonly Judged[]> {
  // What was applied by hand was of other versions.
  const plain = log.some(({ applied }) => applied) ? log.map(({ applied: _, ...entry }) => entry) : log;
  const asOf = Math.max(task.asOf, log.at(-1)?.at ?? 0);
  return new Map(
    promisedCycles(plain, rulebook, tierOf, asOf, wanted).map(({ metric, cycles }) => [
      metric,
      cycles.map(({ id, policy, ...cycle }) => ({ ...cycle, cycle: id, policy: rulebook.policy(policy)!.id })),
    ]),
  );
}

/** What is stored is as of the ticket's last event; time alone may have breached it since. */
const present = (clock: StoredClock): Judged & { readonly metric: string } => ({
  ...clock,
  ...verdictAt(clock, task.asOf),
  policy: clock.policy.id,
});

class Count {
  unreadable = 0;
  private tickets = 0;
  private changes = 0;
  private readonly byMetric = new Map<string, Tally>();
  private readonly byTeam = new Map<string, Tally>();
  private readonly byPriority = new Map<string, Tally>();
  private readonly took = new Map<string, { metric: string; priority: string; seconds: number[] }>();
  private readonly changed: Replayed['changed'] = [];

  add({ id, team, clocks }: Found, after: ReadonlyMap<string, readonly Judged[]>): void {
    this.tickets += 1;
    const before = (readClocks(clocks) ?? []).map(present);
    for (const metric of task.metrics) {
      const was = new Map(before.flatMap((one) => (one.metric === metric ? [[one.cycle, one] as const] : [])));
      const is = new Map((after.get(metric) ?? []).map((one) => [one.cycle, one]));
      // Cycles begin with the same events under either, unless only one of the two begins them.
      for (const cycle of new Set([...was.keys(), ...is.keys()]))
        this.compare({ ticket: id, team: team ?? '', metric }, was.get(cycle), is.get(cycle));
    }
  }

  private compare(of: { ticket: string; team: string; metric: string }, was: Judged | undefined, is: Judged | undefined): void {
    if (is?.policy !== task.policy && was?.policy !== task.policy) return;
    const { metric } = of;
    const priority = (is ?? was)!.priority;
    const [before, after] = [verdictOf(was), verdictOf(is)];
    for (const tally of [
      tallyIn(this.byMetric, metric, ''),
      tallyIn(this.byTeam, metric, of.team),
      tallyIn(this.byPriority, metric, priority),
    ]) {
      if (before) tally.before[before] += 1;
      if (after) tally.after[after] += 1;
    }
    if (is?.policy === task.policy && is.stop !== null && is.state !== 'cancelled') this.tookOf(metric, priority).push(is.elapsed);
    if (before === after) return;
    this.changes += 1;
    if (this.changed.length < MOST_EXAMPLES) this.changed.push({ ticket: of.ticket, metric, before, after });
  }

  private tookOf(metric: string, priority: string): number[] {
    const key = `${metric}\n${priority}`;
    const own = this.took.get(key) ?? { metric, priority, seconds: [] };
    this.took.set(key, own);
    return own.seconds;
  }

  result(): Replayed {
    return {
      tickets: this.tickets,
      unreadable: this.unreadable,
      byMetric: [...this.byMetric.values()],
      byTeam: [...this.byTeam.values()],
      byPriority: [...this.byPriority.values()],
      took: [...this.took.values()],
      changes: this.changes,
      changed: this.changed,
    };
  }
}

/** What runs and has time left, stands still or is cancelled has no verdict yet. */
function verdictOf(clock: Judged | undefined): Verdict {
  if (!clock || clock.target === null) return null;
  return clock.state === 'met' || clock.state === 'breached' ? clock.state : null;
}

function tallyIn(map: Map<string, Tally>, metric: string, value: string): Tally {
  const key = `${metric}\n${value}`;
  const tally = map.get(key) ?? { metric, value, before: { met: 0, breached: 0 }, after: { met: 0, breached: 0 } };
  map.set(key, tally);
  return tally;
}

parentPort!.postMessage(await withinWorkspace(task.workspaceId, replay));
await postgres.close();
parentPort!.close();
