/** Firings by the day on which they began. */
import { addDays, dayOf } from '../../../period/zone.ts';
import type { DryRun } from './use-rules.ts';

type Fired = DryRun['alerts'][number];

/** How many fired on each day of the period, whole days of the zone. */
export function byDay({ from, to, alerts }: Pick<DryRun, 'from' | 'to'> & { alerts: readonly Pick<Fired, 'firedAt'>[] }, zone: string) {
  const counts = new Map<string, number>();
  for (const { firedAt } of alerts) {
    const day = dayOf(Date.parse(firedAt), zone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days: { day: string; count: number }[] = [];
  const last = dayOf(Date.parse(to), zone);
  for (let day = dayOf(Date.parse(from), zone); day <= last; day = addDays(day, 1)) days.push({ day, count: counts.get(day) ?? 0 });
  return days;
}
