/** The fact tables: which rows of a ticket each holds, and its columns in the order they are sent. */
import type {
  ActivityFact,
  EscalationFact,
  ResponseFact,
  SegmentFact,
  SlaFact,
  SurveyFact,
  TicketFact,
  TicketFacts,
  TicketHead,
} from '@watchdesk/domain/fact';
import type { Column } from './columns.ts';

/** What was known of a ticket's organisation and customer when it was created. */
export interface Standing {
  /** The ticket's own, else its requester's. */
  readonly organisation: string | null;
  readonly customerTier: string | null;
  readonly plan: string | null;
  readonly mrr: number | null;
  readonly currency: string | null;
  readonly country: string | null;
  readonly region: string | null;
}

/** Whose rows these are. */
export interface Subject {
  readonly workspaceId: string;
  readonly version: number;
  readonly head: TicketHead;
  readonly standing: Standing;
}

/** The rows a ticket has several of. `K` is the list in which they stand. */
export interface ChildTable<Row = never> {
  readonly name: string;
  readonly rowsOf: (facts: TicketFacts) => readonly Row[];
  readonly columns: readonly Column<Row>[];
}

const describing: Column<Subject>[] = [
  { name: 'hidden', kind: 'flag', of: ({ head }) => head.hiddenAs !== null },
  { name: 'channel', kind: 'label', of: ({ head }) => head.channel },
  { name: 'category', kind: 'label', of: ({ head }) => head.category },
  { name: 'product', kind: 'label', of: ({ head }) => head.product },
  { name: 'requester', kind: 'text', of: ({ head }) => head.requester },
  { name: 'organisation', kind: 'text', of: ({ standing }) => standing.organisation, asThen: true },
  { name: 'customer_tier', kind: 'label', of: ({ standing }) => standing.customerTier, asThen: true },
  { name: 'plan', kind: 'label', of: ({ standing }) => standing.plan, asThen: true },
  { name: 'country', kind: 'label', of: ({ standing }) => standing.country, asThen: true },
  { name: 'region', kind: 'label', of: ({ standing }) => standing.region, asThen: true },
];

const version: Column<Subject>[] = [
  { name: 'version', kind: 'whole', of: (subject) => subject.version },
  { name: 'is_deleted', kind: 'flag', of: () => false },
];

