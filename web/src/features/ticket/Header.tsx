/** The head of a ticket: what it is, how urgent, whose, and what can be done. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconTrash, IconArrowMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketDetail } from '../../api/client.ts';
import { ClockBadge } from '../../clocks/index.ts';
import { AgentLink } from '../../reach/index.ts';
import {
  Age,
  ChannelIcon,
  CustomerTier,
  Name,
  Person,
  Priority,
  Relative,
  StatusBadge,
  TicketLink,
  ticketNumber,
  uiMessages,
} from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './ticket.module.css';

function Waiting({ ticket }: { ticket: TicketDetail }) {
  if (ticket.waitingSince) {
    return (
      <span className={classes['waiting']}>
        {messages.waitingNow} <Age since={ticket.waitingSince} />
      </span>
    );
  }
  const finished = ticket.status === 'resolved' || ticket.status === 'closed';
  const words = finished
    ? messages.notWaiting.done
    : ticket.status === 'pending'
      ? messages.notWaiting.agent
      : messages.notWaiting.customer;
  return <span className={classes['quiet']}>{words}</span>;
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className={classes['notice']}>
      {icon}
      <span>{children}</span>
    </p>
  );
}

function Notices({ ticket }: { ticket: TicketDetail }) {
  const alert = <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />;
  return (
    <>
      {ticket.mergedInto && (
        <Notice icon={<IconArrowMerge size={15} stroke={1.8} aria-hidden="true" />}>
          <TicketLink id={ticket.mergedInto}>{messages.mergedOpen(ticketNumber(ticket.mergedInto))}</TicketLink>
        </Notice>
      )}
      {ticket.deleted && <Notice icon={<IconTrash size={15} stroke={1.8} aria-hidden="true" />}>{messages.deleted}</Notice>}
      {ticket.spam && <Notice icon={alert}>{messages.spam}</Notice>}
      {ticket.provisional && <Notice icon={alert}>{messages.provisional}</Notice>}
    </>
  );
}

export function Header({ ticket, children }: { ticket: TicketDetail; children: ReactNode }) {
  return (
    <header className={classes['header']}>
      <div className={classes['crumbs']}>
        <Tooltip label={messages.keys.back}>
          <ActionIcon component={Link} to="/tickets" variant="subtle" color="gray" size="md" aria-label={messages.keys.back}>
            <IconArrowLeft size={18} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <span className={classes['quiet']} title={ticket.id}>
          {ticketNumber(ticket.id)}
        </span>
        <span className={classes['quiet']}>
          {messages.created} <Relative at={ticket.createdAt} />
        </span>
        <div className={classes['actions']}>{children}</div>
      </div>
      <h1 className={classes['subject']}>{ticket.subject ?? uiMessages.noSubject}</h1>
      <div className={classes['marks']}>
        <span className={classes['group']}>
          <Priority value={ticket.priority} />
          <StatusBadge value={ticket.status} raw={ticket.rawStatus} />
          <Waiting ticket={ticket} />
          <ClockBadge clocks={ticket.clocks} />
        </span>
        <span className={classes['group']}>
          <AgentLink id={ticket.assignee?.id}>
            <Person person={ticket.assignee} size={20} />
          </AgentLink>
          {ticket.team && <span>{ticket.team.name}</span>}
        </span>
        <span className={classes['group']}>
          <ChannelIcon value={ticket.channel} named />
          <Person person={ticket.requester} kind="customer" size={20} />
          {ticket.organisation && <Name of={ticket.organisation} />}
          {ticket.organisation?.customerTier && <CustomerTier value={ticket.organisation.customerTier} />}
        </span>
      </div>
      <Notices ticket={ticket} />
    </header>
  );
}
