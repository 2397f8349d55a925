/**
 * What a policy would have meant: its draft replayed over the tickets of a period, beside what they were promised. The
 * draft takes the place of the version in force for the whole of each ticket's life.
 */
import { policyFaults, policySpec, type PolicySpec, createRulebook, type KeptClock } from '@watchdesk/domain/sla';
import type { Priority } from '@watchdesk/domain/event';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { invalid } from '../errors.ts';
import type { ClockWork } from '../ingest/index.ts';
import { readVersions } from '../rules/index.ts';
import { type PackedClock, unpackClock } from '../store/packed-clocks.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { inForce, refuseFaults } from './versions.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly clockWork: ClockWork;
}

export interface BacktestQuestion {
  /** The policy that the draft is of; null for a new one. */
  readonly id: string | null;
  readonly spec: PolicySpec;
  /** Tickets created from the one instant to before the other, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly id: string;
  readonly created_at: Date;
  readonly team: string | null;
  readonly priority: Priority;
  readonly clock_log: HeardTicket['clockLog'];
  readonly clocks: readonly PackedClock[] | null;
}

/** Verdicts, before and after. */
interface Tally {
  before: { met: number; breached: number };
  after: { met: number; breached: number };
}

const PAGE = 1000;
const MOST_EXAMPLES = 50;
const LONGEST_MS = 3 * 366 * 86_400_000;
/** What somebody may promise: what 95 of 100 tickets took, and a fifth of it to spare. */
const ACHIEVABLE = 0.95;
const BUFFER = 1.2;

export async function backtest(
  { postgres: { pool }, clock, clockWork }: Parts,
  workspaceId: string,
  { id, spec, from, to }: BacktestQuestion,
) {
  if (to <= from) throw invalid('to', 'must be later than from');
  if (to - from > LONGEST_MS) throw invalid('from', 'must be at most three years before to');
  const now = Math.floor(clock.now() / 1000);
  const [policies, calendars] = await Promise.all([readVersions(pool, workspaceId, 'policy'), readVersions(pool, workspaceId, 'calendar')]);
  const others = inForce(policies, clock.now()).flatMap((one) =>
    one.spec === null || one.id === id ? [] : [{ id: one.id, spec: policySpec.parse(one.spec) }],
  );
  const known = new Set(inForce(calendars, clock.now()).flatMap((one) => (one.spec === null ? [] : [one.id])));
  refuseFaults(policyFaults(spec, { calendars: known, others }).map(({ field, message }) => ({ field: `spec.${field}`, message })));
  const drafted = createRulebook(
    [...others, { id: id ?? DRAFT, spec }].map((one) => ({ ...one, version: 1, from: null })),
    inForce(calendars, clock.now()).map(({ id: calendar, spec: hours }) => ({ id: calendar, version: 1, from: null, spec: hours })),
  );
  const result = new Comparison(spec.clocks.map(({ metric }) => metric));
  for (let after: { at: Date; id: string } | undefined; ;) {
    const { rows } = await pool.query<Found>(
      `select id, created_at, team, priority, clock_log, clocks from ticket
       where workspace_id = $1 and not hidden and created_at >= $2 and created_at < $3 and clock_log is not null
         and ($4::timestamptz is null or (created_at, id) > ($4, $5))
       order by created_at, id limit ${PAGE}`,
      [workspaceId, new Date(from), new Date(to), after?.at ?? null, after?.id ?? ''],
    );
    const tickets = rows.map((row) => ({
      createdAt: row.created_at.getTime(),
      // What was applied by hand was of other versions.
      clockLog: row.clock_log.map(({ applied: _, ...entry }) => entry),
    }));
    const then = await clockWork.tryOut(pool, workspaceId, tickets, drafted, now);
    for (const [index, row] of rows.entries())
      result.add(
        row,
        (row.clocks ?? []).map((one) => atPresent(unpackClock(one), now)),
        then[index]!,
        id ?? DRAFT,
      );
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) break;
    after = { at: last.created_at, id: last.id };
  }
  const teams = await namesOf(
    pool,
    workspaceId,
    [...result.byTeam.keys()].map((key) => ['team', key.split('\n')[1] || null] as const),
  );
  return result.told((team) => (team === '' ? 'None' : teams.of('team', team).name));
}

const DRAFT = 'draft';

/** What is stored is as of the ticket's last event; time alone may have breached it since. */
const atPresent = (one: KeptClock, at: number): KeptClock =>
  one.wouldBreachAt !== null && one.wouldBreachAt < at ? { ...one, state: 'breached', breachAt: one.wouldBreachAt } : one;

