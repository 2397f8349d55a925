/**
 * Runs one clock over the events of one ticket. A cycle is a list of stints, in each of which nothing that matters to
 * it changes; what they mean is decided when all are known, so that of several changes in one instant the last decides.
 */
import type { Calendar } from '../calendar/index.ts';
import type { Clock, ClockEvent, Signal, Target, Terms } from './clock.ts';
import { type Cycle, measure, type Phase, type Run, type Settled } from './cycle.ts';

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
  end: (NonNullable<Run['end']> & { readonly bySolving: boolean; readonly wasRunning: boolean }) | null;
}

/** What a clock has heard so far. */
interface Heard {
  readonly drafts: Draft[];
  /** The customer's first word to a resolved ticket that nobody has answered: should it reopen the ticket, they have waited since. */
  unanswered: ClockEvent | null;
}

type TermsOf = (policy: string) => Terms;

/**
 * The cycles of the clock up to `asOf` (seconds), in order; what happened later is left out. `events` are in their order,
 * each once; `termsOf` gives what a policy says about this clock.
 */
export function runClock(clock: Clock, events: readonly ClockEvent[], termsOf: TermsOf, asOf: number): Cycle[] {
  const heard: Heard = { drafts: [], unanswered: null };
  for (const event of events) {
    if (event.at > asOf) break;
    if (event.isByAgent && clock.skipIfCreatedByAgent) return [];
    hear(clock, heard, event);
  }
  return heard.drafts.flatMap((draft) => runsOf(clock, draft, termsOf)).map((run) => measure(run, asOf));
}

/** Cancel before stop before start: an agent's reply ends one cycle of updates and begins the next. */
function hear(clock: Clock, heard: Heard, event: ClockEvent): void {
  const { drafts } = heard;
  const { signals, now } = event;
  const hears = (some: readonly Signal[]) => some.some((signal) => signals.includes(signal));
  const last = drafts.at(-1);
  const current = last?.end === null ? last : undefined;
  if (current && hears(clock.cancel)) end(clock, current, event, 'cancelled');
  else if (current && hears(clock.stop)) end(clock, current, event, 'stopped');
  else if (current) current.stints.push(stintOf(clock, event));
  if (drafts.at(-1)?.end !== null || drafts.length === 0) startOrResume(clock, heard, event, hears(clock.start));
  if (signals.includes('agent_public') || signals.includes('solved') || signals.includes('reopened')) heard.unanswered = null;
  else if (now.isSolved && signals.includes('customer_public')) heard.unanswered ??= event;
}

function end(clock: Clock, draft: Draft, { at, signals, now }: ClockEvent, how: 'stopped' | 'cancelled'): void {
  const wasRunning = draft.stints.at(-1)!.running;
  draft.end = { at, how, wasRunning, bySolving: signals.includes('solved') || now.isSolved };
}

/** No cycle is running: one may begin, or go on. */
function startOrResume(clock: Clock, heard: Heard, event: ClockEvent, hearsStart: boolean): void {
  const { drafts, unanswered } = heard;
  const { signals, now } = event;
  if (now.isMerged) return;
  const isReopened = signals.includes('reopened');
  if (isReopened && clock.reopen === 'resume' && resume(clock, drafts, event)) return;
  if (clock.once && drafts.length > 0) return;
  if (isReopened && clock.reopen === 'new_cycle') return begin(clock, drafts, event);
  if (clock.afterAgentReply && !now.agentReplied) return;
  if (isReopened && unanswered && clock.start.includes('customer_public')) return begin(clock, drafts, unanswered, event);
  if (!hearsStart) return;
  const isBornSolved = signals.includes('created') && now.isSolved;
  if (now.isSolved && !(isBornSolved && clock.createdSolved === 'zero')) return;
  begin(clock, drafts, event);
  if (isBornSolved) end(clock, drafts.at(-1)!, event, 'stopped');
}

function begin(clock: Clock, drafts: Draft[], ...events: ClockEvent[]): void {
  drafts.push({ stints: events.map((event) => stintOf(clock, event)), end: null });
}

/** Whether there was a cycle to go on with. */
function resume(clock: Clock, drafts: Draft[], event: ClockEvent): boolean {
  const last = drafts.at(-1);
  if (last?.end?.how !== 'stopped' || !last.end.bySolving) return false;
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

/** One run, or more where a breached one began anew. */
function runsOf(clock: Clock, { stints, end: how }: Draft, termsOf: TermsOf): Run[] {
  const runs: Run[] = [];
  let own: Stint[] = [];
  let settled = null as Settled | null;
  const runOf = (over: Run['end']): Run => asRun(clock, own, termsOf, over, settled);
  for (const stint of lastOfEachInstant(stints)) {
    const before = own.at(-1);
    const isChange = before !== undefined && !stint.isResumed;
    const [newPriority, newPolicy] = [isChange && stint.priority !== before.priority, isChange && stint.policy !== before.policy];
    if ((newPriority && clock.onPriority === 'restart') || (newPolicy && clock.onPolicy === 'restart')) {
      const over = runOf({ at: stint.from, how: 'stopped', wasRunning: before!.running });
      if (measure(over, stint.from).breachAt !== null) runs.push(over);
      [own, settled] = [[], null];
    } else if (newPolicy && clock.onPolicy === 'retroactive') {
      const { due, breachAt } = measure(runOf(null), stint.from);
      settled = { changedAt: stint.from, breach: settled?.breach ?? (breachAt === null ? null : { due: due!, breachAt }) };
      own = own.map((earlier) => ({ ...earlier, policy: stint.policy }));
    }
    own.push(stint);
  }
  return [...runs, runOf(how)];
}

function asRun({ onPriority }: Clock, stints: readonly Stint[], termsOf: TermsOf, over: Run['end'], settled: Settled | null): Run {
  const { event, from: start, priority: first } = stints[0]!;
  const phases = stints.map(({ from, running, priority, tier, policy }): Phase => {
    const { calendarOf, targetOf } = termsOf(policy);
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
    if (before?.from === stint.from) kept[kept.length - 1] = { ...stint, event: before.event };
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
