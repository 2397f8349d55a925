/** The catalogue: every metric and dimension there is. It changes with the program and not while it runs. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Dimension, Metric } from '../api/client.ts';
import { answered, api } from '../api/index.ts';

export interface Catalogue {
  metrics: readonly Metric[];
  dimensions: readonly Dimension[];
  metric: (id: string) => Metric | undefined;
  dimension: (id: string) => Dimension | undefined;
}

export function catalogueOf(metrics: readonly Metric[], dimensions: readonly Dimension[]): Catalogue {
  const metricsById = new Map(metrics.map((metric) => [metric.id, metric]));
  const dimensionsById = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  return { metrics, dimensions, metric: (id) => metricsById.get(id), dimension: (id) => dimensionsById.get(id) };
}

const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    const [{ metrics }, { dimensions }] = await Promise.all([
      answered(api.GET('/api/v1/metrics', { signal })),
      answered(api.GET('/api/v1/dimensions', { signal })),
    ]);
    return catalogueOf(metrics, dimensions);
  },
  // It holds functions, so the cache must not compare it part by part.
  structuralSharing: false,
});

/** `wanted`: false asks for nothing yet. */
export const useCatalogue = (wanted = true) => useQuery({ ...catalogueQuery, enabled: wanted });
