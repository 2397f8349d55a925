/** The fact tables: which rows of a ticket each holds, and its columns in the order they are sent, which the domain lists. */
import {
  ACTIVITY_COLUMNS,
  type ActivityFact,
  ESCALATION_COLUMNS,
  type EscalationFact,
  type FactSubject,
  RESPONSE_COLUMNS,
  type ResponseFact,
  SEGMENT_COLUMNS,
  type SegmentFact,
  SLA_COLUMNS,
  type SlaFact,
  SUBJECT_COLUMNS,
  SURVEY_COLUMNS,
  type SurveyFact,
  type TicketFacts,
} from '@watchdesk/domain/fact';
import type { Column } from './columns.ts';

export { type Standing, TICKET_COLUMNS } from '@watchdesk/domain/fact';

/** Whose rows these are. */
export interface Subject extends FactSubject {
  readonly workspaceId: string;
  readonly version: number;
}

/** The rows a ticket has several of. `K` is the list in which they stand. */
export interface ChildTable<Row = never> {
  readonly name: string;
  readonly rowsOf: (facts: TicketFacts) => readonly Row[];
  readonly columns: readonly Column<Row>[];
}

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
  ...SUBJECT_COLUMNS,
];

/** The row of a ticket begins with these, and goes on with TICKET_COLUMNS. */
export const TICKET_HEAD: readonly Column<Subject>[] = [
  { name: 'workspace_id', kind: 'label', of: ({ workspaceId }) => workspaceId },
  { name: 'created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  { name: 'ticket', kind: 'text', of: ({ head }) => head.ticket },
  ...version,
  ...SUBJECT_COLUMNS,
  { name: 'mrr', kind: 'number?', of: ({ standing }) => standing.mrr, asThen: true },
  { name: 'currency', kind: 'label', of: ({ standing }) => standing.currency, asThen: true },
  { name: 'hidden_as', kind: 'label', of: ({ head }) => head.hiddenAs },
];

const RESPONSE: ChildTable<ResponseFact> = {
  name: 'response_fact',
  rowsOf: ({ responses }) => responses,
  columns: RESPONSE_COLUMNS,
};

const SEGMENT: ChildTable<SegmentFact> = {
  name: 'state_segment_fact',
  rowsOf: ({ segments }) => segments,
  columns: SEGMENT_COLUMNS,
};

const ESCALATION: ChildTable<EscalationFact> = {
  name: 'escalation_fact',
  rowsOf: ({ escalations }) => escalations,
  columns: ESCALATION_COLUMNS,
};

const SURVEY: ChildTable<SurveyFact> = {
  name: 'survey_fact',
  rowsOf: ({ surveys }) => surveys,
  columns: SURVEY_COLUMNS,
};

const ACTIVITY: ChildTable<ActivityFact> = {
  name: 'agent_activity_fact',
  rowsOf: ({ activities }) => activities,
  columns: ACTIVITY_COLUMNS,
};

const SLA: ChildTable<SlaFact> = {
  name: 'sla_fact',
  rowsOf: ({ sla }) => sla,
  columns: SLA_COLUMNS,
};

/** In the order in which a ledger counts their rows; new ones go to the end. */
export const CHILD_TABLES = [RESPONSE, SEGMENT, ESCALATION, SURVEY, ACTIVITY, SLA] as const;

/** Every table of facts; each has a workspace. */
export const FACT_TABLES: readonly string[] = ['ticket_fact', ...CHILD_TABLES.map(({ name }) => name), 'presence_fact'];
