/** What stands at a place in the navigation: how many alerts wait for somebody, in red where one is critical. */
import { VisuallyHidden } from '@mantine/core';
import { useAlertCount } from '../features/alerts/use-alert-count.ts';
import { formatCompact } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './PlaceMark.module.css';
import type { Place } from './places.ts';

interface Mark {
  count: number;
  isCritical: boolean;
}

/** Null where there is nothing to say. */
export function usePlaceMark({ id }: Place): Mark | null {
  const { data } = useAlertCount();
  return id === 'alerts' && data && data.firing > 0 ? { count: data.firing, isCritical: data.critical > 0 } : null;
}

export const PlaceMark = ({ count, isCritical }: Mark) => (
  <span className={classes['mark']} data-critical={isCritical || undefined}>
    {formatCompact(count)}
    <VisuallyHidden> {messages.firingNow}</VisuallyHidden>
  </span>
);
