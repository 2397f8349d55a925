/** The five figures of one duration: mean, median and the percentiles people ask for, each a metric of its own. */
import { mean, quantile, type Value } from './aggregate.ts';
import type { Condition } from './condition.ts';
import type { FactName } from './facts.ts';
import type { MetricAs } from './metric.ts';
import type { Population } from './population.ts';

interface Duration<F extends FactName, Id extends string> {
  /** The id of the median; the others add to it. */
  readonly id: Id;
  readonly label: string;
  readonly description: string;
  readonly value: Value<F>;
  readonly where?: Condition<F>;
  readonly target?: number;
  readonly warning?: number;
  readonly source: string;
}

const PERCENTILES = [
  [0.5, '', 'median', 'half were quicker'],
  [0.75, '_p75', '75th percentile', 'three of four were quicker'],
  [0.9, '_p90', '90th percentile', 'nine of ten were quicker'],
  [0.95, '_p95', '95th percentile', 'nineteen of twenty were quicker'],
] as const;

/** The target is the median's, the warning also the slowest tenth's. */
export function duration<F extends FactName, const Id extends string>(
  of: Population<F>,
  { id, label, description, value, where, target, warning, source }: Duration<F, Id>,
): MetricAs<`${Id}${(typeof PERCENTILES)[number][1] | '_mean'}`>[] {
  const entry = { unit: 'seconds', betterWhen: 'lower', calendar: 'elapsed', source } as const;
  const percentiles = PERCENTILES.map(([p, suffix, name, meaning]) => ({
    ...entry,
    id: `${id}${suffix}` as const,
    label: `${label}, ${name}`,
    description: `${description} The ${name}: ${meaning}.`,
    formula: `${name} of the durations`,
    ...(p === 0.5 && target !== undefined && { target }),
    ...((p === 0.5 || p === 0.9) && warning !== undefined && { warning }),
    tree: quantile(p, of, value, where),
  }));
  const average = {
    ...entry,
    id: `${id}_mean` as const,
    label: `${label}, mean`,
    description: `${description} The mean, which a few very long ones raise.`,
    formula: 'Σ durations ÷ how many there are',
    tree: mean(of, value, where),
  };
  return [...percentiles, average];
}
