/** What to do about a category in a period, as its numbers beside the others have it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../api/index.ts';
import { queryBody, type Question } from '../numbers/index.ts';
import { ClockContext } from '../ui/index.ts';

/** Advice is about a period and not about the minute. */
const FRESH_MS = 60_000;

export type AdviceContext = Pick<Question, 'period' | 'timeZone' | 'filters'>;

/** Null asks nothing. */
export function useAdvice(category: string | null, context: AdviceContext) {
  const clock = use(ClockContext);
  return useQuery({
    queryKey: ['numbers', 'advice', category, context],
    enabled: category !== null,
    queryFn: ({ signal }) => {
      const { filters, period, timeZone } = queryBody({ ...context, metrics: [] }, clock.now());
      const body = {
        category: category!,
        ...(filters ? { filters } : {}),
        ...(period ? { period } : {}),
        ...(timeZone ? { timeZone } : {}),
      };
      return answered(api.POST('/api/v1/playbook/advice', { body, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  });
}
