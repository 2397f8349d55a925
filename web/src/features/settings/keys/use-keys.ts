/** The keys of the workspace: asked for, made, revoked. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';
import { ProblemError, readProblem } from '../../../ui/problem.ts';

export type WantedKey = paths['/api/v1/keys']['post']['requestBody']['content']['application/json'];

const keysQuery = queryOptions({
  queryKey: ['settings', 'keys'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/keys', { signal })),
});

export const useKeyList = () => useQuery(keysQuery);

/** `then` gets the secret, which nobody can ask for again. */
export function useMakeKey(then: (name: string, secret: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WantedKey) => answered(api.POST('/api/v1/keys', { body })),
    onSuccess: async ({ key, secret }) => {
      then(key.name, secret);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}

/** The same for a key that there is. */
export function useRenewKey(then: (name: string, secret: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, overlapSeconds }: { id: string; overlapSeconds: number }) =>
      answered(api.POST('/api/v1/keys/{id}/renew', { params: { path: { id } }, body: { overlapSeconds } })),
    onSuccess: async ({ key, secret }) => {
      then(key.name, secret);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}

export function useRevokeKey(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { error, response } = await api.DELETE('/api/v1/keys/{id}', { params: { path: { id } } });
      if (!response.ok) throw new ProblemError(readProblem(error, response.status));
    },
    onSuccess: async () => {
      then();
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}
