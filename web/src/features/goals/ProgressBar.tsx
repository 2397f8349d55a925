/** How much of the way is behind, with a mark where it should be by now. */
import { formatShare } from '../../ui/index.ts';
import { PACES, type Pace } from '../../numbers/index.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';

interface ProgressBarProps {
  /** The part of the way; null where there is none to tell. */
  progress: number | null;
  /** The part that should be behind by now. */
  expected: number;
  pace: Pace;
  isHeld: boolean;
}

const within = (part: number): number => Math.min(1, Math.max(0, part));

export function ProgressBar({ progress, expected, pace, isHeld }: ProgressBarProps) {
  const label = progress === null ? messages.noValue : messages.barLabel(formatShare(progress), formatShare(expected));
  return (
    <span className={classes['bar']} role="img" aria-label={isHeld ? messages.barHeld : label} data-tone={PACES[pace].tone}>
      {progress !== null && <span className={classes['gone']} style={{ width: `${within(progress) * 100}%` }} />}
      {isHeld && pace === 'on_track' && <span className={classes['gone']} style={{ width: '100%' }} />}
      {!isHeld && <span className={classes['due']} style={{ left: `${within(expected) * 100}%` }} />}
    </span>
  );
}
