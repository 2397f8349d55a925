/**
 * What a clock and a policy say: the one model in which the rules of all help desks are settings (SLA.md section 2).
 * Times are whole seconds.
 */
import type { Calendar } from '../calendar/index.ts';

/** What happens to a ticket, as far as clocks listen. */
export const SIGNALS = [
  'created',
  'customer_public',
  'agent_public',
  'agent_any',
  'bot_public',
  'solved',
  'reopened',
  'assigned',
  'escalated',
  'handed_over',
  'merged',
  'cancel',
] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Clock {
  readonly metric: string;
  /** A cycle begins with one of these, unless one runs or the ticket is resolved. */
  readonly start: readonly Signal[];
  readonly stop: readonly Signal[];
  /** A cycle that ends so is in no compliance figure. */
  readonly cancel: readonly Signal[];
  /** Whether the clock stands still, by the state after each event. */
  readonly pause: (state: TicketNow) => boolean;
  /** Begins only once an agent has answered. */
  readonly afterAgentReply: boolean;
  /** Has one cycle at most. */
  readonly once: boolean;
  /** A resolved ticket is open again: a cycle of its own, the last one goes on, or nothing. */
  readonly reopen: 'new_cycle' | 'resume' | 'ignore';
  /** The priority changes while a cycle runs: another target for what has elapsed, a new beginning, or nothing. A breach there was stands. */
  readonly onPriority: 'keep' | 'restart' | 'freeze';
  /** The policy changes while a cycle runs: for what comes, for the whole cycle, or as a new beginning. A breach there was stands. */
  readonly onPolicy: 'segment' | 'retroactive' | 'restart';
  /** A ticket that is created resolved: no cycle, or one of no length. */
  readonly createdSolved: 'skip' | 'zero';
  /** No cycle for a ticket whose first words are an agent's to the customer. */
  readonly skipIfCreatedByAgent: boolean;
}

/** The ticket at one instant. */
export interface TicketNow {
  readonly status: string;
  readonly isSolved: boolean;
  /** Why it is in that status, where somebody said so. */
  readonly statusReason: string | null;
  /** The customer asked for a pause, and it was written down. */
  readonly isPauseRequested: boolean;
  /** It went into another ticket, where what is promised goes on, or was deleted: nothing starts on it. */
  readonly isGone: boolean;
  readonly priority: string;
  readonly tier: string;
  /** Public messages of agents since the customer's last. */
  readonly followUps: number;
  readonly agentReplied: boolean;
}

/** Business seconds, the close of the nth business day, or none. */
export type Target = number | { readonly businessDays: number } | null;

/** What a policy promises for one clock. */
export interface Terms {
  readonly calendarOf: (priority: string) => Calendar;
  readonly targetOf: (priority: string, tier: string) => Target;
}

/** One thing that happened, in the order it happened. */
export interface ClockEvent {
  readonly id: string;
  readonly at: number;
  readonly signals: readonly Signal[];
  /** Of a creation: an agent's first words went to the customer. */
  readonly isByAgent?: boolean;
  /** Somebody puts a newer version in the place of the one that the running cycle of a clock keeps to. */
  readonly applied?: Applied | null;
  /** The ticket after it. */
  readonly now: TicketNow;
}

export interface Applied {
  readonly metric: string;
  /** The version of a policy, with the calendars of that instant; nothing of it is meant where a calendar is named. */
  readonly policy: string;
  readonly calendar: AppliedCalendar | null;
  readonly mode: Clock['onPolicy'];
}

export interface AppliedCalendar {
  readonly id: string;
  readonly version: number;
}

/**
 * What a cycle keeps to: the versions that were in force when it began, and those that somebody has put in their place
 * since. Two cycles with one pin keep to the same; a pin never changes.
 */
export interface Pin {
  /** The instant of the policies among which a ticket that changes may come under another. */
  readonly at: number;
  /** Versions of policies that were put in the place of theirs. */
  readonly policies: readonly string[];
  /** The instant of the calendars, but for those that were put in the place of theirs. */
  readonly calendarsAt: number;
  readonly calendars: readonly AppliedCalendar[];
}

export const pinAt = (at: number): Pin => ({ at, policies: [], calendarsAt: at, calendars: [] });

/**
 * What is promised, for one clock. A cycle keeps to what was in force when it began, its *pin*: an edit of a policy or a
 * calendar changes cycles that begin after it.
 */
export interface Promises<E extends ClockEvent = ClockEvent> {
  readonly metric: string;
  /** The policy for the ticket as it is after the event, by its pin; null for none. */
  policyFor(event: E, pin: Pin): string | null;
  /** Whether both are versions of one policy. */
  isSamePolicy(one: string, other: string): boolean;
  /** Whether the policy counts by this calendar at the priority, and there is such a version of it. */
  goesBy(policy: string, priority: string, calendar: AppliedCalendar): boolean;
  /** How the policy runs this clock; null where it does not, or is of another family. */
  clockOf(policy: string): Clock | null;
  termsOf(policy: string, pin: Pin): Terms;
}
