/** What the overview asks: this moment, the figures of the period, and what grows; each stays true by itself. */
import { useMemo } from 'react';
import { answered, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useAnswer, usualGrain, type Context, type Question } from '../../numbers/index.ts';
import { usePeriod, useStretch, useTimeZone } from '../../period/viewing.ts';
import { useSession } from '../../session/session.ts';
import { metricsOf, viewOf, type RoleView } from './roles.ts';

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
  const stretch = useStretch();
  const query = { ...stretch, metrics: [...(metrics ?? [])] };
  return useLiveQuery({
    queryKey: ['overview', 'peers', query],
    question: metrics && { peers: query },
    ask: (signal) => answered(api.GET('/api/v1/overview/peers', { params: { query: query as never }, signal })),
    keeps: true,
  });
}

export function useTrends() {
  const query = useStretch();
  return useLiveQuery({
    queryKey: ['overview', 'trends', query],
    question: { trending: query },
    ask: (signal) => answered(api.GET('/api/v1/overview/trending', { params: { query }, signal })),
    keeps: true,
  });
}
