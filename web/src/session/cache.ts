/** The query cache: server state lives here and nowhere else. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from '../ui/problem.ts';
import { sessionQuery } from './session.ts';

/** A caller's mistake stays one however often it is asked; a server that is starting answers soon. */
const worthRetrying = (count: number, error: unknown): boolean => {
  const { status } = problemOf(error);
  return count < 3 && (status === 0 || status >= 500);
};

/** An empty cache. What is shown stays while it is asked again, and a session that ended leads to the door. */
export function createAppCache(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] === 'session') return;
        const { status } = problemOf(error);
        // What was allowed before and no longer is must not stay on the screen.
        const isOver = status === 403 && query.state.data !== undefined;
        if (isOver) query.setState({ ...query.state, data: undefined });
        if (status === 401 || isOver) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        retry: worthRetrying,
        retryDelay: (attempt) => Math.min(8_000, 500 * 2 ** attempt),
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
