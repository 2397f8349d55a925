/**
 * Personal text and contact data, kept by the event that brought them and by the customer they speak of. What was
 * redacted, whose customer was erased or whose ticket is sealed is deleted, and is not kept when it arrives late.
 */
import type { TicketState } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { copyRows } from '../store/postgres/index.ts';
import type { Entry } from './entry.ts';
import { partsOf, ticketStream } from './entry.ts';

export async function writePersonal(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  states: ReadonlyMap<string, TicketState>,
  sealed: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = fresh
    .filter(({ personal }) => personal !== undefined)
    .map((entry) => ({ entry, customer: customerOf(entry, states) }))
    .filter(({ entry }) => !isRedacted(entry, states) && !isSealed(entry, sealed));
  const erased = await erasedCustomers(
    client,
    workspaceId,
    rows.flatMap(({ customer }) => customer ?? []),
  );
  const kept = rows.filter(({ entry, customer }) => customer === null || entry.event.at > (erased.get(customer) ?? -Infinity));
  // No conflict is possible: their events are new to the log.
  await copyRows(client, 'personal_data (workspace_id, source, event_id, stream, customer, fields)', kept, ({ entry, customer }) => [
    workspaceId,
    entry.event.source,
    entry.event.id,
    entry.stream,
    customer,
    JSON.stringify(entry.personal),
  ]);
  await forgetRedacted(client, workspaceId, fresh);
  await forgetErased(client, workspaceId, fresh);
  await forgetLearned(client, workspaceId, fresh, states);
}

/** Whom the text is about or from: the customer who wrote it, else the one who asks on that ticket. */
function customerOf({ event, stream }: Entry, states: ReadonlyMap<string, TicketState>): string | null {
  if (event.ticket === undefined) return event.type.startsWith('customer.') ? partsOf(stream).id : null;
  if (event.actor.kind === 'customer' && event.actor.id !== undefined) return event.actor.id;
  return states.get(event.ticket)?.now.requester ?? null;
}

const isRedacted = ({ event }: Entry, states: ReadonlyMap<string, TicketState>) =>
  event.type === 'ticket.message' && (states.get(event.ticket)?.redacted.includes(event.data.messageId) ?? false);

const isSealed = ({ event }: Entry, sealed: ReadonlyMap<string, number>) =>
  event.ticket !== undefined && event.at <= (sealed.get(event.ticket) ?? -Infinity);

/** Of these customers those who were erased, and up to which instant (ms): what is later they told anew. */
export async function erasedCustomers(client: pg.PoolClient, workspaceId: string, customers: string[]): Promise<Map<string, number>> {
  if (customers.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; erased_at: number }>({
    name: 'erased-customers',
    text: `select id, (state->>'erasedAt')::bigint as erased_at from directory
       where workspace_id = $1 and kind = 'customer' and id = any($2::text[]) and state->>'erasedAt' is not null`,
    values: [workspaceId, [...new Set(customers)]],
  });
  return new Map(rows.map(({ id, erased_at }) => [id, erased_at]));
}

async function forgetRedacted(client: pg.PoolClient, workspaceId: string, fresh: readonly Entry[]): Promise<void> {
  for (const { event } of fresh) {
    if (event.type !== 'message.redacted') continue;
    await client.query(
      `delete from personal_data p using event_log l
       where l.workspace_id = $1 and l.stream = $2 and l.type = 'ticket.message' and l.data->>'messageId' = $3
         and p.workspace_id = $1 and p.source = l.source and p.event_id = l.id`,
      [workspaceId, ticketStream(event.ticket), event.data.messageId],
    );
  }
}

async function forgetErased(client: pg.PoolClient, workspaceId: string, fresh: readonly Entry[]): Promise<void> {
  for (const { event } of fresh) {
    if (event.type !== 'customer.erased') continue;
    await client.query(
      `with theirs as (
         select source, event_id as id from personal_data where workspace_id = $1 and customer = $2
         union
         select source, id from event_log where workspace_id = $1 and stream = 'customer/' || $2
         union
         -- Said on their tickets before it was known whose they are.
         select l.source, l.id from ticket t join event_log l on l.workspace_id = $1 and l.stream = 'ticket/' || t.id
         where t.workspace_id = $1 and t.requester = $2
       )
       delete from personal_data p using theirs, event_log l
       where p.workspace_id = $1 and p.source = theirs.source and p.event_id = theirs.id and coalesce(p.customer, $2) = $2
         and l.workspace_id = $1 and l.source = theirs.source and l.id = theirs.id and l.at <= $3`,
      [workspaceId, event.data.customer, event.at],
    );
  }
}

/** What was said before it was known who asks: where that turns out to be someone who was erased, it goes as well. */
async function forgetLearned(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  states: ReadonlyMap<string, TicketState>,
): Promise<void> {
  const named = new Set(fresh.flatMap(({ event }) => (NAMING.has(event.type) && event.ticket !== undefined ? [event.ticket] : [])));
  const requesters = [...named].flatMap((id) => states.get(id)?.now.requester ?? []);
  const erased = await erasedCustomers(client, workspaceId, requesters);
  for (const id of named) {
    const requester = states.get(id)?.now.requester ?? null;
    const erasedAt = requester === null ? undefined : erased.get(requester);
    if (erasedAt === undefined) continue;
    await client.query(
      `delete from personal_data p using event_log l
       where l.workspace_id = $1 and l.stream = $2 and l.at <= $3
         and p.workspace_id = $1 and p.source = l.source and p.event_id = l.id and coalesce(p.customer, $4) = $4`,
      [workspaceId, ticketStream(id), erasedAt, requester],
    );
  }
}

/** Events that tell who asks. */
export const NAMING: ReadonlySet<string> = new Set(['ticket.created', 'requester.changed']);
