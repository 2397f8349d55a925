/** Time and chance, as whoever waits needs them: production passes the machine's, tests their own. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';

export interface Pace extends Clock {
  /** Rejects when the signal ends it. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const paceOf = (clock: Clock): Pace => ({
  now: () => clock.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
  random: () => Math.random(),
});
