/**
 * Whether 3/4/2016 is in March or in April. A mapping that says nothing leaves it to the file: a figure above 12 decides,
 * and where there is none, or both orders occur, the import is refused, because every guess would be wrong half the time.
 */
import { slashedParts } from './date-format.ts';

/** Values of one column, seen one after another. */
export interface DayOrder {
  see(text: string): void;
  /** `iso` where no value was ambiguous in kind, null where values are ambiguous and none decides. */
  verdict(): 'iso' | 'day first' | 'month first' | 'contradictory' | null;
}

export function createDayOrder(): DayOrder {
  let slashed = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  return {
    see(text) {
      const parts = slashedParts(text);
      if (!parts) return;
      slashed += 1;
      if (parts[0] > 12) dayFirst += 1;
      if (parts[1] > 12) monthFirst += 1;
    },
    verdict() {
      if (slashed === 0) return 'iso';
      if (dayFirst > 0 && monthFirst > 0) return 'contradictory';
      return dayFirst > 0 ? 'day first' : monthFirst > 0 ? 'month first' : null;
    },
  };
}
