/**
 * The demonstration: a simulated contact centre that writes into the workspace `demo` through the door like everyone.
 * First ninety days of history, newest first, then for ever what happens. One process of all tells it, held by an
 * advisory lock; should that process go, another takes over.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { MODEL_VERSION } from '@watchdesk/simulator';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { ensureRules } from '../rules/index.ts';
import { type GoalSetting, setGoals } from './goals.ts';
import { type Analytics, rebuildFacts } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { anchorFor } from './pace.ts';
import { advanceProgress, beginProgress, type Progress, readProgress, WORKSPACE } from './progress.ts';
import { forget } from './remove.ts';
import { setIncidents } from './incidents.ts';
import { keepOutages } from './outages.ts';
import { type OnCallSetting, setOnCall } from './on-call.ts';
import { RULES_AT_ONCE, RULES_BEFOREHAND, type RuleSetting, setRules } from './rules.ts';
import { setStatusPage, type StatusPageSetting } from './status-page.ts';
import { asOnlyTeller } from './teller-lock.ts';
import type { News, Task } from './worker.ts';

export interface Demonstration {
  start(): void;
  /** Resolves when nothing more is written. */
  stop(): Promise<void>;
}

export interface DemonstrationParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Pick<Config['demonstration'], 'days' | 'speed' | 'seed'>;
  /** With what rules on incidents are set at once, others and on-call as soon as the newest day is in, and the rest of them, the status page and goals once the history is; none without it. */
  readonly setting?: GoalSetting & RuleSetting & OnCallSetting & StatusPageSetting;
}

const DAY = 86_400_000;
const RETRY_MS = 5_000;

