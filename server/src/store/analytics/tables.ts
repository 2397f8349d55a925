/** The fact tables: which rows of a ticket each holds, and its columns in the order they are sent, which the domain lists. */
import {
  ACTIVITY_COLUMNS,
  ACTIVITY_DAYS,
  type ActivityFact,
  type Days,
  ESCALATION_COLUMNS,
  ESCALATION_DAYS,
  type EscalationFact,
  type FactSubject,
  RESPONSE_COLUMNS,
  RESPONSE_DAYS,
  type ResponseFact,
  SEGMENT_COLUMNS,
  SEGMENT_DAYS,
  type SegmentFact,
  SLA_COLUMNS,
  SLA_DAYS,
  type SlaFact,
  SUBJECT_COLUMNS,
  SURVEY_COLUMNS,
  SURVEY_DAYS,
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
  readonly days: Days<Row>;
}

/** A row, or a tombstone, begins with these. */
const KEY: readonly Column<Subject>[] = [
  { name: 'workspace_id', kind: 'label', of: ({ workspaceId }) => workspaceId },
  { name: 'ticket', kind: 'text', of: ({ head }) => head.ticket },
  { name: 'version', kind: 'whole', of: (subject) => subject.version },
  { name: 'is_deleted', kind: 'flag', of: () => false },
];

/** What the children of one ticket repeat: encoded once, then copied. PLACE follows it, then the row's own columns. */
export const CHILD_HEAD: readonly Column<Subject>[] = [
  ...KEY,
  { name: 'ticket_created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  ...SUBJECT_COLUMNS,
];

/** Where a row of a ticket lies: its key, with workspace and ticket. The ticket's own is the only one of its kind. */
export interface Place {
  readonly day: number;
  readonly ordinal: number;
}
export const PLACE: readonly Column<Place>[] = [
  { name: 'day', kind: 'day', of: ({ day }) => day },
  { name: 'ordinal', kind: 'count', of: ({ ordinal }) => ordinal },
];
export const TICKET_PLACE: readonly Column<Place>[] = PLACE.slice(0, 1);

/** The row of a ticket begins with these, and goes on with TICKET_PLACE and TICKET_COLUMNS. */
export const TICKET_HEAD: readonly Column<Subject>[] = [
  ...KEY,
  { name: 'created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  ...SUBJECT_COLUMNS,
  { name: 'mrr', kind: 'number?', of: ({ standing }) => standing.mrr, asThen: true },
  { name: 'currency', kind: 'label', of: ({ standing }) => standing.currency, asThen: true },
  { name: 'hidden_as', kind: 'label', of: ({ head }) => head.hiddenAs },
];

const RESPONSE: ChildTable<ResponseFact> = {
  name: 'response_fact',
  rowsOf: ({ responses }) => responses,
  columns: RESPONSE_COLUMNS,
  days: RESPONSE_DAYS,
};

const SEGMENT: ChildTable<SegmentFact> = {
  name: 'state_segment_fact',
  rowsOf: ({ segments }) => segments,
  columns: SEGMENT_COLUMNS,
  days: SEGMENT_DAYS,
};

const ESCALATION: ChildTable<EscalationFact> = {
  name: 'escalation_fact',
  rowsOf: ({ escalations }) => escalations,
  columns: ESCALATION_COLUMNS,
  days: ESCALATION_DAYS,
};

const SURVEY: ChildTable<SurveyFact> = {
  name: 'survey_fact',
  rowsOf: ({ surveys }) => surveys,
  columns: SURVEY_COLUMNS,
  days: SURVEY_DAYS,
};

const ACTIVITY: ChildTable<ActivityFact> = {
  name: 'agent_activity_fact',
  rowsOf: ({ activities }) => activities,
  columns: ACTIVITY_COLUMNS,
  days: ACTIVITY_DAYS,
};

const SLA: ChildTable<SlaFact> = {
  name: 'sla_fact',
  rowsOf: ({ sla }) => sla,
  columns: SLA_COLUMNS,
  days: SLA_DAYS,
};

/** In the order of the ledger, which begins with the ticket's own table; new ones go to the end. */
export const CHILD_TABLES = [RESPONSE, SEGMENT, ESCALATION, SURVEY, ACTIVITY, SLA] as const;

/** In the same order. */
export const TABLES_OF_TICKETS = ['ticket_fact', ...CHILD_TABLES.map(({ name }) => name)];
/** Every table of facts; each has a workspace. */
export const FACT_TABLES: readonly string[] = [...TABLES_OF_TICKETS, 'presence_fact', 'customer_fact'];
