/** What each role sees: asked for and saved. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Visibility } from '../../../api/client.ts';
import { answered, api } from '../../../api/index.ts';

const visibilityQuery = queryOptions({
  queryKey: ['settings', 'visibility'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/settings/visibility', { signal })),
});

export const useVisibility = () => useQuery(visibilityQuery);

export function useSaveVisibility() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Visibility) => answered(api.PUT('/api/v1/settings/visibility', { body })),
    onSuccess: (saved) => client.setQueryData(visibilityQuery.queryKey, saved),
  });
}
