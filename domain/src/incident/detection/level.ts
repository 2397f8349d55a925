/**
 * How busy a region is just now beside the usual: what came against what was expected, over about the last day. It follows holidays,
 * growth and a release, which the weeks before know nothing of, and is too slow to follow an outage.
 */
const HALF_LIFE_MS = 24 * 3_600_000;
/** So many tickets as usual are thought to have come besides, so that few say little. */
const PRIOR = 30;
const BOUNDS = [0.4, 3] as const;

export interface LevelState {
  readonly observed: number;
  readonly expected: number;
  readonly at: number;
}

export const fresh = (at: number): LevelState => ({ observed: 0, expected: 0, at });

/** Moves on to `at`, up to when `expected` more were to come. An earlier instant moves nothing. */
export function movedOn(level: LevelState, at: number, expected: number): LevelState {
  if (at <= level.at) return level;
  const kept = 2 ** (-(at - level.at) / HALF_LIFE_MS);
  return { observed: level.observed * kept, expected: level.expected * kept + expected, at };
}

export const levelOf = ({ observed, expected }: LevelState): number =>
  Math.min(BOUNDS[1], Math.max(BOUNDS[0], (observed + PRIOR) / (expected + PRIOR)));