class Comparison {
  tickets = 0;
  readonly metrics: readonly string[];
  readonly byMetric = new Map<string, Tally>();
  readonly byTeam = new Map<string, Tally>();
  readonly byPriority = new Map<string, Tally>();
  /** How long stopped cycles took, in business seconds of the draft, by clock and priority. */
  readonly took = new Map<string, number[]>();
  readonly changed: { ticket: string; metric: string; before: string | null; after: string | null }[] = [];
  changes = 0;

  constructor(metrics: readonly string[]) {
    this.metrics = metrics;
  }

  add({ id, team, priority }: Found, before: readonly KeptClock[], after: readonly KeptClock[], policy: string): void {
    this.tickets += 1;
    for (const metric of this.metrics) {
      const [old, fresh] = [before.filter((one) => one.metric === metric), after.filter((one) => one.metric === metric)];
      // Cycles begin with the same events under either, unless only one of the two begins them.
      for (const cycle of new Set([...old, ...fresh].map((one) => one.cycle))) {
        const [was, is] = [old.find((one) => one.cycle === cycle), fresh.find((one) => one.cycle === cycle)];
        if (is?.policy.id !== policy && was?.policy.id !== policy) continue;
        const [verdictBefore, verdictAfter] = [verdictOf(was), verdictOf(is)];
        for (const [map, key] of [
          [this.byMetric, metric],
          [this.byTeam, `${metric}\n${team ?? ''}`],
          [this.byPriority, `${metric}\n${is?.priority ?? was?.priority ?? priority}`],
        ] as const)
          count(map, key, verdictBefore, verdictAfter);
        if (is && is.stop !== null && is.state !== 'cancelled') push(this.took, `${metric}\n${is.priority}`, is.elapsed);
        if (verdictBefore === verdictAfter) continue;
        this.changes += 1;
        if (this.changed.length < MOST_EXAMPLES) this.changed.push({ ticket: id, metric, before: verdictBefore, after: verdictAfter });
      }
    }
  }

  told(teamName: (id: string) => string) {
    const rows = (map: ReadonlyMap<string, Tally>) =>
      [...map].map(([key, tally]) => ({ metric: key.split('\n')[0]!, value: key.split('\n')[1] ?? '', ...shares(tally) }));
    return {
      tickets: this.tickets,
      metrics: this.metrics.map((metric) => ({ metric, ...shares(this.byMetric.get(metric) ?? emptyTally()) })),
      teams: rows(this.byTeam)
        .map((row) => ({ ...row, label: teamName(row.value) }))
        .toSorted((a, b) => b.after.breached - a.after.breached || (a.label < b.label ? -1 : 1)),
      priorities: rows(this.byPriority).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
      achievable: [...this.took]
        .map(([key, seconds]) => ({
          metric: key.split('\n')[0]!,
          priority: key.split('\n')[1]!,
          cycles: seconds.length,
          seconds: achievable(seconds),
        }))
        .toSorted((a, b) => (a.priority < b.priority ? -1 : 1)),
      changes: this.changes,
      changed: this.changed,
    };
  }
}

const emptyTally = (): Tally => ({ before: { met: 0, breached: 0 }, after: { met: 0, breached: 0 } });

/** What runs and has time left, stands still or is cancelled has no verdict yet. */
function verdictOf(clock: KeptClock | undefined): 'met' | 'breached' | null {
  if (!clock || clock.target === null) return null;
  return clock.state === 'met' || clock.state === 'breached' ? clock.state : null;
}

function count(map: Map<string, Tally>, key: string, before: 'met' | 'breached' | null, after: 'met' | 'breached' | null): void {
  const tally = map.get(key) ?? emptyTally();
  if (before) tally.before[before] += 1;
  if (after) tally.after[after] += 1;
  map.set(key, tally);
}

const push = (map: Map<string, number[]>, key: string, value: number) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const shares = ({ before, after }: Tally) => ({
  before: { ...before, compliance: share(before) },
  after: { ...after, compliance: share(after) },
});
const share = ({ met, breached }: { met: number; breached: number }) => (met + breached === 0 ? null : met / (met + breached));

/** The 95th percentile with a fifth to spare, up to the next minute. */
function achievable(seconds: readonly number[]): number {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = sorted[Math.ceil(ACHIEVABLE * sorted.length) - 1]!;
  return Math.max(60, Math.ceil((at * BUFFER) / 60) * 60);
}
