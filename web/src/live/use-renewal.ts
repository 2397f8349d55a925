/** Numbers are asked again when the facts have changed, at a pace that the server can keep. */
import { hashKey, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useChanges, useTopics } from './live.tsx';

/** Numbers may be three seconds old; asking more often shows nobody anything. */
export const LEAST_PAUSE_MS = 2_000;
/** A slow answer is asked for less often: at most a quarter of the time is spent on it. */
const SHARE_OF_TIME = 4;
/** What is told when facts have changed. */
const TOPIC = 'overview';

type Changes = Parameters<Parameters<typeof useChanges>[0]>[0];

/**
 * Asks the query again soon after the facts changed, and once only however often they did. Gives what the query's answer goes
 * through, so that it is known how long it took.
 */
export function useRenewal(queryKey: QueryKey): <T>(answer: Promise<T>) => Promise<T> {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const took = useRef(0);
  const asked = useRef(queryKey);
  const hash = hashKey(queryKey);
  useEffect(() => {
    asked.current = JSON.parse(hash) as QueryKey;
  }, [hash]);
  useTopics(TOPIC);
  const onChanges = useCallback(
    (changes: Changes) => {
      if (timer.current !== undefined || !changes.some(({ topics }) => topics.includes(TOPIC))) return;
      timer.current = setTimeout(
        () => {
          timer.current = undefined;
          void client.invalidateQueries({ queryKey: asked.current, exact: true }, { cancelRefetch: false });
        },
        Math.max(LEAST_PAUSE_MS, SHARE_OF_TIME * took.current),
      );
    },
    [client],
  );
  useChanges(onChanges);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(async (answer) => {
    const startedAt = performance.now();
    const given = await answer;
    took.current = performance.now() - startedAt;
    return given;
  }, []);
}
