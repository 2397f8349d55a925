/** The period and the zone of the page, and who looks, as a file says of what it is. */
import { use } from 'react';
import { rangeOf } from '../period/period.ts';
import { usePeriod, useTimeZone } from '../period/viewing.ts';
import { useSession } from '../session/session.ts';
import { ClockContext, formatFullInstant } from '../ui/index.ts';
import { paperWords } from './messages.ts';

export function usePeriodWords(): () => Promise<[string, string][]> {
  const period = usePeriod();
  const zone = useTimeZone();
  const { person } = useSession();
  const clock = use(ClockContext);
  return async () => {
    const now = clock.now();
    const { from, to } = rangeOf(period, now, zone);
    const at = (instant: number) => formatFullInstant(instant, zone);
    return [
      [paperWords.period, `${at(from)} – ${at(Math.min(now, to))}`],
      [paperWords.zone, zone],
      [paperWords.scope, `${person.name}, ${person.role}`],
      [paperWords.printed, at(now)],
    ];
  };
}
