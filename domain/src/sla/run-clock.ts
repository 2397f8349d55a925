/**
 * Runs one clock over the events of one ticket. A cycle is a list of stints, in each of which nothing that matters to
 * it changes; what they mean is decided when all are known, so that of several changes in one instant the last decides.
 */
import type { Calendar } from '../calendar/index.ts';
import type { Clock, ClockEvent, Signal, Target, Terms } from './clock.ts';
import { type Cycle, measure, type Phase, type Run } from './cycle.ts';

/** What was in force from an instant on. */
interface Stint {
  readonly event: string;
  readonly from: number;
  readonly running: boolean;
  readonly priority: string;
  readonly tier: string;
  readonly policy: string;
  /** The cycle goes on after a reopening: whatever changed while it was stopped is no change of it. */
  readonly isResumed?: boolean;
}

interface Draft {
  readonly stints: Stint[];
  end: (NonNullable<Run['end']> & { readonly bySolving: boolean }) | null;
}

/**
 * The cycles of the clock up to `asOf` (seconds), in order; what happened later is left out. `events` are in their order,
 * each once; `termsOf` gives what a policy says about this clock.
 */
export function runClock(clock: Clock, events: readonly ClockEvent[], termsOf: (policy: string) => Terms, asOf: number): Cycle[] {
  const drafts: Draft[] = [];
  for (const event of events) {
    if (event.at > asOf) break;
    if (event.isByAgent && clock.skipIfCreatedByAgent) return [];
    apply(clock, drafts, event);
  }
  return drafts.map((draft) => measure(runOf(clock, draft, termsOf), asOf));
}

/** Cancel before stop before start: an agent's reply ends one cycle of updates and begins the next. */
function apply(clock: Clock, drafts: Draft[], event: ClockEvent): void {
  const { signals, now } = event;
  const hears = (some: readonly Signal[]) => some.some((signal) => signals.includes(signal));
  const last = drafts.at(-1);
  const current = last?.end === null ? last : undefined;
  if (current && hears(clock.cancel)) return end(current, event, 'cancelled');
  if (current && hears(clock.stop)) end(current, event, 'stopped');
  else if (current) current.stints.push(stintOf(clock, event));
  if (drafts.at(-1)?.end === null) return;
  if (signals.includes('reopened') && reopen(clock, drafts, event)) return;
  if (!hears(clock.start) || (clock.once && drafts.length > 0) || (clock.afterAgentReply && !now.agentReplied)) return;
  const isBornSolved = signals.includes('created') && now.isSolved;
  if (now.isSolved && !(isBornSolved && clock.createdSolved === 'zero')) return;
  drafts.push({ stints: [stintOf(clock, event)], end: null });
  if (isBornSolved) end(drafts.at(-1)!, event, 'stopped');
}

function end(draft: Draft, { at, signals, now }: ClockEvent, how: 'stopped' | 'cancelled'): void {
  draft.end = { at, how, bySolving: signals.includes('solved') || now.isSolved };
}

/** Whether the reopening was heard. */
function reopen(clock: Clock, drafts: Draft[], event: ClockEvent): boolean {
  if (clock.reopen === 'new_cycle') {
    drafts.push({ stints: [stintOf(clock, event)], end: null });
    return true;
  }
  const last = drafts.at(-1);
  if (clock.reopen !== 'resume' || last?.end?.how !== 'stopped' || !last.end.bySolving) return false;
  const goesOn = stintOf(clock, event);
  last.stints.push({ ...goesOn, from: last.end.at, running: false, isResumed: true }, goesOn);
  last.end = null;
  return true;
}

const stintOf = (clock: Clock, { id, at, now }: ClockEvent): Stint => ({
  event: id,
  from: at,
  running: !clock.pause(now),
  priority: now.priority,
  tier: now.tier,
  policy: now.policy,
});

function runOf(clock: Clock, { stints, end: how }: Draft, termsOf: (policy: string) => Terms): Run {
  const settled = settle(clock, lastOfEachInstant(stints));
  const { event, from: start } = settled[0]!;
  const phases = settled.map(({ from, running, priority, tier, policy }): Phase => {
    const { calendarOf, targetOf } = termsOf(policy);
    const calendar = calendarOf(priority);
    return { from, running, calendar, target: secondsOf(targetOf(priority, tier), calendar, start) };
  });
  return { id: event, start, phases, end: how };
}

const lastOfEachInstant = (stints: readonly Stint[]): Stint[] => stints.filter(({ from }, index) => from !== stints[index + 1]?.from);

/** What the clock makes of changes of priority and policy. */
function settle({ onPriority, onPolicy }: Clock, stints: readonly Stint[]): Stint[] {
  let settled: Stint[] = [];
  for (const stint of stints) {
    const before = settled.at(-1);
    const isChange = before !== undefined && !stint.isResumed;
    const restarts =
      isChange &&
      ((onPriority === 'restart' && stint.priority !== before.priority) || (onPolicy === 'restart' && stint.policy !== before.policy));
    if (restarts) settled = [];
    else if (isChange && onPolicy === 'retroactive') settled = settled.map((earlier) => ({ ...earlier, policy: stint.policy }));
    settled.push(stint);
  }
  if (onPriority !== 'freeze') return settled;
  const { priority } = settled[0]!;
  return settled.map((stint) => ({ ...stint, priority }));
}

/** A target in business days is turned into seconds once, from where the cycle began. */
function secondsOf(target: Target, calendar: Calendar, start: number): number | null {
  if (target === null || typeof target === 'number') return target;
  const at = calendar.dueInDays(start, target.businessDays);
  return at === null ? null : calendar.elapsed(start, at);
}
