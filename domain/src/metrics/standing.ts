/** How a number stands to its target. */
import type { Metric } from './metric.ts';

/** Met, between target and warning (missed), or beyond the warning (warns); null without either, or without a number. */
export type Standing = 'met' | 'missed' | 'warns';

export function standingOf({ target, warning, betterWhen }: Pick<Metric, 'target' | 'warning' | 'betterWhen'>, value: number | null) {
  if (value === null || betterWhen === 'neutral' || (target === undefined && warning === undefined)) return null;
  const falls = (bound: number) => (betterWhen === 'higher' ? value < bound : value > bound);
  if (warning !== undefined && falls(warning)) return 'warns';
  return target !== undefined && falls(target) ? 'missed' : 'met';
}
