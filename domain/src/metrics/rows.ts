/** Facts as flat rows by the names of their columns, as the stores keep them: '' for text that is not there. */
import type { Column, CustomerFact, FactSubject, PresenceFact, Standing, TicketFacts } from '../fact/index.ts';
import { type FactName, FACTS } from './facts.ts';

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>>>;
export type Rows = { readonly [F in FactName]: readonly Row[] };

/** What each ticket contributes, and what was known of its customer. */
export interface Contribution {
  readonly facts: TicketFacts;
  readonly standing: Standing;
}

/** `presences`: the stretches of all agents, which are of no ticket, as the customers are. */
export function rowsOfTickets(
  tickets: readonly Contribution[],
  presences: readonly PresenceFact[] = [],
  customers: readonly CustomerFact[] = [],
): Rows {
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
    presence_fact: presences.map((row) => ownOf('presence_fact', row)),
    customer_fact: customers.map((row) => ownOf('customer_fact', row)),
  };
}

function rowOf(fact: FactName, subject: FactSubject, row: unknown): Row {
  const head: readonly Column<FactSubject>[] = FACTS[fact].head;
  return { ...Object.fromEntries(head.map((column) => cell(column, subject))), ...ownOf(fact, row) };
}

const ownOf = (fact: FactName, row: unknown): Row =>
  Object.fromEntries((FACTS[fact].own as readonly Column<unknown>[]).map((column) => cell(column, row)));

function cell<T>({ name, kind, of }: Column<T>, row: T) {
  const value = of(row);
  return [name, value === null && (kind === 'label' || kind === 'text') ? '' : value] as const;
}
