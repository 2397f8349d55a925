/** The breaches of the period as a list to learn from: which ticket, over by how much, who held the time. */
import type { Priority as Level } from '@watchdesk/domain/event';
import type { Breach, Compliance } from '../../../api/client.ts';
import { StateIcon, stateName } from '../../../clocks/index.ts';
import { Age, CustomerTier, formatCount, formatDuration, Instant, NONE, Priority, ticketNumber, TicketLink } from '../../../ui/index.ts';
import { type Column, RecordList } from '../RecordList.tsx';
import { targetShort } from '../terms.ts';
import classes from './compliance.module.css';
import { messages } from './messages.ts';

const words = messages.list;

const overOf = ({ elapsedSeconds, targetSeconds }: Breach): number => Math.max(0, elapsedSeconds - targetSeconds);
const stateOf = ({ severe }: Breach) => (severe ? 'severe' : 'breached');

const How = ({ breach }: { breach: Breach }) => (
  <span className={classes['how']} data-severe={breach.severe || undefined}>
    <StateIcon state={stateOf(breach)} />
    {stateName(stateOf(breach))}
  </span>
);

/** Of one that is still owed, how long ago it was breached: its business time goes on. */
const Over = ({ breach }: { breach: Breach }) => (
  <span className={classes['over']}>
    {breach.stoppedAt === null ? (
      <>
        {words.openSince} <Age since={breach.breachAt} />
      </>
    ) : (
      formatDuration(overOf(breach))
    )}
  </span>
);

const COLUMNS: readonly Column<Breach>[] = [
  {
    name: words.ticket,
    show: ({ ticket, priority }) => (
      <>
        <TicketLink id={ticket} /> <Priority value={priority as Level} />
      </>
    ),
    text: ({ ticket }) => ticketNumber(ticket),
  },
  { name: words.priority, text: ({ priority }) => priority },
  { name: words.tier, show: ({ tier }) => (tier ? <CustomerTier value={tier} /> : NONE), text: ({ tier }) => tier || null },
  { name: words.breachedAt, show: ({ breachAt }) => <Instant at={breachAt} />, text: ({ breachAt }) => breachAt },
  { name: words.target, show: ({ targetSeconds }) => targetShort(targetSeconds) },
  { name: words.over, show: (breach) => <Over breach={breach} /> },
  { name: words.overSeconds, text: (breach) => (breach.stoppedAt === null ? words.open : overOf(breach)) },
  { name: words.how, show: (breach) => <How breach={breach} />, text: (breach) => stateName(stateOf(breach)) },
  { name: words.charged, show: ({ chargedTo }) => chargedTo?.name ?? NONE, text: ({ chargedTo }) => chargedTo?.name ?? null },
  { name: words.held, show: ({ heldAtBreach }) => heldAtBreach?.name ?? NONE, text: ({ heldAtBreach }) => heldAtBreach?.name ?? null },
];

export function BreachList({ compliance: { breaches, period, metric }, all }: { compliance: Compliance; all: number }) {
  return (
    <RecordList
      className={classes['all'] ?? ''}
      words={words}
      sentence={words.sentence(formatCount(breaches.length), formatCount(Math.max(all, breaches.length)))}
      file={`breaches-${metric.replaceAll('_', '-')}-${period.from.slice(0, 10)}`}
      rows={breaches}
      keyOf={({ ticket, cycle, breachAt }) => `${ticket} ${cycle} ${breachAt}`}
      columns={COLUMNS}
    />
  );
}
