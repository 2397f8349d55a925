/** The overview's numbers, which stay true by themselves. */
import { use } from 'react';
import { answered, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { isNamed, rangeOf, type Period } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';

/** In the words of the API. */
function spanOf(period: Period, now: number, timeZone: string) {
  if (isNamed(period)) return { last: period, timeZone };
  const { from, to } = rangeOf(period, now, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
}

export function useOverview() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  const query = spanOf(period, clock.now(), timeZone);
  return useLiveQuery({
    queryKey: ['overview', period, timeZone],
    question: { overview: query },
    ask: (signal) => answered(api.GET('/api/v1/overview', { params: { query }, signal })),
    keeps: true,
  });
}
