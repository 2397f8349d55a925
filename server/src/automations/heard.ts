/** What happened to tickets since the place that was read up to, as automations hear it: neither imports nor what is old when it comes. */
import type { AutomationSpec, Happened } from '@watchdesk/domain/automation';
import { SILENT_AFTER_MS, type TicketEvent } from '@watchdesk/domain/event';
import type { OutboxRow } from '../store/postgres/index.ts';
import type { AutomationRecord, Queryable } from './records.ts';
import { chainsOf } from './chains.ts';

interface LoggedEvent {
  readonly transaction: string;
  readonly stream: string;
  readonly source: string;
  readonly id: string;
  readonly at: number;
  readonly seq: number;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly type: string;
  readonly data: unknown;
  readonly receivedAt: Date;
}

/** What happened to a ticket, or time did. */
export interface Looked {
  readonly workspaceId: string;
  readonly ticket: string;
  readonly happened: Happened;
  /** When it happened, or was due; milliseconds since 1970. */
  readonly at: number;
}

export interface Heard extends Looked {
  readonly automations: readonly AutomationRecord[];
}

/** The types of events that an automation looks at. */
export const typesOf = ({ trigger }: AutomationSpec): readonly string[] =>
  trigger.kind === 'event' ? trigger.events : trigger.kind === 'clock' ? ['sla.warned', 'sla.breached'] : [];

/** Of one workspace, in the order in which it was written. What came before an automation was switched on is nothing to it. */
export async function heardOf(
  queryable: Queryable,
  workspaceId: string,
  rows: readonly OutboxRow[],
  on: readonly AutomationRecord[],
): Promise<Heard[]> {
  const types = new Set(on.flatMap(({ spec }) => typesOf(spec)));
  const news = rows.filter(({ historic, kind, types: own }) => kind === 'ticket' && !historic && own.some((type) => types.has(type)));
  if (news.length === 0) return [];
  const events = await eventsOf(queryable, workspaceId, news, [...types]);
  const seen = events.flatMap(({ stream, actor_kind: kind, actor_id: actor, transaction: _, receivedAt, ...rest }) => {
    const automations = on.filter((one) => typesOf(one.spec).includes(rest.type) && one.enabledAt !== null && one.enabledAt <= receivedAt);
    if (automations.length === 0) return [];
    const ticket = stream.slice('ticket/'.length);
    const event = { ...rest, ticket, actor: actor === null ? { kind } : { kind, id: actor } } as unknown as TicketEvent;
    return [{ ticket, event, at: receivedAt.getTime(), automations }];
  });
  const chains = await chainsOf(
    queryable,
    workspaceId,
    seen.map(({ event }) => event),
  );
  return seen.map(({ event, ...one }, index) => ({ ...one, workspaceId, happened: { kind: 'event', event, chain: chains[index]! } }));
}

/** What the transactions that left word wrote, but for what was history when it came (EVENTS.md). */
async function eventsOf(
  queryable: Queryable,
  workspaceId: string,
  news: readonly OutboxRow[],
  types: readonly string[],
): Promise<LoggedEvent[]> {
  const places = new Set(news.map(({ cursor, id }) => `${cursor.transaction} ticket/${id}`));
  const { rows } = await queryable.query<LoggedEvent>({
    name: 'events-for-automations',
    text: `select transaction_id::text as transaction, stream, source, id, at, seq, actor_kind, actor_id, type, data, received_at as "receivedAt"
      from event_log where workspace_id = $1 and transaction_id = any($2::xid8[]) and type = any($3) order by transaction_id, position`,
    values: [workspaceId, [...new Set(news.map(({ cursor }) => cursor.transaction))], types],
  });
  return rows.filter(
    ({ transaction, stream, receivedAt, at }) => places.has(`${transaction} ${stream}`) && receivedAt.getTime() - at <= SILENT_AFTER_MS,
  );
}
