/**
 * What is known of a ticket: the fold of its events. Plain JSON, so that it can be stored and taken up again.
 * All instants are milliseconds since 1970. Personal text is never here, only the event that carries it.
 */
import type {
  ActorKind,
  Channel,
  Context,
  CustomValue,
  EscalationKind,
  LinkKind,
  OrderKey,
  Priority,
  Status,
  SupportTier,
  Survey,
} from '../event/index.ts';
import type { ClockEntry } from '../sla/index.ts';

/** Names an event in the log, for instance the one that holds the subject. */
export interface EventRef {
  readonly source: string;
  readonly id: string;
}

/** What a ticket can be sliced by, at one moment. */
export interface Dimensions {
  status: Status;
  priority: Priority;
  supportTier: SupportTier | null;
  team: string | null;
  assignee: string | null;
  category: string | null;
  product: string | null;
  channel: Channel;
  requester: string | null;
  organisation: string | null;
  language: string | null;
  serviceSite: string | null;
  tags: string[];
}

/** What a ticket was about until something of it changed. */
export interface FormerLabels {
  readonly until: number;
  readonly category: string | null;
  readonly product: string | null;
  readonly tags: readonly string[];
}

/** From creation or a reopen to the resolve that ends it. Every duration belongs to a cycle. */
export interface Cycle {
  readonly ordinal: number; // from 1
  startedAt: number;
  /** What started it: the creation, a customer's or an agent's reopening. */
  readonly startedBy: ActorKind;
  resolvedAt: number | null;
  resolvedBy: { kind: ActorKind; agent: string | null; team: string | null } | null;
  /** Public replies by agents in this cycle, and the bursts they form (replies with no customer message between). */
  replies: number;
  bursts: number;
}

/** A stretch in which status, team, assignee and support tier stayed the same. */
export interface Segment {
  readonly ordinal: number;
  readonly from: number;
  to: number | null; // null while it lasts
  readonly cycle: number;
  readonly status: Status;
  readonly rawStatus: string | null;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly supportTier: SupportTier | null;
  readonly priority: Priority;
}

/** A customer waiting: from the first message after the last public reply of an agent to the next one. */
export interface Wait {
  readonly ordinal: number;
  readonly cycle: number;
  /** The customer's message; for the first reply the creation, or the bot's handing over. */
  from: number;
  to: number | null;
  /** `first` is the wait for the first human reply of the ticket. */
  kind: 'first' | 'next';
  closedBy: 'reply' | 'resolve' | 'merge' | 'delete' | null;
  /** Who replied, and that agent's team then (the ticket's). */
  agent: string | null;
  team: string | null;
  readonly priority: Priority;
}

export interface Escalation {
  readonly ordinal: number;
  readonly at: number;
  readonly cycle: number;
  readonly fromTier: SupportTier | null;
  readonly toTier: SupportTier;
  readonly fromTeam: string | null;
  readonly toTeam: string | null;
  readonly fromAgent: string | null;
  readonly by: ActorKind;
  readonly kind: EscalationKind;
  readonly reason: string | null;
  readonly context: Context | null;
  /** The last confidence a bot gave before it. */
  readonly confidence: number | null;
}

export interface SurveyState {
  readonly surveyId: string;
  readonly survey: Survey;
  requestedAt: number | null;
  answeredAt: number | null;
  score: number | null;
  scale: number | null;
  /** Where the comment stands, when there is one. */
  comment: EventRef | null;
  /** The snapshot taken at the request: the last public replier, that team, the cycle. */
  agent: string | null;
  team: string | null;
  cycle: number;
  /** Of the same moment: replies of people, changes of agent or team, and messages of bots so far. */
  replies: number;
  handedOn: number;
  botMessages: number;
}

export interface Activity {
  readonly ordinal: number;
  readonly agent: string;
  readonly from: number;
  readonly to: number;
}

export interface Pause {
  readonly from: number;
  to: number | null;
  readonly reason: string;
  readonly by: string | null;
}

export interface Counts {
  customerMessages: number;
  agentReplies: number;
  internalNotes: number;
  botMessages: number;
  automationMessages: number;
  reopens: number;
  /** Changes from one agent to another, and from one team to another. */
  reassignments: number;
  transfers: number;
  priorityChanges: number;
}

/** A reply of an agent, a bot or anyone, and when it came. */
export interface Reply {
  readonly at: number;
  readonly kind: ActorKind;
  readonly agent: string | null;
  readonly team: string | null;
  readonly messageId: string;
}

/** A ticket merged into this one, directly or through another, and the messages it still owes an answer for. */
export interface Absorbed {
  mergedInto: string | null;
  unansweredSince: number | null;
}

export interface TicketState {
  readonly id: string;
  /** No creation has been seen: the ticket is known from other events only. */
  provisional: boolean;
  /** While provisional, the fields that events have set already; a creation does not undo them. */
  touched: string[];
  /** The creation's instant; while provisional that of the first event. */
  createdAt: number;
  createdBy: { kind: ActorKind; id: string | null };
  url: string | null;
  subject: EventRef | null;
  rawStatus: string | null;
  customFields: Record<string, CustomValue>;
  now: Dimensions;
  atCreation: Dimensions;
  lastEventAt: number;
  eventCount: number;
  deleted: boolean;
  spam: boolean;
  mergedInto: string | null;
  splitFrom: string | null;
  links: { readonly to: string; readonly kind: LinkKind }[];
  cycles: Cycle[];
  segments: Segment[];
  waits: Wait[];
  escalations: Escalation[];
  surveys: SurveyState[];
  activities: Activity[];
  pauses: Pause[];
  /** What it was about before it is as it is `now`; the oldest first. */
  formerLabels: FormerLabels[];
  counts: Counts;
  /** First public reply of an agent; clamped to the creation when it is dated before it. */
  firstReply: (Reply & { readonly clamped: boolean }) | null;
  /** First public answer of anyone but the customer: bot, automation or agent. */
  firstAnswer: Reply | null;
  lastReply: Reply | null;
  /** When a bot handed over to people: the first escalation made by a bot or away from L0. */
  handoffAt: number | null;
  /** Any agent who replied, in order of first reply; and whoever resolved. */
  repliers: string[];
  resolvers: string[];
  lastConfidence: number | null;
  /** Answers of a bot that carried a confidence, and their sum. */
  confidences: { count: number; sum: number };
  /** An agent wrote first, so no first response is owed. */
  outbound: boolean;
  /** The last public reply belongs to a burst that no customer message has ended yet. */
  burstOpen: boolean;
  /** The first customer message since the last public reply or resolve; a reopen makes it a wait. */
  unansweredSince: number | null;
  /** Who wrote the last public message. */
  lastSpeaker: 'customer' | 'agent' | 'bot' | null;
  redacted: string[];
  absorbed: Record<string, Absorbed>;
  /** How often an unanswered word of a ticket merged into this one moved over. */
  wordsMovedOver: number;
  /** The place of the last event folded in: the next one in order may be applied, an earlier one means folding anew. */
  lastEvent: OrderKey | null;
}

/** A ticket as it is folded, with what its clocks heard, in order; that is stored apart from the rest. */
export interface HeardTicket extends TicketState {
  clockLog: ClockEntry[];
}

/** Neither counted nor listed by default: deleted, spam, or merged into another. */
export const isHidden = (state: TicketState): boolean => state.deleted || state.spam || state.mergedInto !== null;

/** Work remains to be done on it. */
export const isActive = (status: Status): boolean => status !== 'resolved' && status !== 'closed';
