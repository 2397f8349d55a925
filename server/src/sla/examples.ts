/** What a policy means, by examples that people can check: a ticket that arrives shortly before the weekend, and when it is due. */
import type { Calendar } from '@watchdesk/domain/calendar';
import { PRIORITIES } from '@watchdesk/domain/event';
import { calendarIdOf, type PolicySpec, targetOf } from '@watchdesk/domain/sla';

export interface PromiseExample {
  readonly metric: string;
  readonly priority: string;
  /** Null for customers whose tier changes nothing. */
  readonly tier: string | null;
  readonly arrivesAt: string;
  readonly dueAt: string;
  readonly zone: string;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** More than anybody reads; a policy may name ten thousand tiers. */
const MOST_TIERS = 10;
const MOST_CLOCKS = 10;

/** For each clock and priority one ticket without a tier, and one of each tier at the first two priorities. */
export function promiseExamples(spec: PolicySpec, calendars: ReadonlyMap<string, Calendar>, now: number): PromiseExample[] {
  const tiers = [
    ...new Set([
      ...Object.keys(spec.tiers),
      ...Object.values(spec.cells).flatMap((cells) => Object.keys(cells).map((key) => key.slice(3))),
    ]),
  ].slice(0, MOST_TIERS);
  const arrival = beforeTheBreak(calendars.get(spec.calendar.default)!, now);
  return spec.clocks.slice(0, MOST_CLOCKS).flatMap(({ metric }) =>
    PRIORITIES.flatMap((priority, index) => {
      const calendar = calendars.get(calendarIdOf(spec, priority))!;
      const table = { targets: spec.targets[metric] ?? {}, cells: spec.cells[metric] ?? {}, tiers: spec.tiers, rounding: spec.rounding };
      return [null, ...(index < 2 ? tiers : [])].flatMap((tier) => {
        const target = targetOf(table, priority, tier ?? '');
        if (target === null) return [];
        const due = typeof target === 'number' ? calendar.due(arrival, target) : calendar.dueInDays(arrival, target.businessDays);
        if (due === null) return [];
        return [{ metric, priority, tier, arrivesAt: iso(arrival), dueAt: iso(due), zone: calendar.zone.name }];
      });
    }),
  );
}

/** Ten minutes before the next closing that is followed by at least a day of rest, such as Friday's; now where there is none. */
function beforeTheBreak(calendar: Calendar, now: number): number {
  const open = calendar.openIn(now + HOUR, now + 21 * DAY);
  const last = open.find(([, to], index) => index + 1 < open.length && open[index + 1]![0] - to >= DAY);
  return last ? Math.max(last[0], last[1] - 10 * MINUTE) : now - (now % HOUR);
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
