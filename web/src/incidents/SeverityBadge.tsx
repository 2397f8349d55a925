/** The severity of an incident: its number, its colour, and its word for whoever hovers or listens. */
import { VisuallyHidden } from '@mantine/core';
import type { Severity } from '@watchdesk/domain/event';
import classes from './incidents.module.css';
import { messages } from './messages.ts';

export const SeverityBadge = ({ severity, isLarge = false }: { severity: Severity; isLarge?: boolean }) => (
  <span
    className={classes['severity']}
    data-severity={severity}
    data-large={isLarge || undefined}
    title={`${severity}, ${messages.severities[severity]}`}
  >
    {severity}
    <VisuallyHidden>, {messages.severities[severity]}</VisuallyHidden>
  </span>
);
