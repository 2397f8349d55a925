/** The status page as it is saved and served; each deed answers with all of it. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ComponentState } from '@watchdesk/domain/status-page';
import { answered, answeredAs, api } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';
import type { Draft } from './status-form.ts';

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
export type StatusPageState = Awaited<ReturnType<typeof answeredAs<'/api/v1/status-page'>>>;
type MaintenanceBody = BodyOf<paths['/api/v1/status-page/maintenances']['post']>;

/** Subscribers come, maintenances begin, and nothing tells of it. */
const AGAIN_MS = 10_000;

const stateQuery = queryOptions({
  queryKey: ['settings', 'status-page'],
  queryFn: ({ signal }) => answeredAs<'/api/v1/status-page'>(api.GET('/api/v1/status-page', { signal })),
});
export const useStatusPage = () => useQuery({ ...stateQuery, refetchInterval: AGAIN_MS });

function useDeed<Given>(mutationFn: (given: Given) => Promise<StatusPageState>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: (state) => client.setQueryData(stateQuery.queryKey, state) });
}

export const useSaveStatusPage = () =>
  useDeed((body: { settings: Draft; base: number }) => answered(api.PUT('/api/v1/status-page', { body })));

export const useSetComponent = () =>
  useDeed(({ component, state }: { component: string; state: ComponentState | null }) =>
    answered(api.PUT('/api/v1/status-page/components/{component}/state', { params: { path: { component } }, body: { state } })),
  );

export const usePlanMaintenance = () =>
  useDeed((body: MaintenanceBody) => answered(api.POST('/api/v1/status-page/maintenances', { body })));

export const useMoveMaintenance = () =>
  useDeed(({ id, body }: { id: string; body: MaintenanceBody }) =>
    answered(api.PUT('/api/v1/status-page/maintenances/{id}', { params: { path: { id } }, body })),
  );

export const useStepMaintenance = () =>
  useDeed((path: { id: string; step: 'begin' | 'end' | 'cancel' }) =>
    answered(api.POST('/api/v1/status-page/maintenances/{id}/{step}', { params: { path } })),
  );

/** What a draft comes to; asked for anew as it changes. */
export const usePreview = (settings: Draft) =>
  useQuery({
    queryKey: ['settings', 'status-page', 'preview', settings],
    queryFn: ({ signal }) => answered(api.POST('/api/v1/status-page/preview', { body: { settings }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
