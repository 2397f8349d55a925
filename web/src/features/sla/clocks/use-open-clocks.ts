/** The clocks that have not ended: asked every ten seconds, and soon after tickets changed. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { answered, api } from '../../../api/index.ts';
import { useChanges, useTopics } from '../../../live/live.tsx';
import { valuesOf, type ClockSearch, type Risk } from '../search.ts';

const EVERY_MS = 10_000;
/** A busy desk changes many times a second; the list keeps its place meanwhile. */
const PAUSE_MS = 3_000;
/** As many at first, and as many as the server tells at once. */
export const FEW = 200;
export const MOST = 500;

function useRenewal(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useTopics('queue');
  useChanges(
    useCallback(() => {
      if (timer.current !== undefined) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        void client.invalidateQueries({ queryKey: ['sla', 'clocks'] }, { cancelRefetch: false });
      }, PAUSE_MS);
    }, [client]),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
}

export function useOpenClocks({ risk, clock }: ClockSearch, limit: number) {
  useRenewal();
  return useQuery({
    queryKey: ['sla', 'clocks', risk ?? '', clock ?? '', limit],
    queryFn: ({ signal }) => {
      const query = {
        limit,
        ...(risk ? { risk: valuesOf(risk) as Risk[] } : {}),
        ...(clock ? { metric: valuesOf(clock) } : {}),
      };
      return answered(api.GET('/api/v1/sla/clocks', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}
