/** Who is looking, with an account or as a persona of the demonstration, at which workspace. */
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api } from '../api/answers.ts';
import type { Identity, Session } from '../api/client.ts';
import { problemOf, ProblemError, readProblem } from '../ui/problem.ts';
import { chooseWorkspace } from './workspace.ts';

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

/** The session, or null for a visitor who has not stepped in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) =>
    answered(api.GET('/api/v1/session', { signal })).catch((error: unknown) => {
      if (problemOf(error).status === 401) return null;
      throw error;
    }),
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

/**
 * Steps in as a persona, then calls `then`. What another persona had loaded is forgotten. The caller gives what comes
 * next here and not to `mutate`, which forgets it when the menu it was chosen from has closed before the answer.
 */
export function useStepIn(then: (session: Session) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (persona: string) => answered(api.POST('/api/v1/session', { body: { persona } })),
    onSuccess: (session) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'personas' });
      client.setQueryData(sessionQuery.queryKey, session);
      then(session);
    },
  });
}

/** Signs out, then calls `then`. The page that follows is the visitor's door. */
export function useStepOut(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/api/v1/session');
      if (!response.ok) throw new ProblemError(readProblem(error, response.status));
    },
    onSuccess: () => {
      chooseWorkspace(null);
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
      then();
    },
  });
}
