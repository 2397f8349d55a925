/** An alert in a list: how bad, what, since when, how it stands, and the first thing to do about it. */
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../../notices/index.ts';
import { AlertState } from '../../ticket-alerts/index.ts';
import { Age, TicketLink, ticketNumber } from '../../ui/index.ts';
import { isOver } from './alert-words.ts';
import classes from './alerts.module.css';
import { Deeds } from './Deeds.tsx';
import { words } from './messages.ts';
import type { Alert } from './use-alerts.ts';

export function AlertRow({ alert }: { alert: Alert }) {
  const { id, severity, status, title, what, since, ticket, tickets } = alert;
  return (
    <li className={classes['row']} data-status={status} data-severity={severity}>
      <div className={classes['mark']}>
        <SeverityMark severity={severity} {...(isOver(alert) && { event: 'resolved' as const })} isShort />
      </div>
      <div className={classes['what']}>
        <h3>
          <Link to="/alerts/$alertId" params={{ alertId: id }} className={classes['name']} data-alert>
            <bdi>{title}</bdi>
          </Link>
        </h3>
        <p>{what}</p>
      </div>
      <p className={classes['facts']}>
        <Age since={since} />
        {ticket !== null && tickets === 1 && <TicketLink id={ticket}>{ticketNumber(ticket)}</TicketLink>}
        {tickets > 1 && <span>{words.tickets(tickets)}</span>}
      </p>
      <div className={classes['status']}>
        <AlertState alert={alert} />
      </div>
      <Deeds alert={alert} isShort />
    </li>
  );
}
