/** The same question of many watchers runs once: an answer is shared while it is fresh, and kept for when the store is down. */
import type { Clock } from '../clock.ts';

export interface SharedAnswers<T> {
  /** The answer to the question of that name; `ask` runs at most once in the time answers stay fresh. Rejects when `ask` does. */
  of(name: string, ask: () => Promise<T>): Promise<T>;
  /** The last good answer, however old. */
  last(name: string): T | undefined;
  /** Whoever asks from now on is given no answer of before, where the name is one of these. */
  outdate(which: (name: string) => boolean): void;
}

interface Kept<T> {
  freshUntil: number;
  readonly answer: Promise<T>;
  good: T | undefined;
}

/** Distinct questions kept; whoever chose the period by hand makes one each. */
const MOST = 500;
/** A question that takes long is asked more seldom: at most a quarter of the time is spent on it. */
const REST = 4;

export function shareAnswers<T>(clock: Clock, freshMs: number): SharedAnswers<T> {
  const kept = new Map<string, Kept<T>>();
  return {
    of: (name, ask) => {
      const known = kept.get(name);
      const askedAt = clock.now();
      if (known && askedAt < known.freshUntil) return known.answer;
      const entry: Kept<T> = { freshUntil: Number.POSITIVE_INFINITY, answer: ask(), good: known?.good };
      const end = () => (entry.freshUntil = askedAt + Math.max(freshMs, REST * (clock.now() - askedAt)));
      entry.answer.then((answer) => (end(), (entry.good = answer)), end);
      kept.delete(name);
      kept.set(name, entry);
      if (kept.size > MOST) kept.delete(kept.keys().next().value!);
      return entry.answer;
    },
    last: (name) => kept.get(name)?.good,
    outdate(which) {
      // In their place and not in them, since what runs now would say how long its answer is fresh.
      for (const [name, entry] of kept) if (which(name)) kept.set(name, { ...entry, freshUntil: Number.NEGATIVE_INFINITY });
    },
  };
}
