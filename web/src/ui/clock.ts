/**
 * The one clock of the page: ticks each second while somebody watches, on whole seconds of the server's time, so
 * that every age on the screen changes together. The live connection corrects it; a viewer's wrong clock does not matter.
 */
import { createContext, use, useCallback, useSyncExternalStore } from 'react';

export interface Clock {
  /** Milliseconds since 1970 by the server's time. */
  now(): number;
  /** Takes over the server's time, given the instant it sent; small jitter of the network is left alone. */
  correct(serverNow: number): void;
  subscribe(onTick: () => void): () => void;
}

/** A correction below this is the network's delay and not a wrong clock. */
const JITTER_MS = 750;

/** A clock over the given source of time, in milliseconds; the timer runs only while there are subscribers. */
export function createClock(source: () => number = Date.now): Clock {
  const watchers = new Set<() => void>();
  let offset = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): number => source() + offset;

  function tick(): void {
    timer = setTimeout(tick, 1000 - (now() % 1000));
    for (const watcher of watchers) watcher();
  }

  return {
    now,
    correct(serverNow) {
      const difference = serverNow - source();
      if (Math.abs(difference - offset) > JITTER_MS) offset = difference;
    },
    subscribe(onTick) {
      watchers.add(onTick);
      timer ??= setTimeout(tick, 1000 - (now() % 1000));
      return () => {
        watchers.delete(onTick);
        if (watchers.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}

/** The page's clock; the frame gives the one that its live connection corrects. */
export const ClockContext = createContext<Clock>(createClock());

/**
 * What `read` says of the present instant, asked again each second. The component renders only when the answer
 * changes, so a thousand ages that show minutes cost nothing in between.
 */
export function useTicking<T extends string | number | boolean | null>(read: (now: number) => T): T {
  const clock = use(ClockContext);
  const subscribe = useCallback((onTick: () => void) => clock.subscribe(onTick), [clock]);
  return useSyncExternalStore(subscribe, () => read(Math.floor(clock.now() / 1000) * 1000));
}
