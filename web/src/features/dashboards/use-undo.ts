/** Steps of a draft that can be taken back, one by one. */
import { useState } from 'react';

const MOST_STEPS = 100;

export interface Undo<T> {
  /** Changes the draft; the present one can be come back to. */
  step: (next: T) => void;
  /** Null where there is nothing to take back. */
  undo: (() => void) | null;
}

export function useUndo<T>(present: T, change: (next: T) => void): Undo<T> {
  const [past, setPast] = useState<readonly T[]>([]);
  const before = past.at(-1);
  return {
    step: (next) => {
      if (next === present) return;
      setPast([...past.slice(-MOST_STEPS), present]);
      change(next);
    },
    undo:
      before === undefined
        ? null
        : () => {
            setPast(past.slice(0, -1));
            change(before);
          },
  };
}
