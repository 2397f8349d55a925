/**
 * The clocks of one ticket: each cycle measured at an instant, with what comes next if nothing happens. A cycle that runs
 * changes by time alone, and `verdictAt` says what has become of it without running it again.
 */
import type { Interval } from '../calendar/index.ts';
import { clockEventsOf, type ClockEntry, type TierOf } from './clock-log.ts';
import { type CycleState, type Phase, STEPS, type Step } from './cycle.ts';
import { calendarIdOf, type Rulebook } from './rulebook.ts';
import { type PromisedCycle, runPromises } from './run-clock.ts';
import { type Hands, handsAt, sharesOf } from './shares.ts';

/** One cycle of one clock of a ticket; instants and durations in whole seconds. */
export interface TicketClock {
  readonly metric: string;
  /** From 1, of this clock on this ticket. */
  readonly ordinal: number;
  /** The id of the event that began it. */
  readonly cycle: string;
  readonly policy: { readonly id: string; readonly version: number; readonly name: string };
  readonly calendar: { readonly id: string; readonly version: number };
  /** The instant whose versions of calendars it keeps to. */
  readonly pin: number;
  readonly priority: string;
  readonly tier: string;
  readonly start: number;
  readonly countsFrom: number | null;
  readonly stop: number | null;
  readonly target: number | null;
  /** Business seconds that have counted up to `asOf`, or to the stop. */
  readonly elapsed: number;
  readonly asOf: number;
  readonly state: CycleState;
  /** Time counts, whenever its calendar is open. */
  readonly isRunning: boolean;
  readonly pauses: readonly Interval[];
  readonly due: number | null;
  readonly breachAt: number | null;
  /** Of a cycle that runs: when it is breached unless something happens. */
  readonly wouldBreachAt: number | null;
  /** Whose time it was for the most part until the breach, that is or will be; null without one. */
  readonly chargedTo: Holder | null;
  /** Who had the ticket at that instant. */
  readonly heldAtBreach: Holder | null;
  /** What is announced of it and when, in order: what was reached, and of a running cycle what will be. */
  readonly announcements: readonly Announcement[];
}

export interface Holder {
  readonly holder: string;
  readonly id: string | null;
}

/** A step of the ladder, in per cent of the target, or the breach. */
export interface Announcement {
  readonly step: Step | 'breach';
  readonly at: number;
}

/** What is kept of a cycle with its ticket: the rest can be had by running the clock again. */
export type KeptClock = Omit<TicketClock, 'ordinal' | 'pin' | 'countsFrom' | 'pauses' | 'policy'> & {
  readonly policy: Pick<TicketClock['policy'], 'id' | 'version'>;
};

export function kept({ ordinal: _, pin: __, countsFrom: ___, pauses: ____, policy: { id, version }, ...clock }: TicketClock): KeptClock {
  return { ...clock, policy: { id, version } };
}

/** A cycle with the stretches it consists of. */
export interface WholeClock extends TicketClock {
  readonly phases: readonly Phase[];
}

/**
 * Every cycle of the ticket's clocks as of an instant, by default that of the last entry, in the order of their
 * beginnings. `hands` say whose hands the ticket was in; without them nobody is charged.
 */
export const ticketClocks = (
  log: readonly ClockEntry[],
  rulebook: Rulebook,
  tierOf: TierOf,
  asOf?: number,
  hands: readonly Hands[] = [],
): TicketClock[] => wholeClocks(log, rulebook, tierOf, asOf, hands).map(({ phases: _, ...clock }) => clock);

/** The same with all that is known of each. */
export function wholeClocks(
  log: readonly ClockEntry[],
  rulebook: Rulebook,
  tierOf: TierOf,
  asOf = log.at(-1)?.at ?? 0,
  hands: readonly Hands[] = [],
): WholeClock[] {
  const clocks = promisedCycles(log, rulebook, tierOf, asOf).flatMap(({ metric, cycles }) =>
    cycles.map((cycle, index) => ({
      ...clockOf(cycle, metric, index + 1, rulebook, asOf),
      ...blame(cycle, hands),
      phases: cycle.phases,
    })),
  );
  return clocks.toSorted((a, b) => a.start - b.start);
}

