/** What is said of a goal in words, from its numbers. */
import type { Goal, Metric } from '../../api/client.ts';
import { goalTarget, goalValue, isFew, valueWords } from '../../numbers/index.ts';
import { formatCount } from '../../ui/index.ts';
import { messages } from './messages.ts';

const DAY_MS = 86_400_000;

/** What it is called: its title, or what its number is. */
export const goalName = ({ spec }: Pick<Goal, 'spec'>, metric: Metric | undefined): string => spec.title ?? metric?.label ?? spec.metric;

export const whoseName = ({ whoseName: name }: Pick<Goal, 'whoseName'>): string => name ?? messages.everybody;

/** `from 4 h 12 m to ≤ 1 h 30 m`, or `hold ≥ 85 %`. */
export function wayWords(goal: Goal, { unit }: Metric): string {
  const target = goalTarget(goal, unit);
  if (isHeld(goal)) return messages.hold(target);
  return messages.fromTo(goalValue(goal.spec.baseline.value, unit), target);
}

/** The baseline meets the target already. */
export function isHeld({ spec: { baseline, target }, direction }: Goal): boolean {
  return direction === 'higher' ? baseline.value >= target : baseline.value <= target;
}

/** The part of the time that is over, to the thousandth; with it the part of the way that should be. */
export function timeGone({ startsAt, endsAt }: Goal, now: number): number {
  const gone = (now - Date.parse(startsAt)) / (Date.parse(endsAt) - Date.parse(startsAt));
  return Math.floor(1000 * Math.min(1, Math.max(0, gone))) / 1000;
}

/** Days until the end, begun ones included; 0 once it is over. */
export const daysLeft = ({ endsAt }: Goal, now: number): number => Math.max(0, Math.ceil((Date.parse(endsAt) - now) / DAY_MS));

/** What is measured now, or why nothing is. */
export function nowWords({ standing }: Pick<Goal, 'standing'>, { unit }: Metric): string {
  if (!standing) return '';
  if (standing.withheld) return messages.withheld;
  return standing.value === null ? messages.noValue : valueWords(standing.value, unit);
}

/** On how many it rests, and whether that is few. */
export function restWords({ standing }: Pick<Goal, 'standing'>, { unit }: Metric): string | null {
  if (!standing || standing.value === null || unit === 'count') return null;
  const n = `n ${formatCount(standing.n)}`;
  return isFew({ ...standing, unit }) ? `${n}, ${messages.few}` : n;
}
