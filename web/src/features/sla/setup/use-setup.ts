/** What of setting up is done, and saying so. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { SlaSetup } from '../../../api/client.ts';

export type SetupItem = SlaSetup['steps'][number];
export type SetupStep = SetupItem['step'];
export type Phase = SetupItem['phase'];

const setupQuery = queryOptions({
  queryKey: ['sla', 'setup'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/sla/setup', { signal })),
});

export const useSetup = () => useQuery(setupQuery);

export function useTick() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, isDone }: { step: SetupStep; isDone: boolean }) =>
      answered(api.PUT('/api/v1/sla/setup/{step}', { params: { path: { step } }, body: { isDone } })),
    onSuccess: (setup) => client.setQueryData(setupQuery.queryKey, setup),
  });
}
