/**
 * A cycle as a clock has heard it: a list of stints, in each of which nothing that matters to it changes. What they mean is
 * decided when all are known, so that of several changes in one instant the last decides.
 */
import type { Calendar } from '../calendar/index.ts';
import type { Clock, ClockEvent, Pin, Promises, Target } from './clock.ts';
import { measure, type Phase, type Run, type Settled } from './cycle.ts';

/** What was in force from an instant on. */
export interface Stint {
  readonly event: string;
  readonly from: number;
  readonly running: boolean;
  readonly priority: string;
  readonly tier: string;
  readonly policy: string;
  readonly pin: Pin;
  /** Somebody put the cycle under this policy, and said how. */
  readonly mode?: Clock['onPolicy'];
  /** The cycle goes on after a reopening: whatever changed while it was stopped is no change of it. */
  readonly isResumed?: boolean;
}

export interface Draft {
  readonly clock: Clock;
  /** The policy under which it began. */
  readonly policy: string;
  pin: Pin;
  /** It was put under a version, and stays there as long as the ticket matches what it matched then. */
  held: { readonly policy: string; readonly whileMatching: string | null } | null;
  /** Since when a policy promises it that came to match later than it would have begun: by its terms nothing was breached until then. */
  readonly matchedAt: number | null;
  readonly stints: Stint[];
  end: (NonNullable<Run['end']> & { readonly bySolving: boolean; readonly wasRunning: boolean }) | null;
}

interface Piece {
  readonly run: Run;
  readonly last: Stint;
}

/** One run, or more where a breached one began anew. */
export function runsOf<E extends ClockEvent>({ clock, matchedAt, stints, end: how }: Draft, promises: Promises<E>): Piece[] {
  const pieces: Piece[] = [];
  let own: Stint[] = [];
  let settled: Settled | null = matchedAt === null ? null : { changedAt: matchedAt, breach: null };
  const priorityOf = (): string => (clock.onPriority === 'freeze' ? own[0]! : own.at(-1)!).priority;
  const pieceOf = (over: Run['end']): Piece => ({
    run: asRun(clock, own, promises, over, settled),
    last: { ...own.at(-1)!, priority: priorityOf() },
  });
  for (const stint of lastOfEachInstant(stints)) {
    const before = own.at(-1);
    const isChange = before !== undefined && !stint.isResumed;
    const newPriority = isChange && stint.priority !== before.priority;
    const newPolicy = isChange && (stint.policy !== before.policy || stint.pin !== before.pin);
    const onPolicy = stint.mode ?? clock.onPolicy;
    if ((newPriority && clock.onPriority === 'restart') || (newPolicy && onPolicy === 'restart')) {
      const over = pieceOf({ at: stint.from, how: 'stopped', wasRunning: before?.running ?? false });
      if (measure(over.run, stint.from).breachAt !== null) pieces.push(over);
      [own, settled] = [[], null];
    } else if (newPolicy && onPolicy === 'retroactive') {
      const { due, breachAt } = measure(pieceOf(null).run, stint.from);
      settled = { changedAt: stint.from, breach: settled?.breach ?? (breachAt === null ? null : { due: due!, breachAt }) };
      own = own.map((earlier) => ({ ...earlier, policy: stint.policy, pin: stint.pin }));
    }
    own.push(stint);
  }
  return [...pieces, pieceOf(how)];
}

function asRun<E extends ClockEvent>(
  { onPriority }: Clock,
  stints: readonly Stint[],
  promises: Promises<E>,
  over: Run['end'],
  settled: Settled | null,
): Run {
  const { event, from: start, priority: first } = stints[0]!;
  const phases = stints.map(({ from, running, priority, tier, policy, pin }): Phase => {
    const { calendarOf, targetOf } = promises.termsOf(policy, pin);
    const inForce = onPriority === 'freeze' ? first : priority;
    const calendar = calendarOf(inForce);
    return { from, running, calendar, target: secondsOf(targetOf(inForce, tier), calendar, start) };
  });
  return { id: event, start, phases, end: over, settled };
}

/** Of several changes in one instant the last decides; the first is the one that began it. */
function lastOfEachInstant(stints: readonly Stint[]): Stint[] {
  const kept: Stint[] = [];
  for (const stint of stints) {
    const before = kept.at(-1);
    if (before?.from === stint.from) kept[kept.length - 1] = { ...(before.mode && { mode: before.mode }), ...stint, event: before.event };
    else kept.push(stint);
  }
  return kept;
}

/** A target in business days is turned into seconds once, from where the cycle began. */
function secondsOf(target: Target, calendar: Calendar, start: number): number | null {
  if (target === null || typeof target === 'number') return target;
  const at = calendar.dueInDays(start, target.businessDays);
  return at === null ? null : calendar.elapsed(start, at);
}
