/** At which instant a question is asked: those that come within a moment of each other are asked at one, so that their scans can be one. */
import type { Clock } from '../clock.ts';

/** Shorter than anything that is told takes to become a fact. */
const MOMENT_MS = 10;

/** Milliseconds since 1970; never later than the present, and at most a moment earlier. */
export function instantsOf(clock: Clock): () => number {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    if (now < last || now - last > MOMENT_MS) last = now;
    return last;
  };
}
