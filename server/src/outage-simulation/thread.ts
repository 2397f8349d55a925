/** The thread of a simulation: fits a baseline, or plays a question through. It reads nothing and ends with its answer. */
import {
  type Baseline,
  createSummary,
  type Fitted,
  fitQueue,
  modelOf,
  reproduce,
  type Reproduced,
  runOnce,
  type Setting,
  type SimulationSpec,
  type Summary,
} from '@watchdesk/domain/outage-simulation';
import { parentPort, workerData } from 'node:worker_threads';

export type Task =
  | { readonly kind: 'fit'; readonly baseline: Baseline; readonly seed: number }
  | { readonly kind: 'simulate'; readonly setting: Setting; readonly spec: SimulationSpec };

export interface Fit {
  readonly fitted: Fitted;
  /** Weeks without an outage, by another luck than the fit's. */
  readonly channels: readonly Omit<Reproduced, 'waits'>[];
  readonly all: Omit<Reproduced, 'waits'>;
}

export type News = { readonly done: number } | { readonly fit: Fit } | { readonly summary: Summary };

const CHECK_RUNS = 800;
/** The check shares no chance with the fit. */
const OTHER_SEED = 7_919;
const TELL_EVERY = 5;

const task = workerData as Task;
const say = (news: News) => parentPort!.postMessage(news);
const withoutWaits = ({ waits: _, ...rest }: Reproduced) => rest;

if (task.kind === 'fit') {
  const fitted = fitQueue(task.baseline, task.seed);
  const { channels, all } = reproduce(task.baseline, fitted, { seed: task.seed + OTHER_SEED, runs: CHECK_RUNS });
  say({ fit: { fitted, channels: channels.map(withoutWaits), all: withoutWaits(all) } });
} else {
  const model = modelOf(task.setting, task.spec);
  const summary = createSummary(model);
  for (let run = 0; run < task.spec.runs; run += 1) {
    summary.add(runOnce(model, run));
    if ((run + 1) % TELL_EVERY === 0) say({ done: run + 1 });
  }
  say({ summary: summary.result() });
}
parentPort!.close();
