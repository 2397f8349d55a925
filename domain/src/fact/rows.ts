/**
 * The rows a ticket contributes to analytics: what happened, when, how long it took and to whom it belongs
 * (docs/definitions.md, D.0). Instants are milliseconds since 1970, durations milliseconds of elapsed time unless business time
 * is said, null where it has not happened. A row holds what its number is attributed to, so that no question joins anything.
 */
import type { ActorKind, Context, EscalationKind, Presence, Priority, Status, SupportTier, Survey } from '../event/index.ts';
import type { CycleState } from '../sla/index.ts';
import type { Dimensions, Holder } from '../ticket/index.ts';
import type { Standing } from './standing.ts';

/** Why a ticket is left out of the numbers. */
export type HiddenAs = 'deleted' | 'spam' | 'merged';

/** What every row of a ticket repeats. */
export interface TicketHead {
  readonly ticket: string;
  readonly createdAt: number;
  readonly hiddenAs: HiddenAs | null;
  readonly channel: Dimensions['channel'];
  readonly requester: string | null;
  readonly organisation: string | null;
  readonly serviceSite: string | null;
  /** What a text of a custom field says, cut where it is no word of a list any more. */
  readonly custom: Readonly<Record<string, string>>;
}

/** What the ticket was about when it happened. */
export interface About {
  readonly category: string | null;
  readonly product: string | null;
}
export interface AboutWithTags extends About {
  readonly tags: readonly string[];
}

/** Whose rows these are. */
export interface FactSubject {
  readonly head: TicketHead;
  readonly standing: Standing;
}

/** Who resolved, and what the ticket was then. */
export interface Resolution extends AboutWithTags {
  readonly at: number;
  readonly by: ActorKind | null;
  readonly agent: string | null;
  readonly team: string | null;
  readonly priority: Priority;
  readonly supportTier: SupportTier | null;
}

/** Milliseconds in each category of status up to the last resolve; stretches that still last are left out. */
export interface CategoryTimes {
  readonly newMs: number;
  readonly openMs: number;
  readonly pendingMs: number;
  readonly holdMs: number;
  /** Between a resolve and what took it back. */
  readonly gapMs: number;
}

/** How long the ticket took, by one way of counting. */
export interface Durations extends CategoryTimes {
  readonly ttrFirstMs: number | null;
  readonly ttrFullMs: number | null;
  readonly ttrActiveMs: number | null;
  /** From creation or the bot's handing over to the first reply of a person; null when none was owed or given. */
  readonly firstResponseMs: number | null;
  /** From creation to the first answer of anyone, a bot included. */
  readonly firstAnswerMs: number | null;
  readonly longestWaitMs: number | null;
}

export interface TicketFact extends Durations {
  /** The same within opening hours (sla/business-time.ts); null where no calendar is known. */
  readonly business: Durations | null;
  readonly provisional: boolean;
  readonly createdBy: ActorKind;
  readonly atCreation: Dimensions;
  readonly now: Dimensions;
  /** The last one, null while the ticket is open again. */
  readonly resolution: Resolution | null;
  /** The first one, whatever came after it. */
  readonly firstResolution: Resolution | null;
  /** Until the first resolve. */
  readonly firstBursts: number;
  readonly firstEscalations: number;
  readonly firstTierChanges: number;
  /** The first reopening by a customer or an agent. */
  readonly firstReopenedAt: number | null;
  readonly firstResponseAt: number | null;
  readonly firstResponseAgent: string | null;
  readonly firstResponseTeam: string | null;
  readonly firstResponseFrom: 'creation' | 'handoff' | null;
  /** Of anyone, a bot included. */
  readonly firstAnswerAt: number | null;
  readonly firstAnswerBy: ActorKind | null;
  /** Dated before the creation, and counted as zero. */
  readonly firstReplyClamped: boolean;
  readonly waitingSince: number | null;
  readonly handoffAt: number | null;
  readonly firstEscalatedAt: number | null;
  /** The first escalation between people. */
  readonly firstHandedUpAt: number | null;
  readonly escalations: number;
  /** Between people: neither made by a bot nor away from one. */
  readonly humanEscalations: number;
  readonly tierChanges: number;
  readonly reopens: number;
  readonly cycles: number;
  readonly bursts: number;
  readonly resolvers: number;
  readonly outbound: boolean;
  readonly botInvolved: boolean;
  readonly customerMessages: number;
  readonly agentReplies: number;
  readonly internalNotes: number;
  readonly botMessages: number;
  readonly automationMessages: number;
  readonly reassignments: number;
  readonly transfers: number;
  readonly priorityChanges: number;
  readonly confidenceCount: number;
  readonly confidenceSum: number;
}

/** One wait of a customer; it belongs to whoever replied, and to team, tier and priority then. While it lasts it is in its holder's hands. */
export interface ResponseFact extends AboutWithTags {
  readonly kind: 'first' | 'next';
  readonly cycle: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly closedBy: 'reply' | 'resolve' | 'merge' | 'delete' | null;
  readonly waitMs: number | null;
  readonly waitBusinessMs: number | null;
  readonly agent: string | null;
  readonly team: string | null;
  readonly supportTier: SupportTier | null;
  readonly priority: Priority;
  /** The first that a reply ended in its cycle. */
  readonly opensCycle: boolean;
  /** Whose hands the ticket is in, or was in when the wait ended. */
  readonly heldTeam: string | null;
  readonly heldAgent: string | null;
}

