/** The questions that are kept, and what is done with them. */
import { appended, MOST_TILES } from '@watchdesk/domain/dashboard';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dashboard, Exploration, ExplorationSpec } from '../../api/client.ts';
import { answered, api } from '../../api/index.ts';
import { ProblemError, readProblem } from '../../ui/problem.ts';
import { sizeOf, type NewTile } from './saved.ts';

const KEY = ['explorations'];

export const useExplorations = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/explorations', { signal })).then(({ explorations }) => explorations),
  });

/** Null asks for none. */
export const useExploration = (id: string | null) =>
  useQuery({
    queryKey: [...KEY, id],
    enabled: id !== null,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/explorations/{id}', { params: { path: { id: id! } }, signal })),
  });

/** After a change what is kept is asked for again; then `then` is called. */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then?: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      // An answer that is still on its way may be older than the change, and would not be asked for again.
      await client.cancelQueries({ queryKey: KEY });
      await client.invalidateQueries({ queryKey: KEY });
      then?.(output);
    },
  });
}

/** The key makes a repeated request keep it once. */
export const useKeep = (then?: (made: Exploration) => void) =>
  useChanging(
    ({ spec, key }: { spec: ExplorationSpec; key: string }) =>
      answered(api.POST('/api/v1/explorations', { params: { header: { 'idempotency-key': key } }, body: { spec } })),
    then,
  );

export const useReplace = (then?: (saved: Exploration) => void) =>
  useChanging(
    ({ id, spec }: { id: string; spec: ExplorationSpec }) =>
      answered(api.PUT('/api/v1/explorations/{id}', { params: { path: { id } }, body: { spec } })),
    then,
  );

export const useSharing = () =>
  useChanging(({ id, shared }: { id: string; shared: boolean }) =>
    answered(api.PUT('/api/v1/explorations/{id}/sharing', { params: { path: { id } }, body: { shared } })),
  );

export const useRemove = (then: () => void) =>
  useChanging(async (id: string) => {
    const { error, response } = await api.DELETE('/api/v1/explorations/{id}', { params: { path: { id } } });
    if (!response.ok) throw new ProblemError(readProblem(error, response.status));
  }, then);

/** One's own dashboards that have room for one more tile. */
export const useRoomyDashboards = () =>
  useQuery({
    queryKey: ['dashboards'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dashboards', { signal })).then(({ dashboards }) => dashboards),
    select: (dashboards: readonly Dashboard[]) => dashboards.filter(({ isMine, spec }) => isMine && spec.tiles.length < MOST_TILES),
  });

/** Puts a tile on a dashboard, or on a new one of this title. */
export function usePutting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ tile, on }: { tile: NewTile; on: Dashboard | { title: string } }) => {
      if ('title' in on)
        return answered(
          api.POST('/api/v1/dashboards', {
            body: { spec: { title: on.title, description: '', tiles: [appended([], tile, sizeOf(tile))] } },
          }),
        );
      const { id, spec, version } = on;
      const tiles = [...spec.tiles, appended(spec.tiles, tile, sizeOf(tile))];
      const body = { spec: { ...spec, tiles }, ...(version === null ? {} : { baseVersion: version }) };
      return answered(api.PUT('/api/v1/dashboards/{id}', { params: { path: { id } }, body }));
    },
    // Also where it came too late: the next try begins from what is there now.
    onSettled: () => client.invalidateQueries({ queryKey: ['dashboards'] }),
  });
}
