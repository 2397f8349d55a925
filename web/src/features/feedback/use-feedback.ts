/** What the feedback page asks: reports of the period, which stay true by themselves, and the tiles of the standard dashboard. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useStretch } from '../../period/viewing.ts';

export function useDrivers() {
  const query = useStretch();
  return useLiveQuery({
    queryKey: ['feedback', 'drivers', query],
    question: { drivers: query },
    ask: (signal) => answered(api.GET('/api/v1/feedback/drivers', { params: { query }, signal })),
    keeps: true,
  });
}

export function useFollowUps() {
  const query = useStretch();
  return useLiveQuery({
    queryKey: ['feedback', 'follow-ups', query],
    question: { followUps: query },
    ask: (signal) => answered(api.GET('/api/v1/feedback/follow-ups', { params: { query }, signal })),
    keeps: true,
  });
}

export const useFeedbackTiles = () =>
  useQuery({
    queryKey: ['dashboards', 'feedback'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dashboards/{id}', { params: { path: { id: 'feedback' } }, signal })),
  });
