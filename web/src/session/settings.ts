/** What holds for the whole workspace. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Stage } from '@watchdesk/domain/metrics';
import { answered, api } from '../api/index.ts';

const KEY = ['settings'];

export const useSettings = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => answered(api.GET('/api/v1/settings', { signal })), staleTime: 60_000 });

/** Every number is then asked for again, since its benchmark is another. */
export function useSaveStage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stage: Stage | null) => answered(api.PUT('/api/v1/settings', { body: { stage } })),
    onSuccess: async (settings) => {
      client.setQueryData(KEY, settings);
      await client.invalidateQueries({ queryKey: ['numbers'] });
    },
  });
}
