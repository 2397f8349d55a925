/** Facts as flat rows by the names of their columns, as the stores keep them: '' for text that is not there. */
import type { Column, FactSubject, Standing, TicketFacts } from '../fact/index.ts';
import { type FactName, FACTS } from './facts.ts';

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export type Rows = { readonly [F in FactName]: readonly Row[] };

/** What each ticket contributes, and what was known of its customer. */
export interface Contribution {
  readonly facts: TicketFacts;
  readonly standing: Standing;
}

export function rowsOfTickets(tickets: readonly Contribution[]): Rows {
  const of = (fact: FactName, own: (facts: TicketFacts) => readonly unknown[]) =>
    tickets.flatMap(({ facts, standing }) => own(facts).map((row) => rowOf(fact, { head: facts.head, standing }, row)));
  return {
    ticket_fact: of('ticket_fact', ({ ticket }) => [ticket]),
    response_fact: of('response_fact', ({ responses }) => responses),
    state_segment_fact: of('state_segment_fact', ({ segments }) => segments),
    escalation_fact: of('escalation_fact', ({ escalations }) => escalations),
    survey_fact: of('survey_fact', ({ surveys }) => surveys),
    agent_activity_fact: of('agent_activity_fact', ({ activities }) => activities),
    sla_fact: of('sla_fact', ({ sla }) => sla),
  };
}

function rowOf(fact: FactName, subject: FactSubject, row: unknown): Row {
  const { head, own } = FACTS[fact];
  return Object.fromEntries([
    ...head.map((column) => cell(column, subject)),
    ...(own as readonly Column<unknown>[]).map((column) => cell(column, row)),
  ]);
}

function cell<T>({ name, kind, of }: Column<T>, row: T) {
  const value = of(row);
  return [name, value === null && (kind === 'label' || kind === 'text') ? '' : value] as const;
}
