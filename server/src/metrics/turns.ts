/**
 * So many at a time, the others in the order in which they came. All at once would make each as slow as all together, and beyond its
 * bounds of time and memory; in turns most are answered long before the last.
 */
import { Refusal } from '../errors.ts';

export interface Turns {
  /** Runs the work when it is its turn. Rejects if the asker leaves before, and refuses who would wait for too long. */
  take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createTurns(atOnce: number, patienceMs: number): Turns {
  const waiting = new Set<() => void>();
  let running = 0;
  const next = () => {
    for (const begin of waiting) {
      if (running >= atOnce) return;
      running += 1;
      waiting.delete(begin);
      begin();
    }
  };
  const turn = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const end = () => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', leave);
      };
      const begin = () => (end(), resolve());
      const giveUp = (reason: Error) => (end(), waiting.delete(begin), reject(reason));
      const leave = () => giveUp(signal!.reason as Error);
      const patience = setTimeout(
        () => giveUp(new Refusal('unavailable', 'Too many questions are asked at once; try again in a moment.', { retryAfterSeconds: 5 })),
        patienceMs,
      );
      signal?.addEventListener('abort', leave, { once: true });
      waiting.add(begin);
      next();
    });
  return {
    async take(work, signal) {
      signal?.throwIfAborted();
      await turn(signal);
      try {
        return await work();
      } finally {
        running -= 1;
        next();
      }
    },
  };
}
