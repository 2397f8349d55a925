/**
 * The hours of a clock, of which a screen knows only when they are closed until its breach. With that it can tell how much
 * business time is left without a calendar: what lies until the breach, less what of it is closed. Pure; instants in ms.
 */
import type { RowClock } from '../api/client.ts';
import { breachMs, isBreached, type Climbing } from './ladder.ts';

/** A clock of a row; those of a ticket's page know more of their hours. */
export type Counting = Climbing & Pick<RowClock, 'closings'>;

const spansOf = ({ closings }: Counting): [from: number, to: number][] =>
  closings.map(({ from, to }): [number, number] => [Date.parse(from), Date.parse(to)]);

/** When the hours that are closed at `now` open again; null within them, and for a clock that does not run or is broken. */
export function closedUntil(clock: Counting, now: number): number | null {
  if (!clock.isRunning || isBreached(clock, now)) return null;
  return spansOf(clock).find(([from, to]) => from <= now && now < to)?.[1] ?? null;
}

/** Of the time until the breach, how much is closed. */
export const closedMs = (clock: Counting, now: number): number =>
  spansOf(clock).reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, now)), 0);

/** Business time until the breach; it stays what it is while the hours are closed. */
export const leftMs = (clock: Counting, now: number): number => breachMs(clock) - now - closedMs(clock, now);
