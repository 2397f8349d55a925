/** What was promised about time: the clocks that are owed by urgency, the finished ones folded away, and what was taken back. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { TicketClock, TicketClocks } from '../../api/client.ts';
import { metricName, stateName } from '../../clocks/index.ts';
import { ErrorState, Instant, Panel, TextSkeleton } from '../../ui/index.ts';
import panel from './panels.module.css';
import { PromiseCard } from './PromiseCard.tsx';
import { messages } from './promise-messages.ts';
import { sorted, stateOf } from './promise-state.ts';
import { stepShare } from './promise-words.ts';
import classes from './promises.module.css';
import { usePromises } from './use-promises.ts';

/** `3 met, 1 breached`. */
function endings(clocks: readonly TicketClock[]): string {
  const states = (['met', 'breached', 'cancelled'] as const).map(
    (state) => [state, clocks.filter((one) => one.state === state).length] as const,
  );
  return states.flatMap(([state, count]) => (count > 0 ? [`${count} ${stateName(state).toLowerCase()}`] : [])).join(', ');
}

function Finished({ clocks, asOf }: { clocks: readonly TicketClock[]; asOf: number }) {
  const [open, setOpen] = useState(false);
  if (clocks.length === 0) return null;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button type="button" className={classes['finished']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron size={14} stroke={2} aria-hidden="true" />
        {messages.finished(clocks.length)}
        <span>{endings(clocks)}</span>
      </button>
      {open && (
        <ul className={classes['promises']}>
          {clocks.map((clock) => (
            <PromiseCard key={`${clock.metric} ${clock.cycle}`} clock={clock} asOf={asOf} />
          ))}
        </ul>
      )}
    </>
  );
}

function Superseded({ told }: { told: TicketClocks['superseded'] }) {
  if (told.length === 0) return null;
  return (
    <>
      <h3 className={panel['heading']} title={messages.supersededWhy}>
        {messages.superseded}
      </h3>
      <ul className={panel['rows']}>
        {told.map(({ metric, cycle, step, at, madeAt }) => (
          <li key={`${metric} ${cycle} ${step} ${at}`}>
            <span className={panel['name']}>
              {messages.supersededOf(metricName(metric), step === 'breach' ? messages.point.breach : messages.point.step(stepShare(step)))}
              <small>{messages.supersededWhy}</small>
            </span>
            <span className={panel['number']}>
              <Instant at={madeAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Clocks({ answer: { asOf: at, clocks, superseded } }: { answer: TicketClocks }) {
  const asOf = Date.parse(at);
  const { shown, finished } = sorted(clocks, asOf);
  if (clocks.length === 0 && superseded.length === 0) return <p className={panel['quiet']}>{messages.none}</p>;
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes['promises']}>
          {shown.map((clock) => (
            <PromiseCard key={`${clock.metric} ${clock.cycle}`} clock={clock} asOf={asOf} />
          ))}
        </ul>
      )}
      <Finished clocks={finished} asOf={asOf} />
      <Superseded told={superseded} />
    </>
  );
}

function sentenceOf({ asOf, clocks }: TicketClocks): string {
  const owed = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const broken = clocks.filter((clock) => ['breached', 'overdue'].includes(stateOf(clock, Date.parse(asOf))));
  return messages.sentence(owed.length, broken.length);
}

export function PromisesPanel({ id }: { id: string }) {
  const { data, error, refetch } = usePromises(id);
  return (
    <Panel title={messages.title} sentence={data && data.clocks.length > 0 ? sentenceOf(data) : undefined}>
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <TextSkeleton lines={5} />)}
      {data && <Clocks answer={data} />}
    </Panel>
  );
}
