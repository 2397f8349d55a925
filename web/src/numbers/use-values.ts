/** The values a dimension has in a period, with how much stands under each: what a filter offers, and what ids are called. */
import { useMemo } from 'react';
import type { Context, Filter, Subject } from './question.ts';
import { useAnswer } from './use-answer.ts';
import { useCatalogue } from './use-catalogue.ts';

/** As many as a list can be searched for. */
const MOST_VALUES = 300;

export interface OfferedValue {
  value: string;
  label: string;
  count: number | null;
}

/** Counted by the metric given where it is a count of this dimension, and else by the first that is. Null asks nothing. */
export function useValues(dimension: string | null, { period, timeZone }: Pick<Context, 'period' | 'timeZone'>): OfferedValue[] | null {
  const { data: catalogue } = useCatalogue();
  const metric = catalogue?.metrics.find(
    ({ unit, dimensions }) => unit === 'count' && dimension !== null && dimensions.includes(dimension),
  );
  const { data } = useAnswer(
    metric && dimension !== null ? { metrics: [metric.id], dimensions: [dimension], period, timeZone, limit: MOST_VALUES } : null,
  );
  return useMemo(() => {
    if (!data || !metric || dimension === null) return null;
    // While another dimension's values are still shown in their place, there are none of this one.
    return data.groups.flatMap(({ key, labels, values }) =>
      key[dimension] === undefined
        ? []
        : [{ value: key[dimension], label: labels[dimension] ?? key[dimension], count: values[metric.id]?.value ?? null }],
    );
  }, [data, metric, dimension]);
}

/** What ids of a dimension are called, as the metric that is filtered by them knows it; the id itself where nobody knows. */
export function useValueNames({ dimension, values }: Filter, { metric, period, timeZone }: Subject): (value: string) => string {
  const { data } = useAnswer({
    metrics: [metric],
    dimensions: [dimension],
    filters: [{ dimension, values }],
    period,
    timeZone,
    limit: MOST_VALUES,
  });
  return (value) => data?.groups.find(({ key }) => key[dimension] === value)?.labels[dimension] ?? value;
}
