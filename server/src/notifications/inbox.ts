/** The inbox of a person: what they were told in the application, newest first, and how much of it they have not read. */
import type { Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { invalid, Refusal } from '../errors.ts';
import { ring } from '../store/postgres/index.ts';
import { answerTo, standingBy } from './answers.ts';

interface Row {
  readonly id: string;
  readonly body: Notice;
  readonly madeAt: Date;
  readonly readAt: Date | null;
  readonly answer: Notice | null;
}

type Client = Pick<pg.ClientBase, 'query'>;

export interface InboxQuestion {
  readonly unread?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function inboxOf(pool: Client, workspaceId: string, person: string, { unread = false, cursor, limit }: InboxQuestion) {
  const before = cursorOf(cursor);
  const [found, counted] = await Promise.all([
    pool.query<Row>(
      `select n.id, n.body, d.made_at as "madeAt", d.read_at as "readAt", ${answerTo('n')} as answer from notice_delivery d
       join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
       where d.workspace_id = $1 and d.way = 'inbox' and d.recipient = $2 and d.state = 'there' and (not $3 or d.read_at is null)
         and ($4::timestamptz is null or (d.made_at, d.notice) < ($4, $5::uuid))
       order by d.made_at desc, d.notice desc limit $6`,
      [workspaceId, person, unread, before?.at ?? null, before?.notice ?? null, limit + 1],
    ),
    pool.query<{ unread: number }>(
      `select count(*)::int as unread from notice_delivery where workspace_id = $1 and way = 'inbox' and recipient = $2 and state = 'there' and read_at is null`,
      [workspaceId, person],
    ),
  ]);
  const rows = found.rows.slice(0, limit);
  const last = found.rows.length > limit ? rows.at(-1)! : null;
  return {
    unread: counted.rows[0]!.unread,
    items: rows.map(itemOf),
    next: last && `${last.madeAt.toISOString()}_${last.id}`,
  };
}

/** What somebody was not told of is not there for them. */
export async function refuseUntold(client: Client, workspaceId: string, person: string, notice: string): Promise<void> {
  const { rows } = await client.query(
    `select from notice_delivery where workspace_id = $1 and way = 'inbox' and recipient = $2 and state = 'there' and notice::text = $3`,
    [workspaceId, person, notice],
  );
  if (rows.length === 0) throw new Refusal('not_found', `There is no ${JSON.stringify(notice)} in your inbox.`);
}

/** Those named, or all until now; gives how many are left. */
export async function markRead(
  client: pg.ClientBase,
  workspaceId: string,
  person: string,
  { ids, read, now }: { ids: readonly string[] | 'all'; read: boolean; now: number },
): Promise<void> {
  await client.query(
    `update notice_delivery set read_at = case when $4 then $5::timestamptz end
     where workspace_id = $1 and way = 'inbox' and recipient = $2 and ($3::text[] is null or notice::text = any($3)) and (read_at is null) = $4`,
    [workspaceId, person, ids === 'all' ? null : ids, read, new Date(now)],
  );
  await ring(client, 'inbox', workspaceId);
}

const ASKING: readonly Notice['event'][] = ['fired', 'escalated'];

const isAsking = ({ acknowledgeable, event }: Notice): boolean => acknowledgeable === true && ASKING.includes(event);

function acknowledgedBy(answer: Notice | null): { by: string; at: string } | null {
  const { status, by, at } = standingBy(answer);
  return status === 'acknowledged' && by !== null && at !== null ? { by, at } : null;
}

const itemOf = ({ id, body, madeAt, readAt, answer }: Row) => ({
  id,
  event: body.event,
  severity: body.severity,
  title: body.title,
  what: body.what,
  why: body.why.text,
  explain: body.why.explain ?? null,
  advice: [...body.advice],
  facts: [...body.facts],
  links: [...body.links],
  ticketId: body.ticketId ?? null,
  alertId: body.alertId ?? null,
  asks: isAsking(body) && answer === null,
  acknowledged: isAsking(body) ? acknowledgedBy(answer) : null,
  happenedAt: new Date(body.at).toISOString(),
  at: madeAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

function cursorOf(cursor: string | undefined): { at: string; notice: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, at, notice] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([\da-f-]{36})$/.exec(cursor) ?? [];
  if (at === undefined || notice === undefined || Number.isNaN(Date.parse(at)))
    throw invalid('cursor', 'must be the `next` of the answer before');
  return { at, notice };
}
