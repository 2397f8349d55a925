/**
 * What goes to a program or a pager now, and what waits. Each notice goes by itself, in the order in which they were posted, so that an end never comes before its beginning.
 * A pager is opened so often a minute for one thing at the most; what is more is one incident that says how many.
 */
import { type Gathered, isUrgent, type Notice, type Waiting, withoutTicket } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { type Lane, nameOf, type Row } from './lanes.ts';

export interface ProgramState {
  /** The end of its quiet hours; null outside of them. */
  readonly quietEnd: number | null;
  /** Until when what waits on from before is held, by thread. */
  readonly held: ReadonlyMap<string, number>;
  /** When a pager was opened within the last minute, by what for, the oldest first; null of what is no pager. */
  readonly opened: ReadonlyMap<string, readonly number[]> | null;
}

/** So many incidents are opened in a minute for one rule. */
const MOST_OPENED = 20;
const MINUTE_MS = 60_000;

const isOpening = ({ event }: Notice): boolean => event === 'fired' || event === 'escalated';

export function gatherForProgram(rows: readonly Row[], { quietEnd, held: before, opened }: ProgramState): Gathered {
  const messages: Waiting[][] = [];
  const held: { id: string; until: number; why: string }[] = [];
  const threads = new Map(before);
  const counts = new Map<string, number>();
  const rest = new Map<string, Waiting[]>();
  for (const { notice, severity, body } of rows) {
    const one: Waiting = { id: notice, severity, at: body.at, hold: null };
    const hold = (until: number, why: string) => {
      threads.set(body.thread, until);
      held.push({ id: notice, until, why });
    };
    if (!isOpening(body)) {
      // What it has begun to keep ends when it ends, whatever the hour; what it has not heard of yet does not end before it began.
      const until = threads.get(body.thread);
      if (until === undefined) messages.push([one]);
      else hold(until, 'what it ends has not gone yet');
      continue;
    }
    if (quietEnd !== null && !isUrgent(body)) {
      hold(quietEnd, 'quiet hours');
      continue;
    }
    const name = withoutTicket(body);
    const lately = opened?.get(name) ?? [];
    const count = (counts.get(name) ?? lately.length) + 1;
    counts.set(name, count);
    if (opened === null || count <= MOST_OPENED) messages.push([one]);
    else if (lately.length >= MOST_OPENED) hold(lately[0]! + MINUTE_MS, 'capped');
    else {
      const more = rest.get(name);
      more?.push(one);
      if (more) continue;
      const first = [one];
      rest.set(name, first);
      messages.push(first);
    }
  }
  return { messages, held };
}

export async function programState(
  client: pg.PoolClient,
  lane: Lane,
  { quietEnd, isPager, now }: { quietEnd: number | null; isPager: boolean; now: number },
): Promise<ProgramState> {
  return { quietEnd, held: await heldThreads(client, lane, now), opened: isPager ? await openedLately(client, lane, now) : null };
}

async function heldThreads(client: pg.PoolClient, { workspaceId, way, recipient }: Lane, now: number): Promise<Map<string, number>> {
  const { rows } = await client.query<{ thread: string; until: Date }>(
    `select n.thread, max(d.due_at) as until from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
     where d.workspace_id = $1 and d.way = $2 and d.recipient = $3 and d.state = 'waiting' and d.due_at > $4 group by n.thread`,
    [workspaceId, way, recipient, new Date(now)],
  );
  return new Map(rows.map(({ thread, until }) => [thread, until.getTime()]));
}

async function openedLately(client: pg.PoolClient, lane: Lane, now: number): Promise<Map<string, number[]>> {
  const { rows } = await client.query<{ body: Notice; at: Date }>(
    `select n.body, m.made_at as at from outbox_message m
     join notice_delivery d on d.workspace_id = m.workspace_id and d.message = m.id
     join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
     where m.workspace_id = $1 and m.lane = $2 and m.made_at > $3 order by m.made_at`,
    [lane.workspaceId, nameOf(lane), new Date(now - MINUTE_MS)],
  );
  const opening = rows.filter(({ body }) => isOpening(body));
  return new Map(
    [...Map.groupBy(opening, ({ body }) => withoutTicket(body))].map(([name, own]) => [name, own.map(({ at }) => at.getTime())]),
  );
}
