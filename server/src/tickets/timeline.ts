/** The events of a ticket and of those merged into it, with their texts, the gaps between them, and names: all of them in parts, or the newest messages. */
import type { ActorKind } from '@watchdesk/domain/event';
import type { TicketState } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import { type NamedKind, type Names, namesOf } from '../directory/index.ts';
import { invalid } from '../errors.ts';
import { automationNames, type Postgres } from '../store/postgres/index.ts';
import { absorbedNow, noSuchTicket } from './view-ticket.ts';

/** Later than this after it happened, an event counts as late. */
const LATE_MS = 5 * 60_000;

interface Found {
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly seq: number;
  readonly type: string;
  readonly stream: string;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly data: Record<string, unknown>;
  readonly receivedAt: Date;
  readonly clamped: boolean;
  readonly personal: Record<string, unknown> | null;
  readonly apart: string[] | null;
  readonly before: number | null;
}

export async function timelineOf(
  postgres: Postgres,
  workspaceId: string,
  sight: Sight,
  ticket: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const streams = await streamsOf(postgres, workspaceId, sight, ticket);
  const found = await eventsAfter(postgres, workspaceId, streams, cursor === undefined ? undefined : placeOf(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return {
    ...(await namedItems(postgres, workspaceId, shown)),
    next: isMore ? Buffer.from(JSON.stringify([last.at, last.seq, last.source, last.id])).toString('base64url') : null,
  };
}

/** The newest so many messages, the oldest of them first. */
export async function newestMessages(postgres: Postgres, workspaceId: string, sight: Sight, ticket: string, limit: number) {
  const streams = await streamsOf(postgres, workspaceId, sight, ticket);
  const { rows } = await postgres.pool.query<Found>(
    `select ${COLUMNS}, null as before from ${TABLES}
     where l.workspace_id = $1 and l.stream = any($2::text[]) and l.type = 'ticket.message'
     order by l.at desc, l.seq desc, l.source collate "C" desc, l.id collate "C" desc limit $3`,
    [workspaceId, streams, limit],
  );
  return namedItems(postgres, workspaceId, rows.toReversed());
}

async function namedItems(postgres: Postgres, workspaceId: string, found: readonly Found[]) {
  const mentioned = found.flatMap(mentionedIn);
  const names = await namesOf(postgres.pool, workspaceId, mentioned);
  const automations = await automationNames(
    postgres.pool,
    workspaceId,
    found.flatMap(({ actorKind, actorId }) => (actorKind === 'automation' && actorId !== null ? [actorId] : [])),
  );
  return {
    items: found.map((event) => asItem(event, names, automations)),
    names: Object.fromEntries(mentioned.flatMap(([kind, id]) => (id === null ? [] : [[id, names.of(kind, id).name]]))),
  };
}

const COLUMNS = `l.id, l.source, l.at, l.seq, l.type, l.stream, l.actor_kind as "actorKind", l.actor_id as "actorId", l.data,
  l.received_at as "receivedAt", l.clamped_from is not null as clamped, p.fields as personal, l.apart`;
const TABLES = `event_log l
  left join personal_data p on p.workspace_id = l.workspace_id and p.source = l.source and p.event_id = l.id`;

async function streamsOf({ pool }: Postgres, workspaceId: string, sight: Sight, ticket: string): Promise<string[]> {
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ absorbed: TicketState['absorbed'] | null }>(
    `select t.state->'absorbed' as absorbed from ticket t where t.workspace_id = $1 and t.id = $2 and t.state is not null and ${seen.text}`,
    [workspaceId, ticket, ...seen.values],
  );
  if (!rows[0]) throw noSuchTicket(ticket, sight);
  // What was taken out again is another customer's conversation.
  return [ticket, ...absorbedNow({ id: ticket, absorbed: rows[0].absorbed ?? {} })].map((id) => `ticket/${id}`);
}

/** In the order of events; `before` is the instant of the one before, also across parts. */
async function eventsAfter(
  { pool }: Postgres,
  workspaceId: string,
  streams: readonly string[],
  place: readonly [number, number, string, string] | undefined,
  limit: number,
): Promise<Found[]> {
  const { rows } = await pool.query<Found>(
    `select * from (
       select ${COLUMNS}, lag(l.at) over (order by l.at, l.seq, l.source collate "C", l.id collate "C") as before
       from ${TABLES}
       where l.workspace_id = $1 and l.stream = any($2::text[])
     ) events
     where $3::bigint is null or (at, seq, source collate "C", id collate "C") > ($3, $4::int, $5::text, $6::text)
     order by at, seq, source collate "C", id collate "C" limit $7`,
    [workspaceId, streams, place?.[0] ?? null, place?.[1] ?? null, place?.[2] ?? null, place?.[3] ?? null, limit],
  );
  return rows;
}

function asItem(
  { at, seq: _, stream, actorKind, actorId, receivedAt, personal, apart, before, data, ...event }: Found,
  names: Names,
  automations: ReadonlyMap<string, string>,
) {
  const kind = actorKind === 'agent' || actorKind === 'customer' ? actorKind : undefined;
  return {
    ...event,
    at: new Date(at).toISOString(),
    receivedAt: receivedAt.toISOString(),
    late: receivedAt.getTime() - at > LATE_MS,
    actor: {
      kind: actorKind,
      id: actorId,
      name: kind
        ? (names.of(kind, actorId)?.name ?? null)
        : (actorKind === 'automation' && actorId !== null && automations.get(actorId)) || null,
    },
    data: withInstants(event.type, data),
    personal,
    gapSeconds: before === null ? null : Math.max(0, at - before) / 1000,
    redacted: (apart?.length ?? 0) > 0 && personal === null,
    ticket: stream.slice('ticket/'.length),
  };
}

const WITH_INSTANTS: ReadonlySet<string> = new Set(['agent.activity', 'sla.warned', 'sla.breached', 'ticket.sealed']);

/** The log holds milliseconds; callers get ISO 8601 everywhere. */
function withInstants(type: string, data: Record<string, unknown>): Record<string, unknown> {
  if (!WITH_INSTANTS.has(type)) return data;
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    ['from', 'to', 'at'].includes(name) && typeof value === 'number' ? new Date(value).toISOString() : value,
  ]);
  return Object.fromEntries(entries);
}

