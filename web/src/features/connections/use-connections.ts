/** Connections as they are, told live, and what is done to them. Secrets go out from here and never come back. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection, ConnectionMaps } from '../../api/client.ts';
import { answered, answeredAs, api, done } from '../../api/index.ts';
import type { paths } from '../../api/schema.d.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';

type BodyOf<Path extends keyof paths, Method extends 'post' | 'put' | 'patch'> = paths[Path] extends {
  [M in Method]: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
type Answer<Path extends keyof paths> = Awaited<ReturnType<typeof answeredAs<Path>>>;

export type NewConnection = BodyOf<'/api/v1/connections', 'post'>;
export type ConnectionChange = BodyOf<'/api/v1/connections/{id}', 'patch'>;
export type RulesChoice = BodyOf<'/api/v1/connections/{id}/rules', 'post'>;
export type System = Answer<'/api/v1/connections/systems'>['systems'][number];
export type ConnectionList = Answer<'/api/v1/connections'>;
export type DeadLetter = Answer<'/api/v1/connections/{id}/dead-letters'>['letters'][number];
export type SavedMaps = Answer<'/api/v1/connections/{id}/maps'>;

const LIST = ['connections', 'list'];
const mapsKey = (id: string) => ['connections', id, 'maps'];
const lettersKey = (id: string) => ['connections', id, 'letters'];
const at = (id: string) => ({ params: { path: { id } } });

export const useConnections = () =>
  useLiveQuery<ConnectionList>({
    queryKey: LIST,
    question: { connections: {} },
    ask: (signal) => answeredAs<'/api/v1/connections'>(api.GET('/api/v1/connections', { signal })),
  });

export const useSystems = () =>
  useQuery({
    queryKey: ['connections', 'systems'],
    queryFn: async ({ signal }) =>
      (await answeredAs<'/api/v1/connections/systems'>(api.GET('/api/v1/connections/systems', { signal }))).systems,
    staleTime: Infinity,
  });

export const useTryOut = () =>
  useMutation({
    mutationFn: (body: Pick<NewConnection, 'system' | 'credentials' | 'options'>) => done(api.POST('/api/v1/connections/try', { body })),
  });

/** The answer takes its place in the list at once. */
function useDeed<Said>(deed: (said: Said) => Promise<Connection>, then?: (now: Connection) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (now) => {
      client.setQueryData<ConnectionList>(LIST, (held) => {
        if (!held) return held;
        const isKnown = held.connections.some(({ id }) => id === now.id);
        return {
          ...held,
          connections: isKnown ? held.connections.map((one) => (one.id === now.id ? now : one)) : [...held.connections, now],
        };
      });
      then?.(now);
    },
  });
}

export const useCreate = (then: (now: Connection) => void) =>
  useDeed((body: NewConnection) => answered(api.POST('/api/v1/connections', { body })) as Promise<Connection>, then);

export const useChange = (id: string, then: (now: Connection) => void) =>
  useDeed((body: ConnectionChange) => answered(api.PATCH('/api/v1/connections/{id}', { ...at(id), body })) as Promise<Connection>, then);

export const usePause = (id: string) =>
  useDeed((verb: 'pause' | 'resume') => answered(api.POST(`/api/v1/connections/{id}/${verb}`, at(id))) as Promise<Connection>);

export function useRemove(id: string, then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (withTickets: boolean) =>
      done(
        api.DELETE('/api/v1/connections/{id}', {
          params: { path: { id }, query: { tickets: withTickets ? 'true' : 'false' } as never },
        }),
      ),
    onSuccess: async () => {
      then();
      await client.invalidateQueries({ queryKey: LIST });
    },
  });
}

export const useMaps = (id: string) =>
  useQuery({
    queryKey: mapsKey(id),
    queryFn: ({ signal }) => answeredAs<'/api/v1/connections/{id}/maps'>(api.GET('/api/v1/connections/{id}/maps', { ...at(id), signal })),
  });

export function useSaveMaps(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ maps, base }: { maps: ConnectionMaps; base: number }) =>
      answered(api.PUT('/api/v1/connections/{id}/maps', { ...at(id), body: { maps: maps as never, base } })),
    onSuccess: (now) => client.setQueryData(mapsKey(id), now),
  });
}

export const useMapAgain = (id: string) =>
  useMutation({ mutationFn: () => answered(api.POST('/api/v1/connections/{id}/map-again', at(id))) });

/** `then` gets the secret, which nobody can ask for again. */
export function useWebhookSecret(id: string, then: (secret: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secret: string | null) =>
      answered(api.PUT('/api/v1/connections/{id}/webhook-secret', { ...at(id), body: secret === null ? {} : { secret } })),
    onSuccess: async ({ secret }) => {
      then(secret);
      await client.invalidateQueries({ queryKey: LIST });
    },
  });
}

export const useDeadLetters = (id: string, known: number) =>
  useInfiniteQuery({
    // Asked again when there are more or fewer of them.
    queryKey: [...lettersKey(id), known],
    queryFn: ({ signal, pageParam }) =>
      answeredAs<'/api/v1/connections/{id}/dead-letters'>(
        api.GET('/api/v1/connections/{id}/dead-letters', {
          params: { path: { id }, query: { limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
    // What could not be read may hold words of customers.
    gcTime: 0,
  });

/** All of them where none are named. */
export function useRetry(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (letters: string[] | null) =>
      answered(api.POST('/api/v1/connections/{id}/dead-letters/retry', { ...at(id), body: letters === null ? {} : { letters } })),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** The system is asked each time somebody looks. */
export const useRules = (id: string) =>
  useQuery({
    queryKey: ['connections', id, 'rules'],
    queryFn: ({ signal }) => answeredAs<'/api/v1/connections/{id}/rules'>(api.GET('/api/v1/connections/{id}/rules', { ...at(id), signal })),
    retry: false,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** Those of the workspace, to take theirs into. */
export const useOwnRules = () =>
  useQuery({
    queryKey: ['connections', 'own-rules'],
    queryFn: async ({ signal }) => {
      const [{ calendars }, { policies }] = await Promise.all([
        answeredAs<'/api/v1/calendars'>(api.GET('/api/v1/calendars', { signal })),
        answeredAs<'/api/v1/sla/policies'>(api.GET('/api/v1/sla/policies', { signal })),
      ]);
      return { calendars, policies };
    },
  });

export function useTakeOver(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RulesChoice) => answered(api.POST('/api/v1/connections/{id}/rules', { ...at(id), body })),
    onSuccess: async (_taken, { dryRun }) => {
      if (dryRun) return;
      await Promise.all([
        client.invalidateQueries({ queryKey: ['connections', 'own-rules'] }),
        client.invalidateQueries({ queryKey: ['connections', id, 'rules'] }),
        client.invalidateQueries({ queryKey: ['sla'] }),
      ]);
    },
  });
}

export const useVerdicts = (id: string) =>
  useInfiniteQuery({
    queryKey: ['connections', id, 'verdicts'],
    queryFn: ({ signal, pageParam }) =>
      answeredAs<'/api/v1/connections/{id}/verdicts'>(
        api.GET('/api/v1/connections/{id}/verdicts', {
          params: { path: { id }, query: { limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
