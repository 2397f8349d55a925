/** The lines of the log: what, for whom, by which way, what became of it and why; each unfolds to what is known of its tries. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { use, type ReactNode } from 'react';
import { noticeMessages, SeverityMark } from '../notices/index.ts';
import { CardTable, formatCount, Instant, TimeZoneContext, useTicking } from '../ui/index.ts';
import classes from './deliveries.module.css';
import type { Delivery, Outcome } from './delivery.ts';
import { messages as words } from './messages.ts';
import { reasonInWords, reasonToOneself } from './reason-words.ts';

const TONES: Record<Outcome, string> = {
  there: 'good',
  sent: 'good',
  grouped: 'good',
  waiting: 'info',
  held: 'paused',
  capped: 'paused',
  failed: 'bad',
  nowhere: 'idle',
};

interface DeliveryTableProps {
  deliveries: readonly Delivery[];
  /** They are all for the viewer, so nobody is named. */
  isOwn: boolean;
  /** They are all of the same matter, so that each says only what it told of it. */
  isOfOne?: boolean;
}

export function DeliveryTable({ deliveries, isOwn, isOfOne = false }: DeliveryTableProps) {
  const { to: _, ...ownColumns } = words.columns;
  return (
    <CardTable columns={isOwn ? ownColumns : words.columns}>
      {deliveries.map((one) => (
        <Line key={`${one.notice.id} ${one.way} ${one.recipient.id}`} of={one} isOwn={isOwn} isOfOne={isOfOne} />
      ))}
    </CardTable>
  );
}

function Line({ of: delivery, isOwn, isOfOne }: { of: Delivery; isOwn: boolean; isOfOne: boolean }) {
  const { columns } = words;
  const { notice, way, recipient, outcome, at } = delivery;
  return (
    <tr>
      <td data-label={columns.at} className={classes['when']}>
        <Instant at={at} />
      </td>
      <td data-label={columns.what} data-wide data-short={isOfOne || undefined} className={classes['what']}>
        <span className={classes['title']}>
          <SeverityMark severity={notice.severity} event={notice.event} isShort />
          {isOfOne ? noticeMessages.events[notice.event] : <bdi>{notice.title}</bdi>}
        </span>
      </td>
      {!isOwn && (
        <td data-label={columns.to} className={classes['to']}>
          <bdi>{recipientInWords(recipient)}</bdi>
        </td>
      )}
      <td data-label={columns.way} className={classes['way']}>
        {words.ways[way]}
      </td>
      <td data-label={columns.state} className={classes['outcome']}>
        <span className={classes['state']} data-tone={TONES[outcome]}>
          {words.outcomes[outcome]}
        </span>
      </td>
      <td data-label={columns.why} data-wide>
        <Reason of={delivery} isOwn={isOwn} />
        <Details of={delivery} isOwn={isOwn} />
      </td>
    </tr>
  );
}

const recipientInWords = ({ id, name }: Delivery['recipient']): string =>
  name === '' ? words.nobody : id === 'assignee' ? words.assignee : id === 'ladder' ? words.ladder : name;

function Reason({ of: delivery, isOwn }: { of: Delivery; isOwn: boolean }) {
  const zone = use(TimeZoneContext) ?? 'UTC';
  return useTicking((now) => (isOwn ? reasonToOneself : reasonInWords)(delivery, now, zone));
}

function Details({ of: { notice, message, together, attempts, at, until, endedAt, reason }, isOwn }: { of: Delivery; isOwn: boolean }) {
  const { facts } = words;
  return (
    <details className={classes['details']}>
      <summary aria-label={words.detailsOf(notice.title)}>{words.details}</summary>
      <dl className={classes['facts']}>
        <Fact name={facts.happened}>
          <Instant at={notice.happenedAt} />
        </Fact>
        <Fact name={facts.made}>
          <Instant at={at} />
        </Fact>
        {message !== null && <Fact name={facts.tries}>{formatCount(attempts)}</Fact>}
        {until !== null && (
          <Fact name={facts.next}>
            <Instant at={until} />
          </Fact>
        )}
        {endedAt !== null && (
          <Fact name={facts.ended}>
            <Instant at={endedAt} />
          </Fact>
        )}
        {together > 1 && <Fact name={facts.together}>{formatCount(together)}</Fact>}
        {notice.ticketId !== null && (
          <Fact name={facts.ticket}>
            <Anchor component={Link} size="sm" to="/tickets/$ticketId" params={{ ticketId: notice.ticketId } as never}>
              <bdi>{notice.ticketId}</bdi>
            </Anchor>
          </Fact>
        )}
        {message !== null && reason !== null && <Fact name={facts.said}>{reason}</Fact>}
        {message !== null && (
          <Fact name={facts.message}>
            <span className={classes['code']}>{message}</span>
          </Fact>
        )}
      </dl>
      {!isOwn && (
        <p className={classes['more']}>
          <Anchor component={Link} size="sm" to="/settings/deliveries" search={{ notice: notice.id } as never}>
            {words.everybody}
          </Anchor>
        </p>
      )}
    </details>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
