/** Steps of a draft that can be taken back, one by one, and taken again until another is made. */
import { useState } from 'react';

const MOST_STEPS = 100;

interface Steps<T> {
  past: readonly T[];
  /** The next first. */
  future: readonly T[];
}

export interface Undo<T> {
  /** Changes the draft; the present one can be come back to. */
  step: (next: T) => void;
  /** Null where there is nothing to take back. */
  undo: (() => void) | null;
  /** Null where nothing was taken back. */
  redo: (() => void) | null;
}

export function useUndo<T>(present: T, change: (next: T) => void): Undo<T> {
  const [{ past, future }, setSteps] = useState<Steps<T>>({ past: [], future: [] });
  const [before, after] = [past.at(-1), future[0]];
  return {
    step: (next) => {
      if (next === present) return;
      setSteps({ past: [...past.slice(-MOST_STEPS), present], future: [] });
      change(next);
    },
    undo:
      before === undefined
        ? null
        : () => {
            setSteps({ past: past.slice(0, -1), future: [present, ...future] });
            change(before);
          },
    redo:
      after === undefined
        ? null
        : () => {
            setSteps({ past: [...past, present], future: future.slice(1) });
            change(after);
          },
  };
}
