/** The alerts in force that a ticket made, beside its story. Nothing is shown where there is none. */
import { Link } from '@tanstack/react-router';
import { answeredAs, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { SeverityMark } from '../notices/index.ts';
import { Age, Panel } from '../ui/index.ts';
import { AlertState } from './AlertState.tsx';
import classes from './alerts.module.css';
import { messages } from './messages.ts';

/** More than so many rules seldom find the same ticket; the history has the rest. */
const MOST = 10;

function useAlertsOf(ticket: string) {
  const query = { ticket, status: ['firing', 'acknowledged', 'snoozed', 'pending'], limit: MOST };
  return useLiveQuery<Awaited<ReturnType<typeof answeredAs<'/api/v1/alerts'>>>>({
    queryKey: ['ticket', ticket, 'alerts'],
    question: { alerts: query },
    ask: (signal) => answeredAs<'/api/v1/alerts'>(api.GET('/api/v1/alerts', { params: { query: query as never }, signal })),
    keeps: true,
  });
}

export function TicketAlerts({ id }: { id: string }) {
  const { data } = useAlertsOf(id);
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
