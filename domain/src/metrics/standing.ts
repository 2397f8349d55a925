/** How a number stands to its target, or to the band it should be in. */
import type { DimensionId } from './dimensions.ts';
import type { Metric } from './metric.ts';

/** Met, between target and warning (missed), or beyond the warning (warns); null without either, or without a number. */
export type Standing = 'met' | 'missed' | 'warns';

type Judged = Pick<Metric, 'target' | 'warning' | 'betterWhen' | 'band'>;

export function standingOf({ target, warning, betterWhen, band }: Judged, value: number | null): Standing | null {
  if (value !== null && band) {
    if (value < band.warnsBelow || value > band.warnsAbove) return 'warns';
    return value < band.from || value > band.to ? 'missed' : 'met';
  }
  if (value === null || betterWhen === 'neutral' || (target === undefined && warning === undefined)) return null;
  const falls = (bound: number) => (betterWhen === 'higher' ? value < bound : value > bound);
  if (warning !== undefined && falls(warning)) return 'warns';
  return target !== undefined && falls(target) ? 'missed' : 'met';
}

/** The metric with the targets it has where it is of these values; itself where it has no others for them. */
export function targetedFor<M extends Metric>(metric: M, valueOf: (dimension: DimensionId) => string | undefined): M {
  const { targetsBy } = metric;
  const value = targetsBy && valueOf(targetsBy.dimension);
  const own = value === undefined ? undefined : targetsBy?.of[value];
  if (own === undefined) return metric;
  const { target: _target, warning: _warning, ...rest } = metric;
  return { ...rest, ...own } as M;
}
