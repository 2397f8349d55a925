/** What can be a goal of a metric, and in which steps its course is told. */
import type { Metric } from '../metrics/index.ts';
import type { GoalDraft } from './goal.ts';
import { directionOf } from './path.ts';

const DAY_MS = 86_400_000;
/** Up to so many days a course is told day by day. */
const MOST_BY_DAY = 35;

/** Whether a longer stretch makes it larger: a count or a sum of what happened, and not what lasts at an instant. */
export const addsUp = ({ tree }: Pick<Metric, 'tree'>): boolean =>
  tree.node === 'leaf' && ['count', 'distinct', 'sum', 'known'].includes(tree.measure.take) && tree.population.period.by !== 'asOf';

/** The steps of a course: days of a short one, weeks of a long one, and of what adds up always those of its window. */
export function stepOf(metric: Pick<Metric, 'tree'>, { startsOn, endsOn }: Pick<GoalDraft, 'startsOn' | 'endsOn'>): 'day' | 'week' {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS + 1;
  return days > MOST_BY_DAY || addsUp(metric) ? 'week' : 'day';
}

interface Fault {
  readonly field: 'target' | 'windowDays' | 'baseline.value';
  readonly message: string;
}

const BOUNDS: Partial<Record<Metric['unit'], { readonly most: number; readonly words: string }>> = {
  share: { most: 1, words: 'must be from 0 to 1, as a share is' },
  seconds: { most: Number.POSITIVE_INFINITY, words: 'must be 0 seconds or more' },
  count: { most: Number.POSITIVE_INFINITY, words: 'must be 0 or more' },
};

/** What of a goal the metric cannot have, before its baseline is known; null where all is well. */
export function draftFault(metric: Metric, { target, windowDays, baseline }: GoalDraft): Fault | null {
  if (addsUp(metric) && windowDays !== 7) return { field: 'windowDays', message: `must be 7 for ${metric.id}, which grows with its days` };
  const bounds = BOUNDS[metric.unit];
  const breaks = (value: number) => bounds !== undefined && (value < 0 || value > bounds.most);
  if (bounds && breaks(target)) return { field: 'target', message: bounds.words };
  if (bounds && baseline.from === 'typed' && breaks(baseline.value)) return { field: 'baseline.value', message: bounds.words };
  return null;
}

/** A metric without an opinion goes towards its target, so the two must differ. Null where they do, or where it has one. */
export const targetFault = ({ betterWhen }: Pick<Metric, 'betterWhen'>, baseline: number, target: number): Fault | null =>
  directionOf(betterWhen, baseline, target) === null ? { field: 'target', message: 'must differ from the baseline' } : null;
