/**
 * The way of a goal: a straight line from the baseline at its start to the target at its end. Where the baseline meets the
 * target already, the goal is to hold it, and the target is expected all the way.
 */
import type { Metric } from '../metrics/index.ts';

export type Direction = 'higher' | 'lower';

export interface Path {
  readonly baseline: number;
  readonly target: number;
  /** Milliseconds since 1970; the end is the first instant after the last day. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Which values are better. */
  readonly direction: Direction;
}

/** Which values are better: as the catalogue has it, or towards the target where it has no opinion; null where that leads nowhere. */
export function directionOf(betterWhen: Metric['betterWhen'], baseline: number, target: number): Direction | null {
  if (betterWhen !== 'neutral') return betterWhen;
  return target === baseline ? null : target > baseline ? 'higher' : 'lower';
}

export const meets = ({ direction, target }: Pick<Path, 'direction' | 'target'>, value: number): boolean =>
  direction === 'higher' ? value >= target : value <= target;

/** Whether it is to keep what is there already. */
export const isHeld = (path: Path): boolean => meets(path, path.baseline);

/** The part of the time that has gone by, from 0 to 1. */
export const elapsedShare = ({ startsAt, endsAt }: Pick<Path, 'startsAt' | 'endsAt'>, at: number): number =>
  Math.min(1, Math.max(0, (at - startsAt) / (endsAt - startsAt)));

/** What the value would be at the instant on the straight way; before the start the baseline, after the end the target. */
export function expectedAt(path: Path, at: number): number {
  if (isHeld(path)) return path.target;
  const gone = elapsedShare(path, at);
  // At either end exactly what was said.
  return gone === 1 ? path.target : path.baseline + (path.target - path.baseline) * gone;
}

/** The part of the way that is behind, which may be below 0 or above 1; null of what is held, which goes nowhere. */
export const progressOf = (path: Path, value: number | null): number | null =>
  value === null || isHeld(path) ? null : (value - path.baseline) / (path.target - path.baseline);
