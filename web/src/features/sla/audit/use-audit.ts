/** Exceptions and pauses of the period in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../../../api/index.ts';
import { rangeOf } from '../../../period/period.ts';
import { usePeriod, useTimeZone } from '../../../period/viewing.ts';
import { ClockContext } from '../../../ui/index.ts';

export function useAudit() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  return useQuery({
    queryKey: ['sla', 'audit', period, timeZone],
    queryFn: ({ signal }) => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
      return answered(api.GET('/api/v1/sla/audit', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
