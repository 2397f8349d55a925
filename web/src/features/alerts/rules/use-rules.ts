/** Rules and standard rules as they are, how a rule came to be, what one would have done, and the ways to change them. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { answered, answeredAs, api, done } from '../../../api/index.ts';
import { useLiveQuery } from '../../../live/use-live-query.ts';
import { useSession } from '../../../session/session.ts';
import { problemOf } from '../../../ui/index.ts';

/** As the API gives it; the specification is the domain's own. */
type Read<T> = T extends { spec: object } ? Omit<T, 'spec'> & { spec: RuleSpec } : T;
export type Rule = Read<Awaited<ReturnType<typeof answeredAs<'/api/v1/rules'>>>['rules'][number]>;
export type Template = Read<Awaited<ReturnType<typeof answeredAs<'/api/v1/rules/templates'>>>['templates'][number]>;
export type Version = Read<Awaited<ReturnType<typeof answeredAs<'/api/v1/rules/{id}/versions'>>>['versions'][number]>;

const KEY = ['alerts', 'rules'];
const at = (id: string) => ({ params: { path: { id } } });

/** Told live. */
export function useRules() {
  const { data, ...query } = useLiveQuery({
    queryKey: [...KEY, 'list'],
    question: { rules: {} },
    ask: (signal) => answeredAs<'/api/v1/rules'>(api.GET('/api/v1/rules', { signal })),
  });
  return { ...query, data: data?.rules };
}

export const useTemplates = () =>
  useQuery({
    queryKey: [...KEY, 'templates'],
    queryFn: async ({ signal }) => {
      const { templates } = await answeredAs<'/api/v1/rules/templates'>(api.GET('/api/v1/rules/templates', { signal }));
      return templates;
    },
  });

export const useRuleVersions = (id: string) =>
  useQuery({
    queryKey: [...KEY, 'versions', id],
    queryFn: async ({ signal }) => {
      const { versions } = await answeredAs<'/api/v1/rules/{id}/versions'>(api.GET('/api/v1/rules/{id}/versions', { ...at(id), signal }));
      return versions;
    },
  });

/** By name; only administrators are told of them. */
export function useConnections() {
  const mayAsk = useSession().scopes.includes('admin');
  return useQuery({
    queryKey: ['connections', 'names'],
    enabled: mayAsk,
    queryFn: async ({ signal }) => {
      const { connections } = await answered(api.GET('/api/v1/connections', { signal }));
      return connections.map(({ id, name }) => ({ value: id, label: name }));
    },
    staleTime: 60_000,
  });
}

/**
 * After a change the rules are asked again, and then `then` is called: the form that asked may be gone by then. So they are after one that came too
 * late, as the version that was quicker is what the draft has to be held against.
 */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then: (output: Output) => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await client.invalidateQueries({ queryKey: ['alerts'] });
      then(output);
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: KEY });
    },
  });
}

interface Saved {
  id: string;
  version: number;
}

/** Adds a version; a new rule where the id is null. */
export const useSaveRule = (then: (saved: Saved) => void) =>
  useChanging(({ id, spec, baseVersion }: { id: string | null; spec: RuleSpec; baseVersion: number }): Promise<Saved> => {
    const rule = spec as never;
    return answered(
      id === null
        ? api.POST('/api/v1/rules', { body: { rule } })
        : api.PUT('/api/v1/rules/{id}', { ...at(id), body: { rule, baseVersion } }),
    );
  }, then);

export const useEnable = (id: string) =>
  useChanging((enabled: boolean) => answered(api.POST('/api/v1/rules/{id}/enable', { ...at(id), body: { enabled } })));

/** Null ends it. */
export const useSnoozeRule = (id: string) =>
  useChanging((until: string | null) => answered(api.POST('/api/v1/rules/{id}/snooze', { ...at(id), body: { until } })));

export const useRemoveRule = (id: string, then: () => void) =>
  useChanging((_: void) => done(api.DELETE('/api/v1/rules/{id}', at(id))), then);

/** What the rule would have done in the last four weeks. Null asks nothing; `id` of a rule that there is. */
export const useDryRun = (spec: RuleSpec | null, id: string | null) =>
  useQuery({
    queryKey: ['rule tried', spec, id],
    enabled: spec !== null,
    queryFn: ({ signal }) =>
      answered(api.POST('/api/v1/rules/dry-run', { body: { rule: spec as never, ...(id !== null && { id }) }, signal })),
    placeholderData: keepPreviousData,
    // The same rule asked again in a minute says the same.
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
export type DryRun = NonNullable<ReturnType<typeof useDryRun>['data']>;
