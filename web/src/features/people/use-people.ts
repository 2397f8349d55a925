/** People compared and one by one, of the period in the address. All of it stays true by itself. */
import { useQuery } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useStretch } from '../../period/viewing.ts';

const UNCHANGED_MS = 60_000;
/** What somebody has in hand, beyond which the list of tickets is the better place. */
const MOST_IN_HAND = 8;

export function useComparison(team: string | undefined) {
  const query = { ...useStretch(), ...(team === undefined ? {} : { team }) };
  return useLiveQuery({
    queryKey: ['people', 'comparison', query],
    question: { comparison: query },
    ask: (signal) => answeredAs<'/api/v1/people/comparison'>(api.GET('/api/v1/people/comparison', { params: { query }, signal })),
    keeps: true,
  });
}

export function useProfile(id: string) {
  const query = useStretch();
  return useLiveQuery({
    queryKey: ['people', 'profile', id, query],
    question: { profile: { id, ...query } },
    ask: (signal) => answeredAs<'/api/v1/people/{id}'>(api.GET('/api/v1/people/{id}', { params: { path: { id }, query }, signal })),
    // Of another person nothing is shown in the meantime.
    keeps: ({ person }) => person.id === id,
  });
}

/** What the directory says: where the person is now, and which skills are written down. */
export const useEntry = (id: string) =>
  useQuery({
    queryKey: ['directory', 'agents', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/directory/agents/{id}', { params: { path: { id } }, signal })),
    staleTime: UNCHANGED_MS,
    retry: false,
  });

/** The tickets that somebody has in hand now, who waits longest first. */
export function useInHand(id: string) {
  const query = { assignee: id, status: 'new,open,pending,on_hold', sort: 'waiting', direction: 'desc', limit: MOST_IN_HAND } as const;
  return useLiveQuery({
    queryKey: ['people', 'in hand', id],
    question: { ticketList: query },
    ask: (signal) => answered(api.GET('/api/v1/tickets', { params: { query }, signal })),
  });
}
