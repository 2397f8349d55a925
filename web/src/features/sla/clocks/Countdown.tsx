/** A clock as it runs out: its state as an icon and a word, in the colour of its step, and the time that is left. */
import { use } from 'react';
import type { OpenClock } from '../../../api/client.ts';
import { levelOf, remaining, StateIcon, stateName } from '../../../clocks/index.ts';
import { TimeZoneContext, useTicking } from '../../../ui/index.ts';
import classes from './clocks.module.css';

export function Countdown({ clock }: { clock: OpenClock }) {
  const zone = use(TimeZoneContext);
  const level = useTicking((now) => levelOf(clock, now));
  const left = useTicking((now) => remaining(clock, now, zone));
  return (
    <span className={classes['countdown']} data-urgency={level}>
      <span className={classes['step']}>
        <StateIcon state={level} size={14} />
        {stateName(level)}
      </span>{' '}
      <span className={classes['left']}>{left}</span>
    </span>
  );
}
