/** An alert in a list: how bad, what, since when, how it stands, and the first thing to do about it. */
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../../notices/index.ts';
import { AlertState, Deeds, isOver } from '../../alerts/index.ts';
import { Age, TicketLink, ticketNumber } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { Alert } from './use-alerts.ts';

interface AlertRowProps {
  alert: Alert;
  /** Where it can be chosen among others. */
  choice?: { isChosen: boolean; onToggle: () => void };
}

export function AlertRow({ alert, choice }: AlertRowProps) {
  const { id, severity, status, title, what, since, ticket, tickets, subject } = alert;
  return (
    <li className={classes['row']} data-status={status} data-severity={severity}>
      <div className={classes['mark']}>
        {choice && (
          <Checkbox size="xs" aria-label={words.chosen.one(title)} checked={choice.isChosen} onChange={choice.onToggle} data-choose />
        )}
        <SeverityMark severity={severity} {...(isOver(alert) && { event: 'resolved' as const })} isShort />
      </div>
      <div className={classes['what']}>
        <h3>
          <Link to="/alerts/$alertId" params={{ alertId: id }} className={classes['name']} data-alert>
            <bdi>{title}</bdi>
          </Link>
        </h3>
        <p>{what}</p>
        {subject !== null && (
          <p>
            <bdi>{subject}</bdi>
          </p>
        )}
      </div>
      <p className={classes['facts']}>
        <Age since={since} />
        {ticket !== null && tickets === 1 && <TicketLink id={ticket}>{ticketNumber(ticket)}</TicketLink>}
        {tickets > 1 && <span>{words.tickets(tickets)}</span>}
      </p>
      <div className={classes['status']}>
        <AlertState alert={alert} />
      </div>
      <div className={classes['deeds']}>
        <Deeds alert={alert} isShort />
      </div>
    </li>
  );
}
