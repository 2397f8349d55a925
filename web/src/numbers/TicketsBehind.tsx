/**
 * The tickets a number was made of, the latest first, each with the events that made it, which lead to their place in its story;
 * and how many more there are that this viewer may not see.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { Drill, Explanation } from '../api/client.ts';
import { ErrorState, formatCount, Instant, RowsSkeleton, TicketLink } from '../ui/index.ts';
import { words } from './explain-messages.ts';
import classes from './explain.module.css';
import { valueWords } from './figure-words.ts';
import type { Subject } from './question.ts';
import { useTicketsBehind } from './use-answer.ts';

type Side = 'all' | 'numerator';
type Behind = Drill['tickets'][number];

/** What was measured of one ticket: a time, where the number is one. */
const measured = ({ value }: Behind, { metric }: Explanation): string =>
  value === null ? '' : valueWords(value, metric.unit === 'seconds' ? 'seconds' : 'number');

function Events({ ticket: { ticket, at, events } }: { ticket: Behind }) {
  if (events.length === 0) return <Instant at={at} />;
  return events.map(({ what, at: when }, index) => (
    <Fragment key={what}>
      {index > 0 && <IconArrowNarrowRight size={13} stroke={1.6} aria-label={words.next} />}
      <TicketLink id={ticket} at={when}>
        {words.happened[what]} <Instant at={when} />
      </TicketLink>
    </Fragment>
  ));
}

function Row({ ticket, explanation }: { ticket: Behind; explanation: Explanation }) {
  return (
    <li>
      <TicketLink id={ticket.ticket} />
      <div>
        {ticket.subject && (
          <span className={classes['about']} title={ticket.subject}>
            {ticket.subject}
          </span>
        )}
        <span className={classes['made']}>
          <Events ticket={ticket} />
          {ticket.rows > 1 && ` · ${words.times(formatCount(ticket.rows))}`}
        </span>
      </div>
      <span className={classes['measured']}>{measured(ticket, explanation)}</span>
    </li>
  );
}

export function TicketsBehind({ subject, explanation }: { subject: Subject; explanation: Explanation }) {
  const [side, setSide] = useState<Side>('all');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTicketsBehind(subject, side);
  const hasSides = explanation.parts.some(({ role }) => role === 'numerator');
  const last = data?.pages.at(-1);
  const sides = [
    { value: 'all', label: words.side.all },
    { value: 'numerator', label: words.side.numerator },
  ];
  return (
    <>
      {hasSides && (
        <SegmentedControl size="xs" data={sides} value={side} onChange={(next) => setSide(next as Side)} aria-label={words.side.label} />
      )}
      {!last && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <RowsSkeleton rows={5} />)}
      {last && (
        <p className={classes['text']}>
          {last.visible === 0 && last.more === 0 ? words.noTickets : words.visible(formatCount(last.visible))}
          {last.more === null ? `, ${words.moreUnknown}` : last.more > 0 && `, ${words.more(formatCount(last.more))}`}
        </p>
      )}
      {data && (
        <ul className={classes['tickets']} aria-label={words.tickets}>
          {data.pages.flatMap(({ tickets }) => tickets.map((one) => <Row key={one.ticket} ticket={one} explanation={explanation} />))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.load}
        </Button>
      )}
    </>
  );
}
