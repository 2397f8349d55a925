/** The two ways in which time is counted, and which of them numbers can be asked in together. */
import type { Metric } from '../api/client.ts';

export type TimeCounted = 'elapsed' | 'business';

/** How numbers count unless they are asked otherwise. */
export const USUALLY: TimeCounted = 'elapsed';

const counting = (metrics: readonly Metric[]) => metrics.filter(({ calendars }) => calendars.length > 0);

/** Whether some of them count time, and all that do can count it so. */
export function canCount(metrics: readonly Metric[], way: TimeCounted): boolean {
  const timed = counting(metrics);
  return timed.length > 0 && timed.every(({ calendars }) => calendars.includes(way));
}

/** Whether there is a choice. */
export const countsBothWays = (metrics: readonly Metric[]): boolean => canCount(metrics, 'elapsed') && canCount(metrics, 'business');

/** Some of them count time, and not so: they stay as they are. */
export const staysAsItIs = (metrics: readonly Metric[], way: TimeCounted): boolean =>
  counting(metrics).length > 0 && !canCount(metrics, way);

/** Targets, goals and benchmarks are of the usual way. */
export const countsUsually = ({ calendar, calendars }: Pick<Metric, 'calendar' | 'calendars'>): boolean =>
  calendar === (calendars[0] ?? null);

/** The metric as it was asked: the other way of counting has no target. */
export const metricAsked = (metric: Metric, way: TimeCounted | undefined): Metric =>
  way === undefined || metric.calendar === way || !metric.calendars.includes(way)
    ? metric
    : { ...metric, calendar: way, target: null, warning: null };
