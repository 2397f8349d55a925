/** People compared and one by one, of the period in the address; asked again each minute. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answered, answeredAs, api } from '../../api/index.ts';
import { rangeOf, type Period } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';

const AT_MOST_MS = 60_000;
/** What somebody has in hand, beyond which the list of tickets is the better place. */
const MOST_IN_HAND = 8;

const stretchOf = (period: Period, now: number, timeZone: string) => {
  const { from, to } = rangeOf(period, now, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
};

export function useComparison(team: string | undefined) {
  const [period, timeZone, clock] = [usePeriod(), useTimeZone(), use(ClockContext)];
  const queryKey = ['people', 'comparison', period, timeZone, team];
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const query = { ...stretchOf(period, clock.now(), timeZone), ...(team === undefined ? {} : { team }) };
      return answeredAs<'/api/v1/people/comparison'>(api.GET('/api/v1/people/comparison', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: AT_MOST_MS / 2,
    refetchInterval: AT_MOST_MS,
  });
}

export function useProfile(id: string) {
  const [period, timeZone, clock] = [usePeriod(), useTimeZone(), use(ClockContext)];
  const queryKey = ['people', 'profile', id, period, timeZone];
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: stretchOf(period, clock.now(), timeZone) };
      return answeredAs<'/api/v1/people/{id}'>(api.GET('/api/v1/people/{id}', { params, signal }));
    },
    // Of another person nothing is shown in the meantime.
    placeholderData: (previous) => (previous?.person.id === id ? previous : undefined),
    staleTime: AT_MOST_MS / 2,
    refetchInterval: AT_MOST_MS,
  });
}

/** What the directory says: where the person is now, and which skills are written down. */
export const useEntry = (id: string) =>
  useQuery({
    queryKey: ['directory', 'agents', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/directory/agents/{id}', { params: { path: { id } }, signal })),
    staleTime: AT_MOST_MS,
    retry: false,
  });

/** The tickets that somebody has in hand now, who waits longest first. */
export function useInHand(id: string) {
  const queryKey = ['people', 'in hand', id];
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const query = { assignee: id, status: 'new,open,pending,on_hold', sort: 'waiting', direction: 'desc', limit: MOST_IN_HAND } as const;
      return answered(api.GET('/api/v1/tickets', { params: { query }, signal }));
    },
    refetchInterval: AT_MOST_MS,
  });
}
