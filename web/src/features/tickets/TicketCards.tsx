/** The list on a phone: each ticket a card, the same windows behind it, nothing scrolls sideways. */
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { Age, ChannelIcon, CustomerName, CustomerTier, Person, Priority, ScrollRegion, StatusBadge, uiMessages } from '../../ui/index.ts';
import classes from './cards.module.css';
import { messages } from './messages.ts';
import { MAX_ROWS } from './TicketGrid.tsx';

const CARD = 116;
const OVERSCAN = 6;

interface TicketCardsProps {
  total: number;
  rowAt: (index: number) => TicketRow | undefined;
  changed: ReadonlyMap<string, number>;
  onRange: (first: number, last: number) => void;
}

function Card({ ticket }: { ticket: TicketRow }) {
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} className={classes['card']}>
      <span className={classes['line']}>
        <Priority value={ticket.priority} />
        <StatusBadge value={ticket.status} raw={ticket.rawStatus} />
        {ticket.organisation?.customerTier && <CustomerTier value={ticket.organisation.customerTier} />}
        {ticket.waitingSince && (
          <span className={classes['end']}>
            <Age since={ticket.waitingSince} />
          </span>
        )}
      </span>
      <span className={classes['subject']}>{ticket.subject ?? uiMessages.noSubject}</span>
      <span className={classes['line']} data-quiet>
        <ChannelIcon value={ticket.channel} />
        <span className={classes['who']}>
          <CustomerName organisation={ticket.organisation} requester={ticket.requester} />
        </span>
        <span className={classes['end']}>
          <Person person={ticket.assignee} size={20} />
        </span>
      </span>
    </Link>
  );
}

export function TicketCards({ total, rowAt, changed, onRange }: TicketCardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(total, MAX_ROWS),
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  return (
    <ScrollRegion ref={scroller} className={classes['cards']} label={messages.title}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const ticket = rowAt(index);
          const freshAt = ticket && changed.get(ticket.id);
          return (
            <li key={index} style={{ height: CARD, transform: `translateY(${start}px)` }} aria-setsize={total} aria-posinset={index + 1}>
              {freshAt !== undefined && <span key={freshAt} className={`fresh ${classes['flash']}`} aria-hidden="true" />}
              {ticket && <Card ticket={ticket} />}
            </li>
          );
        })}
      </ul>
    </ScrollRegion>
  );
}
