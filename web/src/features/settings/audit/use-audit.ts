/** The audit log of the period in the address, page by page, and whether its chain holds. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { use } from 'react';
import { answered, api } from '../../../api/index.ts';
import { rangeOf } from '../../../period/period.ts';
import { usePeriod, useTimeZone } from '../../../period/viewing.ts';
import { ClockContext } from '../../../ui/index.ts';

const route = getRouteApi('/inside/settings/audit');
const PAGE = 50;

/** What is asked for, as the address says it. */
export function useAuditQuestion() {
  const { actions, q } = route.useSearch();
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  const asked = () => {
    const { from, to } = rangeOf(period, clock.now(), timeZone);
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...(actions && { actions }), ...(q && { text: q }) };
  };
  return { key: [period, timeZone, actions, q], asked };
}

export function useAuditLog() {
  const { key, asked } = useAuditQuestion();
  return useInfiniteQuery({
    queryKey: ['settings', 'audit', ...key],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...asked(), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return answered(api.GET('/api/v1/audit', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export const useAuditCheck = () =>
  useQuery({
    queryKey: ['settings', 'audit-check'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/audit/check', { signal })),
    staleTime: 60_000,
  });
