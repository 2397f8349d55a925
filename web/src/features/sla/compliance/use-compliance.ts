/** How promises were kept in the period of the address, for one clock in detail. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, api } from '../../../api/index.ts';
import { rangeOf } from '../../../period/period.ts';
import { usePeriod, useTimeZone } from '../../../period/viewing.ts';
import { ClockContext } from '../../../ui/index.ts';

/** Facts follow a few seconds behind the tickets; nobody needs this page to the second. */
const EVERY_MS = 30_000;

export function useCompliance(metric: string) {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  return useQuery({
    queryKey: ['sla', 'compliance', period, timeZone, metric],
    queryFn: ({ signal }) => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone, metric };
      return answered(api.GET('/api/v1/sla/compliance', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}
