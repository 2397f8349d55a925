/**
 * The tickets a number was made of, each with the events that made it, which lead to their place in its story; or the stretches of
 * people's time; the latest first, and how many more there are that this viewer may not see.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { Drill, Explanation } from '../api/client.ts';
import { ErrorState, formatCount, formatDuration, Instant, RowsSkeleton, TicketLink } from '../ui/index.ts';
import { words } from './explain-messages.ts';
import classes from './explain.module.css';
import { valueWords } from './figure-words.ts';
import type { Subject } from './question.ts';
import { valueName } from './group-words.ts';
import { useTicketsBehind } from './use-answer.ts';

type Side = 'all' | 'numerator';
type Behind = Drill['tickets'][number];
type Stretch = Drill['stretches'][number];

/** What was measured of one ticket: a time, where the number is one. */
const measured = ({ value }: Behind, { metric }: Explanation): string =>
  value === null ? '' : valueWords(value, metric.unit === 'seconds' ? 'seconds' : 'number');

function Events({ ticket: { ticket, at, events } }: { ticket: Behind }) {
  if (events.length === 0) return <Instant at={at} />;
  return events.map(({ what, at: when, event }, index) => (
    <Fragment key={what}>
      {index > 0 && <IconArrowNarrowRight size={13} stroke={1.6} aria-label={words.next} />}
      <TicketLink id={ticket} at={when} event={event}>
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

function StretchRow({ stretch: { name, presence, from, to, seconds } }: { stretch: Stretch }) {
  return (
    <li>
      <span>
        {name}, {valueName('presence', presence, presence)}
      </span>
      <span className={classes['quiet']}>
        <Instant at={from} /> – {to === null ? words.stillLasts : <Instant at={to} />}
      </span>
      <span className={classes['measured']}>{formatDuration(seconds)}</span>
    </li>
  );
}

/** How many there are, and how many of them may not be seen. */
function howMany({ of, visible, more }: Drill): string {
  if (visible === 0 && more === 0) return of === 'tickets' ? words.noTickets : words.noStretches;
  const seen = (of === 'tickets' ? words.visible : words.stretchesVisible)(formatCount(visible));
  if (more === null) return `${seen}, ${words.moreUnknown}`;
  return more > 0 ? `${seen}, ${words.more(formatCount(more))}` : seen;
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
      {last && <p className={classes['text']}>{howMany(last)}</p>}
      {data && last && (
        <ul className={classes['tickets']} aria-label={words[last.of]}>
          {data.pages.flatMap(({ tickets }) => tickets.map((one) => <Row key={one.ticket} ticket={one} explanation={explanation} />))}
          {data.pages.flatMap(({ stretches }) => stretches.map((one) => <StretchRow key={`${one.agent} ${one.from}`} stretch={one} />))}
        </ul>
      )}
      {hasNextPage && last && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.load[last.of]}
        </Button>
      )}
    </>
  );
}
