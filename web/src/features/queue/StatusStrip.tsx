/** The state of the queue in seven numbers; the hover says what each one counts. */
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Age, formatCount, NONE } from '../../ui/index.ts';
import { messages } from './messages.ts';
import type { Strip } from './strip.ts';
import classes from './strip.module.css';

const words = messages.strip;

function Fact({
  label: [label, definition],
  children,
  more,
  minor = false,
}: {
  label: readonly [string, string];
  children: ReactNode;
  more?: string;
  minor?: boolean;
}) {
  return (
    <Tooltip label={definition} position="bottom">
      <div className={classes['fact']} data-minor={minor || undefined}>
        <dt>{label}</dt>
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

/** `whole` is the strip of everyone, where filters are set. */
export function StatusStrip({ strip, whole }: { strip: Strip; whole: Strip | null }) {
  const of = (all: number | undefined) => (all === undefined ? {} : { more: messages.ofAll(formatCount(all)) });
  return (
    <dl className={classes['strip']} aria-label={words.label}>
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
