/** What the overview asks: this moment, the figures of the period, and what grows; each stays true by itself. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { answered, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useAnswer, usualGrain, type Context, type Question } from '../../numbers/index.ts';
import { rangeOf } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { useSession } from '../../session/session.ts';
import { ClockContext } from '../../ui/index.ts';
import { metricsOf, viewOf, type RoleView } from './roles.ts';

/** What is trending today is so in a minute as well. */
const TRENDS_MS = 60_000;

export function useNow() {
  return useLiveQuery({
    queryKey: ['overview', 'now'],
    question: { overview: {} },
    ask: (signal) => answered(api.GET('/api/v1/overview', { signal })),
    keeps: true,
  });
}

/** Through what the viewer looks: the period, the zone, and of an agent their own work. */
export function useRoleView(): { view: RoleView; context: Context } {
  const { person } = useSession();
  const period = usePeriod();
  const timeZone = useTimeZone();
  const view = viewOf(person.role, person.agentId);
  const own = view.isOwn ? person.agentId : null;
  const context = useMemo(
    (): Context => ({ period, timeZone, ...(own === null ? {} : { filters: [{ dimension: 'agent', values: [own] }] }) }),
    [period, timeZone, own],
  );
  return { view, context };
}

/** All figures of the view in one question, so that they are of one instant. */
export function useFigures(view: RoleView, context: Context) {
  const period = usePeriod();
  const question = useMemo(
    (): Question => ({ ...context, metrics: metricsOf(view), grain: usualGrain(period), compare: 'previous' }),
    [view, context, period],
  );
  return { question, ...useAnswer(question) };
}

/** How colleagues do in the middle; null asks nothing. */
export function usePeers(metrics: readonly string[] | null) {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  return useQuery({
    queryKey: ['overview', 'peers', period, timeZone, metrics],
    enabled: metrics !== null,
    queryFn: ({ signal }) => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone, metrics: [...(metrics ?? [])] };
      return answered(api.GET('/api/v1/overview/peers', { params: { query: query as never }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: TRENDS_MS,
    refetchInterval: TRENDS_MS,
  });
}

export function useTrends() {
  const period = usePeriod();
  const timeZone = useTimeZone();
  const clock = use(ClockContext);
  return useQuery({
    queryKey: ['overview', 'trends', period, timeZone],
    queryFn: ({ signal }) => {
      const { from, to } = rangeOf(period, clock.now(), timeZone);
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timeZone };
      return answered(api.GET('/api/v1/overview/trending', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: TRENDS_MS,
    refetchInterval: TRENDS_MS,
  });
}

/** How soon the first ticket is seen. */
const FIRST_MS = 10_000;

/** Whether an administrator looks at a workspace of their own that has no ticket yet. Once there is one it is not asked again. */
export function useIsEmpty(): boolean {
  const { workspace, scopes } = useSession();
  const { data } = useQuery({
    queryKey: ['overview', 'is empty'],
    enabled: workspace.kind === 'own' && scopes.includes('admin'),
    queryFn: async ({ signal }) => {
      const { tickets } = await answered(api.GET('/api/v1/tickets', { params: { query: { limit: 1 } }, signal }));
      return tickets.length === 0;
    },
    refetchInterval: ({ state }) => (state.data ? FIRST_MS : false),
    staleTime: ({ state }) => (state.data === false ? Number.POSITIVE_INFINITY : 0),
  });
  return data ?? false;
}
