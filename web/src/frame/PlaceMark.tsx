/** What stands at a place in the navigation: how many alerts wait for somebody, and how many incidents are open, in red where one is bad. */
import { VisuallyHidden } from '@mantine/core';
import { useAlertCount } from '../features/alerts/use-alert-count.ts';
import { useIncidentCount } from '../incidents/use-incidents.ts';
import { formatCompact } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './PlaceMark.module.css';
import type { Place } from './places.ts';

interface Mark {
  count: number;
  isCritical: boolean;
  /** Of what it is the count. */
  word: string;
}

/** Null where there is nothing to say. */
export function usePlaceMark({ id }: Place): Mark | null {
  const { data: alerts } = useAlertCount();
  const { data: incidents } = useIncidentCount();
  if (id === 'alerts' && alerts && alerts.firing > 0)
    return { count: alerts.firing, isCritical: alerts.critical > 0, word: messages.firingNow };
  if (id === 'incidents' && incidents && incidents.open > 0)
    return { count: incidents.open, isCritical: incidents.major > 0, word: messages.openNow };
  return null;
}

export const PlaceMark = ({ count, isCritical, word }: Mark) => (
  <span className={classes['mark']} data-critical={isCritical || undefined}>
    {formatCompact(count)}
    <VisuallyHidden> {word}</VisuallyHidden>
  </span>
);
