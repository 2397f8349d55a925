/**
 * What a pager is told besides the notices themselves. The incidents that say how many more there are: each has a key of its own, since what it counts may have
 * incidents too, and is over once all that it counts is. And the end of an incident by which nobody would be called any more, before it is begun anew.
 */
import type { Message, Notice, NoticeEvent } from '@watchdesk/domain/notification';
import type pg from 'pg';

/** What such an incident belongs to, by the message that opened it. */
export const moreThread = (message: string): string => `more:${message}`;

/** As it stands in the outbox: the message by which it was opened. */
export interface EndsMore {
  readonly ends: string;
}

export const endsMore = (content: unknown): string | null => (content as Partial<EndsMore> | null)?.ends ?? null;

/** As it stands in the outbox: the thread whose incident is closed, since it begins anew. */
export interface Closes {
  readonly closes: string;
}

export const closes = (content: unknown): string | null => (content as Partial<Closes> | null)?.closes ?? null;

/**
 * Whether a notice would call nobody, as the incident of its thread is one that somebody has in hand, or of something that was told before by itself: of an incident
 * that is acknowledged a pager tells nobody, whatever it hears.
 */
export async function callsNobody(
  client: pg.PoolClient,
  { workspaceId, channel }: { workspaceId: string; channel: string },
  { notice, body: { event, thread, alertId } }: { readonly notice: string; readonly body: Notice },
): Promise<boolean> {
  if (event !== 'fired' && event !== 'escalated') return false;
  const { rows } = await client.query<{ event: NoticeEvent }>(
    `select n.body->>'event' as event from notice n
       join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id and d.way = 'channel' and d.recipient = $3 and d.state = 'packed'
     where n.workspace_id = $1 and n.thread = $2 and n.place < (select place from notice where workspace_id = $1 and id = $4::uuid)
     order by n.place desc limit 1`,
    [workspaceId, thread, channel, notice],
  );
  const last = rows[0]?.event;
  if (last === 'acknowledged' || last === 'snoozed') return true;
  return event === 'fired' && alertId === undefined && (last === 'fired' || last === 'escalated');
}

/** Those that count one of these threads and nothing that goes on any more, each by the message that opened it; none whose end is in the outbox already. */
export async function moreEndedBy(
  client: pg.PoolClient,
  { workspaceId, channel }: { workspaceId: string; channel: string },
  threads: readonly string[],
): Promise<string[]> {
  if (threads.length === 0) return [];
  const { rows } = await client.query<{ message: string }>(
    `with counting as (
       select distinct d.message from notice n join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
       where n.workspace_id = $1 and n.thread = any($3) and d.way = 'channel' and d.recipient = $2 and d.message is not null)
     select d.message from counting join notice_delivery d on d.workspace_id = $1 and d.message = counting.message
     join notice n on n.workspace_id = $1 and n.id = d.notice
     where not exists (select from outbox_message m where m.workspace_id = $1 and m.channel = $2 and m.content->>'ends' = d.message::text)
     group by d.message
     having count(*) > 1 and bool_and(exists (
       select from notice e join notice_delivery x on x.workspace_id = e.workspace_id and x.notice = e.id
       where e.workspace_id = $1 and e.thread = n.thread and e.place > n.place and e.body->>'event' = 'resolved'
         and x.way = 'channel' and x.recipient = $2 and x.state = 'packed'))`,
    [workspaceId, channel, threads],
  );
  return rows.map(({ message }) => message);
}

/** What the pager is told then, and where an incident begins anew. */
export const moreIsOver = (address: string, now: number): Message =>
  ended({ title: 'All that were counted in one are over', what: 'Each of them has ended.' }, address, now);
export const beginsAnew = (address: string, now: number): Message =>
  ended({ title: 'It goes on in an incident of its own', what: 'More has happened since somebody took this in hand.' }, address, now);

const ended = (said: Pick<Message, 'title' | 'what'>, address: string, now: number): Message => ({
  ...said,
  severity: 'info',
  why: null,
  advice: [],
  facts: [],
  links: [{ label: 'Open the alerts', url: `${address}/alerts` }],
  at: now,
});
