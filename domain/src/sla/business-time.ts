/**
 * The business time of a ticket: how much of its life lay within opening hours. Each stretch goes by the calendar that its
 * clocks ran by then: that of the policy of the last cycle begun, for the priority of the stretch, in the version that the
 * cycle keeps to. Pure: the rules are given, as the state and its clocks are.
 */
import { type Calendar, countUpTo } from '../calendar/index.ts';
import { pinAt } from './clock.ts';
import { policyKey } from './clock-log.ts';
import { calendarIdOf, type Rulebook, SERVICE } from './rulebook.ts';
import type { KeptClock } from './ticket-clocks.ts';

/** Milliseconds between two instants in milliseconds since 1970, the second not before the first. */
export type Measure = (from: number, to: number) => number;

interface Stretch {
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly priority: string;
}

/**
 * Measures within opening hours over stretches in their order, each lasting to the next; null where no calendar is known. What
 * lies between is added up exactly: the business times of two stretches that follow each other are that of both.
 */
export function businessTimeOf(rulebook: Rulebook, stretches: readonly Stretch[], clocks: readonly KeptClock[]): Measure | null {
  const first = stretches[0];
  const calendarAt = first ? hoursOf(rulebook, clocks, secondsOf(first.from)) : null;
  if (calendarAt === null) return null;
  const starts = stretches.map(({ from }) => from);
  const calendars = stretches.map(({ from, priority }) => calendarAt(secondsOf(from), priority));
  const sums = [0];
  for (const [index, calendar] of calendars.slice(0, -1).entries())
    sums.push(sums[index]! + openMs(calendar, starts[index]!, starts[index + 1]!));
  /** From the first stretch to `at`; below 0 before it. */
  const until = (at: number): number => {
    const index = Math.max(0, countUpTo(starts, at) - 1);
    const [calendar, start] = [calendars[index]!, starts[index]!];
    return sums[index]! + (at < start ? -openMs(calendar, at, start) : openMs(calendar, start, at));
  };
  return (from, to) => until(to) - until(from);
}

const secondsOf = (ms: number): number => Math.floor(ms / 1000);

/** Calendars open and close in whole seconds, so a part of one is open where the second is. */
function openMs(calendar: Calendar, from: number, to: number): number {
  const begun = (at: number) => (at % 1000 !== 0 && calendar.isOpen(secondsOf(at)) ? at - secondsOf(at) * 1000 : 0);
  return calendar.elapsed(secondsOf(from), secondsOf(to)) * 1000 + begun(to) - begun(from);
}

/** The calendar at an instant (seconds) and a priority; null where none is known. `createdAt` decides for a ticket that is promised nothing. */
function hoursOf(rulebook: Rulebook, clocks: readonly KeptClock[], createdAt: number): ((at: number, priority: string) => Calendar) | null {
  const all = clocks.flatMap(({ policy, calendar, start }) => {
    const spec = rulebook.policy(policyKey(policy.id, policy.version))?.spec;
    return spec ? [{ spec, start, pin: { ...pinAt(start), calendars: [calendar] } }] : [];
  });
  const service = all.filter(({ spec }) => spec.family === SERVICE);
  const cycles = service.length > 0 ? service : all;
  if (cycles.length === 0) {
    const usual = rulebook.usualCalendarAt(createdAt);
    return usual && (() => usual);
  }
  const starts = cycles.map(({ start }) => start);
  return (at, priority) => {
    const { spec, pin } = cycles[Math.max(0, countUpTo(starts, at) - 1)]!;
    return rulebook.calendarIn(calendarIdOf(spec, priority), pin).calendar;
  };
}
