/** The answers of questions to the catalogue, asked again when the facts change. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryAnswer } from '../api/client.ts';
import { use } from 'react';
import { answered, api } from '../api/index.ts';
import { LEAST_PAUSE_MS, useRenewal } from '../live/use-renewal.ts';
import { ClockContext } from '../ui/index.ts';
import { queryBody, subjectBody, type Question, type Subject } from './question.ts';

/** Where no change is heard of, an answer is still never older than this. */
const AT_MOST_MS = 60_000;
const PAGE = 10;

/** The whole, the groups and the rest; null is no question. The last answer stays until the next is there. */
export function useAnswer(question: Question | null) {
  const clock = use(ClockContext);
  const queryKey = ['numbers', 'answer', question];
  const timed = useRenewal(queryKey);
  return useQuery({
    queryKey,
    enabled: question !== null,
    queryFn: ({ signal }) => timed(answered(api.POST('/api/v1/query', { body: queryBody(question!, clock.now()), signal }))),
    placeholderData: keepPreviousData,
    staleTime: LEAST_PAUSE_MS,
    refetchInterval: AT_MOST_MS,
  });
}

/** Asks once, for a file; what the page has already is taken. */
export function useAsk(): (question: Question) => Promise<QueryAnswer> {
  const clock = use(ClockContext);
  const client = useQueryClient();
  return (question) =>
    client.fetchQuery({
      queryKey: ['numbers', 'answer', question],
      queryFn: ({ signal }) => answered(api.POST('/api/v1/query', { body: queryBody(question, clock.now()), signal })),
      staleTime: AT_MOST_MS,
    });
}

/** Why a number is so. */
export function useExplanation(subject: Subject) {
  const clock = use(ClockContext);
  const queryKey = ['numbers', 'explanation', subject];
  const timed = useRenewal(queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => timed(answered(api.POST('/api/v1/query/explain', { body: subjectBody(subject, clock.now()), signal }))),
    staleTime: LEAST_PAUSE_MS,
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
    staleTime: AT_MOST_MS,
  });
}
