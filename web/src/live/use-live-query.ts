/**
 * A question whose answer stays true by itself. The first answer is asked for as any other; from then on the server tells each that
 * differs, and it takes the place of the one before in the cache: what did not change in it stays the same object and is not drawn
 * again. The page asks nothing twice.
 */
import { hashKey, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive } from './live.tsx';

/** How fresh an answer is, where it says so: an instant as ISO text, which sorts as it is; null where there are no facts yet. */
const asOf = (answer: object): string | null => (answer as { asOf?: string | null }).asOf ?? null;

interface LiveQuery<T> {
  queryKey: QueryKey;
  /** As the stream takes it: its kind, and in it what the API is sent. Null is no question. */
  question: object | null;
  ask: (signal: AbortSignal) => Promise<T>;
  /** Whether the answer to another question stays until this one has its own: any, or one that fits. */
  keeps?: boolean | ((previous: T) => boolean);
  /** `asOf` is when it was looked at, so that of two answers the later one holds: a deed may have been done since what is told. */
  isOrdered?: boolean;
}

/** Whoever looks again so soon sees the same. */
const FRESH_MS = 2_000;

/** What was told while an answer was on its way may be newer than it. */
const fresher = <T extends object>(held: T | undefined, given: T): T => {
  const known = held && asOf(held);
  return known && known > (asOf(given) ?? '') ? held : given;
};

const staysFor = <T>(keeps: boolean | ((previous: T) => boolean), previous: T): boolean =>
  typeof keeps === 'boolean' ? keeps : keeps(previous);

export function useLiveQuery<T extends object>({ queryKey, question, ask, keeps = false, isOrdered = false }: LiveQuery<T>) {
  const client = useQueryClient();
  const { live } = useLive();
  const asked = question && JSON.stringify(question);
  const hash = hashKey(queryKey);
  useEffect(() => {
    if (asked === null) return undefined;
    const key = JSON.parse(hash) as QueryKey;
    return live.watch(JSON.parse(asked) as object, (told) => {
      if (told.type === 'answer') client.setQueryData<T>(key, (held) => (isOrdered ? fresher(held, told.answer as T) : (told.answer as T)));
      // What may not be seen any more is not left in sight; asking says why. Any other trouble leaves what was known, which says of when it is.
      else if (told.problem.status === 401 || told.problem.status === 403) void client.resetQueries({ queryKey: key, exact: true });
    });
  }, [live, client, asked, hash, isOrdered]);
  return useQuery<T>({
    queryKey,
    enabled: question !== null,
    meta: { isLive: true },
    queryFn: async ({ signal }) => {
      const answer = await ask(signal);
      return fresher(client.getQueryData<T>(queryKey), answer);
    },
    placeholderData: (previous) => (previous !== undefined && staysFor(keeps, previous as T) ? previous : undefined),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
