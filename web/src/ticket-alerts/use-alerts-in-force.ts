/** The alerts in force that the viewer sees, told live, for whatever tells of one and offers to do something about it. */
import { answeredAs, api } from '../api/index.ts';
import type { Alert } from '../api/client.ts';
import { useLiveQuery } from '../live/use-live-query.ts';

/** The latest; of a storm the place of alerts has the rest. */
const QUERY = { status: ['firing', 'acknowledged', 'snoozed'], limit: 200 };

/** By their ids. */
export function useAlertsInForce(): ReadonlyMap<string, Alert> {
  const { data } = useLiveQuery<Awaited<ReturnType<typeof answeredAs<'/api/v1/alerts'>>>>({
    queryKey: ['alerts', 'in force', QUERY],
    question: { alerts: QUERY },
    ask: (signal) => answeredAs<'/api/v1/alerts'>(api.GET('/api/v1/alerts', { params: { query: QUERY as never }, signal })),
  });
  return new Map(data?.alerts.map((alert) => [alert.id, alert]));
}
