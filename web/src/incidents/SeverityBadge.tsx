/** The severity of an incident: its number, its colour, and its word for whoever hovers or listens. */
import { VisuallyHidden } from '@mantine/core';
import type { Severity } from '@watchdesk/domain/event';
import classes from './incidents.module.css';
import { messages } from './messages.ts';

interface SeverityBadgeProps {
  severity: Severity;
  isLarge?: boolean;
  /** It is over, and no alarm any more. */
  isOver?: boolean;
}

export const SeverityBadge = ({ severity, isLarge = false, isOver = false }: SeverityBadgeProps) => (
  <span
    className={classes['severity']}
    data-severity={severity}
    data-large={isLarge || undefined}
    data-over={isOver || undefined}
    title={`${severity}, ${messages.severities[severity]}`}
  >
    {severity}
    <VisuallyHidden>, {messages.severities[severity]}</VisuallyHidden>
  </span>
);
