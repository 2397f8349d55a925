/** A ticket wherever one is named: its number, leading to its page. The source stands in the full id, on hover. */
import { Link } from '@tanstack/react-router';
import { ticketNumber } from '@watchdesk/domain/ticket/number';
import type { ReactNode } from 'react';
import classes from './TicketLink.module.css';

interface TicketLinkProps {
  id: string;
  /** Leads to what happened at this instant. */
  at?: string;
  /** Of what happened then, this event. */
  event?: { source: string; id: string } | null;
  /** Stand instead of the number, for instance the subject. */
  children?: ReactNode;
  tabIndex?: number;
}

export function TicketLink({ id, at, event, children, tabIndex }: TicketLinkProps) {
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: id }}
      search={at === undefined ? {} : { at, ...(event && { event: `${event.source} ${event.id}` }) }}
      className={classes['link']}
      title={children ? undefined : id}
      tabIndex={tabIndex}
    >
      {children ?? ticketNumber(id)}
    </Link>
  );
}
