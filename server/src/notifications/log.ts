/** The log of delivery: why did this (not) reach whom? One line for each notice, each of whom it was for, and each way; what is said is what became of its message. */
import type { Notice, Severity } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { invalid } from '../errors.ts';
import type { People } from './people.ts';

/**
 * there: in the inbox. sent: taken by the receiver. grouped: the same, in one message with others. waiting: goes next, or is tried again. held: by quiet hours, a
 * shift or until the digest. capped: too many went just before. failed: given up, with the receiver's words. nowhere: never to be sent, with the reason.
 */
export const DELIVERY_OUTCOMES = ['there', 'sent', 'grouped', 'waiting', 'held', 'capped', 'failed', 'nowhere'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export interface LogQuestion {
  /** Null: everybody's. */
  readonly person: string | null;
  /** Of this alert everybody's, whoever asks. */
  readonly openAlert?: string | undefined;
  readonly outcomes?: readonly DeliveryOutcome[] | undefined;
  readonly recipient?: string | undefined;
  readonly severities?: readonly Severity[] | undefined;
  readonly ticket?: string | undefined;
  readonly notice?: string | undefined;
  readonly thread?: string | undefined;
  /** Milliseconds since 1970, of when it was posted. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly notice: string;
  readonly body: Notice;
  readonly way: 'inbox' | 'mail' | 'channel' | 'none';
  readonly recipient: string;
  readonly name: string | null;
  readonly outcome: DeliveryOutcome;
  readonly reason: string | null;
  readonly message: string | null;
  readonly together: number;
  readonly attempts: number | null;
  readonly until: Date | null;
  readonly endedAt: Date | null;
  readonly madeAt: Date;
}

const LINES = `select d.notice, n.body, n.severity, n.thread, d.way, d.recipient, d.message, d.made_at as "madeAt", m.attempts, m.ended_at as "endedAt",
    case d.way when 'channel' then (select c.name from channel c where c.workspace_id = d.workspace_id and c.id::text = d.recipient)
      else (select u.name from member m join auth_user u on u.id = m.user_id where m.workspace_id = $1 and m.user_id::text = d.recipient) end as name,
    case when d.state = 'there' then 'there' when d.state = 'nowhere' then 'nowhere'
      when d.state = 'waiting' then case when d.reason is null then 'waiting' when d.reason = 'capped' then 'capped' else 'held' end
      when m.state = 'failed' then 'failed' when m.state = 'waiting' then 'waiting'
      when (select count(*) from notice_delivery o where o.workspace_id = d.workspace_id and o.message = d.message) > 1 then 'grouped' else 'sent' end as outcome,
    coalesce(m.reason, d.reason, case when m.state = 'waiting' and m.thread is not null and exists (select from outbox_message b
      where b.workspace_id = m.workspace_id and b.channel = m.channel and b.thread = m.thread and b.state = 'waiting' and b.place < m.place)
      then 'another' end) as reason,
    (select count(*)::int from notice_delivery o where o.workspace_id = d.workspace_id and o.message = d.message) as together,
    case when d.state = 'waiting' then d.due_at when m.state = 'waiting' then m.next_at end as until
  from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
  left join outbox_message m on m.workspace_id = d.workspace_id and m.id = d.message
  where d.workspace_id = $1`;

interface Parts {
  readonly pool: pg.Pool;
  readonly people: People;
}

/** The newest first. `next` is the cursor of the next part. */
export async function logOf({ pool, people }: Parts, workspaceId: string, question: LogQuestion) {
  const { person, openAlert, outcomes, recipient, severities, ticket, notice, thread, from, to, cursor, limit } = question;
  const before = placeIn(cursor);
  const values: unknown[] = [workspaceId];
  const bound = (value: unknown): string => `$${values.push(value)}`;
  const narrowed = [
    ...(person !== null
      ? [`((d.recipient = ${bound(person)} and d.way <> 'channel') or n.body->>'alertId' = ${bound(openAlert ?? null)}::text)`]
      : []),
    ...(recipient !== undefined ? [`d.recipient = ${bound(recipient)}`] : []),
    ...(severities?.length ? [`n.severity = any(${bound(severities)})`] : []),
    ...(ticket !== undefined ? [`n.body->>'ticketId' = ${bound(ticket)}`] : []),
    ...(notice !== undefined ? [`n.id::text = ${bound(notice)}`] : []),
    ...(thread !== undefined ? [`n.thread = ${bound(thread)}`] : []),
    ...(from !== undefined ? [`d.made_at >= ${bound(new Date(from))}`] : []),
    ...(to !== undefined ? [`d.made_at < ${bound(new Date(to))}`] : []),
    ...(before
      ? [
          `(d.made_at, d.notice, d.way, d.recipient) < (${bound(before[0])}::timestamptz, ${bound(before[1])}::uuid, ${bound(before[2])}, ${bound(before[3])})`,
        ]
      : []),
  ];
  const lines = [LINES, ...narrowed].join(' and ');
  const where = outcomes?.length ? ` where outcome = any(${bound(outcomes)})` : '';
  const { rows } = await pool.query<Row>(
    `select * from (${lines}) line${where} order by "madeAt" desc, notice desc, way desc, recipient desc limit ${bound(limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, limit);
  // Personas of a demonstration are no members.
  const others = shown.some(({ name, way }) => name === null && way !== 'channel') ? await people.of(pool, workspaceId) : [];
  const nameOf = ({ name, recipient: id }: Row): string => name ?? others.find((one) => one.id === id)?.name ?? id;
  return { deliveries: shown.map((row) => viewOf(row, nameOf(row))), next: rows.length > limit ? placeOf(shown.at(-1)!) : null };
}

const viewOf = ({ notice, body, way, recipient, madeAt, until, endedAt, ...row }: Row, name: string) => ({
  notice: {
    id: notice,
    event: body.event,
    severity: body.severity,
    title: body.title,
    ticketId: body.ticketId ?? null,
    alertId: body.alertId ?? null,
    happenedAt: new Date(body.at).toISOString(),
  },
  way,
  recipient: { id: recipient, name },
  outcome: row.outcome,
  reason: row.reason,
  message: row.message,
  together: row.together,
  attempts: row.attempts ?? 0,
  at: madeAt.toISOString(),
  until: until?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});

const placeOf = ({ madeAt, notice, way, recipient }: Row): string =>
  Buffer.from(JSON.stringify([madeAt.toISOString(), notice, way, recipient])).toString('base64url');

function placeIn(cursor: string | undefined): readonly [string, string, string, string] | undefined {
  if (cursor === undefined) return undefined;
  const fault = invalid('cursor', 'must be the `next` of the answer before');
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw fault;
  }
  if (!Array.isArray(read) || read.length !== 4 || read.some((one) => typeof one !== 'string')) throw fault;
  const [at, notice, way, recipient] = read as [string, string, string, string];
  if (Number.isNaN(Date.parse(at)) || !/^[\da-f-]{36}$/.test(notice) || recipient.includes('\0')) throw fault;
  return [at, notice, way, recipient];
}
