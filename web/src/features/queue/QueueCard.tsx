/** A ticket in the queue: how urgent, what about, whose, through what, who has it, and how long. */
import { Button } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useState, type MouseEvent, type ReactNode } from 'react';
import type { QueueItem } from '../../api/client.ts';
import { ClockBadge, mostUrgent } from '../../clocks/index.ts';
import { useSession } from '../../session/session.ts';
import {
  Age,
  ChannelIcon,
  CustomerName,
  CustomerTier,
  Escalation,
  formatDuration,
  Person,
  Priority,
  useTicking,
  uiMessages,
} from '../../ui/index.ts';
import classes from './card.module.css';
import { messages } from './messages.ts';
import { alarmOf } from './order.ts';
import { useTake } from './use-queue.ts';
import type { ColumnName } from './use-columns.ts';

interface CardProps {
  item: QueueItem;
  column: ColumnName;
  /** It has left this column and stays until the list is let go. */
  left: boolean;
  /** It came while the page was open. */
  entered: boolean;
  /** A ticket stands beside the queue already: going back closes it, however many were looked at. */
  replaces: boolean;
}

/** The time that counts in this column; louder as the wait uses up what its priority leaves. */
function Clock({ item, column }: { item: QueueItem; column: ColumnName }) {
  const alarm = useTicking((now) => alarmOf(item, now));
  const since = column === 'resolved' ? item.since : (item.waitingSince ?? item.since);
  return (
    <span
      className={classes['clock']}
      data-alarm={column === 'resolved' ? 'calm' : alarm}
      data-idle={column !== 'waiting' && item.waitingSince === null ? true : undefined}
    >
      {alarm === 'far' && column !== 'resolved' && <IconFlame size={14} stroke={2} aria-hidden="true" />}
      <Age since={since} />
    </span>
  );
}

/** What the time means where the column alone does not say, or else what it is about. */
function topicOf(item: QueueItem, column: ColumnName): string {
  if (column === 'handling') return item.waitingSince ? messages.customerWaits : messages.ourTurnDone;
  const topic = item.category ?? item.team?.name ?? '';
  const took = (Date.parse(item.since) - Date.parse(item.createdAt)) / 1000;
  return column === 'waiting' ? topic : [messages.solvedIn(formatDuration(took)), topic].filter(Boolean).join(' · ');
}

function Topic({ item, column }: { item: QueueItem; column: ColumnName }) {
  return (
    <span className={classes['topic']}>
      <span>{topicOf(item, column)}</span>
      {item.lastEscalation && column !== 'resolved' && <Escalation kind={item.lastEscalation.kind} />}
    </span>
  );
}

function Where({ item, column, left }: Pick<CardProps, 'item' | 'column' | 'left'>): ReactNode {
  const { person } = useSession();
  const { take, isTaking } = useTake();
  const subject = item.subject ?? uiMessages.noSubject;
  if (left) {
    const words =
      item.state === column
        ? messages.left.gone
        : item.assignee && item.state === 'handling'
          ? messages.takenBy(item.assignee.name)
          : messages.left[item.state];
    return <span className={classes['gone']}>{words}</span>;
  }
  if (column !== 'waiting') return <Person person={item.assignee} size={20} />;
  if (!person.agentId) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      data-action="claim"
      aria-label={messages.claimOf(subject)}
      loading={isTaking}
      onClick={() => take(item)}
    >
      {messages.claim}
    </Button>
  );
}

function Customer({ item }: { item: QueueItem }) {
  const { requester, organisation } = item;
  return (
    <span className={classes['customer']}>
      <ChannelIcon value={item.channel} />
      <span className={classes['name']}>
        <CustomerName organisation={organisation} requester={requester} />
      </span>
      {organisation?.customerTier && <CustomerTier value={organisation.customerTier} />}
    </span>
  );
}

/** It lies above the card's link, so that it can be pointed at; a click goes through, and the keyboard has the link. */
function Promised({ item }: { item: QueueItem }) {
  const clock = mostUrgent(item.clocks);
  // What stands still because it is the customer's turn is said already, and there are hundreds of them.
  if (!clock || (!clock.isRunning && clock.breachesAt === null)) return null;
  const open = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
    currentTarget.closest('li')?.querySelector<HTMLElement>('[data-card]')?.click();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span className={classes['promise']} onClick={open}>
      <ClockBadge clocks={item.clocks} />
    </span>
  );
}

export const QueueCard = memo(function QueueCard({ item, column, left, entered, replaces }: CardProps) {
  const [known] = useState(entered ? -1 : item.version);
  return (
    <li
      className={classes['card']}
      data-left={left || undefined}
      data-critical={(item.priority === 'P1' && column === 'waiting') || undefined}
    >
      {item.version !== known && <span key={item.version} className={`${classes['flash']} fresh`} aria-hidden="true" />}
      <div className={`${classes['line']} ${classes['first']}`}>
        <Priority value={item.priority} />
        <Link
          from="/queue"
          to="/queue"
          search={(previous) => ({ ...previous, open: item.id })}
          replace={replaces}
          className={classes['open']}
          data-card
          resetScroll={false}
        >
          {item.subject ?? uiMessages.noSubject}
        </Link>
        <Clock item={item} column={column} />
      </div>
      <div className={`${classes['line']} ${classes['middle']}`}>
        <Customer item={item} />
        {column !== 'resolved' && !left && <Promised item={item} />}
      </div>
      <div className={`${classes['line']} ${classes['last']}`}>
        <Topic item={item} column={column} />
        <span className={classes['who']}>
          <Where item={item} column={column} left={left} />
        </span>
      </div>
    </li>
  );
});
