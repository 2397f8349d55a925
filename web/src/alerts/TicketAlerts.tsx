/** The alerts in force that a ticket made, beside its story. Nothing is shown where there is none. */
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../notices/index.ts';
import { Age, Panel } from '../ui/index.ts';
import { IN_FORCE } from './alert-status.ts';
import { AlertState } from './AlertState.tsx';
import classes from './alerts.module.css';
import { messages } from './messages.ts';
import { useLiveAlerts } from './use-live-alerts.ts';

/** More than so many rules seldom find the same ticket; the history has the rest. */
const MOST = 10;

export function TicketAlerts({ id }: { id: string }) {
  const { data } = useLiveAlerts(['ticket', id, 'alerts'], { ticket: id, status: IN_FORCE, limit: MOST });
  if (!data || data.alerts.length === 0) return null;
  return (
    <Panel
      title={messages.title}
      actions={
        <Link to="/alerts/history" search={{ ticket: id } as never} className={classes['all']}>
          {messages.all}
        </Link>
      }
      flush
    >
      <ul className={classes['list']}>
        {data.alerts.map((alert) => (
          <li key={alert.id}>
            <SeverityMark severity={alert.severity} isShort />
            <div>
              <Link to="/alerts/$alertId" params={{ alertId: alert.id }} className={classes['name']}>
                <bdi>{alert.title}</bdi>
              </Link>
              <span className={classes['facts']}>
                <AlertState alert={alert} isLine />
                <Age since={alert.since} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
