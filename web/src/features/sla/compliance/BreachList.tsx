/** The breaches of the period as a list to learn from: which ticket, over by how much, who held the time. */
import { Button } from '@mantine/core';
import { IconAlarm, IconFlame, IconCircleCheck } from '@tabler/icons-react';
import type { Priority as Level } from '@watchdesk/domain/event';
import { useState } from 'react';
import type { Breach, Compliance } from '../../../api/client.ts';
import { ChartPanel } from '../../../charts/index.ts';
import {
  Age,
  CustomerTier,
  EmptyState,
  formatCount,
  formatDuration,
  Instant,
  NONE,
  Priority,
  ticketNumber,
  TicketLink,
} from '../../../ui/index.ts';
import { targetShort } from '../terms.ts';
import classes from './compliance.module.css';
import { messages } from './messages.ts';

const words = messages.list;
/** The latest ones; the rest on request, since what follows matters as well. */
const FIRST = 10;

const overOf = ({ elapsedSeconds, targetSeconds }: Breach): number => Math.max(0, elapsedSeconds - targetSeconds);

function How({ severe }: { severe: boolean }) {
  const Mark = severe ? IconFlame : IconAlarm;
  return (
    <span className={classes['how']} data-severe={severe || undefined}>
      <Mark size={13} stroke={2} aria-hidden="true" />
      {severe ? words.severe : words.late}
    </span>
  );
}

function Row({ breach }: { breach: Breach }) {
  return (
    <tr>
      <td data-label={words.ticket}>
        <TicketLink id={breach.ticket} /> <Priority value={breach.priority as Level} />
      </td>
      <td data-label={words.tier}>{breach.tier ? <CustomerTier value={breach.tier} /> : NONE}</td>
      <td data-label={words.breachedAt}>
        <Instant at={breach.breachAt} />
      </td>
      <td data-label={words.target}>{targetShort(breach.targetSeconds)}</td>
      <td data-label={words.over} className={classes['over']}>
        {breach.stoppedAt === null ? (
          <>
            {words.openSince} <Age since={breach.breachAt} />
          </>
        ) : (
          formatDuration(overOf(breach))
        )}
      </td>
      <td data-label={words.how}>
        <How severe={breach.severe} />
      </td>
      <td data-label={words.charged}>{breach.chargedTo?.name ?? NONE}</td>
      <td data-label={words.held}>{breach.heldAtBreach?.name ?? NONE}</td>
    </tr>
  );
}

export function BreachList({ compliance: { breaches, period, metric }, all }: { compliance: Compliance; all: number }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? breaches : breaches.slice(0, FIRST);
  const columns = [words.ticket, words.tier, words.breachedAt, words.target, words.over, words.how, words.charged, words.held];
  return (
    <ChartPanel
      className={classes['all']}
      title={words.title}
      definition={words.definition}
      sentence={breaches.length > 0 ? words.sentence(formatCount(breaches.length), formatCount(Math.max(all, breaches.length))) : undefined}
      file={`breaches-${metric.replaceAll('_', '-')}-${period.from.slice(0, 10)}`}
      table={{
        columns: [words.ticket, words.priority, words.tier, words.breachedAt, words.overSeconds, words.how, words.charged, words.held],
        rows: breaches.map((one) => [
          ticketNumber(one.ticket),
          one.priority,
          one.tier || null,
          one.breachAt,
          one.stoppedAt === null ? words.open : overOf(one),
          one.severe ? words.severe : words.late,
          one.chargedTo?.name ?? null,
          one.heldAtBreach?.name ?? null,
        ]),
      }}
    >
      {breaches.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      ) : (
        <table className={classes['list']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((breach) => (
              <Row key={`${breach.ticket} ${breach.cycle} ${breach.breachAt}`} breach={breach} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < breaches.length && (
        <Button variant="default" size="xs" mt={12} onClick={() => setWhole(true)}>
          {words.more(formatCount(breaches.length))}
        </Button>
      )}
    </ChartPanel>
  );
}
