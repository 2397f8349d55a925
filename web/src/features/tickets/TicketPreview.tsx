/** A ticket beside the list: enough to decide what to do, without losing one's place. */
import type { ReactNode } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { AgentLink } from '../../reach/index.ts';
import { TicketSidePanel } from '../../side-panel/index.ts';
import { CustomerTier, formatMoney, Instant, Name, NONE, Person, sentenceCase } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './preview.module.css';

function Facts({ ticket }: { ticket: TicketRow }) {
  const organisation = ticket.organisation;
  const facts: [string, ReactNode][] = [
    [
      messages.column.assignee,
      <AgentLink key="who" id={ticket.assignee?.id}>
        <Person person={ticket.assignee} size={20} />
      </AgentLink>,
    ],
    [messages.column.team, <Name key="team" of={ticket.team} />],
    [messages.column.requester, <Person key="for" person={ticket.requester} kind="customer" size={20} />],
    [messages.column.organisation, <Name key="company" of={organisation} />],
    [messages.column.customerTier, <CustomerTier key="tier" value={organisation?.customerTier} />],
    [messages.column.mrr, formatMoney(organisation?.mrr, organisation?.currency)],
    [messages.column.category, ticket.category ? sentenceCase(ticket.category) : NONE],
    [messages.column.created, <Instant key="at" at={ticket.createdAt} />],
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TicketPreviewProps {
  id: string;
  row: TicketRow | undefined;
  onClose: () => void;
}

export function TicketPreview({ id, row, onClose }: TicketPreviewProps) {
  return (
    <TicketSidePanel id={id} row={row} onClose={onClose} className={classes['preview']}>
      {({ ticket }) => <Facts ticket={ticket} />}
    </TicketSidePanel>
  );
}
