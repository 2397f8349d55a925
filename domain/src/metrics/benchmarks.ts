/**
 * What is usual among companies of a stage, for the few metrics for which the mission's handbook says so: “Benchmarks by company
 * stage” (REQUIREMENTS, item 44). A benchmark is what others do; a target is what one wants, and is in the catalogue.
 */
import type { Metric } from './metric.ts';
import { standingOf } from './standing.ts';

export const STAGES = ['startup', 'growth', 'scale', 'enterprise'] as const;
export type Stage = (typeof STAGES)[number];

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** In the unit of the metric: at least the share, at most the seconds. First response and resolution by their medians. */
const BENCHMARKS: Readonly<Record<Stage, Readonly<Record<string, number>>>> = {
  startup: { csat: 0.85, first_response: 4 * HOUR, resolution: 48 * HOUR, fcr: 0.6 },
  growth: { csat: 0.88, first_response: 2 * HOUR, resolution: 24 * HOUR, fcr: 0.65 },
  scale: { csat: 0.9, first_response: HOUR, resolution: 12 * HOUR, fcr: 0.7 },
  enterprise: { csat: 0.92, first_response: 30 * MINUTE, resolution: 8 * HOUR, fcr: 0.75 },
};

export const hasBenchmark = ({ id }: Pick<Metric, 'id'>): boolean => Object.hasOwn(BENCHMARKS.startup, id);

export interface Benchmark {
  readonly stage: Stage;
  readonly value: number;
  /** Met, or missed; null without a number. */
  readonly standing: 'met' | 'missed' | null;
}

/** The benchmark of a metric for a stage, and how a number stands to it; undefined where there is none, as within opening hours: others count by the clock on the wall. */
export function benchmarkOf(
  metric: Pick<Metric, 'id' | 'betterWhen' | 'calendar'>,
  stage: Stage | null,
  value: number | null,
): Benchmark | undefined {
  if (stage === null || metric.calendar === 'business' || !hasBenchmark(metric)) return undefined;
  const usual = BENCHMARKS[stage][metric.id]!;
  const standing = standingOf({ target: usual, betterWhen: metric.betterWhen }, value);
  return { stage, value: usual, standing: standing === 'warns' ? 'missed' : standing };
}
