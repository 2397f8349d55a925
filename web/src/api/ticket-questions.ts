/** What is asked about one ticket, wherever it is shown; live changes patch the answers under the same keys. */
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { answered, api } from './answers.ts';

/** The ticket with its customer and its connection. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id, 'view'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

/** Clocks that run are looked at anew this often, should an opening or a closing pass that was not announced. */
const RECHECK_MS = 60_000;

/** What was promised for the ticket: every clock with how it counted. Counts as of the answer's `asOf`. */
export const clocksQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id, 'clocks'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/tickets/{id}/clocks', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.clocks.some(({ stoppedAt }) => stoppedAt === null) ? RECHECK_MS : false),
  });

/** The newest messages, the oldest of them first. */
export const messagesQuery = (id: string, limit: number) =>
  queryOptions({
    queryKey: ['ticket', id, 'messages', limit],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/tickets/{id}/messages', { params: { path: { id }, query: { limit } }, signal })),
  });

/** As many as the server gives at once: most tickets are whole after one question. */
const PAGE = 500;

/** The events of the ticket, oldest first, page by page. */
const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['ticket', id, 'timeline'],
    queryFn: ({ signal, pageParam }) =>
      answered(
        api.GET('/api/v1/tickets/{id}/timeline', {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The timeline whole: long tickets come page by page. Items are undefined before the first page, and not the newest until `isWhole`. */
export function useTimeline(id: string) {
  const { data, error, refetch, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery(timelineQuery(id));
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const names = useMemo(() => Object.assign({}, ...(data?.pages.map((page) => page.names) ?? [])) as Record<string, string>, [data]);
  return { items, names, isWhole: data !== undefined && !hasNextPage, error, refetch };
}
