/** Simulations as they are asked of the server: run, watched while they run, kept. */
import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Simulation } from '../../api/client.ts';
import { answered, answeredAs, api, done } from '../../api/index.ts';

const KEY = ['outage-simulations'];
const LOOK_MS = 700;

/** The first answer takes a while, and then it is at hand for hours. */
export const useBaseline = () =>
  useQuery({
    queryKey: [...KEY, 'baseline'],
    staleTime: 10 * 60_000,
    retry: false,
    queryFn: ({ signal }) => answeredAs<'/api/v1/outage-simulations/baseline'>(api.GET('/api/v1/outage-simulations/baseline', { signal })),
  });

export type Baseline = NonNullable<ReturnType<typeof useBaseline>['data']>;

export const useKeptList = () =>
  useQuery({
    queryKey: [...KEY, 'list'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/outage-simulations', { signal })).then(({ simulations }) => simulations),
  });

/** Undefined asks for none. */
export const useKept = (id: string | undefined) =>
  useQuery({
    queryKey: [...KEY, 'one', id],
    enabled: id !== undefined,
    retry: false,
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/outage-simulations/{id}'>(api.GET('/api/v1/outage-simulations/{id}', { params: { path: { id: id! } }, signal })),
  });

/** Undefined asks for none. */
export const useReplay = (incident: string | undefined) =>
  useQuery({
    queryKey: [...KEY, 'replay', incident],
    enabled: incident !== undefined,
    retry: false,
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/outage-simulations/incidents/{id}'>(
        api.GET('/api/v1/outage-simulations/incidents/{id}', { params: { path: { id: incident! } }, signal }),
      ),
  });

export type Replay = NonNullable<ReturnType<typeof useReplay>['data']>;

/** Past incidents to choose from. */
export const usePastIncidents = () =>
  useQuery({
    queryKey: [...KEY, 'incidents'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/incidents', { params: { query: { stage: ['resolved', 'closed'], limit: 50 } }, signal })).then(
        ({ incidents }) => incidents,
      ),
  });

/** Runs one question; `end` gives up the one that runs. */
export function useRun(then: (simulation: Simulation) => void) {
  const leaving = useRef<AbortController>(null);
  const run = useMutation({
    mutationFn: (spec: SimulationSpec) => {
      leaving.current = new AbortController();
      return answered(
        api.POST('/api/v1/outage-simulations', { body: spec as never, signal: leaving.current.signal }) as Promise<{
          data?: Simulation;
          error?: unknown;
          response: Response;
        }>,
      );
    },
    onSuccess: then,
  });
  const { data: running } = useQuery({
    queryKey: [...KEY, 'running'],
    enabled: run.isPending,
    refetchInterval: LOOK_MS,
    gcTime: 0,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/outage-simulations/running', { signal })).then(({ running: one }) => one),
  });
  return {
    run: (spec: SimulationSpec) => run.mutate(spec),
    isRunning: run.isPending,
    progress: run.isPending ? (running ?? null) : null,
    error: run.error instanceof DOMException ? null : run.error,
    end: () => leaving.current?.abort(),
  };
}

function useChanging<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: [...KEY, 'list'] }) });
}

export const useKeep = () =>
  useChanging(({ id, name }: { id: string; name: string }) =>
    done(api.PUT('/api/v1/outage-simulations/{id}', { params: { path: { id } }, body: { name } })),
  );

export const useRemove = () =>
  useChanging((id: string) => done(api.DELETE('/api/v1/outage-simulations/{id}', { params: { path: { id } } })));
