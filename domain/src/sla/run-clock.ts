/**
 * Runs one clock over the events of one ticket: cancel before stop before start, a cycle after another. What is written down of
 * a cycle meanwhile, and what it means in the end, is in draft.ts.
 */
import { type Applied, type Clock, type ClockEvent, type Pin, pinAt, type Promises, type Signal, type Terms } from './clock.ts';
import { type Cycle, measure, type Phase } from './cycle.ts';
import { type Draft, runsOf, type Stint } from './draft.ts';

/** What a clock has heard so far. */
interface Heard<E extends ClockEvent> {
  readonly drafts: Draft[];
  /** The customer's first word to a resolved ticket that nobody has answered: should it reopen the ticket, they have waited since. */
  unanswered: E | null;
  isByAgent: boolean;
  undecided: Undecided<E> | null;
}

/**
 * What was heard since no policy with this clock matched and none of its cycles ran, until it can be said whether one would:
 * once a policy matches, and the ticket is not resolved, in which it might be opened again.
 */
interface Undecided<E extends ClockEvent> {
  /** The question that nobody had answered before. */
  readonly unanswered: E | null;
  readonly events: E[];
  /** With this one of them a policy came to match a resolved ticket, and one has ever since. */
  matchedBy: E | null;
}

const nothingHeard = <E extends ClockEvent>(isByAgent = false): Heard<E> => ({ drafts: [], unanswered: null, isByAgent, undecided: null });

/** A cycle with what it was promised by at its end, and the stretches it consists of. */
export interface PromisedCycle extends Cycle {
  readonly policy: string;
  readonly pin: Pin;
  readonly priority: string;
  readonly tier: string;
  readonly phases: readonly Phase[];
}

/**
 * The cycles of the clock up to `asOf` (seconds), in order; what happened later is left out. `events` are in their order,
 * each once; `termsOf` gives what a policy says about this clock.
 */
export const runClock = (
  clock: Clock,
  events: readonly (ClockEvent & { readonly policy: string })[],
  termsOf: (policy: string) => Terms,
  asOf: number,
): Cycle[] =>
  runPromises(
    {
      metric: clock.metric,
      policyFor: ({ policy }) => policy,
      isSamePolicy: Object.is,
      goesBy: () => false,
      clockOf: () => clock,
      termsOf,
    },
    events,
    asOf,
  ).map(({ policy: _policy, pin: _pin, priority: _priority, tier: _tier, phases: _phases, ...cycle }) => cycle);

/** The same where what is promised differs from ticket to ticket and changes with time. */
export function runPromises<E extends ClockEvent>(promises: Promises<E>, events: readonly E[], asOf: number): PromisedCycle[] {
  const heard = nothingHeard<E>();
  for (const event of events) {
    if (event.at > asOf) break;
    if (event.isByAgent) heard.isByAgent = true;
    hear(promises, heard, event);
  }
  return heard.drafts
    .flatMap((draft) => runsOf(draft, promises))
    .map(({ run, last }) => ({
      ...measure(run, asOf),
      policy: last.policy,
      pin: last.pin,
      priority: last.priority,
      tier: last.tier,
      phases: run.phases,
    }));
}

const hears = ({ signals }: ClockEvent, some: readonly Signal[]) => some.some((signal) => signals.includes(signal));

/** Cancel before stop before start: an agent's reply ends one cycle of updates and begins the next. */
function hear<E extends ClockEvent>(promises: Promises<E>, heard: Heard<E>, event: E): void {
  const { drafts } = heard;
  const { signals, now } = event;
  const last = drafts.at(-1);
  const current = last?.end === null ? last : undefined;
  if (current && hears(event, current.clock.cancel)) end(current, event, 'cancelled');
  else if (current && hears(event, current.clock.stop)) end(current, event, 'stopped');
  else if (current) goOn(promises, current, event);
  if (drafts.at(-1)?.end !== null || drafts.length === 0) startOrResume(promises, heard, event);
  if (signals.includes('agent_public') || signals.includes('solved') || signals.includes('reopened')) heard.unanswered = null;
  else if (now.isSolved && signals.includes('customer_public')) heard.unanswered ??= event;
}

