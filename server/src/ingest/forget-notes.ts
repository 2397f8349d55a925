/**
 * Texts that stand in the log itself: the reasons of changes, and custom fields. They are no personal fields, since what they hold is
 * mostly words of a list; of an erased customer and of a sealed ticket they are taken out of the log all the same, and the tickets
 * folded again. Reasons of a status and of a pause stay: clocks are run by them.
 */
import type { HeardTicket, TicketState } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import type { ClockWork } from './clocks.ts';
import { type Entry, ticketStream } from './entry.ts';
import { foldFromLog } from './fold-tickets.ts';
import { lockRows } from './lock-tickets.ts';
import { erasedCustomers, NAMING } from './write-personal.ts';
import { writeTickets, type WrittenTicket } from './write-tickets.ts';

interface Into {
  readonly client: pg.PoolClient;
  readonly clockWork: ClockWork;
}

const REASONED = [
  'ticket.escalated',
  ...[
    'priority',
    'assignee',
    'team',
    'supportTier',
    'category',
    'product',
    'requester',
    'organisation',
    'subject',
    'language',
    'serviceSite',
  ].map((what) => `${what}.changed`),
];
const NOTING: ReadonlySet<string> = new Set([...REASONED, 'ticket.created', 'customField.changed']);

/** What the fresh events make it necessary to forget: a customer was erased, or something of one, or of a sealed ticket, came late. */
export async function forgetNotes(
  into: Into,
  workspaceId: string,
  fresh: readonly Entry[],
  states: ReadonlyMap<string, HeardTicket>,
  sealed: ReadonlyMap<string, number>,
): Promise<WrittenTicket[]> {
  const { client } = into;
  const until = new Map<string, number>();
  const forget = (ticket: string, to: number) => until.set(ticket, Math.max(to, until.get(ticket) ?? -Infinity));
  for (const { event } of fresh) {
    if (event.type !== 'customer.erased') continue;
    const { rows } = await client.query<{ id: string }>('select id from ticket where workspace_id = $1 and requester = $2', [
      workspaceId,
      event.data.customer,
    ]);
    for (const { id } of rows) forget(id, event.at);
  }
  const noting = new Set(fresh.flatMap(({ event }) => (event.ticket !== undefined && NOTING.has(event.type) ? [event.ticket] : [])));
  const requesterOf = (ticket: string) => (states.get(ticket) as TicketState | undefined)?.now.requester ?? null;
  const erased = await erasedAmong(client, workspaceId, fresh, requesterOf);
  for (const ticket of noting) {
    const erasedAt = erased.get(requesterOf(ticket) ?? '');
    if (erasedAt !== undefined) forget(ticket, erasedAt);
    const sealedTo = sealed.get(ticket);
    if (sealedTo !== undefined) forget(ticket, sealedTo);
  }
  return until.size === 0 ? [] : takeNotes(into, workspaceId, until);
}

/** Asked about only where an event has a note, or tells who asks: nearly none has. */
async function erasedAmong(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  requesterOf: (ticket: string) => string | null,
): Promise<ReadonlyMap<string, number>> {
  const wanted = fresh.flatMap(({ event }) => {
    if (event.ticket === undefined || !NOTING.has(event.type)) return [];
    const { reason, customFields } = event.data as { reason?: string; customFields?: object };
    const hasNote = NAMING.has(event.type) || event.type === 'customField.changed' || reason !== undefined || customFields !== undefined;
    return hasNote ? (requesterOf(event.ticket) ?? []) : [];
  });
  return erasedCustomers(client, workspaceId, wanted);
}

/** Takes the notes out of what happened on each ticket up to an instant (ms), and gives the tickets that are others now. */
export async function takeNotes(
  { client, clockWork }: Into,
  workspaceId: string,
  until: ReadonlyMap<string, number>,
): Promise<WrittenTicket[]> {
  const { rows } = await client.query<{ stream: string }>(
    `with taken as (
       update event_log l set data = case l.type
         when 'customField.changed' then jsonb_set(l.data, '{to}', 'null')
         when 'ticket.created' then l.data || jsonb_build_object('customFields',
           (select coalesce(jsonb_object_agg(key, value) filter (where jsonb_typeof(value) <> 'string'), '{}') from jsonb_each(l.data->'customFields')))
         else l.data - 'reason' end
       from unnest($2::text[], $3::bigint[]) as due(stream, sealed_to)
       where l.workspace_id = $1 and l.stream = due.stream and l.at <= due.sealed_to and case l.type
         when 'customField.changed' then jsonb_typeof(l.data->'to') = 'string'
         when 'ticket.created' then exists (select from jsonb_each(l.data->'customFields') where jsonb_typeof(value) = 'string')
         else l.type = any($4::text[]) and l.data ? 'reason' end
       returning l.stream
     ) select distinct stream from taken`,
    [workspaceId, [...until.keys()].map(ticketStream), [...until.values()], REASONED],
  );
  const taken = rows.map(({ stream }) => stream.slice(ticketStream('').length));
  return taken.length === 0 ? [] : foldAgain({ client, clockWork }, workspaceId, taken);
}

/** These, and what they were ever merged into: it has heard the same. */
async function foldAgain({ client, clockWork }: Into, workspaceId: string, tickets: readonly string[]): Promise<WrittenTicket[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive up(id) as (
       select unnest($2::text[])
       union
       select m.parent from up join ticket_merge m on m.workspace_id = $1 and m.child = up.id
     ) select id from up order by id`,
    [workspaceId, tickets],
  );
  const ids = rows.map(({ id }) => id);
  const locked = await lockRows(client, workspaceId, ids);
  const states = await foldFromLog(client, workspaceId, ids);
  const clocks = await clockWork.run(client, workspaceId, [...states.values()], (id) => locked.get(id)?.clocks ?? null);
  return writeTickets(client, workspaceId, states, clocks, { now: Date.now() });
}
