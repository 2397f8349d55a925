/** What somebody does more than others do, whether or not they are good at it. */
import { wilson } from '../metrics/index.ts';
import { ENOUGH } from '../statistics/index.ts';

export interface Speciality {
  readonly kind: string;
  readonly n: number;
  /** Of the person's own work. */
  readonly share: number;
  /** Of the work of all. */
  readonly usual: number;
}

/**
 * The kind of work that stands out most from what all do: the largest excess of the own share over everybody's, where the
 * latter is below the 95 % interval of the former. Null where none does, or of fewer than twenty cases. What is of no kind is none.
 */
export function specialityOf(own: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): Speciality | null {
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, one) => total + one, 0);
  const [mine, everybodys] = [sum(own), sum(all)];
  const found = [...own]
    .filter(([kind, n]) => kind !== '' && n >= ENOUGH)
    .map(([kind, n]) => ({ kind, n, share: n / mine, usual: (all.get(kind) ?? 0) / everybodys }))
    .filter(({ share, usual }) => usual < wilson(share, mine)![0]);
  return found.toSorted((a, b) => b.share - b.usual - (a.share - a.usual))[0] ?? null;
}
