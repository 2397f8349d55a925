/** The things of the simulated centre that change: agents at work, tickets, and the work that waits for somebody. */
import type { Actor, Channel, Context, EscalationKind, EventType, Presence, Priority, Status, SupportTier } from '@watchdesk/domain/event';
import type { Category } from './arrivals/categories.ts';
import type { Outage } from './outages/outage.ts';
import type { Customer } from './people/customers.ts';
import type { AgentProfile, TeamId } from './people/roster.ts';
import type { Random } from './random.ts';
import type { TextKind } from './texts/kinds.ts';
import type { Zone } from './zone.ts';

/** What a stretch of attention is given to. */
export type Purpose = 'first' | 'reply' | 'resume' | 'callback' | 'wrapUp';

/** A ticket that wants somebody's attention. It is void once the ticket has taken another turn. */
export interface WorkItem {
  readonly ticket: Ticket;
  readonly turn: number;
  readonly since: number;
  /** When it should be taken up: the queue is worked in this order, so old work overtakes new work that is more urgent. */
  readonly deadline: number;
  readonly purpose: Purpose;
}

export interface Stretch {
  readonly item: WorkItem;
  readonly from: number;
  readonly to: number;
  /** Told of up to here. */
  toldTo: number;
}

export interface Agent {
  readonly profile: AgentProfile;
  readonly zone: Zone;
  readonly number: number;
  /** Events told of this agent so far. */
  told: number;
  presence: Presence;
  onShift: boolean;
  shiftEndsAt: number;
  nextShiftAt: number;
  /** A break, a meeting or training that has come due and waits for the work at hand. */
  awayDue: { readonly reason: string; readonly ms: number } | null;
  stretch: Stretch | null;
  /** Live conversations this agent has open. */
  sessions: Set<Ticket>;
  own: WorkItem[];
}

/** What is bound to happen to a ticket, decided when it comes in; when it happens depends on who has time. */
export interface Course {
  /** The tier that can solve it. */
  readonly tier: 1 | 2 | 3;
  /** Handle time relative to others. */
  readonly complexity: number;
  /** Questions to the customer that are needed before the answer is known. */
  questions: number;
  asked: number;
  /** What has to be waited for outside of support, if anything. */
  pause: string | null;
  /** Goes to the wrong team first. */
  misrouted: boolean;
  /** Whether the escalation comes back for want of something, and then what for. */
  comesBack: boolean;
  returnedFor: string | null;
}

/** What a customer lived through; ratings follow from it. */
export interface Experience {
  /** The handoff from the bot, or the creation. */
  waitsSince: number;
  firstReplyMs: number | null;
  agents: Set<string>;
  escalations: number;
  context: Context;
  kind: EscalationKind | null;
  botAttempts: number;
  specialist: boolean;
  followUps: number;
  reopens: number;
  chasers: number;
}

export interface Ticket {
  readonly number: number;
  readonly id: string;
  createdAt: number;
  readonly customer: Customer;
  readonly category: Category;
  readonly product: string;
  /** Which of the category's problems it is about; of the failing service's where an outage made the customer write. */
  readonly problem: number;
  readonly outage: Outage | null;
  readonly channel: Channel;
  readonly language: string;
  readonly random: Random;
  readonly course: Course;
  readonly experience: Experience;
  /** Events told of it so far: numbers its events. */
  told: number;
  /** Rises with whatever happens; what was planned for an earlier turn is void. */
  turn: number;
  status: Status;
  priority: Priority;
  /** How it sounded at the beginning. */
  readonly isPressing: boolean;
  team: TeamId | null;
  tier: SupportTier;
  assignee: Agent | null;
  /** The customer is in the conversation right now: on the telephone, or looking at the chat. */
  live: boolean;
  isDuplicateOf: Ticket | null;
  isSpam: boolean;
  readonly noSurvey: boolean;
  /** Merged away, spam or deleted. */
  isGone: boolean;
  /** A call that no ticket has been made of yet: the agent who answers makes it. */
  isUntold: boolean;
  /** A person took it from the simulation, which from then on plays the customer only. */
  isYielded: boolean;
}

/** An event whose text is not written yet. */
export interface Draft {
  readonly at: number;
  /** Its number among the events of the ticket or the person. */
  readonly ordinal: number;
  readonly actor: Actor;
  readonly type: EventType;
  readonly data: object;
  readonly ticket: Ticket | null;
  /** The agent or customer of an event that is about no ticket. */
  readonly person: string;
  readonly text: TextKind | null;
  /** Who had the ticket then. */
  readonly agent: string | null;
}

/** What of a ticket its texts depend on. */
export type Written = Pick<
  Ticket,
  'number' | 'createdAt' | 'customer' | 'category' | 'problem' | 'outage' | 'channel' | 'language' | 'isPressing'
>;

/** Writes the text of a draft. The same draft always reads the same. */
export type Writer = (kind: TextKind, draft: Pick<Draft, 'ordinal' | 'actor' | 'agent'>, ticket: Written) => string;

/** Work remains to be done on it. */
export const isOpen = (ticket: Ticket): boolean => ticket.status !== 'resolved' && ticket.status !== 'closed' && !ticket.isGone;
