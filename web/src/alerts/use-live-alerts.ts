/** Alerts as the stream tells of them, wherever they are shown. */
import { answeredAs, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';

export type AlertList = Awaited<ReturnType<typeof answeredAs<'/api/v1/alerts'>>>;

export const askAlerts = (query: object, signal: AbortSignal): Promise<AlertList> =>
  answeredAs<'/api/v1/alerts'>(api.GET('/api/v1/alerts', { params: { query: query as never }, signal }));

export const useLiveAlerts = (queryKey: readonly unknown[], query: object) =>
  useLiveQuery<AlertList>({
    queryKey: [...queryKey, query],
    question: { alerts: query },
    ask: (signal) => askAlerts(query, signal),
    keeps: true,
  });
