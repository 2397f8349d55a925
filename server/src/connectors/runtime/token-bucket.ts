/** A token bucket: so many calls a minute, some of them at once. Whoever finds it empty is told how long to wait, and has their token then. */

export interface TokenBucket {
  /** Takes a token; answers after how many milliseconds it may be used. */
  take(now: number): number;
  /** No token is to be had before that instant: the system said so. */
  emptyUntil(at: number): void;
}

/** A sixth of a minute's tokens can be saved up, and come back so slowly that in no minute there are more than allowed. */
const SAVED = 1 / 6;
/** Somewhat longer than the system's own: calls that left apart may arrive closer together. */
const MINUTE_MS = 61_000;

/** The buckets of one connection, by name and size: they outlive the turns. */
export type Buckets = Map<string, TokenBucket>;

export function createBucket(perMinute: number): TokenBucket {
  const mostSaved = Math.max(1, Math.floor(perMinute * SAVED));
  const everyMs = MINUTE_MS / (perMinute - mostSaved + 1);
  /** When the next token that nobody has is there. */
  let next = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      const at = Math.max(next, now - (mostSaved - 1) * everyMs);
      next = at + everyMs;
      return Math.max(0, at - now);
    },
    emptyUntil(at) {
      next = Math.max(next, at);
    },
  };
}