/** The cycles of each clock that is `wanted`, by default of all, without what only one ticket's page tells of them. */
export function promisedCycles(
  log: readonly ClockEntry[],
  rulebook: Rulebook,
  tierOf: TierOf,
  asOf: number,
  wanted: Rulebook['metrics'] = rulebook.metrics,
): { metric: string; cycles: PromisedCycle[] }[] {
  const events = clockEventsOf(log, tierOf);
  if (events.length === 0) return [];
  return wanted.map(({ family, metric }) => ({ metric, cycles: runPromises(rulebook.promisesFor(family, metric), events, asOf) }));
}

/** A breach is charged to whoever held most of the time that counted until it. Of one to come, to whoever would have by then. */
function blame(
  { breachAt, wouldBreachAt, phases }: PromisedCycle,
  hands: readonly Hands[],
): Pick<TicketClock, 'chargedTo' | 'heldAtBreach'> {
  const at = breachAt ?? wouldBreachAt;
  if (at === null) return { chargedTo: null, heldAtBreach: null };
  const most = sharesOf(phases, at, hands).find(({ counted }) => counted > 0);
  const last = handsAt(hands, at);
  return { chargedTo: most ? holderOf(most) : null, heldAtBreach: last ? holderOf(last) : null };
}

const holderOf = ({ holder, id }: Holder): Holder => ({ holder, id });

function clockOf(
  cycle: PromisedCycle,
  metric: string,
  ordinal: number,
  rulebook: Rulebook,
  asOf: number,
): Omit<TicketClock, 'chargedTo' | 'heldAtBreach'> {
  const { id, version, spec } = rulebook.policy(cycle.policy)!;
  const calendarId = calendarIdOf(spec, cycle.priority);
  return {
    metric,
    ordinal,
    cycle: cycle.id,
    policy: { id, version, name: spec.name },
    calendar: { id: calendarId, version: rulebook.calendarIn(calendarId, cycle.pin).version },
    pin: cycle.pin.calendarsAt,
    priority: cycle.priority,
    tier: cycle.tier,
    start: cycle.start,
    countsFrom: cycle.countsFrom,
    stop: cycle.stop,
    target: cycle.target,
    elapsed: cycle.elapsed,
    asOf: cycle.stop ?? asOf,
    state: cycle.state,
    isRunning: cycle.stop === null && cycle.phases.at(-1)!.running,
    pauses: cycle.pauses,
    due: cycle.due,
    breachAt: cycle.breachAt,
    wouldBreachAt: cycle.wouldBreachAt,
    announcements: announcementsOf(cycle, asOf),
  };
}

function announcementsOf(cycle: PromisedCycle, asOf: number): Announcement[] {
  const { warned, breachAt, wouldBreachAt, stop, target, elapsed, phases } = cycle;
  if (cycle.state === 'cancelled') return [];
  const all: Announcement[] = STEPS.flatMap((step) => (warned[step] === undefined ? [] : [{ step, at: warned[step] }]));
  if (breachAt !== null) all.push({ step: 'breach', at: breachAt });
  const { running, calendar } = phases.at(-1)!;
  if (stop === null && running && target !== null) {
    for (const step of STEPS) {
      if (warned[step] !== undefined) continue;
      const at = calendar.due(asOf, Math.ceil((target * step) / 100) - elapsed);
      if (at !== null) all.push({ step, at });
    }
    if (wouldBreachAt !== null) all.push({ step: 'breach', at: wouldBreachAt });
  }
  return all.toSorted((a, b) => a.at - b.at || rankOf(a.step) - rankOf(b.step));
}

/** At one instant a breach is said after the step it completes. */
const rankOf = (step: Announcement['step']) => (step === 'breach' ? 150 : step);

export type Verdict = Pick<TicketClock, 'state' | 'breachAt' | 'wouldBreachAt'>;

/** The verdict on a cycle at a later instant, as long as nothing has happened to its ticket. */
export function verdictAt({ state, breachAt, wouldBreachAt }: Verdict, at: number): Verdict {
  const isBreached = wouldBreachAt !== null && wouldBreachAt < at;
  return isBreached ? { state: 'breached', breachAt: wouldBreachAt, wouldBreachAt: null } : { state, breachAt, wouldBreachAt };
}
