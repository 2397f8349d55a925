/** The overview's numbers. They are asked again when the facts have changed, at a pace that the server can keep. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../../api/index.ts';
import { LEAST_PAUSE_MS, useRenewal } from '../../live/use-renewal.ts';
import { rangeOf } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';

export function useOverview() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  const queryKey = ['overview', period, timeZone];
  const timed = useRenewal(queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
      return timed(answered(api.GET('/api/v1/overview', { params: { query }, signal })));
    },
    placeholderData: keepPreviousData,
    staleTime: LEAST_PAUSE_MS,
    refetchInterval: 60_000,
  });
}
