/** How bad what is told is: a shape in its colour, so that it is told apart without colour, and the word where there is room. */
import { IconAlertOctagonFilled, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { messages, type NoticeEvent, type Severity } from './messages.ts';
import classes from './notices.module.css';

const SHAPES = { info: IconInfoCircle, warning: IconAlertTriangle, critical: IconAlertOctagonFilled } as const;

interface SeverityMarkProps {
  severity: Severity;
  /** What is resolved is not bad any more. */
  event?: NoticeEvent;
  /** Without the word, which a reader of screens hears all the same. */
  isShort?: boolean;
}

export function SeverityMark({ severity, event, isShort = false }: SeverityMarkProps) {
  const isOver = event === 'resolved';
  const Shape = isOver ? IconCircleCheck : SHAPES[severity];
  const word = isOver ? messages.events.resolved : messages.severities[severity];
  return (
    <span className={classes['mark']} data-severity={isOver ? 'good' : severity} title={isShort ? word : undefined}>
      <Shape size={16} stroke={1.8} aria-hidden="true" />
      <span className={isShort ? classes['unseen'] : undefined}>{word}</span>
    </span>
  );
}