/** One stretch in which status, holder, tier and priority stayed the same; it belongs to its holder. */
export interface SegmentFact extends About {
  readonly cycle: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly durationMs: number | null;
  readonly durationBusinessMs: number | null;
  readonly status: Status;
  readonly rawStatus: string | null;
  readonly holder: Holder['holder'];
  readonly team: string | null;
  readonly agent: string | null;
  readonly supportTier: SupportTier | null;
  readonly priority: Priority;
}

/** From: the holder before. To: the holder after. */
export interface EscalationFact extends AboutWithTags {
  readonly at: number;
  readonly cycle: number;
  readonly fromTier: SupportTier | null;
  readonly toTier: SupportTier;
  readonly fromTeam: string | null;
  readonly toTeam: string | null;
  readonly fromAgent: string | null;
  readonly by: ActorKind;
  readonly kind: EscalationKind;
  readonly context: Context | null;
  readonly confidence: number | null;
  readonly priority: Priority;
}

/** It belongs to the snapshot taken when the survey was requested. */
export interface SurveyFact extends AboutWithTags {
  readonly surveyId: string;
  readonly survey: Survey;
  readonly cycle: number;
  readonly requestedAt: number | null;
  readonly answeredAt: number | null;
  readonly score: number | null;
  readonly scale: number | null;
  readonly commented: boolean;
  /** Of the ticket by the moment it was asked for, or else answered; so are all that follow. */
  readonly escalations: number;
  readonly replies: number;
  /** To another agent or team. */
  readonly handedOn: number;
  readonly firstResponseMs: number | null;
  /** From creation to the last resolve. */
  readonly resolveMs: number | null;
  readonly longestWaitMs: number | null;
  /** How the ticket was resolved: by the bot alone, by one or several people, after an escalation, or not yet. */
  readonly path: 'bot' | 'one' | 'several' | 'specialist' | 'unresolved';
  /** Of the last escalation by people. */
  readonly context: Context | null;
  readonly escalationKind: EscalationKind | null;
  readonly supportTier: SupportTier | null;
  readonly agent: string | null;
  readonly team: string | null;
}

/** One cycle of a clock. What is still to come is where it will be if nothing happens: who asks compares it with the present. */
export interface SlaFact extends About {
  readonly metric: string;
  /** The event that began it. */
  readonly cycle: string;
  readonly policy: string;
  readonly policyVersion: number;
  readonly calendar: string;
  readonly priority: string;
  /** The customer's tier it was promised for. */
  readonly tier: string | null;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  /** Business seconds; null where none was promised. */
  readonly targetSeconds: number | null;
  /** Business seconds until the stop, or the ticket's last event. */
  readonly elapsedSeconds: number;
  readonly state: CycleState;
  readonly dueAt: number | null;
  readonly breachAt: number | null;
  /** When twice the target has elapsed. */
  readonly severeAt: number | null;
  /** What puts it into a period (sla-facts.ts). */
  readonly decidedAt: number | null;
  /** Of the ticket when it stopped, or else when it is breached. */
  readonly team: string | null;
  readonly agent: string | null;
  readonly supportTier: SupportTier | null;
  /** Who held most of the time until the breach, and who held the ticket at that instant. */
  readonly charged: string | null;
  readonly chargedId: string | null;
  readonly heldAtBreach: string | null;
  readonly heldAtBreachId: string | null;
  /** The team and the person who are charged, and who held it at that instant; of one that is met, whose it was when it stopped. */
  readonly chargedTeam: string | null;
  readonly chargedAgent: string | null;
  readonly breachTeam: string | null;
  readonly breachAgent: string | null;
}

/** A stretch in which an agent worked on the ticket: work of people, which is elapsed time whatever the hours. */
export interface ActivityFact extends About {
  readonly agent: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly durationMs: number;
  /** The ticket's. */
  readonly team: string | null;
  /** The agent's own, which need not be the ticket's. */
  readonly agentTeam: string | null;
  readonly priority: Priority;
  readonly supportTier: SupportTier | null;
  /** Of the ticket by people, by the start. */
  readonly escalations: number;
}

/** A stretch in which an agent's presence and team stayed the same. It is of no ticket. */
export interface PresenceFact {
  readonly agent: string;
  readonly startedAt: number;
  /** Null while it lasts. */
  readonly endedAt: number | null;
  readonly state: Presence;
  readonly team: string | null;
}

/** Somebody of whom a source has told as of a customer. It is of no ticket. */
export interface CustomerFact {
  readonly customer: string;
  readonly startedAt: number;
  /** When they were erased; null while they are not. */
  readonly endedAt: number | null;
  readonly country: string | null;
  readonly organisation: string | null;
}

/** Everything one ticket contributes. The place in its list is a row's ordinal. */
export interface TicketFacts {
  readonly head: TicketHead;
  readonly ticket: TicketFact;
  readonly responses: readonly ResponseFact[];
  readonly segments: readonly SegmentFact[];
  readonly escalations: readonly EscalationFact[];
  readonly surveys: readonly SurveyFact[];
  readonly activities: readonly ActivityFact[];
  readonly sla: readonly SlaFact[];
}
