/** The alerts in force that the viewer sees, told live, for whatever tells of one and offers to do something about it. */
import type { Alert } from '../api/client.ts';
import { useLiveAlerts } from './use-live-alerts.ts';

/** The latest; of a storm the place of alerts has the rest. */
const QUERY = { status: ['firing', 'acknowledged', 'snoozed'], limit: 200 };

/** By their ids. */
export function useAlertsInForce(): ReadonlyMap<string, Alert> {
  const { data } = useLiveAlerts(['alerts', 'in force'], QUERY);
  return new Map(data?.alerts.map((alert) => [alert.id, alert]));
}
