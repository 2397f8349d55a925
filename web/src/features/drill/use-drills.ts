/** What drills ask the server, and what is done about them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api, done, type OutageDrill as Drill } from '../../api/index.ts';
import type { paths } from '../../api/schema.d.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';

const KEY = ['drills'];
/** Somebody else may have started one. */
const EVERY_MS = 5_000;
const at = (id: string) => ({ params: { path: { id } } });
const keyOf = (id: string) => [...KEY, 'one', id];

export const useDrills = () =>
  useQuery({
    queryKey: [...KEY, 'list'],
    queryFn: ({ signal }) => answeredAs<'/api/v1/drills'>(api.GET('/api/v1/drills', { signal })),
    refetchInterval: EVERY_MS,
  });

/** Told live. */
export const useDrill = (id: string) =>
  useLiveQuery<Drill>({
    queryKey: keyOf(id),
    question: { drill: { id } },
    ask: (signal) => answeredAs<'/api/v1/drills/{id}'>(api.GET('/api/v1/drills/{id}', { ...at(id), signal })),
  });

export type Wanted = paths['/api/v1/drills']['post']['requestBody']['content']['application/json'];
export type HintName = Drill['hints'][number]['hint'];

/** After it the list is asked for again; the answer is in sight at once. */
function useDoing<Input>(deed: (input: Input) => Promise<Drill>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (drill) => void client.setQueryData(keyOf(drill.id), drill),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export const useStart = () => useDoing((body: Wanted) => answered(api.POST('/api/v1/drills', { body })));
export const useHint = (id: string) =>
  useDoing((hint: HintName) => answered(api.POST('/api/v1/drills/{id}/hints', { ...at(id), body: { hint } })));
export const useStop = (id: string) => useDoing<void>(() => answered(api.POST('/api/v1/drills/{id}/stop', at(id))));

export function useClear(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/drills/{id}/tickets', at(id))),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
