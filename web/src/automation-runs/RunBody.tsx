/** One run, done or only tried: why, what was done step by step, what was left out and why, and what is still to come. */
import { IconCheck, IconHourglass, IconMinus } from '@tabler/icons-react';
import type { AutomationRun } from '../api/client.ts';
import { Instant } from '../ui/index.ts';
import { messages } from './messages.ts';
import { Reason } from './Reason.tsx';
import classes from './runs.module.css';

type Run = Pick<AutomationRun, 'why' | 'effects' | 'waitsUntil' | 'later' | 'conditions'>;

function Step({ effect: { action, kind, words, why, found } }: { effect: Run['effects'][number] }) {
  const isDone = kind !== 'none';
  const Shape = isDone ? IconCheck : IconMinus;
  return (
    <li data-out={!isDone || undefined}>
      <Shape size={14} stroke={2} aria-hidden="true" />
      <span>
        {words ?? messages.gone(action)}
        {found !== null && (
          <>
            : <b>{found}</b>
          </>
        )}
        {!isDone && (
          <span className={classes['saw']}>
            {' '}
            ({messages.left}: {why})
          </span>
        )}
      </span>
    </li>
  );
}

export function RunBody({ run: { why, effects, waitsUntil, later, conditions }, isDry = false }: { run: Run; isDry?: boolean }) {
  return (
    <div className={classes['body']}>
      <p>{why}</p>
      {effects.length > 0 && (
        <ol className={classes['steps']} aria-label={isDry ? messages.wouldDo : messages.did}>
          {effects.map((effect) => (
            <Step key={effect.action} effect={effect} />
          ))}
        </ol>
      )}
      {waitsUntil !== null && (
        <p className={classes['later']}>
          <IconHourglass size={14} stroke={1.8} aria-hidden="true" />
          <span>
            {messages.waits} <Instant at={waitsUntil} />
            {later.length > 0 && `, ${messages.afterwards} ${later.join(', ')}`}
          </span>
        </p>
      )}
      {conditions && (
        <details>
          <summary>
            {messages.conditions}: {conditions.met ? messages.met : messages.notMet}
          </summary>
          <Reason reason={conditions} />
        </details>
      )}
    </div>
  );
}
