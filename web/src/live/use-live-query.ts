/**
 * A question whose answer stays true by itself. The first answer is asked for as any other; from then on the server tells each that
 * differs, and it takes the place of the one before in the cache: what did not change in it stays the same object and is not drawn
 * again. The page asks nothing twice.
 */
import { hashKey, keepPreviousData, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive } from './live.tsx';

/** How fresh it is: an instant as ISO text, which sorts as it is; null where there are no facts yet. */
interface Fresh {
  asOf: string | null;
}

interface LiveQuery<T> {
  queryKey: QueryKey;
  /** As the stream takes it: its kind, and in it what the API is sent. Null is no question. */
  question: object | null;
  ask: (signal: AbortSignal) => Promise<T>;
  /** Whether the answer to another question stays until this one has its own. */
  keeps?: boolean;
}

/** Whoever looks again so soon sees the same. */
const FRESH_MS = 2_000;

/** What was told while an answer was on its way may be newer than it. */
const fresher = <T extends Fresh>(held: T | undefined, given: T): T =>
  held?.asOf && (given.asOf === null || held.asOf > given.asOf) ? held : given;

export function useLiveQuery<T extends Fresh>({ queryKey, question, ask, keeps = false }: LiveQuery<T>) {
  const client = useQueryClient();
  const { live } = useLive();
  const asked = question && JSON.stringify(question);
  const hash = hashKey(queryKey);
  useEffect(() => {
    if (asked === null) return undefined;
    const key = JSON.parse(hash) as QueryKey;
    return live.watch(JSON.parse(asked) as object, (told) => {
      if (told.type === 'answer') client.setQueryData(key, told.answer);
      // What may not be seen any more is not left in sight; asking says why. Any other trouble leaves what was known, which says of when it is.
      else if (told.problem.status === 401 || told.problem.status === 403) void client.resetQueries({ queryKey: key, exact: true });
    });
  }, [live, client, asked, hash]);
  return useQuery({
    queryKey,
    enabled: question !== null,
    meta: { isLive: true },
    queryFn: async ({ signal }) => {
      const answer = await ask(signal);
      return fresher(client.getQueryData<T>(queryKey), answer);
    },
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
