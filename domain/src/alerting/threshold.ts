/** A number against a bound, with a band in which nothing changes: it has to come back as far as `clear` before it is well again. */
import { z } from 'zod';

const DAY_S = 86_400;
const seconds = z.int('must be whole seconds').min(0, 'must not be negative');

export const threshold = z
  .strictObject({
    compare: z.enum(['above', 'below'], 'must be above or below'),
    value: z.number('must be a number'),
    /** Where it is well again; left out, at the value itself. */
    clear: z.number('must be a number').optional(),
    /** It has to hold so long before anybody is told. */
    forSeconds: seconds.max(7 * DAY_S, 'must be at most a week').default(0),
    /** Of fewer than so many cases nothing is concluded. */
    leastN: z.int('must be a whole number').min(0, 'must not be negative').max(1_000_000).default(0),
  })
  .superRefine(({ compare, value, clear }, context) => {
    if (clear === undefined || (compare === 'above' ? clear <= value : clear >= value)) return;
    const message = compare === 'above' ? 'must not be above the value' : 'must not be below the value';
    context.addIssue({ code: 'custom', path: ['clear'], message });
  });
export type Threshold = z.output<typeof threshold>;

export interface Figure {
  readonly value: number | null;
  readonly n: number;
}

/**
 * Whether it holds, given whether it held before. No value is well: there is nothing it could be true of. Of too few cases it stays
 * as it was.
 */
export function holdsNow({ compare, value: bound, clear = bound, leastN }: Threshold, held: boolean, { value, n }: Figure): boolean {
  if (value === null) return false;
  if (n < leastN) return held;
  const limit = held ? clear : bound;
  return compare === 'above' ? value > limit : value < limit;
}
