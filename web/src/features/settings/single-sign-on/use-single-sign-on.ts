/** The single sign-on of the workspace: asked for, saved, removed; and a provider asked what it says of itself. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';
import { ProblemError, readProblem } from '../../../ui/problem.ts';

type Route = paths['/api/v1/settings/single-sign-on'];
export type Wanted = Required<Omit<Route['put']['requestBody']['content']['application/json'], 'clientSecret'>>;
export type Answer = Route['get']['responses']['200']['content']['application/json'];
export type Group = Required<Wanted['groups'][number]>;

const query = queryOptions({
  queryKey: ['settings', 'single-sign-on'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/settings/single-sign-on', { signal })),
});

export const useSingleSignOn = () => useQuery(query);

export function useSaveSingleSignOn(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ wanted, clientSecret }: { wanted: Wanted; clientSecret: string }) =>
      answered(api.PUT('/api/v1/settings/single-sign-on', { body: { ...wanted, ...(clientSecret !== '' && { clientSecret }) } })),
    onSuccess: (answer) => {
      client.setQueryData(query.queryKey, answer);
      then();
    },
  });
}

export function useRemoveSingleSignOn(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/api/v1/settings/single-sign-on');
      if (!response.ok) throw new ProblemError(readProblem(error, response.status));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.queryKey });
      then();
    },
  });
}

export const useAskProvider = () =>
  useMutation({ mutationFn: (issuer: string) => answered(api.POST('/api/v1/settings/single-sign-on/test', { body: { issuer } })) });
