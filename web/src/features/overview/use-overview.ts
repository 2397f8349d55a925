/** The overview's numbers. They are asked again when the facts have changed, at a pace that the server can keep. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { use, useCallback, useEffect, useRef } from 'react';
import { answered, api } from '../../api/index.ts';
import { useChanges, useTopics } from '../../live/live.tsx';
import { rangeOf } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';

/** Tiles may be three seconds old; asking more often shows nobody anything. */
const LEAST_PAUSE_MS = 2_000;
/** A slow answer is asked for less often: at most a quarter of the time is spent on it. */
const SHARE_OF_TIME = 4;

type Changes = Parameters<Parameters<typeof useChanges>[0]>[0];

/** Asks again soon after the facts changed, and once only however often they did. */
function useRenewal(tookMs: () => number): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useTopics('overview');
  const onChanges = useCallback(
    (changes: Changes) => {
      if (timer.current !== undefined || !changes.some(({ topics }) => topics.includes('overview'))) return;
      timer.current = setTimeout(
        () => {
          timer.current = undefined;
          void client.invalidateQueries({ queryKey: ['overview'] }, { cancelRefetch: false });
        },
        Math.max(LEAST_PAUSE_MS, SHARE_OF_TIME * tookMs()),
      );
    },
    [client, tookMs],
  );
  useChanges(onChanges);
  useEffect(() => () => clearTimeout(timer.current), []);
}

export function useOverview() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  const took = useRef(0);
  const tookMs = useCallback(() => took.current, []);
  useRenewal(tookMs);
  return useQuery({
    queryKey: ['overview', period, timeZone],
    queryFn: async ({ signal }) => {
      const startedAt = performance.now();
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
      const overview = await answered(api.GET('/api/v1/overview', { params: { query }, signal }));
      took.current = performance.now() - startedAt;
      return overview;
    },
    placeholderData: keepPreviousData,
    staleTime: LEAST_PAUSE_MS,
    refetchInterval: 60_000,
  });
}
