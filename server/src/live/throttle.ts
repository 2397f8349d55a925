/**
 * Says something at most every so often, one pace per key: the first time at once, and what was withheld since when the
 * time is over, so that the last word is always said.
 */
export interface Throttle {
  say(key: string, word: string): void;
  /** Nothing is said any more; what was withheld is dropped. */
  stop(): void;
}

export function createThrottle(everyMs: number, tell: (key: string, word: string) => void): Throttle {
  const paces = new Map<string, { timer: NodeJS.Timeout; withheld?: string }>();
  const speak = (key: string, word: string) => {
    paces.set(key, { timer: setTimeout(() => end(key), everyMs).unref() });
    tell(key, word);
  };
  const end = (key: string) => {
    const withheld = paces.get(key)?.withheld;
    paces.delete(key);
    if (withheld !== undefined) speak(key, withheld);
  };
  return {
    say(key, word) {
      const pace = paces.get(key);
      if (pace) pace.withheld = word;
      else speak(key, word);
    },
    stop() {
      for (const { timer } of paces.values()) clearTimeout(timer);
      paces.clear();
    },
  };
}
