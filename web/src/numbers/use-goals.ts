/** The goals the viewer sees, with how they stand: asked once for all who show one. */
import { useQuery } from '@tanstack/react-query';
import type { Goal } from '../api/client.ts';
import { answered, api } from '../api/index.ts';
import { goalOf } from './goal-words.ts';
import type { Filter } from './question.ts';

/** A goal is about weeks: it need not be asked for more often. */
const FRESH_MS = 60_000;

export const useGoals = () =>
  useQuery({
    queryKey: ['goals'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/goals', { signal })).then(({ goals }) => goals),
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  });

/** The goal of exactly these numbers, where there is one. */
export function useGoalOf(metric: string, filters: readonly Filter[] | undefined): Goal | undefined {
  const { data } = useGoals();
  return data && goalOf(data, metric, filters);
}
