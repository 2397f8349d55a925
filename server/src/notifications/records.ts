/** The rows of notices and of what became of them. A notice is one however often it is posted, and each of whom it is for has one line for each way. */
import { randomUUID } from 'node:crypto';
import type { AudienceStep, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { ChannelKind } from './channel-kinds.ts';

type Client = Pick<pg.ClientBase, 'query'>;

/** Its id, whether it is new or was there. */
export async function addNotice(client: Client, workspaceId: string, notice: Notice, now: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into notice (workspace_id, id, key, thread, severity, body, posted_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace_id, key) do update set key = excluded.key returning id`,
    [workspaceId, randomUUID(), notice.key, notice.thread, notice.severity, JSON.stringify(notice), new Date(now)],
  );
  return rows[0]!.id;
}

export interface NewDelivery {
  readonly way: 'inbox' | 'mail' | 'channel' | 'none';
  readonly recipient: string;
  readonly state: 'waiting' | 'there' | 'nowhere';
  readonly reason: string | null;
}

/** Those that are there already stay as they are: nobody is told twice by the same way. */
export async function addDeliveries(
  client: Client,
  workspaceId: string,
  notice: string,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<void> {
  await client.query(
    `insert into notice_delivery (workspace_id, notice, way, recipient, state, reason, due_at, made_at)
     select $1, $2, way, recipient, state, reason, case when state = 'waiting' then $7::timestamptz end, $7
     from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as one(way, recipient, state, reason)
     on conflict do nothing`,
    [
      workspaceId,
      notice,
      deliveries.map(({ way }) => way),
      deliveries.map(({ recipient }) => recipient),
      deliveries.map(({ state }) => state),
      deliveries.map(({ reason }) => reason),
      new Date(now),
    ],
  );
}

export async function addSteps(client: Client, workspaceId: string, notice: string, steps: readonly AudienceStep[], now: number) {
  for (const [index, step] of steps.entries())
    await client.query(
      `insert into notice_step (workspace_id, notice, step, audience, due_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [workspaceId, notice, index + 1, JSON.stringify(step), new Date(now + step.afterMs)],
    );
}

/** Notices that belong together: those of a thread, where alerts are named those of these alone. */
export interface Talk {
  readonly thread: string;
  readonly alerts: readonly string[] | null;
}

/** Of notices called `n`, with the thread and the alerts as the second and the third parameter. */
const OF_TALK = `n.thread = $2 and ($3::text[] is null or n.body->>'alertId' = any($3))`;

/** Who has been told, or is about to be: people, and channels with their kinds. */
export async function toldOf(
  client: Client,
  workspaceId: string,
  { thread, alerts }: Talk,
): Promise<{ people: string[]; channels: ToldChannel[] }> {
  const { rows } = await client.query<{ way: string; recipient: string; kind: ChannelKind | null }>(
    `select distinct d.way, d.recipient, c.kind from notice n join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
     left join channel c on d.way = 'channel' and c.workspace_id = d.workspace_id and c.id::text = d.recipient
     where n.workspace_id = $1 and ${OF_TALK} and d.state <> 'nowhere' order by d.recipient`,
    [workspaceId, thread, alerts],
  );
  const people = rows.filter(({ way }) => way === 'inbox' || way === 'mail').map(({ recipient }) => recipient);
  const channels = rows.flatMap(({ way, recipient, kind }) => (way === 'channel' && kind !== null ? [{ id: recipient, kind }] : []));
  return { people: [...new Set(people)], channels };
}

export interface ToldChannel {
  readonly id: string;
  readonly kind: ChannelKind;
}

/** Nobody further up the ladder is told. */
export async function settleSteps(client: Client, workspaceId: string, { thread, alerts }: Talk): Promise<void> {
  await client.query(
    `update notice_step s set ended = 'settled' from notice n
     where n.workspace_id = $1 and ${OF_TALK} and s.workspace_id = $1 and s.notice = n.id and s.ended is null`,
    [workspaceId, thread, alerts],
  );
}

/** What is left of their ladders goes on with another notice, at the instants at which it would have. */
export async function moveSteps(client: Client, workspaceId: string, { thread, alerts }: Talk, to: string): Promise<void> {
  await client.query(
    `update notice_step s set notice = $4, step = $5 + left_over.place from (
       select l.notice, l.step, row_number() over (order by l.due_at, l.notice, l.step) as place from notice_step l
       join notice n on n.workspace_id = l.workspace_id and n.id = l.notice
       where n.workspace_id = $1 and ${OF_TALK} and l.ended is null and l.notice <> $4) left_over
     where s.workspace_id = $1 and s.notice = left_over.notice and s.step = left_over.step and s.ended is null`,
    [workspaceId, thread, alerts, to, MOST_STEPS],
  );
}

/** Of its own a notice has ten at the most. */
const MOST_STEPS = 10;

export async function noticeOf(client: Client, workspaceId: string, id: string): Promise<Notice | undefined> {
  const { rows } = await client.query<{ body: Notice }>('select body from notice where workspace_id = $1 and id = $2', [workspaceId, id]);
  return rows[0]?.body;
}