function goOn<E extends ClockEvent>(promises: Promises<E>, draft: Draft, event: E): void {
  const { applied } = event;
  if (draft.held && promises.policyFor(event, draft.pin) !== draft.held.whileMatching) draft.held = null;
  if (applied?.metric === promises.metric && take(promises, draft, event, applied))
    draft.stints.push({ ...stintOf(promises, draft, event), mode: applied.mode });
  else pushUnlessSame(draft.stints, stintOf(promises, draft, event));
}

/**
 * Puts a newer version in the place of the one the cycle keeps to. False where that is of a policy the cycle is not under, or
 * of a calendar it does not go by: it did when somebody applied it, and what was told late says that it never did.
 */
function take<E extends ClockEvent>(promises: Promises<E>, draft: Draft, event: E, { policy, calendar }: Applied): boolean {
  const { pin, stints } = draft;
  if (promises.clockOf(policy) === null) return false;
  if (calendar) {
    const { last } = runsOf(draft, promises).at(-1)!;
    if (!promises.goesBy(last.policy, last.priority, calendar)) return false;
    draft.pin = { ...pin, calendars: [...pin.calendars.filter(({ id }) => id !== calendar.id), calendar] };
    return true;
  }
  if (!promises.isSamePolicy(policy, stints.at(-1)!.policy)) return false;
  const others = pin.policies.filter((own) => !promises.isSamePolicy(own, policy));
  draft.pin = { at: pin.at, policies: [...others, policy], calendarsAt: event.at, calendars: [] };
  draft.held = { policy, whileMatching: promises.policyFor(event, draft.pin) };
  return true;
}

/** Most of what happens to a ticket changes nothing for a clock; a long ticket must not cost by its length. */
function pushUnlessSame(stints: Stint[], next: Stint): void {
  const last = stints.at(-1)!;
  const { running, priority, tier, policy, pin } = next;
  const isSame = last.running === running && last.priority === priority && last.tier === tier && last.policy === policy && last.pin === pin;
  if (!isSame || last.isResumed) stints.push(next);
}

function end(draft: Draft, { at, signals, now }: ClockEvent, how: 'stopped' | 'cancelled'): void {
  const wasRunning = draft.stints.at(-1)!.running;
  draft.end = { at, how, wasRunning, bySolving: signals.includes('solved') || now.isSolved };
}

/** No cycle is running: one may begin, or go on. */
function startOrResume<E extends ClockEvent>(promises: Promises<E>, heard: Heard<E>, event: E): void {
  const { drafts, unanswered, undecided } = heard;
  const { signals, now } = event;
  if (now.isGone) return;
  const isReopened = signals.includes('reopened');
  const last = drafts.at(-1);
  if (isReopened && last?.clock.reopen === 'resume' && resume(promises, last, event)) return void (heard.undecided = null);
  const policy = promises.policyFor(event, pinAt(event.at));
  const clock = policy === null ? null : promises.clockOf(policy);
  if (policy === null || !clock || (undecided && now.isSolved)) return decideLater(heard, event, clock !== null);
  heard.undecided = null;
  if ((clock.skipIfCreatedByAgent && heard.isByAgent) || (clock.once && drafts.length > 0)) return;
  const began = { clock, policy };
  if (undecided) return void drafts.push(...lateDraft(promises, began, undecided, heard.isByAgent, event));
  if (isReopened && clock.reopen === 'new_cycle') return begin(promises, drafts, began, event);
  if (clock.afterAgentReply && !now.agentReplied) return;
  if (isReopened && unanswered && clock.start.includes('customer_public')) return begin(promises, drafts, began, unanswered, event);
  if (!hears(event, clock.start)) return;
  const isBornSolved = signals.includes('created') && now.isSolved;
  if (now.isSolved && !(isBornSolved && clock.createdSolved === 'zero')) return;
  begin(promises, drafts, began, event);
  if (isBornSolved) end(drafts.at(-1)!, event, 'stopped');
}

