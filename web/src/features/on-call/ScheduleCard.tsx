/** One schedule of the list: who has it now, until when, who is next, and the two weeks ahead. */
import { Link } from '@tanstack/react-router';
import { use, useMemo } from 'react';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { BlockSkeleton, ClockContext, ErrorState, Instant, PersonFace, Relative } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { TakeOver } from './TakeOver.tsx';
import { ShiftList, Timeline } from './Timeline.tsx';
import { holidaySpans, windowOf } from './timeline.ts';
import { useShifts } from './use-on-call.ts';
import { Warnings } from './Warnings.tsx';

/** As many as a phone has room for. */
const COMING = 4;

/** `Morgan Ellis until Mon 09:00, then Sam Okoro`. */
export function NowAndNext({ schedule: { now } }: { schedule: Pick<OnCallSchedule, 'now'> }) {
  return (
    <div className={classes['now']} data-gap={now.person === null || undefined}>
      <PersonFace person={now.person} size={40} />
      <div>
        <p className={classes['who']}>{now.person?.name ?? messages.nobodyOnCall}</p>
        <p className={classes['when']}>
          {now.until === null ? (
            messages.forLong
          ) : (
            <>
              {messages.until} <Instant at={now.until} /> (<Relative at={now.until} />
              ), {now.next ? messages.next(now.next.name) : messages.nextNobody}
            </>
          )}
        </p>
      </div>
    </div>
  );
}

export function ScheduleCard({ schedule }: { schedule: OnCallSchedule }) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const window = useMemo(() => windowOf(clock.now(), zone, 0), [clock, zone]);
  const { data, error, refetch } = useShifts(schedule.id, window.from, window.to);
  const people = schedule.spec.layers.flatMap((layer) => layer.people);
  const coming = (data?.line ?? []).filter(({ to }) => Date.parse(to) > clock.now()).slice(0, COMING);
  return (
    <section className={classes['card']} aria-labelledby={`on-call-${schedule.id}`}>
      <div className={classes['head']}>
        <h2 id={`on-call-${schedule.id}`}>
          <Link to="/on-call/schedules/$scheduleId" params={{ scheduleId: schedule.id }} className={classes['name']}>
            {schedule.spec.name}
          </Link>
        </h2>
        <TakeOver schedule={schedule} />
      </div>
      <NowAndNext schedule={schedule} />
      <Warnings schedule={schedule} />
      {!data && !error && <BlockSkeleton height={72} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {data && (
        <>
          <Timeline
            people={people}
            line={data.line}
            window={window}
            holidays={holidaySpans(schedule)}
            label={messages.timeline.label(schedule.spec.name)}
          />
          <div className={classes['onPhone']}>
            <ShiftList line={coming} people={people} holidays={holidaySpans(schedule)} />
          </div>
        </>
      )}
    </section>
  );
}
