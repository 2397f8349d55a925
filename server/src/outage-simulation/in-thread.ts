/** Runs a task in a thread of its own, as it keeps a processor busy for seconds, during which the server must answer and its clocks run. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../errors.ts';
import type { Fit, News, Task } from './thread.ts';
import type { Summary } from '@watchdesk/domain/outage-simulation';

const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 };
/** The largest question takes two minutes on a slow processor. */
const LONGEST_MS = 10 * 60_000;

interface Answers {
  readonly fit: Fit;
  readonly simulate: Summary;
}

/** Rejects when it fails, takes too long, or `signal` ends it. */
export async function inThread<K extends Task['kind']>(
  task: Extract<Task, { kind: K }>,
  signal: AbortSignal,
  onDone: (runs: number) => void = () => {},
): Promise<Answers[K]> {
  if (signal.aborted) throw ended();
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: task, resourceLimits: LIMITS });
  const { promise, resolve, reject } = Promise.withResolvers<Answers[K]>();
  worker.on('message', (news: News) => {
    if ('done' in news) onDone(news.done);
    else resolve(('fit' in news ? news.fit : news.summary) as Answers[K]);
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(signal.aborted ? ended() : new Error(`the thread of a simulation ended with ${code}`)));
  const end = () => void worker.terminate();
  const deadline = setTimeout(end, LONGEST_MS);
  signal.addEventListener('abort', end, { once: true });
  return promise.finally(() => {
    clearTimeout(deadline);
    signal.removeEventListener('abort', end);
  });
}

const ended = () => new Refusal('unavailable', 'The simulation was ended.', { retryAfterSeconds: 1 });
