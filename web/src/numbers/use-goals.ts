/** The goals the viewer sees, with how they stand: asked once for all who show one, and true by themselves. */
import type { Goal } from '../api/client.ts';
import { answered, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { goalOf } from './goal-words.ts';
import type { Filter } from './question.ts';

export function useGoals() {
  const { data, ...more } = useLiveQuery({
    queryKey: ['goals'],
    question: { goals: {} },
    ask: (signal) => answered(api.GET('/api/v1/goals', { signal })),
    isOrdered: true,
  });
  return { ...more, data: data?.goals };
}

/** The goal of exactly these numbers, where there is one. */
export function useGoalOf(metric: string, filters: readonly Filter[] | undefined): Goal | undefined {
  const { data } = useGoals();
  return data && goalOf(data, metric, filters);
}
