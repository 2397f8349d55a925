/** What a rule would have done in the last four weeks: how often, on which days, and each time with its tickets. */
import { Button } from '@mantine/core';
import { durationWords, type RuleSpec, valueWords as ruleValueWords } from '@watchdesk/domain/alerting';
import { metricOf } from '@watchdesk/domain/metrics';
import { useState } from 'react';
import { useTimeZone } from '../../../period/viewing.ts';
import { Duration, ErrorState, formatCount, formatDate, Instant, Panel, problemOf, TextSkeleton, TicketLink } from '../../../ui/index.ts';
import { byDay } from './by-day.ts';
import { words } from './messages.ts';
import classes from './rules.module.css';
import type { DryRun } from './use-rules.ts';

const said = words.dryRun;
const FIRST = 6;
const MOST_TICKETS = 5;

interface DryRunPanelProps {
  draft: RuleSpec;
  run: { data: DryRun | undefined; error: Error | null; isOld: boolean; isSound: boolean };
}

type Fired = DryRun['alerts'][number];

function Days({ run }: { run: DryRun }) {
  const zone = useTimeZone();
  const days = byDay(run, zone);
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <>
      <ol className={classes['days28']} aria-label={said.days}>
        {days.map(({ day, count }) => (
          <li key={day} title={said.day(formatDate(day), count)}>
            <span style={{ height: `${(100 * count) / most}%` }} data-none={count === 0 || undefined} />
            <span className={classes['unseen']}>{said.day(formatDate(day), count)}</span>
          </li>
        ))}
      </ol>
      <p className={classes['ends']} aria-hidden="true">
        <span>{formatDate(days[0]?.day)}</span>
        <span>{formatDate(days.at(-1)?.day)}</span>
      </p>
    </>
  );
}

function Line({ fired, draft }: { fired: Fired; draft: RuleSpec }) {
  const { firedAt, endedAt, group, value, tickets, ticketsInAll } = fired;
  const { subject } = draft;
  const metric = subject.kind === 'metric' || subject.kind === 'anomaly' ? metricOf(subject.metric) : undefined;
  return (
    <li>
      <Instant at={firedAt} />
      <span className={classes['fired']}>
        {group !== null && <bdi>{group}</bdi>}
        {value !== null && metric && <b>{ruleValueWords(metric, value)}</b>}
        {tickets.slice(0, MOST_TICKETS).map((id) => (
          <TicketLink key={id} id={id} />
        ))}
        {ticketsInAll > MOST_TICKETS && <span>+{formatCount(ticketsInAll - MOST_TICKETS)}</span>}
      </span>
      <span className={classes['hint']}>
        {endedAt === null ? said.going : <Duration seconds={(Date.parse(endedAt) - Date.parse(firedAt)) / 1000} />}
      </span>
    </li>
  );
}

function Found({ run, draft }: { run: DryRun; draft: RuleSpec }) {
  const [isWhole, setWhole] = useState(false);
  const { fired, tickets, isExact, bound, everySeconds, alerts } = run;
  const rough = bound ? said.bound(bound) : !isExact && everySeconds !== null ? said.rough(durationWords(everySeconds)) : null;
  if (fired === 0)
    return (
      <>
        <p className={classes['lead']}>{said.never}</p>
        {rough !== null && <p className={classes['hint']}>{rough}</p>}
      </>
    );
  const shown = isWhole ? alerts : alerts.slice(0, FIRST);
  return (
    <>
      <p className={classes['lead']}>{said.fired(fired, tickets)}</p>
      {rough !== null && <p className={classes['hint']}>{rough}</p>}
      <Days run={run} />
      <p className={classes['hint']}>{said.list}</p>
      <ol className={classes['firings']}>
        {shown.map((one) => (
          <Line key={`${one.firedAt} ${one.group ?? ''} ${one.tickets[0] ?? ''}`} fired={one} draft={draft} />
        ))}
      </ol>
      {shown.length < alerts.length && (
        <Button variant="default" size="xs" onClick={() => setWhole(true)}>
          {said.more(alerts.length)}
        </Button>
      )}
    </>
  );
}

export function DryRunPanel({ draft, run: { data, error, isOld, isSound } }: DryRunPanelProps) {
  // Of what is not kept there is nothing wrong to mend.
  const isNotKept = error !== null && problemOf(error).code === 'not_possible';
  return (
    <Panel title={said.title}>
      <div role="status" aria-busy={isOld} data-old={(isOld && data !== undefined) || undefined} className={classes['tried']}>
        {!isSound && <p className={classes['hint']}>{said.mend}</p>}
        {isSound && isNotKept && <p className={classes['hint']}>{said.notKept}</p>}
        {isSound && error && !isNotKept && <ErrorState error={error} compact />}
        {isSound && !error && !data && (
          <>
            <p className={classes['hint']}>{said.running}</p>
            <TextSkeleton lines={4} />
          </>
        )}
        {isSound && !error && data && <Found run={data} draft={draft} />}
      </div>
    </Panel>
  );
}
