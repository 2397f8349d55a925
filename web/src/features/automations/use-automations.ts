/** Automations as they are, how they came to be, and the ways to change them. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, done } from '../../api/index.ts';
import type { Automation, AutomationSpec } from '../../api/client.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { problemOf } from '../../ui/index.ts';

const LIST = ['automations', 'list'];
const at = (id: string) => ({ params: { path: { id } } });

/** In their order, with how often each ran lately; told live. */
export function useAutomations() {
  const { data, ...query } = useLiveQuery({
    queryKey: LIST,
    question: { automations: {} },
    ask: (signal) => answered(api.GET('/api/v1/automations', { signal })),
  });
  return { ...query, data: data?.automations };
}

const templatesQuery = queryOptions({
  queryKey: ['automations', 'templates'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/automations/templates', { signal })).then(({ templates }) => templates),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useTemplates = () => useQuery(templatesQuery);

export const useAutomationVersions = (id: string) =>
  useQuery({
    queryKey: ['automations', 'versions', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/automations/{id}/versions', { ...at(id), signal })).then(({ versions }) => versions),
  });

/**
 * After a change all automations are asked for again, and then `then` is called. It is given here and not to `mutate`, which forgets it when
 * the form that asked is gone. So are they after a change that came too late: the version that was quicker is what the draft is held against.
 */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then?: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await client.invalidateQueries({ queryKey: ['automations'] });
      then?.(output);
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: ['automations'] });
    },
  });
}

/** Adds a version; a new automation where the id is null. */
export const useSaveAutomation = (then: (saved: Automation) => void) =>
  useChanging(
    ({ id, spec, baseVersion }: { id: string | null; spec: AutomationSpec; baseVersion: number }): Promise<Automation> =>
      answered(
        id === null
          ? api.POST('/api/v1/automations', { body: { automation: spec } })
          : api.PUT('/api/v1/automations/{id}', { ...at(id), body: { automation: spec, baseVersion } }),
      ),
    then,
  );

export const useSwitchAutomation = (id: string) =>
  useChanging((enabled: boolean) => answered(api.PUT('/api/v1/automations/{id}/enabled', { ...at(id), body: { enabled } })));

/** Says in which order they look. */
export const useOrderAutomations = () => useChanging((ids: string[]) => answered(api.PUT('/api/v1/automations/order', { body: { ids } })));

export const useRemoveAutomation = (id: string, then: () => void) =>
  useChanging((_: void) => done(api.DELETE('/api/v1/automations/{id}', at(id))), then);
