/**
 * A thread of its own for each of past and present: ninety days take seconds of computing, during which the server must
 * answer. It has its own connections, and returns its memory when the past is told.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../clock.ts';
import { createDoor } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { tellHistory } from './history.ts';
import { tellLive } from './live.ts';
import type { Progress } from './progress.ts';
import { createTelling } from './telling.ts';

export interface Task {
  readonly tell: 'history' | 'live';
  readonly postgresUrl: string;
  readonly progress: Progress;
}

export type News = { readonly days: number } | { readonly warning: string };

const { tell, postgresUrl, progress } = workerData as Task;
const say = (news: News) => parentPort!.postMessage(news);
const stopping = new AbortController();
parentPort!.once('message', () => stopping.abort());

const postgres = openPostgres(postgresUrl, { connections: 3 });
const telling = createTelling({
  postgres,
  door: createDoor({ postgres, clock: systemClock }),
  clock: systemClock,
  signal: stopping.signal,
  warn: (warning) => say({ warning }),
});
if (tell === 'history') await tellHistory(telling, progress, (days) => say({ days }));
else await tellLive(telling, progress);
await postgres.close();
parentPort!.close();
