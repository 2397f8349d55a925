/**
 * The facts a metric can be made of, and their columns. The lists are those that the stores send (fact/columns.ts), so that
 * a metric which names a column that is not there, or one of another kind, does not compile.
 */
import {
  ACTIVITY_COLUMNS,
  ACTIVITY_DAYS,
  type Column,
  CUSTOMER_COLUMNS,
  type Days,
  ESCALATION_COLUMNS,
  ESCALATION_DAYS,
  type FactSubject,
  type Kind,
  PRESENCE_COLUMNS,
  RESPONSE_COLUMNS,
  RESPONSE_DAYS,
  SEGMENT_COLUMNS,
  SEGMENT_DAYS,
  SLA_COLUMNS,
  SLA_DAYS,
  SUBJECT_COLUMNS,
  SURVEY_COLUMNS,
  SURVEY_DAYS,
  TICKET_COLUMNS,
  TICKET_DAYS,
} from '../fact/index.ts';

const TICKET = { name: 'ticket', kind: 'text', of: ({ head }) => head.ticket } as const satisfies Column<FactSubject>;
const TICKET_HEAD = [
  TICKET,
  { name: 'created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  { name: 'hidden_as', kind: 'label', of: ({ head }) => head.hiddenAs },
  ...SUBJECT_COLUMNS,
] as const satisfies readonly Column<FactSubject>[];
const CHILD_HEAD = [
  TICKET,
  { name: 'ticket_created_at', kind: 'instant', of: ({ head }) => head.createdAt },
  ...SUBJECT_COLUMNS,
] as const satisfies readonly Column<FactSubject>[];

/** By the names of their tables: what a row repeats of its ticket, what is its own, and under which day it is kept. Presence and customers are of no ticket. */
export const FACTS = {
  ticket_fact: { head: TICKET_HEAD, own: TICKET_COLUMNS, days: TICKET_DAYS },
  response_fact: { head: CHILD_HEAD, own: RESPONSE_COLUMNS, days: RESPONSE_DAYS },
  state_segment_fact: { head: CHILD_HEAD, own: SEGMENT_COLUMNS, days: SEGMENT_DAYS },
  escalation_fact: { head: CHILD_HEAD, own: ESCALATION_COLUMNS, days: ESCALATION_DAYS },
  survey_fact: { head: CHILD_HEAD, own: SURVEY_COLUMNS, days: SURVEY_DAYS },
  agent_activity_fact: { head: CHILD_HEAD, own: ACTIVITY_COLUMNS, days: ACTIVITY_DAYS },
  sla_fact: { head: CHILD_HEAD, own: SLA_COLUMNS, days: SLA_DAYS },
  presence_fact: { head: [], own: PRESENCE_COLUMNS, days: null },
  customer_fact: { head: [], own: CUSTOMER_COLUMNS, days: null },
} as const;

export type FactName = keyof typeof FACTS;
type Columns<F extends FactName> = (typeof FACTS)[F]['head'][number] | (typeof FACTS)[F]['own'][number];

/** The names of a fact's columns of some kinds. */
export type ColumnOf<F extends FactName, K extends Kind = Kind> = Extract<Columns<F>, { readonly kind: K }>['name'];
export type LabelColumn<F extends FactName> = ColumnOf<F, 'label' | 'text'>;
export type FlagColumn<F extends FactName> = ColumnOf<F, 'flag'>;
export type NumberColumn<F extends FactName> = ColumnOf<F, 'count' | 'whole' | 'whole?' | 'number' | 'number?'>;
export type InstantColumn<F extends FactName> = ColumnOf<F, 'instant' | 'instant?'>;

/** What can be counted once however often it is there: those of them that the fact has. */
export type DistinctColumn<F extends FactName> = Extract<LabelColumn<F>, 'ticket' | 'requester' | 'agent'>;

/** Whether a row belongs to a ticket, which can be hidden and looked at. */
export const isOfTickets = (fact: FactName): boolean => FACTS[fact].head.length > 0;

/** How the rows of a fact lie by days; null where they do not. */
export const daysOf = (fact: FactName): Pick<Days<never>, 'instants' | 'settledAt'> | null => FACTS[fact].days;

/** What a column is, for who has its name from a metric. */
export function kindOf(fact: FactName, column: string): Kind {
  const { head, own } = FACTS[fact];
  const found = [...head, ...own].find(({ name }) => name === column);
  if (!found) throw new Error(`${fact} has no column ${column}`);
  return found.kind;
}
