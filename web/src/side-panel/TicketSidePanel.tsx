/**
 * A ticket beside a list, in sight of it: what it is and how long its customer waits, what the list's place adds, and what
 * was said last. The place says where it stands (`className`) and what closing means.
 */
import { Button, CloseButton } from '@mantine/core';
import { IconArrowsDiagonal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode, Ref } from 'react';
import type { TicketRow, TicketView } from '../api/client.ts';
import { ticketQuery } from '../api/ticket-questions.ts';
import { useTopics } from '../live/live.tsx';
import { ErrorState, problemOf, ScrollRegion, TextSkeleton, ticketNumber } from '../ui/index.ts';
import { LastMessages } from './LastMessages.tsx';
import { messages } from './messages.ts';
import classes from './side-panel.module.css';
import { Summary } from './Summary.tsx';

export interface TicketShown {
  ticket: TicketRow;
  /** Undefined until the ticket's own answer is there. */
  view: TicketView | undefined;
}

interface TicketSidePanelProps {
  id: string;
  /** The row of the list, which is there before the ticket's own answer and may be newer. */
  row: TicketRow | undefined;
  onClose: () => void;
  className: string | undefined;
  children: (shown: TicketShown) => ReactNode;
  /** Stays in sight below what scrolls. */
  footer?: ComponentType<TicketShown>;
  ref?: Ref<HTMLElement>;
}

export function TicketSidePanel({ id, row, onClose, className, children, footer: Footer, ref }: TicketSidePanelProps) {
  useTopics(`ticket:${id}`);
  const { data, error, refetch } = useQuery(ticketQuery(id));
  // It may be out of sight since it was opened: what was known of it is shown no longer.
  const isGone = error !== null && problemOf(error).status === 404;
  const view = isGone ? undefined : data;
  const ticket: TicketRow | undefined = isGone ? undefined : view && row && view.ticket.version < row.version ? row : (view?.ticket ?? row);
  return (
    <aside ref={ref} tabIndex={-1} className={`${classes['panel']} ${className}`} aria-label={ticket?.subject ?? ticketNumber(id)}>
      <div className={classes['bar']}>
        <span className={classes['number']} title={id}>
          {ticketNumber(id)}
        </span>
        <Button
          component={Link}
          to="/tickets/$ticketId"
          params={{ ticketId: id } as never}
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsDiagonal size={14} aria-hidden="true" />}
        >
          {messages.open}
        </Button>
        <CloseButton aria-label={messages.close} title="Esc" onClick={onClose} />
      </div>
      <ScrollRegion className={classes['body']} label={messages.body}>
        {ticket && <Summary ticket={ticket} />}
        {ticket && children({ ticket, view })}
        {!view && error && <ErrorState error={error} retry={() => void refetch()} compact />}
        {(view || !error) && (ticket ? <LastMessages id={id} /> : <TextSkeleton lines={6} />)}
      </ScrollRegion>
      {ticket && Footer && <Footer ticket={ticket} view={view} />}
    </aside>
  );
}
