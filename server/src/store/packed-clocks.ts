/**
 * The clocks of a ticket as they lie in PostgreSQL: lists and not objects, because they are written and read at every
 * change of a ticket, and the names of the fields would be more than half of the text.
 */
import type { Announcement, KeptClock } from '@watchdesk/domain/sla';

export interface StoredClock extends KeptClock {
  /** So many of its announcements, from the first, stand in the log. */
  readonly announced: number;
}

/** Of a ticket's `clocks`. Migration 0007 makes the same of objects. */
export type PackedClock = readonly [
  metric: string,
  cycle: string,
  policy: string,
  policyVersion: number,
  calendar: string,
  calendarVersion: number,
  priority: string,
  tier: string,
  start: number,
  stop: number | null,
  target: number | null,
  elapsed: number,
  asOf: number,
  state: KeptClock['state'],
  isRunning: 0 | 1,
  due: number | null,
  breachAt: number | null,
  wouldBreachAt: number | null,
  chargedTo: PackedHolder,
  heldAtBreach: PackedHolder,
  /** A step and its instant after one another. */
  announcements: readonly ('breach' | number)[],
  announced: number,
];

type PackedHolder = readonly [holder: string, id: string | null] | null;

export const packClock = (clock: StoredClock): PackedClock => [
  clock.metric,
  clock.cycle,
  clock.policy.id,
  clock.policy.version,
  clock.calendar.id,
  clock.calendar.version,
  clock.priority,
  clock.tier,
  clock.start,
  clock.stop,
  clock.target,
  clock.elapsed,
  clock.asOf,
  clock.state,
  clock.isRunning ? 1 : 0,
  clock.due,
  clock.breachAt,
  clock.wouldBreachAt,
  packHolder(clock.chargedTo),
  packHolder(clock.heldAtBreach),
  clock.announcements.flatMap(({ step, at }) => [step, at]),
  clock.announced,
];

export function unpackClock(packed: PackedClock): StoredClock {
  const [metric, cycle, policy, policyVersion, calendar, calendarVersion, priority, tier, start, stop, target, elapsed, asOf, state] =
    packed;
  const [, , , , , , , , , , , , , , isRunning, due, breachAt, wouldBreachAt, chargedTo, heldAtBreach, announcements, announced] = packed;
  return {
    metric,
    cycle,
    policy: { id: policy, version: policyVersion },
    calendar: { id: calendar, version: calendarVersion },
    priority,
    tier,
    start,
    stop,
    target,
    elapsed,
    asOf,
    state,
    isRunning: isRunning === 1,
    due,
    breachAt,
    wouldBreachAt,
    chargedTo: unpackHolder(chargedTo),
    heldAtBreach: unpackHolder(heldAtBreach),
    announcements: Array.from({ length: announcements.length / 2 }, (_, index) => ({
      step: announcements[index * 2] as Announcement['step'],
      at: announcements[index * 2 + 1] as number,
    })),
    announced,
  };
}

/** Whether it goes on, without unpacking it. */
export const isOpen = (packed: PackedClock): boolean => packed[9] === null;

const packHolder = (holder: KeptClock['chargedTo']): PackedHolder => holder && [holder.holder, holder.id];
const unpackHolder = (packed: PackedHolder): KeptClock['chargedTo'] => packed && { holder: packed[0], id: packed[1] };
