/** The last changes that arrived, for snapshots that were on their way meanwhile. */
import { compareNumbers, type Change } from './protocol.ts';

/** More than a slow answer and a busy minute need; older ones are in every snapshot. */
const KEPT = 5_000;

export interface Recent {
  add(changes: readonly Change[]): void;
  /** Those numbered above, oldest first. */
  after(number: string): readonly Change[];
}

export function createRecent(): Recent {
  let kept: Change[] = [];
  return {
    add(changes) {
      kept = [...kept, ...changes].slice(-KEPT);
    },
    after: (number) => kept.filter((change) => compareNumbers(change.number, number) > 0),
  };
}
