/** Imports: asked for, looked at, tried and run. One that runs is asked for again until it is through. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, done } from '../../api/index.ts';
import type { ImportDetection, ImportFile, ImportPreview } from '../../api/client.ts';

/** The document of docs/import.md. */
export type Mapping = Record<string, unknown>;

const RUNNING_MS = 1_000;
/** Running, or waiting for its turn. */
export const isUnderWay = ({ state }: Pick<ImportFile, 'state'>): boolean => state === 'running' || state === 'waiting';

const listQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/imports', { signal })),
  refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? RUNNING_MS : false),
});
export const useImports = () => useQuery(listQuery);

const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? RUNNING_MS : false),
  });
export const useImport = (id: string) => useQuery(importQuery(id));

export interface Told {
  readonly delimiter?: string;
  readonly encoding?: ImportDetection['file']['encoding'];
  readonly header?: boolean;
  readonly shape?: ImportDetection['shape'];
}

export const useDetection = (id: string, zone: string, { header, ...told }: Told) =>
  useQuery({
    queryKey: ['imports', id, 'detection', zone, told, header],
    queryFn: ({ signal }) => {
      const query = { zone, ...told, ...(header !== undefined && { header: header ? 'true' : 'false' }) };
      return answered(api.GET('/api/v1/imports/{id}/detection', { params: { path: { id }, query: query as never }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const usePreview = (id: string, mapping: Mapping) =>
  useQuery({
    queryKey: ['imports', id, 'preview', mapping],
    queryFn: ({ signal }) =>
      answered(api.POST('/api/v1/imports/{id}/preview', { params: { path: { id } }, body: { mapping }, signal })) as Promise<ImportPreview>,
    retry: false,
    // Rows of somebody's customers stay in memory no longer than they are looked at.
    gcTime: 0,
  });

/** A deed of one import, whose answer is what it is then. */
function useDeed<Said>(id: string, deed: (said: Said) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (said: Said) => (await deed(said)) as ImportFile,
    onSuccess: async (one) => {
      client.setQueryData(importQuery(id).queryKey, one);
      await client.invalidateQueries({ queryKey: listQuery.queryKey, exact: true });
    },
  });
}

/** Without a mapping it goes on with the one it had. */
export const useRun = (id: string) =>
  useDeed(id, (mapping: Mapping | null) =>
    answered(api.POST('/api/v1/imports/{id}/run', { params: { path: { id } }, body: mapping ? { mapping } : {} })),
  );

export const useCancel = (id: string) =>
  useDeed(id, (_: void) => answered(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } })));

export function useRemove(id: string, then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/imports/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      then();
      await client.invalidateQueries({ queryKey: listQuery.queryKey });
    },
  });
}

/** A file of an import, given to the browser to be kept. It is asked for as everything is, so that the workspace chosen goes with it. */
export function useDownload(id: string, what: 'rejects' | 'mapping', name: string) {
  return useMutation({
    mutationFn: async () => {
      const content = await answered(
        api.GET(`/api/v1/imports/{id}/${what}`, { params: { path: { id } }, parseAs: 'blob' }) as Promise<{
          data?: Blob;
          response: Response;
        }>,
      );
      const url = URL.createObjectURL(content);
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
  });
}
