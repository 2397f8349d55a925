/** What needs a person now, worst first: what is wrong with the whole queue, then the tickets that wait too long. */
import type { Overview } from '../../api/client.ts';

export type Burning = Overview['onFire'][number];

/** More than this is no longer a list to act on; the queue shows the rest. */
export const MOST_SHOWN = 5;

/** Nobody can take what comes. */
export const nobodyFree = ({ waiting, available }: Pick<Overview, 'waiting' | 'available'>): boolean => waiting > 0 && available === 0;

/** Critical before all else, then whoever has waited longest. */
export const worstFirst = (burning: readonly Burning[]): Burning[] =>
  burning.toSorted(
    (one, other) =>
      Number(other.priority === 'P1') - Number(one.priority === 'P1') ||
      Date.parse(one.waitingSince) - Date.parse(other.waitingSince) ||
      (one.ticket < other.ticket ? -1 : 1),
  );
