/**
 * Remembers answers for a moment, so that a thousand requests a second by one key do not ask for it a thousand times.
 * What is revoked elsewhere is therefore refused after a second at the latest; here at once, by `forget`.
 */
import type { Clock } from './clock.ts';

const MOMENT_MS = 1000;
const MOST = 10_000;

export interface Remembered<T> {
  get(key: string, ask: () => Promise<T>): Promise<T>;
  forget(): void;
}

export function remembered<T>(clock: Clock, forMs = MOMENT_MS): Remembered<T> {
  const answers = new Map<string, { until: number; answer: Promise<T> }>();
  return {
    get(key, ask) {
      const known = answers.get(key);
      if (known && known.until > clock.now()) return known.answer;
      if (answers.size >= MOST) answers.clear();
      const answer = ask();
      answers.set(key, { until: clock.now() + forMs, answer });
      answer.catch(() => answers.delete(key)); // a failure is not an answer
      return answer;
    },
    forget: () => answers.clear(),
  };
}
