/** Whether a goal keeps up with its way, with a tolerance: numbers of a week or a month sway by themselves. */
import { expectedAt, isHeld, meets, type Path } from './path.ts';

export const PACES = ['ahead', 'on_track', 'behind', 'far_behind', 'reached', 'missed', 'unknown'] as const;
/** `reached` and `missed` are about the target, the others about the way to it. `unknown`: there is no value. */
export type Pace = (typeof PACES)[number];

/** So much of the whole way may be missing, or be gained, and it is on track. */
const TOLERANCE = 0.1;
/** Beyond so much of it, it is far behind. */
const FAR = 0.3;
/** Of what is held there is no way: so much of the target may be missing until it is far behind. */
const FAR_OF_TARGET = 0.05;

/**
 * The pace of a value at an instant. A target that is met before the end is reached, unless it is one to hold: that is decided
 * at the end alone.
 */
export function paceOf(path: Path, value: number | null, at: number): Pace {
  if (value === null) return 'unknown';
  if (at >= path.endsAt) return meets(path, value) ? 'reached' : 'missed';
  if (isHeld(path)) {
    if (meets(path, value)) return 'on_track';
    return Math.abs(value - path.target) <= FAR_OF_TARGET * Math.abs(path.target) ? 'behind' : 'far_behind';
  }
  if (meets(path, value)) return 'reached';
  const way = Math.abs(path.target - path.baseline);
  const sign = path.direction === 'higher' ? 1 : -1;
  const gained = (sign * (value - expectedAt(path, at))) / way;
  if (gained > TOLERANCE) return 'ahead';
  if (gained >= -TOLERANCE) return 'on_track';
  return gained >= -FAR ? 'behind' : 'far_behind';
}
