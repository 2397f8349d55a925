/**
 * The incidents of a pager that say how many more there are. Each has a key of its own, since what it counts may have incidents too, and is over once all that it
 * counts is.
 */
import type { Message } from '@watchdesk/domain/notification';
import type pg from 'pg';

/** What such an incident belongs to, by the message that opened it. */
export const moreThread = (message: string): string => `more:${message}`;

/** As it stands in the outbox: the message by which it was opened. */
export interface EndsMore {
  readonly ends: string;
}

export const endsMore = (content: unknown): string | null => (content as Partial<EndsMore> | null)?.ends ?? null;

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

/** What the pager is told then. */
export const moreIsOver = (address: string, now: number): Message => ({
  severity: 'info',
  title: 'All that were counted in one are over',
  what: 'Each of them has ended.',
  why: null,
  advice: [],
  facts: [],
  links: [{ label: 'Open the alerts', url: `${address}/alerts` }],
  at: now,
});
