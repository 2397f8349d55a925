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
  /** Somebody puts running cycles of one clock under a policy, whatever the ticket matches. */
  readonly applied?: Applied | null;
  /** The ticket after it. */
  readonly now: TicketNow;
}

export interface Applied {
  readonly metric: string;
  readonly policy: string;
  readonly mode: Clock['onPolicy'];
}

/**
 * What is promised, for one clock. A cycle keeps to what was in force when it began, its *pin*: an edit of a policy or a
 * calendar changes cycles that begin after it.
 */
export interface Promises<E extends ClockEvent = ClockEvent> {
  readonly metric: string;
  /** The policy for the ticket as it is after the event, by what was in force at the pin; null for none. */
  policyFor(event: E, pin: number): string | null;
  /** How the policy runs this clock; null where it does not. */
  clockOf(policy: string): Clock | null;
  termsOf(policy: string, pin: number): Terms;
}
