/** What telling the demonstration needs, and its patience: PostgreSQL may go away and come back at any moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Door, Outcome } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface Telling {
  readonly postgres: Postgres;
  readonly door: Door;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Tries until it succeeds; undefined when a stop was asked for first. Telling twice does no harm. */
  insist<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** A stop came in the middle of something, so that what was last told may not be in. */
  isLost(): boolean;
  /** The door turned down what we simulated: a fault of ours, which must be seen. */
  complain(outcomes: readonly Outcome[] | undefined): void;
}

const PAUSE_MS = [100, 500, 1_000, 2_000, 5_000];

interface TellingOptions extends Pick<Telling, 'postgres' | 'door' | 'clock' | 'signal'> {
  readonly warn: (message: string) => void;
}

export function createTelling({ warn, ...parts }: TellingOptions): Telling {
  const { signal } = parts;
  let lost = false;
  return {
    ...parts,
    insist: async (work) => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await work();
        } catch (error) {
          if (signal.aborted) {
            lost = true;
            return undefined;
          }
          if (attempt % 20 === 0) warn(`the demonstration waits: ${(error as Error).message}`);
          await sleep(PAUSE_MS[Math.min(attempt, PAUSE_MS.length - 1)], undefined, { signal }).catch(() => {});
        }
      }
    },
    isLost: () => lost,
    complain: (outcomes = []) => {
      const bad = outcomes.filter(({ outcome }) => outcome === 'rejected');
      if (bad.length > 0) warn(`the door rejected ${bad.length} simulated events, first: ${JSON.stringify(bad[0])}`);
    },
  };
}
