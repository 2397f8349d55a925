/** The story with its views, and what stands at its end: an open wait that ticks, a message on its way. */
import { Loader, SegmentedControl } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { TicketAction } from '../../api/ticket-actions.ts';
import type { TicketDetail } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { dayOf } from '../../period/zone.ts';
import { Age, ErrorState, formatCount, TextSkeleton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './ticket.module.css';
import { Timeline } from './Timeline.tsx';
import { entriesOf, type Moment, type View } from './timeline.ts';
import type { useTicket } from './use-ticket.ts';
import { VIEWS } from './views.ts';

interface StoryProps {
  ticket: TicketDetail;
  story: ReturnType<typeof useTicket>;
  shown: View;
  onShow: (view: View) => void;
  /** The moment that a link means. */
  moment: Moment | undefined;
  pending: TicketAction | null | undefined;
}

function End({ ticket, pending }: Pick<StoryProps, 'ticket' | 'pending'>) {
  return (
    <>
      {ticket.waitingSince && (
        <p className={classes['openWait']}>
          <IconHourglass size={15} stroke={1.8} aria-hidden="true" />
          <span>
            {messages.waitingNow} <Age since={ticket.waitingSince} />
          </span>
        </p>
      )}
      {(pending?.do === 'reply' || pending?.do === 'note') && (
        <p className={classes['sending']} data-note={pending.do === 'note' || undefined}>
          <Loader size={14} aria-label={messages.sending} />
          <span>{pending.text}</span>
        </p>
      )}
    </>
  );
}

/** Zones are ahead of each other by whole quarters of an hour: the day is worked out once for each quarter and not for each event. */
const QUARTER_MS = 15 * 60_000;

function dayFinder(zone: string): (at: string) => string {
  const days = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / QUARTER_MS);
    const known = days.get(quarter) ?? dayOf(quarter * QUARTER_MS, zone);
    days.set(quarter, known);
    return known;
  };
}

export function Story({ ticket, story: { timeline }, shown, onShow, moment, pending }: StoryProps) {
  const zone = useTimeZone();
  const { waits, cycles } = ticket;
  const { items, names, isWhole, error, refetch } = timeline;
  const entries = useMemo(
    () => entriesOf(items ?? [], { view: shown, waits, cycles, dayOf: dayFinder(zone) }),
    [items, shown, waits, cycles, zone],
  );
  return (
    <section className={classes['storyFrame']} aria-label={messages.timeline}>
      <div className={classes['views']}>
        <SegmentedControl
          size="xs"
          aria-label={messages.views.label}
          value={shown}
          onChange={(value) => onShow(value)}
          data={VIEWS.map((value) => ({ value, label: messages.views[value] }))}
        />
        {items && !isWhole && <span className={classes['quiet']}>{messages.loadingMore(formatCount(items.length))}</span>}
      </div>
      {error && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!items && !error && <TextSkeleton lines={8} />}
      {items && (
        <Timeline
          ticket={ticket.id}
          entries={entries}
          names={names}
          view={shown}
          moment={moment}
          isWhole={isWhole}
          end={<End ticket={ticket} pending={pending} />}
        />
      )}
    </section>
  );
}
