/**
 * The hours of a clock, of which a screen knows only when they close next and how much is closed after that, until its
 * breach. With that it can tell how much business time is left without a calendar: what lies until the breach, less what of
 * it is closed. Past the closings that are listed it does not know, and says nothing of hours. Pure; instants in ms.
 */
import type { RowClock } from '../api/client.ts';
import { breachMs, isBreached, type Climbing } from './ladder.ts';

/** A clock of a row; those of a ticket's page know more of their hours. */
export type Counting = Climbing & Pick<RowClock, 'closings' | 'closedAfterSeconds'>;

const SECOND = 1000;

/** A row says from, to, from, to …, each in seconds before the breach. */
function spansOf(clock: Counting): [from: number, to: number][] {
  const instants = clock.closings.map((seconds) => breachMs(clock) - seconds * SECOND);
  return Array.from({ length: instants.length / 2 }, (_, index) => [instants[2 * index]!, instants[2 * index + 1]!]);
}

/** When the hours that are closed at `now` open again; null within them or where that is not known, and for a clock that does not run or is broken. */
export function closedUntil(clock: Counting, now: number): number | null {
  if (!clock.isRunning || isBreached(clock, now)) return null;
  return spansOf(clock).find(([from, to]) => from <= now && now < to)?.[1] ?? null;
}

/** Of the time until the breach, how much is closed; null where that is not known any more. */
export function closedMs(clock: Counting, now: number): number | null {
  const spans = spansOf(clock);
  if (clock.closedAfterSeconds > 0 && now > (spans.at(-1)?.[1] ?? -Infinity)) return null;
  return spans.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, now)), clock.closedAfterSeconds * SECOND);
}

/** Business time until the breach; it stays what it is while the hours are closed. Null where it is not known any more. */
export function leftMs(clock: Counting, now: number): number | null {
  const closed = closedMs(clock, now);
  return closed === null ? null : breachMs(clock) - now - closed;
}
