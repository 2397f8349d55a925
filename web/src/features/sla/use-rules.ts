/** Policies and calendars as they are, how they came to be, and the ways to change them. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../../api/index.ts';
import type { Applied, CalendarSpec, PolicySpec } from '../../api/client.ts';
import { problemOf, ProblemError, readProblem } from '../../ui/problem.ts';

const policiesQuery = queryOptions({
  queryKey: ['sla', 'policies'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/sla/policies', { signal })).then(({ policies }) => policies),
});

/** Those in force, in their order. */
export const usePolicies = () => useQuery(policiesQuery);

export const usePolicyVersions = (id: string) =>
  useQuery({
    queryKey: ['sla', 'policies', id],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sla/policies/{id}/versions', { params: { path: { id } }, signal })).then(({ versions }) => versions),
  });

export const useCalendarVersions = (id: string) =>
  useQuery({
    queryKey: ['sla', 'calendars', id],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/calendars/{id}/versions'>(api.GET('/api/v1/calendars/{id}/versions', { params: { path: { id } }, signal })).then(
        ({ versions }) => versions,
      ),
  });

/** Policies to begin with, on the workspace's calendars. */
export const usePresets = (calendars: { business: string; always: string } | null) =>
  useQuery({
    queryKey: ['sla', 'presets', calendars],
    enabled: calendars !== null,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sla/presets', { params: { query: calendars ?? {} }, signal })).then(({ presets }) => presets),
  });

/**
 * After a change everything of this place is asked again, and then `then` is called. It is given here and not to `mutate`,
 * which forgets it when the form that asked is gone, as it is when the new version comes. A change that came too late is
 * asked again about too: the version that was quicker is what the draft has to be held against.
 */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then?: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await client.invalidateQueries({ queryKey: ['sla'] });
      then?.(output);
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: ['sla'] });
    },
  });
}

interface Saved {
  id: string;
  version: number;
}

/** Adds a version; a new policy where the id is null. */
export const useSavePolicy = (then: (saved: Saved) => void) =>
  useChanging(
    ({ id, spec, baseVersion }: { id: string | null; spec: PolicySpec; baseVersion: number }): Promise<Saved> =>
      answered(
        id === null
          ? api.POST('/api/v1/sla/policies', { body: { spec } })
          : api.PUT('/api/v1/sla/policies/{id}', { params: { path: { id } }, body: { spec, baseVersion } }),
      ),
    then,
  );

export const useSaveCalendar = (then: (saved: Saved) => void) =>
  useChanging(
    ({ id, name, spec, baseVersion }: { id: string | null; name: string; spec: CalendarSpec; baseVersion: number }): Promise<Saved> =>
      answered(
        id === null
          ? api.POST('/api/v1/calendars', { body: { name, spec } })
          : api.PUT('/api/v1/calendars/{id}', { params: { path: { id } }, body: { name, spec, baseVersion } }),
      ),
    then,
  );

export type Kind = 'policy' | 'calendar';

/** No cycle begins under it any more; what runs goes on. */
export const useRetire = (kind: Kind, then: () => void) =>
  useChanging(async (id: string) => {
    const params = { path: { id } };
    const { error, response } =
      kind === 'policy'
        ? await api.DELETE('/api/v1/sla/policies/{id}', { params })
        : await api.DELETE('/api/v1/calendars/{id}', { params });
    if (!response.ok) throw new ProblemError(readProblem(error, response.status));
  }, then);

export type Mode = 'segment' | 'retroactive' | 'restart';

const apply = (kind: Kind, id: string, body: { mode: Mode; dryRun: boolean }): Promise<Applied> => {
  const params = { path: { id } };
  return answered(
    kind === 'policy'
      ? api.POST('/api/v1/sla/policies/{id}/apply', { params, body })
      : api.POST('/api/v1/calendars/{id}/apply', { params, body }),
  );
};

/** What applying it to the clocks that run would change; nothing is changed. */
export const useApplyPreview = (kind: Kind, id: string, mode: Mode) =>
  useQuery({
    queryKey: ['sla', 'apply', kind, id, mode],
    queryFn: () => apply(kind, id, { mode, dryRun: true }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

export const useApply = (kind: Kind, id: string) => useChanging((mode: Mode) => apply(kind, id, { mode, dryRun: false }));
