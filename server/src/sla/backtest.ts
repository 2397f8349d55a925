/**
 * What a policy would have meant: its draft replayed over the tickets of a period, beside what they were promised. The
 * draft takes the place of the version in force for the whole of each ticket's life. The replay runs in a thread of its
 * own, because a million tickets take a while of computing, during which the server must answer.
 */
import { policyFaults, policySpec, type PolicySpec } from '@watchdesk/domain/sla';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { readVersions } from '../rules/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Replay, Replayed, Tally } from './backtest-worker.ts';
import { inForce, refuseFaults } from './versions.ts';

export interface BacktestQuestion {
  /** The policy that the draft is of; null for a new one. */
  readonly id: string | null;
  readonly spec: PolicySpec;
  /** Tickets created from the one instant to before the other, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

const LONGEST_MS = 3 * 366 * 86_400_000;
/** What somebody may promise: what 95 of 100 tickets took, and a fifth of it to spare. */
const ACHIEVABLE = 0.95;
const BUFFER = 1.2;
/** No policy can be called so. */
const DRAFT = '*draft';

export type Backtest = ReturnType<typeof createBacktest>;

/** One at a time in a process, and so many more wait, of one workspace at most two in all: each keeps a processor busy. */
const MOST = 6;
const MOST_OF_ONE = 2;
const COME_AGAIN_SECONDS = 20;
/** A million tickets take a minute or two. */
const LONGEST_RUN_MS = 15 * 60_000;

export function createBacktest({ postgres, clock }: { postgres: Postgres; clock: Clock }) {
  const asked: string[] = [];
  const stopping = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = async (task: Replay): Promise<Replayed> => {
    const { workspaceId } = task;
    if (asked.length >= MOST || asked.filter((one) => one === workspaceId).length >= MOST_OF_ONE)
      throw new Refusal('rate_limited', 'Other backtests are running. Try again shortly.', { retryAfterSeconds: COME_AGAIN_SECONDS });
    asked.push(workspaceId);
    const own = turn.then(() => replay(task, stopping.signal));
    turn = own.catch(() => {});
    return own.finally(() => asked.splice(asked.indexOf(workspaceId), 1));
  };

  const run = async (workspaceId: string, question: BacktestQuestion) => {
    const task = await taskOf(postgres, workspaceId, question, clock.now());
    const replayed = await inTurn(task);
    const names = await namesOf(
      postgres.pool,
      workspaceId,
      replayed.byTeam.map(({ value }) => ['team', value || null] as const),
    );
    return told(replayed, task.metrics, (team) => (team === '' ? 'None' : names.of('team', team).name));
  };
  /** Ends the one that runs and refuses those that wait. */
  return { run, stop: () => stopping.abort() };
}

/** Refused where the question or the draft cannot be. */
async function taskOf(
  { pool, url }: Postgres,
  workspaceId: string,
  { id, spec, from, to }: BacktestQuestion,
  now: number,
): Promise<Replay> {
  if (to <= from) throw invalid('to', 'must be later than from');
  if (to - from > LONGEST_MS) throw invalid('from', 'must be at most three years before to');
  const [policies, calendars] = await Promise.all([readVersions(pool, workspaceId, 'policy'), readVersions(pool, workspaceId, 'calendar')]);
  const others = inForce(policies, now).flatMap((one) =>
    one.spec === null || one.id === id ? [] : [{ id: one.id, spec: policySpec.parse(one.spec) }],
  );
  const hours = inForce(calendars, now);
  const known = new Set(hours.flatMap((one) => (one.spec === null ? [] : [one.id])));
  refuseFaults(policyFaults(spec, { calendars: known, others }).map(({ field, message }) => ({ field: `spec.${field}`, message })));
  const policy = id ?? DRAFT;
  return {
    postgresUrl: url,
    workspaceId,
    from,
    to,
    asOf: Math.floor(now / 1000),
    policy,
    policies: [...others, { id: policy, spec }].map((one) => ({ ...one, version: 1, from: null })),
    calendars: hours.map((one) => ({ id: one.id, version: 1, from: null, spec: one.spec })),
    metrics: spec.clocks.map(({ metric }) => metric),
  };
}

/** Resolves with what the thread has found; rejects when it failed, took too long or was stopped. */
function replay(task: Replay, stopped: AbortSignal): Promise<Replayed> {
  if (stopped.aborted)
    return Promise.reject(new Refusal('unavailable', 'The server is stopping.', { retryAfterSeconds: COME_AGAIN_SECONDS }));
  const worker = new Worker(new URL('./backtest-worker.ts', import.meta.url), { workerData: task, resourceLimits: LIMITS });
  const { promise, resolve, reject } = Promise.withResolvers<Replayed>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the thread of a backtest ended with ${code}`)));
  const end = () => void worker.terminate();
  const deadline = setTimeout(end, LONGEST_RUN_MS);
  stopped.addEventListener('abort', end, { once: true });
  return promise.finally(() => {
    clearTimeout(deadline);
    stopped.removeEventListener('abort', end);
  });
}

/** A page of tickets at a time, and how long each cycle took: a few numbers for each of millions. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

function told(replayed: Replayed, metrics: readonly string[], teamName: (id: string) => string) {
  const { tickets, unreadable, byMetric, byTeam, byPriority, took, changes, changed } = replayed;
  const whole = new Map(byMetric.map((tally) => [tally.metric, tally]));
  return {
    tickets,
    unreadable,
    metrics: metrics.map((metric) => ({ metric, ...shares(whole.get(metric)) })),
    teams: byTeam
      .map((tally) => ({ metric: tally.metric, value: tally.value, label: teamName(tally.value), ...shares(tally) }))
      .toSorted((a, b) => b.after.breached - a.after.breached || (a.label < b.label ? -1 : 1)),
    priorities: byPriority
      .map((tally) => ({ metric: tally.metric, value: tally.value, ...shares(tally) }))
      .toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    achievable: took
      .map(({ metric, priority, seconds }) => ({ metric, priority, cycles: seconds.length, seconds: achievable(seconds) }))
      .toSorted((a, b) => (a.priority < b.priority ? -1 : 1)),
    changes,
    changed,
  };
}

const NONE = { met: 0, breached: 0 };
const shares = ({ before, after }: Pick<Tally, 'before' | 'after'> = { before: NONE, after: NONE }) => ({
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
