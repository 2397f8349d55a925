/** A ticket beside the list: enough to decide what to do, without losing one's place. */
import { Button, CloseButton } from '@mantine/core';
import { IconArrowsDiagonal } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketRow, TicketView, TimelineItem } from '../../api/client.ts';
import { ticketQuery, timelineQuery } from '../../api/ticket-questions.ts';
import { useTopics } from '../../live/live.tsx';
import {
  Age,
  ChannelIcon,
  CustomerTier,
  ErrorState,
  formatMoney,
  Instant,
  NONE,
  Person,
  Priority,
  ScrollRegion,
  sentenceCase,
  StatusBadge,
  TextSkeleton,
  ticketNumber,
} from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './preview.module.css';

const SHOWN = 3;

interface TicketPreviewProps {
  id: string;
  /** The row of the list, which is there before the ticket's own answer. */
  row: TicketRow | undefined;
  onClose: () => void;
}

function Head({ ticket }: { ticket: TicketRow }) {
  return (
    <>
      <h2 className={classes['subject']}>{ticket.subject ?? messages.noSubject}</h2>
      <div className={classes['marks']}>
        <Priority value={ticket.priority} />
        <StatusBadge value={ticket.status} raw={ticket.rawStatus} />
        <ChannelIcon value={ticket.channel} named />
      </div>
      <p className={classes['wait']} data-waiting={ticket.waitingSince !== null || undefined}>
        {ticket.waitingSince ? (
          <>
            {messages.preview.waiting} <Age since={ticket.waitingSince} />
          </>
        ) : (
          messages.preview.notWaiting
        )}
      </p>
    </>
  );
}

function Facts({ ticket, view }: { ticket: TicketRow; view: TicketView | undefined }) {
  const organisation = ticket.organisation;
  const facts: [string, ReactNode][] = [
    [messages.column.assignee, <Person key="who" person={ticket.assignee} size={20} />],
    [messages.column.team, ticket.team?.name ?? NONE],
    [messages.column.requester, <Person key="for" person={ticket.requester} kind="customer" nobody={NONE} size={20} />],
    [messages.column.organisation, organisation?.name ?? NONE],
    [messages.column.customerTier, <CustomerTier key="tier" value={organisation?.customerTier} />],
    [messages.column.mrr, formatMoney(organisation?.mrr, organisation?.currency)],
    [messages.column.category, ticket.category ? sentenceCase(ticket.category) : NONE],
    [messages.column.created, <Instant key="at" at={ticket.createdAt} />],
  ];
  return (
    <dl className={classes['facts']} aria-busy={view === undefined}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const textOf = (item: TimelineItem): string | null => {
  const text = item.personal?.['text'];
  return item.type === 'ticket.message' && typeof text === 'string' ? text : null;
};

function Messages({ id }: { id: string }) {
  const { data, error, refetch } = useInfiniteQuery(timelineQuery(id));
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data) return <TextSkeleton lines={4} />;
  const last = data.pages
    .flatMap(({ items }) => items)
    .filter((item) => textOf(item) !== null)
    .slice(-SHOWN);
  if (last.length === 0) return <p className={classes['none']}>{messages.preview.noMessages}</p>;
  return (
    <ol className={classes['messages']}>
      {last.map((item) => (
        <li key={`${item.source} ${item.id}`} data-internal={item.data['visibility'] === 'internal' || undefined}>
          <div className={classes['by']}>
            <Person person={item.actor} kind={item.actor.kind} size={20} />
            <Instant at={item.at} />
          </div>
          <p>{textOf(item)}</p>
        </li>
      ))}
    </ol>
  );
}

export function TicketPreview({ id, row, onClose }: TicketPreviewProps) {
  useTopics(`ticket:${id}`);
  const { data: view, error, refetch } = useQuery(ticketQuery(id));
  const ticket: TicketRow | undefined = view?.ticket ?? row;
  return (
    <aside className={classes['preview']} aria-label={messages.preview.label}>
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
          {messages.preview.open}
        </Button>
        <CloseButton size="sm" aria-label={messages.preview.close} onClick={onClose} />
      </div>
      <ScrollRegion className={classes['body']} label={messages.preview.body}>
        {error && !ticket && <ErrorState error={error} retry={() => void refetch()} compact />}
        {!ticket && !error && <TextSkeleton lines={6} />}
        {ticket && (
          <>
            <Head ticket={ticket} />
            <Facts ticket={ticket} view={view} />
            <h3 className={classes['heading']}>{messages.preview.lastMessages}</h3>
            <Messages id={id} />
          </>
        )}
      </ScrollRegion>
    </aside>
  );
}
