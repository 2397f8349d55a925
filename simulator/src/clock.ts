/** Simulated time: a heap of what is due. Things due at one instant happen in the order in which they were planned. */
import TinyQueue from 'tinyqueue';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export interface Clock {
  /** The simulated instant, in milliseconds since 1970. */
  now(): number;
  /** Plans something; an instant that has passed means at once. Instants are whole milliseconds. */
  at(at: number, run: () => void): void;
  after(ms: number, run: () => void): void;
  /** Lets everything happen that is due up to and including `to`. */
  runUntil(to: number): void;
}

export function createClock(startAt: number): Clock {
  let now = startAt;
  let planned = 0;
  const heap = new TinyQueue<Due>([], (a, b) => a.at - b.at || a.order - b.order);
  const at = (when: number, run: () => void) => heap.push({ at: Math.max(now, Math.round(when)), order: planned++, run });
  return {
    now: () => now,
    at,
    after: (ms, run) => at(now + ms, run),
    runUntil(to) {
      for (let due = heap.peek(); due && due.at <= to; due = heap.peek()) {
        heap.pop();
        now = due.at;
        due.run();
      }
      now = Math.max(now, to);
    },
  };
}
