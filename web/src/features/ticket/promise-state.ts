/**
 * What a clock is doing at this moment and how much of it is left. The server counted as of `asOf`; until it is asked
 * again, the page counts on by itself, but only while the clock runs in open hours. Pure; instants in ms.
 */
import type { TicketClock } from '../../api/client.ts';
import { breachMs, compared, isBreached } from '../../clocks/index.ts';

export type PromiseState = 'running' | 'outside' | 'paused' | 'met' | 'breached' | 'overdue' | 'cancelled';

const isOver = ({ stoppedAt }: TicketClock): boolean => stoppedAt !== null;

/** A promise that is broken and still owed is `overdue`, whatever its clock does just now. */
export function stateOf(clock: TicketClock, now: number): PromiseState {
  if (clock.state === 'cancelled') return 'cancelled';
  if (isOver(clock)) return clock.state === 'breached' ? 'breached' : 'met';
  if (clock.state === 'breached' || (clock.isRunning && isBreached(clock, now))) return 'overdue';
  if (!clock.isRunning) return 'paused';
  return clock.isOpenNow ? 'running' : 'outside';
}

const spansOf = ({ stretches }: TicketClock): [from: number, to: number][] =>
  stretches.map(({ from, to }): [number, number] => [Date.parse(from), Date.parse(to)]);

/** Seconds it has counted since the answer. A stretch that is known to end is not counted past its end. */
function countedOn(clock: TicketClock, asOf: number, now: number): number {
  if (!clock.isRunning || !clock.isOpenNow) return 0;
  const closing = spansOf(clock).find(([from, to]) => from <= asOf && to > asOf)?.[1] ?? Infinity;
  return Math.max(0, Math.floor((Math.min(now, isLastStretch(clock, closing) ? Infinity : closing) - asOf) / 1000));
}

/** The last stretch ends with the breach and not with the hours. */
const isLastStretch = (clock: TicketClock, closing: number): boolean => closing >= breachMs(clock);

/** Business seconds, negative once the target is used up; null without a target, and for what is over. */
export function remainingSeconds(clock: TicketClock, asOf: number, now: number): number | null {
  return clock.remainingSeconds === null ? null : clock.remainingSeconds - countedOn(clock, asOf, now);
}

/** Business seconds counted so far, or in all. */
export const elapsedSeconds = (clock: TicketClock, asOf: number, now: number): number => clock.elapsedSeconds + countedOn(clock, asOf, now);

/** Whether its hours close in between, so that its time is another than that of the clock on the wall. */
export function hasClosings(clock: TicketClock, asOf: number): boolean {
  if (clock.outsideSeconds > 0) return true;
  return clock.isRunning && clock.dueAt !== null && (Date.parse(clock.dueAt) - asOf) / 1000 > (clock.remainingSeconds ?? 0) + 1;
}

/** The next instant at which an open clock says something else: a step, a breach, an opening, a closing. Infinity for none. */
export function nextMoment(clocks: readonly TicketClock[], asOf: number): number {
  const moments = clocks
    .filter((clock) => !isOver(clock) && clock.isRunning)
    .flatMap((clock) => [...clock.steps.map(({ at }) => Date.parse(at)), ...spansOf(clock).flat()]);
  return Math.min(...moments.filter((at) => at > asOf));
}

/** What has just stopped stays in sight for so long: one sees the promise kept and does not wonder where it went. */
const LINGERS_MS = 3 * 60_000;

/** The clocks that are owed or were until just now, the most urgent first, and those that are over, the newest first. */
export function sorted(clocks: readonly TicketClock[], asOf: number): { shown: TicketClock[]; finished: TicketClock[] } {
  const ended = ({ stoppedAt }: TicketClock): number => (stoppedAt === null ? Infinity : Date.parse(stoppedAt));
  const isShown = (clock: TicketClock): boolean => clock.state !== 'cancelled' && ended(clock) > asOf - LINGERS_MS;
  const rank = (clock: TicketClock): number => (isOver(clock) ? 2 : clock.isRunning ? 0 : 1);
  return {
    shown: clocks
      .filter(isShown)
      .toSorted(
        (one, other) => rank(one) - rank(other) || compared(breachMs(one), breachMs(other)) || (one.metric < other.metric ? -1 : 1),
      ),
    finished: clocks.filter((clock) => !isShown(clock)).toSorted((one, other) => compared(ended(other), ended(one))),
  };
}
