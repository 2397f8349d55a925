/** What to do about a category in a period, as its numbers beside the others have it; it stays true by itself. */
import { use } from 'react';
import { answered, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { queryBody, type Question } from '../numbers/index.ts';
import { ClockContext } from '../ui/index.ts';

export type AdviceContext = Pick<Question, 'period' | 'timeZone' | 'filters'>;

/** Null asks nothing. */
export function useAdvice(category: string | null, context: AdviceContext) {
  const clock = use(ClockContext);
  const { filters, period, timeZone } = queryBody({ ...context, metrics: [] }, clock.now());
  const body = {
    category: category ?? '',
    ...(filters ? { filters } : {}),
    ...(period ? { period } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
  return useLiveQuery({
    queryKey: ['numbers', 'advice', category, context],
    question: category === null ? null : { advice: body },
    ask: (signal) => answered(api.POST('/api/v1/playbook/advice', { body, signal })),
    keeps: true,
  });
}
