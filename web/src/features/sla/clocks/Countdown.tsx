/** A clock as it runs out: an icon, a word and the remaining time, in the colour of its step, ticking. */
import type { OpenClock } from '../../../api/client.ts';
import { type Level, LevelIcon, levelOf } from '../../../clocks/index.ts';
import { Age, formatDuration, useTicking } from '../../../ui/index.ts';
import classes from './clocks.module.css';
import { messages } from './messages.ts';

const wordOf = (level: Level): string => (level === 'severe' ? messages.severe : messages.risks[level]);

function Remaining({ clock, level }: { clock: OpenClock; level: Level }) {
  const { breachesAt } = clock;
  const left = useTicking((now) => (breachesAt === null ? '' : formatDuration(Math.max(0, (Date.parse(breachesAt) - now) / 1000))));
  if (level === 'unpromised') return messages.unpromised;
  if (level === 'paused' || breachesAt === null) return messages.standing;
  if (level === 'breached' || level === 'severe')
    return (
      <>
        {messages.over} <Age since={breachesAt} />
      </>
    );
  return `in ${left}`;
}

export function Countdown({ clock }: { clock: OpenClock }) {
  const level = useTicking((now) => levelOf(clock, now));
  return (
    <span className={classes['countdown']} data-urgency={level}>
      <span className={classes['step']}>
        <LevelIcon level={level} size={14} />
        {wordOf(level)}
      </span>{' '}
      <span className={classes['left']}>
        <Remaining clock={clock} level={level} />
      </span>
    </span>
  );
}
