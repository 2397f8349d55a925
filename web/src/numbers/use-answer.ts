/** The answers of questions to the catalogue, which stay true by themselves. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { ClockContext } from '../ui/index.ts';
import { queryBody, subjectBody, type Question, type Subject } from './question.ts';

const UNCHANGED_MS = 60_000;
const PAGE = 10;

/** The whole, the groups and the rest; null is no question. The last answer stays until the next is there. */
export function useAnswer(question: Question | null) {
  const clock = use(ClockContext);
  const body = question && queryBody(question, clock.now());
  return useLiveQuery({
    queryKey: ['numbers', 'answer', question],
    question: body && { query: body },
    ask: (signal) => answered(api.POST('/api/v1/query', { body: body!, signal })),
    keeps: true,
  });
}

/** Why a number is so. */
export function useExplanation(subject: Subject) {
  const clock = use(ClockContext);
  const body = subjectBody(subject, clock.now());
  return useLiveQuery({
    queryKey: ['numbers', 'explanation', subject],
    question: { explain: body },
    ask: (signal) => answered(api.POST('/api/v1/query/explain', { body, signal })),
  });
}

/** The tickets behind a number, page by page. They stay as they were opened, so that nobody loses their place. */
export function useTicketsBehind(subject: Subject, side: 'all' | 'numerator') {
  const clock = use(ClockContext);
  return useInfiniteQuery({
    queryKey: ['numbers', 'behind', subject, side],
    queryFn: ({ signal, pageParam }) => {
      const body = { ...subjectBody(subject, clock.now()), side, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return answered(api.POST('/api/v1/query/drill', { body, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: UNCHANGED_MS,
  });
}
