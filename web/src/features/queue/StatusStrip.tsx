/** The state of the queue in a verdict and seven numbers; the hover says what each one counts. */
import { Tooltip } from '@mantine/core';
import { IconCircleCheck, IconUrgent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QueueItem } from '../../api/client.ts';
import { breachingOf, type Breaching } from '../../clocks/index.ts';
import { Age, formatCount, NONE, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import type { Strip } from './strip.ts';
import classes from './strip.module.css';

const words = messages.strip;

function Fact({
  label: [label, definition],
  children,
  more,
  detail,
  minor = false,
  className = '',
}: {
  label: readonly [string, string];
  children: ReactNode;
  more?: string;
  /** Stands beside the label, where the value leaves no room. */
  detail?: string;
  minor?: boolean;
  className?: string | undefined;
}) {
  return (
    <Tooltip label={definition} position="bottom">
      <div className={`${classes['fact']} ${className}`} data-minor={minor || undefined}>
        <dt>
          {label}
          {detail && <span className={classes['detail']}>{detail}</span>}
        </dt>
        <dd>
          {children}
          {more && <span className={classes['more']}> {more}</span>}
        </dd>
      </div>
    </Tooltip>
  );
}

const Wait = ({ since }: { since: number | null }) =>
  since === null ? <span title={messages.noWait}>{NONE}</span> : <Age since={since} />;

/** Moves on at the instant of a breach, although nothing has happened to any ticket. */
function Targets({ tickets }: { tickets: readonly QueueItem[] }) {
  const text = useTicking((now) => JSON.stringify(breachingOf(tickets, now)));
  const breaching = JSON.parse(text) as Breaching;
  const isMet = breaching.tickets === 0;
  const Icon = isMet ? IconCircleCheck : IconUrgent;
  return (
    <Fact
      label={words.targets}
      detail={breaching.byPriority.map(([level, count]) => `${level} ${formatCount(count)}`).join(' · ')}
      className={classes['targets']}
    >
      <span className={classes['verdict']} data-met={isMet}>
        <Icon size={18} stroke={2} aria-hidden="true" />
        {isMet ? messages.targets.met : messages.targets.breaching(formatCount(breaching.tickets))}
      </span>
    </Fact>
  );
}

/** `whole` is the strip of everyone, where filters are set; `owed` are the tickets of it that are not resolved. */
export function StatusStrip({ strip, whole, owed }: { strip: Strip; whole: Strip | null; owed: readonly QueueItem[] }) {
  const of = (all: number | undefined) => (all === undefined ? {} : { more: messages.ofAll(formatCount(all)) });
  return (
    <dl className={classes['strip']} aria-label={words.label}>
      <Targets tickets={owed} />
      <Fact label={words.waiting} {...of(whole?.waiting)}>
        {formatCount(strip.waiting)}
      </Fact>
      <Fact label={words.longest}>
        <Wait since={strip.longestSince} />
      </Fact>
      <Fact label={words.median}>
        <Wait since={strip.medianSince} />
      </Fact>
      <Fact label={words.available} more={messages.ofOnline(formatCount(strip.online))}>
        {formatCount(strip.available)}
      </Fact>
      <Fact label={words.handling} minor {...of(whole?.handling)}>
        {formatCount(strip.handling)}
      </Fact>
      <Fact label={words.arrivals} minor>
        {strip.arrivalsLastHour === null ? <span title={messages.wholeOnly}>{NONE}</span> : formatCount(strip.arrivalsLastHour)}
      </Fact>
      <Fact label={words.resolved} minor {...of(whole?.resolvedLastHour)}>
        {formatCount(strip.resolvedLastHour)}
      </Fact>
    </dl>
  );
}
