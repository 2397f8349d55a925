/** What the feedback page asks: reports of the period, and the tiles of the standard dashboard. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../../api/index.ts';
import { rangeOf } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';

/** Answers come in by the hour. */
const EVERY_MS = 60_000;

function usePeriodQuery() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  return {
    key: [period, timeZone],
    query: () => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
    },
  };
}

const LIVE = { placeholderData: keepPreviousData, staleTime: EVERY_MS, refetchInterval: EVERY_MS } as const;

export function useDrivers() {
  const { key, query } = usePeriodQuery();
  return useQuery({
    ...LIVE,
    queryKey: ['feedback', 'drivers', ...key],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/feedback/drivers', { params: { query: query() }, signal })),
  });
}

export function useFollowUps() {
  const { key, query } = usePeriodQuery();
  return useQuery({
    ...LIVE,
    queryKey: ['feedback', 'follow-ups', ...key],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/feedback/follow-ups', { params: { query: query() }, signal })),
  });
}

export const useFeedbackTiles = () =>
  useQuery({
    queryKey: ['dashboards', 'feedback'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dashboards/{id}', { params: { path: { id: 'feedback' } }, signal })),
  });