export function createDemonstration(parts: DemonstrationParts): Demonstration {
  const { postgres, log } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | undefined;

  const run = async () => {
    while (!signal.aborted) {
      try {
        await asOnlyTeller(postgres, signal, async (lost) => tell(parts, await prepareProgress(parts), lost));
      } catch (error) {
        log.warn({ err: error }, 'the demonstration stopped; it goes on in a moment');
      }
      await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  };
  return {
    start: () => void (running ??= run()),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Where to go on; a new beginning where there is none, or where another model has begun. */
async function prepareProgress({ postgres, analytics, clock, log, settings }: DemonstrationParts): Promise<Progress> {
  const known = await readProgress(postgres);
  const now = clock.now();
  if (known?.model === MODEL_VERSION) {
    if (known.hasOldFacts) void forgetFacts({ postgres, analytics, log });
    const anchor = anchorFor(known.anchor, settings.speed, now);
    if (anchor !== known.anchor) await advanceProgress(postgres, { anchor });
    return { ...known, anchor };
  }
  if (known) {
    log.info('the demonstration is made anew: this version simulates it differently');
    await forget(postgres);
  }
  const begun: Progress = {
    model: MODEL_VERSION,
    seed: settings.seed,
    startAt: now - settings.days * DAY,
    liveFrom: now,
    anchor: { realAt: now, simulatedAt: now, speed: settings.speed },
    hasDirectory: false,
    daysTold: 0,
    hasOldFacts: known !== undefined,
    toldUntil: now,
  };
  await beginProgress(postgres, begun);
  await ensureRules(postgres, WORKSPACE);
  if (begun.hasOldFacts) void forgetFacts({ postgres, analytics, log });
  return begun;
}

/** Never awaited, as ClickHouse may be down, and never fails: until it has worked, every start tries it again. */
async function forgetFacts({ postgres, analytics, log }: Pick<DemonstrationParts, 'postgres' | 'analytics' | 'log'>): Promise<void> {
  try {
    await rebuildFacts({ pool: postgres.pool, analytics, workspaceId: WORKSPACE });
    await advanceProgress(postgres, { hasOldFacts: false });
  } catch (error) {
    log.warn({ err: error }, 'facts of the former demonstration remain; the next start tries again');
  }
}

/** Tells the history alone, and answers how many days it has; undefined when another process is telling. */
export async function prepareDemonstration(
  parts: DemonstrationParts,
  signal: AbortSignal,
  onDay: (days: number) => void,
): Promise<number | undefined> {
  let told: number | undefined;
  await asOnlyTeller(parts.postgres, signal, async (stop) => {
    const progress = await prepareProgress(parts);
    told = 0;
    const onNews = (news: News) => {
      if ('days' in news) onDay((told = news.days));
      else parts.log.warn(news.warning);
    };
    if (progress.daysTold !== null) await runThread({ tell: 'history', postgresUrl: parts.postgres.url, progress }, stop, onNews);
  });
  return told;
}

/** Until stopped, or one of the two threads fails. The present waits for the newest day: two simulations at once would delay both. */
async function tell(parts: DemonstrationParts, progress: Progress, signal: AbortSignal): Promise<void> {
  const { postgres, log, setting, settings } = parts;
  const startedAt = performance.now();
  const newestDay = Promise.withResolvers<void>();
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const inThread = (what: Task['tell'], onDays: (days: number) => void = () => {}) =>
    runThread({ tell: what, postgresUrl: postgres.url, progress }, either, (news) =>
      'days' in news ? onDays(news.days) : log.warn(news.warning),
    ).catch((error: unknown) => {
      failed.abort();
      throw error;
    });
  // They are a decoration: what keeps them from being set ends nothing, and the next start tries again.
  const decorate = (what: string, set: Promise<void>) =>
    set.catch((error: unknown) => log.warn({ err: error }, `${what} of the demonstration were not set`));
  if (setting) await decorate('rules on incidents', setRules({ ...parts, ...setting }, RULES_BEFOREHAND, []));
  const firstRules = newestDay.promise.then(async () => {
    if (!setting || either.aborted) return;
    await decorate('on-call', setOnCall({ ...parts, ...setting }));
    await decorate('the first rules', setRules({ ...parts, ...setting }, RULES_AT_ONCE));
  });
  const history = async () => {
    if (progress.daysTold !== null) {
      await inThread('history', () => newestDay.resolve());
      if (!either.aborted)
        log.info(`the demonstration's history is complete after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }
    newestDay.resolve();
    await firstRules;
    if (!setting || either.aborted) return;
    await decorate('status page', setStatusPage({ ...parts, ...setting }));
    await decorate('rules', setRules({ ...parts, ...setting }));
    await decorate('incidents', setIncidents(parts));
    await decorate('goals', setGoals({ ...parts, ...setting, days: settings.days }, either));
    // For as long as the present is told.
    await keepOutages(parts, progress.seed, either);
  };
  const live = async () => {
    await firstRules;
    if (!either.aborted) await inThread('live');
  };
  await Promise.all([history().finally(newestDay.resolve), live()]);
}

/** What was measured (173 MB for ninety days of history, 13 MB for the present) with room above it: without a limit a thread collects its garbage late. */
function limitsOf({ tell: what, progress }: Task) {
  const days = (progress.liveFrom - progress.startAt) / DAY;
  return {
    maxOldGenerationSizeMb: Math.ceil(what === 'history' ? 200 + 4 * days : 96),
    maxYoungGenerationSizeMb: what === 'history' ? 16 : 8,
  };
}

/** Resolves when the thread has ended; rejects when it failed. Asked to stop, it has three seconds to note where it stands. */
function runThread(task: Task, signal: AbortSignal, onNews: (news: News) => void): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits: limitsOf(task) });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => {
    worker.postMessage('stop');
    setTimeout(() => void worker.terminate(), 3_000).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  worker.on('message', onNews);
  worker.once('error', reject);
  worker.once('exit', (code) => (code === 0 || signal.aborted ? resolve() : reject(new Error(`its thread ended with ${code}`))));
  return promise.finally(() => signal.removeEventListener('abort', stop));
}
