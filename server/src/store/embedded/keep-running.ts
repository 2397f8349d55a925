/**
 * The server outlives its engines: one that dies is started again, at once the first time and then with growing pauses,
 * on the same port, so that pools simply reconnect. An engine that cannot start the very first time is not retried: that
 * is a fault a person must see.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import type { EmbeddedEngine } from './child.ts';

export interface KeptEngine {
  /** Fulfilled when it has answered once. */
  readonly ready: Promise<void>;
  state(): 'starting' | 'running' | 'restarting';
  stop(): Promise<void>;
}

interface KeepOptions {
  readonly name: string;
  readonly start: () => Promise<Pick<EmbeddedEngine, 'died' | 'stop'>>;
  readonly log: Logger;
  /** The first pause; it doubles up to `longestPauseMs`, and is forgotten after an engine has lived for a minute. */
  readonly pauseMs?: number;
  readonly longestPauseMs?: number;
}

const SETTLED_MS = 60_000;

export function keepRunning({ name, start, log, pauseMs = 250, longestPauseMs = 10_000 }: KeepOptions): KeptEngine {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<void>((settle) => signal.addEventListener('abort', () => settle(), { once: true }));
  let state: 'starting' | 'running' | 'restarting' = 'starting';

  async function startAgain(failures: number): Promise<Pick<EmbeddedEngine, 'died' | 'stop'> | undefined> {
    for (let attempt = failures; !signal.aborted; attempt++) {
      if (attempt > 0) await sleep(Math.min(longestPauseMs, pauseMs * 2 ** (attempt - 1)), undefined, { signal }).catch(() => {});
      if (signal.aborted) break;
      try {
        return await start();
      } catch (error) {
        log.error({ err: error }, `${name} did not start again; trying further`);
      }
    }
    return undefined;
  }

  async function follow(first: Pick<EmbeddedEngine, 'died' | 'stop'>): Promise<void> {
    let engine: Pick<EmbeddedEngine, 'died' | 'stop'> | undefined = first;
    let deaths = 0;
    while (engine) {
      state = 'running';
      const since = performance.now();
      const end: Error | undefined = await Promise.race([engine.died, stopped.then(() => undefined)]);
      if (signal.aborted || !end) return engine.stop();
      state = 'restarting';
      deaths = performance.now() - since > SETTLED_MS ? 0 : deaths + 1;
      log.error(`${end.message}\n${name} is being started again`);
      engine = await startAgain(Math.max(0, deaths - 1));
      if (engine) log.info(`${name} runs again`);
    }
  }

  const first = start();
  const life = first.then(follow, () => {});
  return {
    ready: first.then(() => {}),
    state: () => state,
    stop: () => {
      stopping.abort();
      return life;
    },
  };
}
