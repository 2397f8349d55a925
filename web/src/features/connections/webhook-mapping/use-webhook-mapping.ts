/** What the mapping asks the server: what may be mapped, drafts, previews, what came, and saving. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { Mapping } from './document.ts';
import type { Json } from './sample.ts';

export const useMappedTypes = () =>
  useQuery({
    queryKey: ['webhook-mapping', 'types'],
    queryFn: async ({ signal }) => (await answered(api.GET('/api/v1/connections/webhook-mapping/types', { signal }))).types,
    staleTime: Infinity,
  });
export type MappedType = NonNullable<ReturnType<typeof useMappedTypes>['data']>[number];
export type MappedField = MappedType['fields'][number];

export const useDraft = () =>
  useMutation({
    mutationFn: async (sample: Json) =>
      (await answered(api.POST('/api/v1/connections/webhook-mapping/draft', { body: { sample } }))).mapping as Mapping | null,
  });

/** An error says which fields of the mapping cannot be used. */
export const usePreview = (mapping: Mapping, samples: readonly Json[], connection: string | undefined) =>
  useQuery({
    queryKey: ['webhook-mapping', 'preview', mapping, samples, connection],
    queryFn: ({ signal }) =>
      answered(
        api.POST('/api/v1/connections/webhook-mapping/preview', {
          body: { mapping, samples: [...samples], ...(connection !== undefined && { connection }) },
          signal,
        }),
      ),
    enabled: samples.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    // Payloads hold words of customers: they stay in memory no longer than they are looked at.
    gcTime: 0,
  });
export type Preview = NonNullable<ReturnType<typeof usePreview>['data']>;

export const useReceived = (connection: string | undefined) =>
  useQuery({
    queryKey: ['webhook-mapping', 'received', connection],
    queryFn: async ({ signal }) =>
      (await answered(api.GET('/api/v1/connections/{id}/received', { params: { path: { id: connection! } }, signal }))).received,
    enabled: connection !== undefined,
    refetchInterval: 5_000,
    gcTime: 0,
  });

export const useSavedMaps = (connection: string | undefined) =>
  useQuery({
    queryKey: ['connections', connection, 'maps'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/connections/{id}/maps', { params: { path: { id: connection! } }, signal })),
    enabled: connection !== undefined,
  });
type SavedMaps = NonNullable<ReturnType<typeof useSavedMaps>['data']>;

/** Another version of the connection's maps, its words as they were. */
export function useSaveMapping(connection: string, saved: SavedMaps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) =>
      answered(
        api.PUT('/api/v1/connections/{id}/maps', {
          params: { path: { id: connection } },
          // The server's reader says what is wrong with it.
          body: { maps: { ...saved.maps, payloads: mapping as never }, base: saved.version },
        }),
      ),
    onSuccess: (now) => client.setQueryData(['connections', connection, 'maps'], now),
  });
}