const KIND_OF_TO: Readonly<Record<string, NamedKind>> = {
  'assignee.changed': 'agent',
  'team.changed': 'team',
  'requester.changed': 'customer',
  'organisation.changed': 'organisation',
  'serviceSite.changed': 'site',
  'ticket.escalated': 'team',
};
const KIND_OF_FIELD: Readonly<Record<string, NamedKind>> = {
  requester: 'customer',
  organisation: 'organisation',
  team: 'team',
  assignee: 'agent',
  agent: 'agent',
  serviceSite: 'site',
};

function mentionedIn({ type, data, actorKind, actorId }: Found): (readonly [NamedKind, string | null])[] {
  const mentioned: (readonly [NamedKind, string | null])[] = [];
  if (actorKind === 'agent' || actorKind === 'customer') mentioned.push([actorKind, actorId]);
  const to = KIND_OF_TO[type];
  if (to && typeof data['to'] === 'string') mentioned.push([to, data['to']]);
  for (const [field, kind] of Object.entries(KIND_OF_FIELD)) if (typeof data[field] === 'string') mentioned.push([kind, data[field]]);
  return mentioned;
}

function placeOf(cursor: string): readonly [number, number, string, string] {
  try {
    const [at, seq, source, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
    if (Number.isSafeInteger(at) && Number.isInteger(seq) && Math.abs(seq as number) < 2 ** 31 && isText(source) && isText(id))
      return [at as number, seq as number, source, id];
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of an answer before');
}
