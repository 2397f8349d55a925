/** Who is looking, with an account or as a persona of the demonstration, at which workspace. */
import { type QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api, done } from '../api/answers.ts';
import type { Identity, Session } from '../api/client.ts';
import { problemOf } from '../ui/problem.ts';
import { backFromDemonstration, chooseWorkspace, chosenWorkspace, leaveForDemonstration } from './workspace.ts';

export type { Identity, Session };
export type Role = Identity['role'];
export type Scope = Session['scopes'][number];

/** Who changes what is promised. The server decides; this only spares a vain try. */
export const useMayWriteRules = (): boolean => useSession().scopes.includes('rules:write');

/**
 * Whether the viewer sees every ticket, or the work of their teams, or none one by one. The server decides; this says so where
 * something is not shown for that reason.
 */
export function useSight(): 'all' | 'work' | 'none' {
  const { rows, text } = useSession().sees;
  if (!text || rows === 'none') return 'none';
  return rows === 'all' ? 'all' : 'work';
}

const askSession = (signal: AbortSignal) => answered(api.GET('/api/v1/session', { signal }));

/** The session, or null for a visitor. Whoever may no longer look at the workspace chosen on this browser looks at another of theirs. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) =>
    askSession(signal)
      .catch((error: unknown) => {
        if (problemOf(error).status !== 403 || chosenWorkspace() === null) throw error;
        chooseWorkspace(null);
        return askSession(signal);
      })
      .catch((error: unknown) => {
        if (problemOf(error).status === 401) return null;
        throw error;
      }),
});

/** How one comes in here, and whether anybody has yet. */
export const waysInQuery = queryOptions({
  queryKey: ['ways in'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/sign-in', { signal })),
});

/** The same, with words for the code that a single sign-on which was refused has left in the address. */
export const refusedQuery = (refused: string) =>
  queryOptions({
    queryKey: ['ways in', 'refused', refused],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/sign-in', { params: { query: { refused: refused as never } }, signal })),
  });

export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/personas', { signal })),
});

/** Who is looking. Only for what stands behind the sign-in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** What whoever was here before had loaded is none of the next one's. */
function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => !['session', 'personas', 'ways in'].includes(String(queryKey[0])) });
}

/**
 * Steps in as a persona, then calls `then`. What another persona had loaded is forgotten. The caller gives what comes
 * next here and not to `mutate`, which forgets it when the menu it was chosen from has closed before the answer.
 */
export function useStepIn(then: (session: Session) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (persona: string) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      if (before?.account) leaveForDemonstration(before.workspace.id);
      else if (!before) chooseWorkspace(null);
      return answered(api.POST('/api/v1/session', { body: { persona } }));
    },
    onSuccess: (session) => {
      forgetAll(client);
      client.setQueryData(sessionQuery.queryKey, session);
      then(session);
    },
    onError: () => {
      if (client.getQueryData(sessionQuery.queryKey)?.account) backFromDemonstration();
    },
  });
}

/** After a deed that lets somebody in with their account: who they are. Throws a 403 for an account that belongs to no workspace. */
export function useComeIn() {
  const client = useQueryClient();
  return async (): Promise<Session | null> => {
    forgetAll(client);
    await client.invalidateQueries({ queryKey: waysInQuery.queryKey, refetchType: 'none' });
    return client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
}

/**
 * Signs out, then calls `then` with who is here now: nobody, or whoever has only come back from the demonstration to an account.
 */
export function useStepOut(then: (session: Session | null) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const before = client.getQueryData(sessionQuery.queryKey);
      await done(api.DELETE('/api/v1/session'));
      if (before?.account) chooseWorkspace(null);
      else backFromDemonstration();
      return before?.account ? null : await askSession(AbortSignal.timeout(LONGEST_MS)).catch(() => null);
    },
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      then(session);
    },
  });
}

const LONGEST_MS = 10_000;
