/** Alerts in force and those that were, told live; one of them; and who was told of it. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answeredAs, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';
import { alertKey, type AlertList, askAlerts, IN_FORCE, useLiveAlerts } from '../../alerts/index.ts';
import { valuesOf, type AlertSearch, type HistorySearch } from './search.ts';
import { useAlertCount } from './use-alert-count.ts';

export type { AlertList };
export type Alert = AlertList['alerts'][number];
export type AlertDetail = Awaited<ReturnType<typeof answeredAs<'/api/v1/alerts/{id}'>>>;

const OVER = ['resolved', 'superseded'];
/** Of a storm the history has the rest. */
const MOST_IN_FORCE = 200;
const MOST_OVER = 8;
const PAGE = 50;

const narrowed = ({ severity, rule }: AlertSearch) => ({
  ...(severity !== undefined && { severity: valuesOf(severity) }),
  ...(rule !== undefined && { rule: valuesOf(rule) }),
});

/** Those in force, the latest first; two hundred at most. */
export const useInForce = (search: AlertSearch) =>
  useLiveAlerts(['alerts', 'in force'], { ...narrowed(search), status: IN_FORCE, limit: MOST_IN_FORCE });
/** The few that ended last. */
export const useJustOver = (search: AlertSearch) =>
  useLiveAlerts(['alerts', 'over'], { ...narrowed(search), status: OVER, limit: MOST_OVER });

/** All that began in a stretch of time, page by page, asked for again whenever the stream tells that something is another. */
export function useHistory({ status, ticket, ...search }: HistorySearch, range: { from: number; to: number }, period: string) {
  const client = useQueryClient();
  const { data: count } = useAlertCount();
  useEffect(() => {
    if (count) void client.invalidateQueries({ queryKey: ['alerts', 'history'] });
  }, [client, count]);
  return useInfiniteQuery({
    // The stretch moves with the clock; what was asked for is the period.
    queryKey: ['alerts', 'history', search, status, ticket, period],
    queryFn: ({ signal, pageParam }) =>
      askAlerts(
        {
          ...narrowed(search),
          ...(status !== undefined && { status: valuesOf(status) }),
          ...(ticket !== undefined && { ticket }),
          from: new Date(range.from).toISOString(),
          to: new Date(range.to).toISOString(),
          ...(pageParam !== '' && { cursor: pageParam }),
          limit: PAGE,
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 2_000,
  });
}

export const useAlert = (id: string) =>
  useLiveQuery<AlertDetail>({
    queryKey: alertKey(id),
    question: { alert: { id } },
    ask: (signal) => answeredAs<'/api/v1/alerts/{id}'>(api.GET('/api/v1/alerts/{id}', { params: { path: { id } }, signal })),
  });

const MOST_TOLD = 100;
/** Nothing tells of a message that went; who looks at an alert waits for just that. */
const AGAIN_MS = 10_000;

/** Who was told of it, by which way; whoever may not change its rule sees what was for them. */
export function useTold({ id, thread }: Pick<AlertDetail, 'id' | 'thread'>) {
  const { person } = useSession();
  const seesAll = useMayWriteRules();
  return useQuery({
    queryKey: ['alerts', 'told', id, seesAll ? null : person.id],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/notifications/log'>(
        api.GET('/api/v1/notifications/log', { params: { query: { thread, alert: id, limit: MOST_TOLD } }, signal }),
      ),
    refetchInterval: AGAIN_MS,
  });
}
