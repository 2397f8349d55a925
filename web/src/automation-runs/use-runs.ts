/** Runs of automations, the latest first, page by page: of all, of one automation, or of one ticket. The first page is told live. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../api/answers.ts';
import type { AutomationRun } from '../api/client.ts';
import { useLiveQuery } from '../live/use-live-query.ts';

export interface RunQuestion {
  automation?: string;
  ticket?: string;
  outcome?: AutomationRun['outcome'];
}

const PAGE = 50;

/** Those of a ticket lie with it, so that they are asked for again when it changes. */
const keyOf = ({ ticket, ...question }: RunQuestion, part: 'latest' | 'pages') =>
  ticket === undefined ? ['automations', 'runs', part, question] : ['ticket', ticket, 'runs', part, question];

const ask = (question: RunQuestion, cursor: string, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/automations/runs', {
      params: { query: { ...question, limit: PAGE, ...(cursor !== '' && { cursor }) } },
      signal,
    }),
  );

export function useRuns(question: RunQuestion) {
  const client = useQueryClient();
  const latest = {
    queryKey: keyOf(question, 'latest'),
    ask: (signal: AbortSignal) => ask(question, '', signal),
  };
  const { data: told } = useLiveQuery({ ...latest, question: { automationRuns: { ...question, limit: PAGE } } });
  const queryKey = keyOf(question, 'pages');
  const hash = JSON.stringify(queryKey);
  useEffect(() => {
    if (told) void client.invalidateQueries({ queryKey: JSON.parse(hash) as string[] });
  }, [client, hash, told]);
  const { data, ...query } = useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) =>
      pageParam === ''
        ? client.ensureQueryData({ queryKey: latest.queryKey, queryFn: (context) => latest.ask(context.signal) })
        : ask(question, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return { ...query, runs: data?.pages.flatMap(({ runs }) => runs) };
}