function decideLater<E extends ClockEvent>(heard: Heard<E>, event: E, isMatched: boolean): void {
  const undecided = (heard.undecided ??= { unanswered: heard.unanswered, events: [], matchedBy: null });
  undecided.events.push(event);
  undecided.matchedBy = isMatched ? (undecided.matchedBy ?? event) : null;
}

/**
 * The cycle that would run by now if the policy had always matched: it begins with the match, since time that was by no
 * calendar does not count; where its clock takes policies retroactively, it counts from where it would have begun.
 */
function lateDraft<E extends ClockEvent>(
  promises: Promises<E>,
  { clock, policy }: Pick<Draft, 'clock' | 'policy'>,
  { unanswered, events, matchedBy }: Undecided<E>,
  isByAgent: boolean,
  event: E,
): Draft[] {
  const asIfMatched = { ...promises, policyFor: () => policy };
  const heard = { ...nothingHeard<E>(isByAgent), unanswered };
  for (const each of [...events, event]) hear(asIfMatched, heard, each);
  const awaited = heard.drafts.at(-1);
  if (!awaited || awaited.end) return [];
  const pin = pinAt(event.at);
  const all = awaited.stints.map(({ mode: _, ...stint }) => ({ ...stint, policy, pin }));
  const promised = sinceMatch(all, matchedBy ?? event);
  const stints = clock.onPolicy === 'retroactive' ? sinceLastBeginning(clock, all) : promised;
  return [{ clock, policy, pin, held: null, matchedAt: promised[0]!.from, stints: [...stints], end: null }];
}

/** What there was of it since the match; a ticket that was resolved by then is promised something once it is open again. */
function sinceMatch(stints: readonly Stint[], { id, at }: ClockEvent): readonly Stint[] {
  const inForce = stints.findLastIndex(({ from }) => from <= at);
  if (inForce < 0) return stints;
  const [first, ...others] = stints.slice(inForce);
  return first!.isResumed ? others : [{ ...first!, event: id, from: at }, ...others];
}

/** Where another priority begins a clock anew, what was before the last change of it is over; a change before a reopening is none. */
function sinceLastBeginning({ onPriority }: Clock, stints: readonly Stint[]): readonly Stint[] {
  if (onPriority !== 'restart') return stints;
  const begins = ({ priority, isResumed }: Stint, index: number) => index === 0 || (!isResumed && priority !== stints[index - 1]!.priority);
  return stints.slice(stints.findLastIndex(begins));
}

/** The last of the events says that it begins, the first since when. */
function begin<E extends ClockEvent>(promises: Promises<E>, drafts: Draft[], began: Pick<Draft, 'clock' | 'policy'>, ...events: E[]): void {
  const draft: Draft = { ...began, pin: pinAt(events.at(-1)!.at), held: null, matchedAt: null, stints: [], end: null };
  for (const event of events) draft.stints.push(stintOf(promises, draft, event));
  drafts.push(draft);
}

/** Whether there was a cycle to go on with. */
function resume<E extends ClockEvent>(promises: Promises<E>, last: Draft, event: E): boolean {
  if (last.end?.how !== 'stopped' || !last.end.bySolving) return false;
  const goesOn = stintOf(promises, last, event);
  last.stints.push({ ...goesOn, from: last.end.at, running: false, isResumed: true }, goesOn);
  last.end = null;
  return true;
}

/** What was promised once stands until something else is: a ticket that no policy with this clock matches any more keeps the one it had. */
function stintOf<E extends ClockEvent>(promises: Promises<E>, { clock, policy: first, pin, held, stints }: Draft, event: E): Stint {
  const { id, at, now } = event;
  const matched = promises.policyFor(event, pin);
  const chosen = held && matched === held.whileMatching ? held.policy : matched;
  const policy = chosen !== null && promises.clockOf(chosen) !== null ? chosen : (stints.at(-1)?.policy ?? first);
  return { event: id, from: at, running: !clock.pause(now), priority: now.priority, tier: now.tier, policy, pin };
}
