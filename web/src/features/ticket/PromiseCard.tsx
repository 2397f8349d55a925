/** One promise: what it is doing, how much of its time is left, until when, by which policy, and its course. */
import { useState } from 'react';
import type { TicketClock } from '../../api/client.ts';
import { type ClockState, levelOf, metricName, StateIcon, stateMeaning, stateName, type Level } from '../../clocks/index.ts';
import { Instant, useTicking } from '../../ui/index.ts';
import panel from './panels.module.css';
import { PromiseBar } from './PromiseBar.tsx';
import { Charged, PromiseDetails } from './PromiseDetails.tsx';
import { messages } from './promise-messages.ts';
import { businessWords, targetWords } from './promise-words.ts';
import { elapsedSeconds, hasClosings, remainingSeconds, stateOf, type PromiseState } from './promise-state.ts';
import classes from './promises.module.css';

/** Of what still counts its place on the ladder says more. */
const shownState = (state: PromiseState, level: Level): ClockState => (state === 'running' || state === 'overdue' ? level : state);
/** How loud it is: of what still runs by the ladder, of the rest by how it ended. */
const toneOf = (state: PromiseState, level: Level): ClockState => (state === 'outside' ? level : shownState(state, level));

function StateMark({ clock }: { clock: TicketClock }) {
  const state = useTicking((now) => stateOf(clock, now));
  const level = useTicking((now) => levelOf(clock, now));
  const shown = shownState(state, level);
  return (
    <span className={classes['state']} data-state={state} data-tone={toneOf(state, level)} title={stateMeaning(shown)}>
      <StateIcon state={shown} size={14} />
      {stateName(shown)}
    </span>
  );
}

/** What is left, ticking; how long it took, once it is over. */
function Counted({ clock, asOf }: { clock: TicketClock; asOf: number }) {
  const left = useTicking((now) => remainingSeconds(clock, asOf, now));
  const elapsed = useTicking((now) => elapsedSeconds(clock, asOf, now));
  const isOver = clock.stoppedAt !== null;
  const [seconds, words] =
    isOver || left === null
      ? [elapsed, isOver ? messages.took : messages.untilNow]
      : left < 0
        ? [-left, messages.over]
        : [left, messages.left];
  return (
    <span className={classes['counted']} title={messages.businessMeaning} role={isOver ? undefined : 'timer'}>
      <b>{businessWords(seconds)}</b>{' '}
      <small>
        {hasClosings(clock, asOf) && `${messages.business} `}
        {words}
      </small>
    </span>
  );
}

/** Until when it is to be kept, or when it ended. */
function Due({ clock }: { clock: TicketClock }) {
  if (clock.stoppedAt !== null)
    return (
      <>
        {messages.stopped} <Instant at={clock.stoppedAt} />
      </>
    );
  if (clock.targetSeconds === null) return messages.noTarget;
  if (clock.dueAt === null) return <span title={messages.notDueMeaning}>{messages.notDue}</span>;
  return (
    <>
      {clock.breachAt === null ? messages.due : messages.wasDue} <Instant at={clock.dueAt} />
    </>
  );
}

const By = ({ clock }: { clock: TicketClock }) => (
  <>
    {messages.version(clock.policy.name, clock.policy.version)} · {clock.calendar.name}
  </>
);

export function PromiseCard({ clock, asOf }: { clock: TicketClock; asOf: number }) {
  const [open, setOpen] = useState(false);
  const name = metricName(clock.metric);
  return (
    <li className={classes['promise']}>
      <div className={classes['line']}>
        <h3 className={classes['name']}>
          {name}
          {clock.ordinal > 1 && <small> {messages.ordinal(clock.ordinal)}</small>}
        </h3>
        <Counted clock={clock} asOf={asOf} />
      </div>
      <div className={classes['line']}>
        <StateMark clock={clock} />
        <span className={classes['due']}>
          <Due clock={clock} />
          {clock.targetSeconds !== null && <> · {messages.of(targetWords(clock.targetSeconds))}</>}
        </span>
      </div>
      <PromiseBar clock={clock} by={<By clock={clock} />}>
        <button
          type="button"
          className={panel['more']}
          aria-expanded={open}
          aria-label={messages.moreOf(name)}
          onClick={() => setOpen(!open)}
        >
          {messages.more}
        </button>
      </PromiseBar>
      <Charged clock={clock} />
      {open && <PromiseDetails clock={clock} />}
    </li>
  );
}
