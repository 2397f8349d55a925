/**
 * When a calendar is closed on the way to an instant, in few numbers: the nearest closings, and how much is closed after
 * them. Whoever has them counts business time until that instant without the calendar (web/src/clocks/hours.ts).
 */
import type { Calendar } from './calendar.ts';

export interface ClosedAhead {
  /** From, to, from, to …: the nearest ones, at most MOST_LISTED, in order; in seconds before the instant in question: `[14400, 3600]` is closed from four hours before it until one hour before it. */
  readonly closings: number[];
  /** Closed seconds between the last of them and that instant; 0 where all are listed. */
  readonly closedAfterSeconds: number;
}

/** Two days of split shifts. Every row carries them, to everybody who watches, whenever anything happens to its ticket. */
export const MOST_LISTED = 4;

export const NEVER_CLOSED: ClosedAhead = { closings: [], closedAfterSeconds: 0 };

/** Of [from, to), cut to it: what is over by `from` is not in it. */
export function closedAhead(calendar: Calendar, from: number, to: number): ClosedAhead {
  const closed: [from: number, to: number][] = [];
  let end = from;
  for (const [opens, closes] of calendar.openIn(from, to)) {
    if (opens > end) closed.push([to - end, to - opens]);
    end = closes;
  }
  if (end < to) closed.push([to - end, 0]);
  return {
    closings: closed.slice(0, MOST_LISTED).flat(),
    closedAfterSeconds: closed.slice(MOST_LISTED).reduce((sum, [starts, stops]) => sum + starts - stops, 0),
  };
}
