/** The log of delivery, page by page, as the address asks for it. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { use } from 'react';
import { answeredAs, api } from '../../../api/index.ts';
import { rangeOf } from '../../../period/period.ts';
import { usePeriod, useTimeZone } from '../../../period/viewing.ts';
import { useSession } from '../../../session/session.ts';
import { ClockContext } from '../../../ui/index.ts';
import type { DeliverySearch } from './search.ts';

const PAGE = 50;
/** Nothing tells of a message that went; who looks at the log waits for just that. */
const AGAIN_MS = 10_000;

const split = (text: string | undefined): string[] => text?.split(',') ?? [];

/** `isOwn`: what was for the viewer, whatever they may see, and of all that is kept. */
export function useDeliveries({ outcomes, severities, to, ticket, notice }: DeliverySearch, isOwn: boolean) {
  const { person } = useSession();
  const [period, timeZone, clock] = [usePeriod(), useTimeZone(), use(ClockContext)];
  const recipient = isOwn ? person.id : to;
  // One notice is looked for whenever it was.
  const isOfPeriod = !isOwn && notice === undefined;
  return useInfiniteQuery({
    queryKey: ['settings', 'deliveries', { outcomes, severities, recipient, ticket, notice }, isOfPeriod && [period, timeZone]],
    queryFn: ({ signal, pageParam }) => {
      const range = isOfPeriod ? rangeOf(period, clock.now(), timeZone) : undefined;
      const query = {
        outcome: split(outcomes),
        severity: split(severities),
        ...(recipient !== undefined && { recipient }),
        ...(ticket !== undefined && { ticket }),
        ...(notice !== undefined && { notice }),
        ...(range && { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }),
        ...(pageParam !== '' && { cursor: pageParam }),
        limit: PAGE,
      };
      return answeredAs<'/api/v1/notifications/log'>(api.GET('/api/v1/notifications/log', { params: { query: query as never }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : AGAIN_MS),
  });
}
