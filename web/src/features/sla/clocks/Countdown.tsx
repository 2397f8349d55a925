/** A clock as it runs out: an icon, a word and the remaining time, in the colour of its step, ticking. */
import {
  IconAlarm,
  IconClock,
  IconClockExclamation,
  IconFlame,
  IconHourglassHigh,
  IconMinus,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react';
import type { OpenClock } from '../../../api/client.ts';
import { Age, formatDuration, useTicking } from '../../../ui/index.ts';
import classes from './clocks.module.css';
import { messages } from './messages.ts';
import { urgencyOf, type Urgency } from './urgency.ts';

const MARKS: Record<Urgency, Icon> = {
  unpromised: IconMinus,
  paused: IconPlayerPause,
  calm: IconClock,
  watched: IconHourglassHigh,
  at_risk: IconClockExclamation,
  critical: IconAlarm,
  breached: IconAlarm,
  severe: IconFlame,
};

const wordOf = (urgency: Urgency): string => (urgency === 'severe' ? messages.severe : messages.risks[urgency]);

function Remaining({ clock, urgency }: { clock: OpenClock; urgency: Urgency }) {
  const { breachesAt } = clock;
  const left = useTicking((now) => (breachesAt === null ? '' : formatDuration(Math.max(0, (Date.parse(breachesAt) - now) / 1000))));
  if (urgency === 'unpromised') return messages.unpromised;
  if (urgency === 'paused' || breachesAt === null) return messages.standing;
  if (urgency === 'breached' || urgency === 'severe')
    return (
      <>
        {messages.over} <Age since={breachesAt} />
      </>
    );
  return `in ${left}`;
}

export function Countdown({ clock }: { clock: OpenClock }) {
  const urgency = useTicking((now) => urgencyOf(clock, now));
  const Mark = MARKS[urgency];
  return (
    <span className={classes['countdown']} data-urgency={urgency}>
      <span className={classes['step']}>
        <Mark size={14} stroke={2} aria-hidden="true" />
        {wordOf(urgency)}
      </span>{' '}
      <span className={classes['left']}>
        <Remaining clock={clock} urgency={urgency} />
      </span>
    </span>
  );
}
