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

function unpackClock(packed: PackedClock): StoredClock {
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

/**
 * The clocks of a ticket as they are stored; null where one of them is in no form that this version knows, such as a process
 * of another version may have left. Clocks can be run again, so nothing is lost by it.
 */
export function readClocks(stored: unknown): StoredClock[] | null {
  return Array.isArray(stored) && stored.every(isPacked) ? stored.map(unpackClock) : null;
}

/** Something is stored, and it cannot be read; a ticket without clocks is not meant. */
export const isUnreadable = (stored: unknown): boolean => stored !== null && readClocks(stored) === null;

/** Those that go on; what cannot be read is left out. */
export const readOpenClocks = (stored: unknown): StoredClock[] =>
  Array.isArray(stored)
    ? stored
        .filter(isPacked)
        .filter((packed) => packed[9] === null)
        .map(unpackClock)
    : [];

const FIELDS = 22;
const TEXTS = [0, 1, 2, 4, 6, 7, 13];
const NUMBERS = [3, 5, 8, 11, 12, 14, 21];
const MAYBE_NUMBERS = [9, 10, 15, 16, 17];

const isHolder = (stored: unknown): boolean =>
  stored === null ||
  (Array.isArray(stored) && stored.length === 2 && typeof stored[0] === 'string' && (stored[1] === null || typeof stored[1] === 'string'));

function isPacked(stored: unknown): stored is PackedClock {
  if (!Array.isArray(stored) || stored.length !== FIELDS) return false;
  const fields: readonly unknown[] = stored;
  const steps = fields[20];
  return (
    TEXTS.every((place) => typeof fields[place] === 'string') &&
    NUMBERS.every((place) => Number.isInteger(fields[place])) &&
    MAYBE_NUMBERS.every((place) => fields[place] === null || Number.isInteger(fields[place])) &&
    isHolder(fields[18]) &&
    isHolder(fields[19]) &&
    Array.isArray(steps) &&
    steps.length % 2 === 0 &&
    steps.every((one, index) => Number.isInteger(one) || (index % 2 === 0 && one === 'breach'))
  );
}

const packHolder = (holder: KeptClock['chargedTo']): PackedHolder => holder && [holder.holder, holder.id];
const unpackHolder = (packed: PackedHolder): KeptClock['chargedTo'] => packed && { holder: packed[0], id: packed[1] };
