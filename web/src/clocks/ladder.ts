/**
 * How near a promise is to being broken, by the ladder that every policy warns by: half, four fifths and nine tenths of
 * the target, the breach, twice the target. The server sends the instants of the steps, those to come included, so that
 * a screen moves on by itself. The calendars stay with the server: an instant here is one of the wall clock, in ms.
 */
import type { RowClock } from '../api/client.ts';

/** What of a clock the ladder needs; the clocks of rows have it, and those of a ticket's page. */
export interface Climbing {
  readonly isRunning: boolean;
  readonly targetSeconds: number | null;
  readonly breachesAt: string | null;
  readonly steps: readonly { readonly step: number | 'breach'; readonly at: string }[];
}

export type Level = 'unpromised' | 'paused' | 'calm' | 'watched' | 'at_risk' | 'critical' | 'breached' | 'severe';
/** Whatever a clock can be said to be: its place on the ladder, that its hours are closed, or how it ended. */
export type ClockState = Level | 'outside' | 'running' | 'met' | 'cancelled';

const SEVERE = 200;

/** The last per cent of the target that has been reached by `now`; 0 below the first step. */
const reached = ({ steps }: Climbing, now: number): number =>
  steps.reduce((last, { step, at }) => (step !== 'breach' && Date.parse(at) <= now ? Math.max(last, step) : last), 0);

/** When it is breached, or was; Infinity for a clock that stands still in time, and for one without a target. */
export const breachMs = ({ breachesAt }: Climbing): number => (breachesAt === null ? Infinity : Date.parse(breachesAt));

/** At the very instant of the breach the promise is still kept: it is broken after it. */
export const isBreached = (clock: Climbing, now: number): boolean => breachMs(clock) < now;

export function levelOf(clock: Climbing, now: number): Level {
  if (clock.targetSeconds === null) return 'unpromised';
  if (isBreached(clock, now)) return reached(clock, now) >= SEVERE ? 'severe' : 'breached';
  if (!clock.isRunning) return 'paused';
  const step = reached(clock, now);
  if (step >= 90) return 'critical';
  if (step >= 80) return 'at_risk';
  return step >= 50 ? 'watched' : 'calm';
}

/** What runs before what stands still, then by the breach; equal ones by name, so that the choice does not flicker. */
export const byUrgency = (one: Climbing & { metric: string }, other: Climbing & { metric: string }): number =>
  Number(other.isRunning) - Number(one.isRunning) || compared(breachMs(one), breachMs(other)) || (one.metric < other.metric ? -1 : 1);

/** The clock of a ticket that a person should know of: of those that promise something the first by urgency. */
export const mostUrgent = <Clock extends Climbing & { metric: string }>(clocks: readonly Clock[]): Clock | null =>
  clocks.filter(({ targetSeconds }) => targetSeconds !== null).toSorted(byUrgency)[0] ?? null;

interface Ticket {
  readonly priority: string;
  readonly clocks: readonly RowClock[];
}

/** When the first of its running promises is breached, or was: what a list in the order of breaches goes by. Ms, or Infinity. */
export const nextBreachMs = ({ clocks }: Pick<Ticket, 'clocks'>): number =>
  Math.min(...clocks.filter(({ isRunning, targetSeconds }) => isRunning && targetSeconds !== null).map(breachMs));

/** The difference of two instants for sorting, of which either may be Infinity. */
export const compared = (one: number, other: number): number => (one === other ? 0 : one - other);

export interface Breaching {
  /** Tickets with a promise that is broken and still owed. */
  readonly tickets: number;
  /** The same by priority, the highest first; only those that have any. */
  readonly byPriority: readonly (readonly [priority: string, tickets: number])[];
}

/** Counts tickets and not clocks: whoever helps one of them helps one customer. */
export function breachingOf(tickets: readonly Ticket[], now: number): Breaching {
  const broken = tickets.filter(({ clocks }) => clocks.some((clock) => clock.isRunning && isBreached(clock, now)));
  const counts = new Map<string, number>();
  for (const { priority } of broken) counts.set(priority, (counts.get(priority) ?? 0) + 1);
  return { tickets: broken.length, byPriority: [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)) };
}
