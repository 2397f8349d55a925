/**
 * The same question of many askers runs once, and its answer is given again while it is fresh: for some time, and as long as
 * nothing is known to have changed. Each asker may leave; when the last has, the run is ended. A run that failed or was ended is
 * not an answer, and is not kept.
 */
import type { Clock } from '../clock.ts';

export interface SharedRuns<T> {
  of(workspaceId: string, name: string, run: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Whoever asks from now on is given no answer of a run that began before; of all workspaces where none is named. */
  outdate(workspaceId?: string): void;
}

interface Run<T> {
  readonly workspaceId: string;
  readonly answer: Promise<T>;
  readonly end: AbortController;
  askers: number;
  /** Null while it runs. */
  freshUntil: number | null;
}

const MOST = 500;

export function sharedRuns<T>(clock: Clock, freshMs: number): SharedRuns<T> {
  const runs = new Map<string, Run<T>>();
  const begin = (workspaceId: string, name: string, run: (signal: AbortSignal) => Promise<T>): Run<T> => {
    const end = new AbortController();
    const begun: Run<T> = { workspaceId, answer: run(end.signal), end, askers: 0, freshUntil: null };
    begun.answer.then(
      () => (begun.freshUntil = clock.now() + freshMs),
      () => runs.get(name) === begun && runs.delete(name),
    );
    runs.delete(name);
    runs.set(name, begun);
    if (runs.size > MOST) runs.delete(runs.keys().next().value!);
    return begun;
  };
  /** An answer can be large: one that is no longer fresh is of no use. */
  const forget = () => {
    for (const [name, { freshUntil }] of runs) if (freshUntil !== null && freshUntil <= clock.now()) runs.delete(name);
  };
  return {
    async of(workspaceId, name, run, signal) {
      signal?.throwIfAborted();
      forget();
      const known = runs.get(name);
      const usable = known && !known.end.signal.aborted && (known.freshUntil === null || clock.now() < known.freshUntil);
      const shared = usable ? known : begin(workspaceId, name, run);
      shared.askers += 1;
      const leave = () => {
        shared.askers -= 1;
        if (shared.askers === 0 && shared.freshUntil === null) shared.end.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await shared.answer;
      } finally {
        signal?.removeEventListener('abort', leave);
        if (!signal?.aborted) shared.askers -= 1;
      }
    },
    outdate(workspaceId) {
      for (const [name, run] of runs) if (workspaceId === undefined || run.workspaceId === workspaceId) runs.delete(name);
    },
  };
}
