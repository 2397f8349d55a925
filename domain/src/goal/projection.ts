/**
 * Where a goal would be at its end if it went on as it has: the line of Theil (1950) and Sen (1968), whose slope is the median
 * of the slopes between all pairs of points. Almost three of ten points may be wild without moving it.
 */
import type { Metric } from '../metrics/index.ts';
import { elapsedShare, meets, type Path } from './path.ts';

export interface Point {
  /** Milliseconds since 1970: the end of the stretch it was measured over. */
  readonly at: number;
  readonly value: number;
}

/** Per millisecond. */
export interface Line {
  readonly slope: number;
  readonly value: (at: number) => number;
}

/** From fewer points no trend is told. */
const FEWEST_POINTS = 5;
/** Nor before so much of the time has gone by: what is projected is otherwise mostly the noise of the beginning. */
const LEAST_ELAPSED = 0.2;

export type Projection =
  | { readonly status: 'projected'; readonly value: number; readonly n: number; readonly reaches: boolean }
  /** Too early to say: too few points, or too little of the time. */
  | { readonly status: 'early'; readonly n: number };

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};

/** The line through the points; null of fewer than two instants. */
export function trendOf(points: readonly Point[]): Line | null {
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).flatMap((other) => (one.at === other.at ? [] : [(other.value - one.value) / (other.at - one.at)])),
  );
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  // From an instant among the points: at the year 1970 a slope has lost its last digits.
  const origin = points[0]!.at;
  const start = median(points.map(({ at, value }) => value - slope * (at - origin)));
  return { slope, value: (at) => start + slope * (at - origin) };
}

/** Values that a unit cannot have are not projected: no share above all, no time below none. */
export function withinUnit(value: number, unit: Metric['unit']): number {
  if (unit === 'share') return Math.min(1, Math.max(0, value));
  return unit === 'seconds' || unit === 'count' ? Math.max(0, value) : value;
}

/** The line that is projected; null where it is too early to say. */
export const projectedLine = (path: Path, points: readonly Point[], now: number): Line | null =>
  points.length < FEWEST_POINTS || elapsedShare(path, now) < LEAST_ELAPSED ? null : trendOf(points);

/** Where it would be at the end, from the points until now. */
export function projectionOf(path: Path, points: readonly Point[], now: number, unit: Metric['unit']): Projection {
  const line = projectedLine(path, points, now);
  if (!line) return { status: 'early', n: points.length };
  const value = withinUnit(line.value(path.endsAt), unit);
  return { status: 'projected', value, n: points.length, reaches: meets(path, value) };
}
