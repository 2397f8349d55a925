/**
 * What is usual at this hour of the week, and how far a value is from it: the median of the same hour in the weeks before, and the
 * median absolute deviation from it, which a few odd weeks do not move (Rousseeuw & Croux 1993; 1.4826 makes it a standard deviation of
 * normal values). Counts vary by their square root even where nothing is the matter, and no hour is thought steadier than that.
 */
import { medianOf } from '../statistics/index.ts';

export const HOUR_MS = 3_600_000;
export const WEEK_MS = 168 * HOUR_MS;
/** Of fewer weeks nothing is called unusual. */
export const FEWEST_WEEKS = 4;
const TO_STANDARD = 1.4826;
/** Of a steady number this part of it still is no deviation. */
const LEAST_SHARE = 0.05;

/** An hour that is over: where it begins, and what was measured in it. */
export interface HourValue {
  readonly at: number;
  readonly value: number | null;
}

export type Unusual =
  | { readonly status: 'sparse'; readonly weeks: number }
  | {
      readonly status: 'known';
      readonly weeks: number;
      readonly usual: number;
      /** One standard deviation, as it is usual at this hour. */
      readonly spread: number;
      /** So many of them above what is usual, or below where negative. */
      readonly deviations: number;
      /** What was measured in the weeks before, the oldest first. */
      readonly before: readonly number[];
    };

/** How unusual the value of an hour is beside the same local hour of the weeks before. `hours` need not be in order; later ones are not looked at. */
export function unusualness(
  hours: readonly HourValue[],
  { at, value }: { at: number; value: number },
  weeks: number,
  localOf: (at: number) => number,
  isCount: boolean,
): Unusual {
  const hour = hourOfWeek(localOf(at));
  const before = hours
    .filter((one): one is { at: number; value: number } => one.value !== null && one.at < at && one.at >= at - weeks * WEEK_MS - HOUR_MS)
    .filter((one) => hourOfWeek(localOf(one.at)) === hour)
    .toSorted((a, b) => a.at - b.at)
    .map((one) => one.value);
  if (before.length < FEWEST_WEEKS) return { status: 'sparse', weeks: before.length };
  const usual = medianOf(before);
  const deviation = TO_STANDARD * medianOf(before.map((one) => Math.abs(one - usual)));
  const spread = Math.max(deviation, isCount ? Math.sqrt(Math.max(1, usual)) : Math.abs(usual) * LEAST_SHARE, Number.EPSILON);
  return { status: 'known', weeks: before.length, usual, spread, deviations: (value - usual) / spread, before };
}

/** From local milliseconds: 0 to 167, of which 0 is the first hour of a Thursday. */
export const hourOfWeek = (local: number): number => Math.floor((((local % WEEK_MS) + WEEK_MS) % WEEK_MS) / HOUR_MS);
