/**
 * Says under the bar that older tickets are still coming in, and goes by itself. On every place's front page: also in the
 * queue a ticket waits for weeks as long as its answer is not in.
 */
import { Loader } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { answered, api } from '../api/answers.ts';
import { formatDate } from '../ui/index.ts';
import classes from './HistoryNotice.module.css';
import { messages } from './messages.ts';
import type { Place } from './places.ts';

const EVERY_MS = 10_000;

const historyQuery = queryOptions({
  queryKey: ['history'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/history', { signal })),
  // Once whole it stays whole.
  refetchInterval: ({ state }) => (state.data?.complete === false ? EVERY_MS : false),
  staleTime: ({ state }) => (state.data?.complete ? Number.POSITIVE_INFINITY : 0),
});

export function HistoryNotice({ place }: { place: Place | null }) {
  const isPlaceItself = useRouterState({ select: ({ location }) => location.pathname === place?.path });
  const { data } = useQuery(historyQuery);
  if (!isPlaceItself || !data || data.complete) return null;
  return (
    <output className={classes['notice']} title={messages.history.meaning} data-notice>
      <Loader size={12} aria-hidden="true" />
      <span>{data.since === null ? messages.history.loading : messages.history.since(formatDate(data.since))}</span>
    </output>
  );
}
