/** The dashboards one has, and what is done with them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dashboard, DashboardSpec } from '../../api/client.ts';
import { answered, api } from '../../api/index.ts';
import { problemOf } from '../../ui/index.ts';
import { ProblemError, readProblem } from '../../ui/problem.ts';

export const useDashboards = () =>
  useQuery({
    queryKey: ['dashboards'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dashboards', { signal })).then(({ dashboards }) => dashboards),
  });

export const useDashboard = (id: string) =>
  useQuery({
    queryKey: ['dashboards', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dashboards/{id}', { params: { path: { id } }, signal })),
  });

export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['dashboards', id, 'versions'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/dashboards/{id}/versions', { params: { path: { id } }, signal })).then(({ versions }) => versions),
  });

/** After a change, and after one that came too late, the dashboards are asked again; then `then` is called. */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then?: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      // A first answer that is still on its way may be older than the change, and would not be asked for again.
      await client.cancelQueries({ queryKey: ['dashboards'] });
      await client.invalidateQueries({ queryKey: ['dashboards'] });
      then?.(output);
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: ['dashboards'] });
    },
  });
}

export const useCreate = (then: (made: Dashboard) => void) =>
  useChanging((spec: DashboardSpec) => answered(api.POST('/api/v1/dashboards', { body: { spec } })), then);

export const useSave = (id: string, then: (saved: Dashboard) => void) =>
  useChanging(
    (body: { spec: DashboardSpec; baseVersion: number }) =>
      answered(api.PUT('/api/v1/dashboards/{id}', { params: { path: { id } }, body })),
    then,
  );

export const useShare = (id: string) =>
  useChanging((shared: boolean) => answered(api.PUT('/api/v1/dashboards/{id}/sharing', { params: { path: { id } }, body: { shared } })));

export const useRestore = (id: string, then: () => void) =>
  useChanging(
    (body: { version: number; baseVersion?: number }) =>
      answered(api.POST('/api/v1/dashboards/{id}/restore', { params: { path: { id } }, body })),
    then,
  );

export const useDelete = (id: string, then: () => void) =>
  useChanging(async () => {
    const { error, response } = await api.DELETE('/api/v1/dashboards/{id}', { params: { path: { id } } });
    if (!response.ok) throw new ProblemError(readProblem(error, response.status));
  }, then);
