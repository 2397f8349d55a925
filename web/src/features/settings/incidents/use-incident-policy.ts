/** The incident policy as it holds, its versions, and saving another one. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IncidentPolicy } from '@watchdesk/domain/event';
import { answered, api } from '../../../api/index.ts';

export type Draft = Omit<IncidentPolicy, 'version'>;

const policyQuery = queryOptions({
  queryKey: ['settings', 'incident-policy'],
  queryFn: async ({ signal }) => {
    const [{ policy, savedAt, savedBy }, { versions }] = await Promise.all([
      answered(api.GET('/api/v1/incidents/policy', { signal })),
      answered(api.GET('/api/v1/incidents/policy/versions', { signal })),
    ]);
    // The schema is the very one of the domain.
    return {
      policy: policy as IncidentPolicy,
      savedAt,
      savedBy,
      versions: versions as { policy: IncidentPolicy; savedAt: string | null; savedBy: string | null }[],
    };
  },
});
export type PolicyState = NonNullable<ReturnType<typeof useIncidentPolicy>['data']>;
export const useIncidentPolicy = () => useQuery(policyQuery);

export function useSaveIncidentPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, base }: { draft: Draft; base: number }) =>
      answered(api.PUT('/api/v1/incidents/policy', { body: { policy: draft as never, baseVersion: base } })),
    onSuccess: () => client.invalidateQueries({ queryKey: policyQuery.queryKey }),
  });
}
