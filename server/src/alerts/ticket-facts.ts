/** What rules look at of tickets, as they are now. */
import type { TicketFacts } from '@watchdesk/domain/alerting';
import type { TicketEvent } from '@watchdesk/domain/event';
import type { TicketState } from '@watchdesk/domain/ticket';
import { readClocks, type StoredClock } from '../store/packed-clocks.ts';
import { type PackedState, readState } from '../store/packed-state.ts';
import type { Queryable } from './rules.ts';

export interface KnownTicket {
  readonly id: string;
  readonly facts: TicketFacts;
  readonly hidden: boolean;
  /** Empty where they were not asked for. */
  readonly clocks: readonly StoredClock[];
  readonly state: TicketState | null;
}

interface FactsRow {
  id: string;
  status: string;
  priority: string;
  support_tier: string | null;
  team: string | null;
  assignee: string | null;
  channel: string;
  category: string | null;
  product: string | null;
  requester: string | null;
  organisation: string | null;
  language: string | null;
  tags: string[];
  hidden: boolean;
  customer_tier: string | null;
  plan: string | null;
  clocks: unknown;
  state: PackedState | null;
}

const SOLD = `left join directory c on c.workspace_id = t.workspace_id and c.kind = 'customer' and c.id = t.requester
  left join directory o on o.workspace_id = t.workspace_id and o.kind = 'organisation'
    and o.id = coalesce(t.organisation, c.state->'attributes'->>'organisation')`;

/** By id. `with`: what else is read of them. */
export async function ticketFacts(
  queryable: Queryable,
  workspaceId: string,
  ids: readonly string[],
  also: { readonly clocks?: boolean; readonly state?: boolean } = {},
): Promise<Map<string, KnownTicket>> {
  if (ids.length === 0) return new Map();
  const { rows } = await queryable.query<FactsRow>({
    name: `facts-for-alerts-${also.clocks ?? false}-${also.state ?? false}`,
    text: `select t.id, t.status, t.priority, t.support_tier, t.team, t.assignee, t.channel, t.category, t.product, t.requester, t.organisation,
        t.language, t.tags, t.hidden, o.state->'attributes'->>'customerTier' as customer_tier, o.state->'attributes'->>'plan' as plan,
        ${also.clocks ? 't.clocks' : 'null'} as clocks, ${also.state ? 't.state' : 'null'} as state
      from ticket t ${SOLD} where t.workspace_id = $1 and t.id = any($2)`,
    values: [workspaceId, ids],
  });
  return new Map(rows.map((row) => [row.id, knownTicket(row)]));
}

const knownTicket = ({ id, hidden, clocks, state, customer_tier, support_tier, ...facts }: FactsRow): KnownTicket => ({
  id,
  hidden,
  facts: { ...facts, supportTier: support_tier, customerTier: customer_tier, source: sourceOf(id) },
  clocks: readClocks(clocks) ?? [],
  state: readState(state),
});

const sourceOf = (ticket: string): string => ticket.slice(0, ticket.indexOf(':'));

/** The same of a state, at any time of its history. `sold`: what its customer has been sold, as it is now. */
export const factsOfState = (
  { id, now }: TicketState,
  { customerTier = null, plan = null }: Pick<TicketFacts, 'customerTier' | 'plan'>,
): TicketFacts => ({
  ...now,
  customerTier,
  plan,
  tags: [...now.tags],
  source: sourceOf(id),
});

/** All events of these tickets, in no order. */
export async function eventsOfTickets(queryable: Queryable, workspaceId: string, ids: readonly string[]): Promise<TicketEvent[]> {
  const { rows } = await queryable.query<TicketEvent & { actor_kind: string; actor_id: string | null; stream: string }>(
    `select id, source, at, seq, actor_kind, actor_id, stream, type, data from event_log where workspace_id = $1 and stream = any($2)`,
    [workspaceId, ids.map((id) => `ticket/${id}`)],
  );
  return rows.map(
    ({ actor_kind, actor_id, stream, ...event }) =>
      ({
        ...event,
        actor: { kind: actor_kind, ...(actor_id !== null && { id: actor_id }) },
        ticket: stream.slice('ticket/'.length),
      }) as TicketEvent,
  );
}
