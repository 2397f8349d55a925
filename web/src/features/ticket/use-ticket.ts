/** All that is asked for a ticket's page, kept up to date by the live stream. Long tickets come page by page until they are whole. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ticketQuery, timelineQuery } from '../../api/ticket-questions.ts';
import { useTopics } from '../../live/live.tsx';

export function useTicket(id: string) {
  useTopics(`ticket:${id}`);
  const view = useQuery(ticketQuery(id));
  const timeline = useInfiniteQuery(timelineQuery(id));
  const { hasNextPage, isFetching, fetchNextPage, data, isError } = timeline;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const names = useMemo(() => Object.assign({}, ...(data?.pages.map((page) => page.names) ?? [])) as Record<string, string>, [data]);
  return { view, timeline, items, names, isWhole: data !== undefined && !hasNextPage };
}