/** What the children of one ticket repeat: encoded once, then copied. The ordinal follows it, then the row's own columns. */
export const CHILD_HEAD: readonly Column<Subject>[] = [
  { name: 'workspace_id', kind: 'label', of: ({ workspaceId }) => workspaceId },
  { name: 'created_month', kind: 'month', of: ({ head }) => head.createdAt },
  { name: 'ticket', kind: 'text', of: ({ head }) => head.ticket },
  ...version,
  { name: 'ticket_created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  ...describing,
];

/** The row of a ticket begins with these, and goes on with TICKET_COLUMNS. */
export const TICKET_HEAD: readonly Column<Subject>[] = [
  { name: 'workspace_id', kind: 'label', of: ({ workspaceId }) => workspaceId },
  { name: 'created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  { name: 'ticket', kind: 'text', of: ({ head }) => head.ticket },
  ...version,
  ...describing,
  { name: 'mrr', kind: 'number?', of: ({ standing }) => standing.mrr, asThen: true },
  { name: 'currency', kind: 'label', of: ({ standing }) => standing.currency, asThen: true },
  { name: 'hidden_as', kind: 'label', of: ({ head }) => head.hiddenAs },
];

export const TICKET_COLUMNS: readonly Column<TicketFact>[] = [
  { name: 'provisional', kind: 'flag', of: (row) => row.provisional },
  { name: 'created_by', kind: 'label', of: (row) => row.createdBy },
  { name: 'created_status', kind: 'label', of: (row) => row.atCreation.status },
  { name: 'created_priority', kind: 'label', of: (row) => row.atCreation.priority },
  { name: 'created_tier', kind: 'label', of: (row) => row.atCreation.supportTier },
  { name: 'created_team', kind: 'label', of: (row) => row.atCreation.team },
  { name: 'created_agent', kind: 'label', of: (row) => row.atCreation.assignee },
  { name: 'created_channel', kind: 'label', of: (row) => row.atCreation.channel },
  { name: 'created_category', kind: 'label', of: (row) => row.atCreation.category },
  { name: 'created_product', kind: 'label', of: (row) => row.atCreation.product },
  { name: 'created_tags', kind: 'labels', of: (row) => row.atCreation.tags },
  { name: 'status', kind: 'label', of: (row) => row.now.status },
  { name: 'priority', kind: 'label', of: (row) => row.now.priority },
  { name: 'support_tier', kind: 'label', of: (row) => row.now.supportTier },
  { name: 'team', kind: 'label', of: (row) => row.now.team },
  { name: 'agent', kind: 'label', of: (row) => row.now.assignee },
  { name: 'language', kind: 'label', of: (row) => row.now.language },
  { name: 'service_site', kind: 'label', of: (row) => row.now.serviceSite },
  { name: 'tags', kind: 'labels', of: (row) => row.now.tags },
  { name: 'first_resolved_at', kind: 'instant?', of: (row) => row.firstResolvedAt },
  { name: 'first_reopened_at', kind: 'instant?', of: (row) => row.firstReopenedAt },
  { name: 'resolved_at', kind: 'instant?', of: (row) => row.resolution?.at ?? null },
  { name: 'resolved_by', kind: 'label', of: (row) => row.resolution?.by ?? null },
  { name: 'resolved_agent', kind: 'label', of: (row) => row.resolution?.agent ?? null },
  { name: 'resolved_team', kind: 'label', of: (row) => row.resolution?.team ?? null },
  { name: 'resolved_priority', kind: 'label', of: (row) => row.resolution?.priority ?? null },
  { name: 'resolved_tier', kind: 'label', of: (row) => row.resolution?.supportTier ?? null },
  { name: 'ttr_first_ms', kind: 'whole?', of: (row) => row.ttrFirstMs },
  { name: 'ttr_full_ms', kind: 'whole?', of: (row) => row.ttrFullMs },
  { name: 'ttr_active_ms', kind: 'whole?', of: (row) => row.ttrActiveMs },
  { name: 'new_ms', kind: 'whole', of: (row) => row.newMs },
  { name: 'open_ms', kind: 'whole', of: (row) => row.openMs },
  { name: 'pending_ms', kind: 'whole', of: (row) => row.pendingMs },
  { name: 'hold_ms', kind: 'whole', of: (row) => row.holdMs },
  { name: 'gap_ms', kind: 'whole', of: (row) => row.gapMs },
  { name: 'requester_wait_ms', kind: 'whole', of: (row) => row.newMs + row.openMs + row.holdMs },
  { name: 'agent_work_ms', kind: 'whole', of: (row) => row.newMs + row.openMs },
  { name: 'first_response_ms', kind: 'whole?', of: (row) => row.firstResponseMs },
  { name: 'first_response_at', kind: 'instant?', of: (row) => row.firstResponseAt },
  { name: 'first_response_agent', kind: 'label', of: (row) => row.firstResponseAgent },
  { name: 'first_response_team', kind: 'label', of: (row) => row.firstResponseTeam },
  { name: 'first_response_from', kind: 'label', of: (row) => row.firstResponseFrom },
  { name: 'first_reply_clamped', kind: 'flag', of: (row) => row.firstReplyClamped },
  { name: 'first_answer_ms', kind: 'whole?', of: (row) => row.firstAnswerMs },
  { name: 'first_answer_by', kind: 'label', of: (row) => row.firstAnswerBy },
  { name: 'longest_wait_ms', kind: 'whole?', of: (row) => row.longestWaitMs },
  { name: 'waiting_since', kind: 'instant?', of: (row) => row.waitingSince },
  { name: 'handoff_at', kind: 'instant?', of: (row) => row.handoffAt },
  { name: 'first_escalated_at', kind: 'instant?', of: (row) => row.firstEscalatedAt },
  { name: 'escalations', kind: 'count', of: (row) => row.escalations },
  { name: 'human_escalations', kind: 'count', of: (row) => row.humanEscalations },
  { name: 'tier_changes', kind: 'count', of: (row) => row.tierChanges },
  { name: 'reopens', kind: 'count', of: (row) => row.reopens },
  { name: 'cycles', kind: 'count', of: (row) => row.cycles },
  { name: 'bursts', kind: 'count', of: (row) => row.bursts },
  { name: 'resolvers', kind: 'count', of: (row) => row.resolvers },
  { name: 'outbound', kind: 'flag', of: (row) => row.outbound },
  { name: 'bot_involved', kind: 'flag', of: (row) => row.botInvolved },
  { name: 'customer_messages', kind: 'count', of: (row) => row.customerMessages },
  { name: 'agent_replies', kind: 'count', of: (row) => row.agentReplies },
  { name: 'internal_notes', kind: 'count', of: (row) => row.internalNotes },
  { name: 'bot_messages', kind: 'count', of: (row) => row.botMessages },
  { name: 'automation_messages', kind: 'count', of: (row) => row.automationMessages },
  { name: 'reassignments', kind: 'count', of: (row) => row.reassignments },
  { name: 'transfers', kind: 'count', of: (row) => row.transfers },
  { name: 'priority_changes', kind: 'count', of: (row) => row.priorityChanges },
  { name: 'confidence_count', kind: 'count', of: (row) => row.confidenceCount },
  { name: 'confidence_sum', kind: 'number', of: (row) => row.confidenceSum },
];

const RESPONSE: ChildTable<ResponseFact> = {
  name: 'response_fact',
  rowsOf: ({ responses }) => responses,
  columns: [
    { name: 'kind', kind: 'label', of: (row) => row.kind },
    { name: 'cycle', kind: 'count', of: (row) => row.cycle },
    { name: 'started_at', kind: 'instant', of: (row) => row.startedAt },
    { name: 'ended_at', kind: 'instant?', of: (row) => row.endedAt },
    { name: 'closed_by', kind: 'label', of: (row) => row.closedBy },
    { name: 'wait_ms', kind: 'whole?', of: (row) => row.waitMs },
    { name: 'agent', kind: 'label', of: (row) => row.agent },
    { name: 'team', kind: 'label', of: (row) => row.team },
    { name: 'support_tier', kind: 'label', of: (row) => row.supportTier },
    { name: 'priority', kind: 'label', of: (row) => row.priority },
  ],
};

const SEGMENT: ChildTable<SegmentFact> = {
  name: 'state_segment_fact',
  rowsOf: ({ segments }) => segments,
  columns: [
    { name: 'cycle', kind: 'count', of: (row) => row.cycle },
    { name: 'started_at', kind: 'instant', of: (row) => row.startedAt },
    { name: 'ended_at', kind: 'instant?', of: (row) => row.endedAt },
    { name: 'duration_ms', kind: 'whole?', of: (row) => row.durationMs },
    { name: 'status', kind: 'label', of: (row) => row.status },
    { name: 'raw_status', kind: 'label', of: (row) => row.rawStatus },
    { name: 'holder', kind: 'label', of: (row) => row.holder },
    { name: 'team', kind: 'label', of: (row) => row.team },
    { name: 'agent', kind: 'label', of: (row) => row.agent },
    { name: 'support_tier', kind: 'label', of: (row) => row.supportTier },
    { name: 'priority', kind: 'label', of: (row) => row.priority },
  ],
};

const ESCALATION: ChildTable<EscalationFact> = {
  name: 'escalation_fact',
  rowsOf: ({ escalations }) => escalations,
  columns: [
    { name: 'at', kind: 'instant', of: (row) => row.at },
    { name: 'cycle', kind: 'count', of: (row) => row.cycle },
    { name: 'from_tier', kind: 'label', of: (row) => row.fromTier },
    { name: 'to_tier', kind: 'label', of: (row) => row.toTier },
    { name: 'from_team', kind: 'label', of: (row) => row.fromTeam },
    { name: 'to_team', kind: 'label', of: (row) => row.toTeam },
    { name: 'from_agent', kind: 'label', of: (row) => row.fromAgent },
    { name: 'by', kind: 'label', of: (row) => row.by },
    { name: 'kind', kind: 'label', of: (row) => row.kind },
    { name: 'reason', kind: 'text', of: (row) => row.reason },
    { name: 'context', kind: 'label', of: (row) => row.context },
    { name: 'confidence', kind: 'number?', of: (row) => row.confidence },
    { name: 'priority', kind: 'label', of: (row) => row.priority },
  ],
};

const SURVEY: ChildTable<SurveyFact> = {
  name: 'survey_fact',
  rowsOf: ({ surveys }) => surveys,
  columns: [
    { name: 'survey_id', kind: 'text', of: (row) => row.surveyId },
    { name: 'survey', kind: 'label', of: (row) => row.survey },
    { name: 'cycle', kind: 'count', of: (row) => row.cycle },
    { name: 'requested_at', kind: 'instant?', of: (row) => row.requestedAt },
    { name: 'answered_at', kind: 'instant?', of: (row) => row.answeredAt },
    { name: 'score', kind: 'number?', of: (row) => row.score },
    { name: 'scale', kind: 'number?', of: (row) => row.scale },
    { name: 'commented', kind: 'flag', of: (row) => row.commented },
    { name: 'agent', kind: 'label', of: (row) => row.agent },
    { name: 'team', kind: 'label', of: (row) => row.team },
  ],
};

const ACTIVITY: ChildTable<ActivityFact> = {
  name: 'agent_activity_fact',
  rowsOf: ({ activities }) => activities,
  columns: [
    { name: 'agent', kind: 'label', of: (row) => row.agent },
    { name: 'started_at', kind: 'instant', of: (row) => row.startedAt },
    { name: 'ended_at', kind: 'instant', of: (row) => row.endedAt },
    { name: 'duration_ms', kind: 'whole', of: (row) => row.durationMs },
    { name: 'team', kind: 'label', of: (row) => row.team },
    { name: 'priority', kind: 'label', of: (row) => row.priority },
    { name: 'support_tier', kind: 'label', of: (row) => row.supportTier },
  ],
};

const SLA: ChildTable<SlaFact> = {
  name: 'sla_fact',
  rowsOf: ({ sla }) => sla,
  columns: [
    { name: 'metric', kind: 'label', of: (row) => row.metric },
    { name: 'cycle', kind: 'text', of: (row) => row.cycle },
    { name: 'policy', kind: 'label', of: (row) => row.policy },
    { name: 'policy_version', kind: 'count', of: (row) => row.policyVersion },
    { name: 'calendar', kind: 'label', of: (row) => row.calendar },
    { name: 'priority', kind: 'label', of: (row) => row.priority },
    { name: 'tier', kind: 'label', of: (row) => row.tier },
    { name: 'started_at', kind: 'instant', of: (row) => row.startedAt },
    { name: 'stopped_at', kind: 'instant?', of: (row) => row.stoppedAt },
    { name: 'target_s', kind: 'whole?', of: (row) => row.targetSeconds },
    { name: 'elapsed_s', kind: 'whole', of: (row) => row.elapsedSeconds },
    { name: 'state', kind: 'label', of: (row) => row.state },
    { name: 'due_at', kind: 'instant?', of: (row) => row.dueAt },
    { name: 'breach_at', kind: 'instant?', of: (row) => row.breachAt },
    { name: 'severe_at', kind: 'instant?', of: (row) => row.severeAt },
    { name: 'decided_at', kind: 'instant?', of: (row) => row.decidedAt },
    { name: 'team', kind: 'label', of: (row) => row.team },
    { name: 'agent', kind: 'label', of: (row) => row.agent },
    { name: 'support_tier', kind: 'label', of: (row) => row.supportTier },
    { name: 'charged', kind: 'label', of: (row) => row.charged },
    { name: 'charged_id', kind: 'label', of: (row) => row.chargedId },
    { name: 'held_at_breach', kind: 'label', of: (row) => row.heldAtBreach },
    { name: 'held_at_breach_id', kind: 'label', of: (row) => row.heldAtBreachId },
  ],
};

/** In the order in which a ledger counts their rows; new ones go to the end. */
export const CHILD_TABLES = [RESPONSE, SEGMENT, ESCALATION, SURVEY, ACTIVITY, SLA] as const;
