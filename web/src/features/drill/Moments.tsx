/** What happened in a drill, by its own clock: the truth, what was done, and what was missed. */
import type { OutageDrill as Drill } from '../../api/index.ts';
import { formatDuration } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';

export const Moments = ({ moments }: { moments: Drill['timeline'] }) => (
  <ol className={classes['moments']}>
    {moments.map(({ afterMs, side, text }, place) => (
      // What happened at the same instant stands in the order told.
      <li key={`${afterMs} ${text} ${place}`} data-side={side}>
        <span className={classes['after']}>{formatDuration(Math.max(0, afterMs) / 1000)}</span>
        <span className={classes['side']}>{words.sides[side]}</span>
        <bdi>{text}</bdi>
      </li>
    ))}
  </ol>
);
