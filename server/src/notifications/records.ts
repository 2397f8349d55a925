/** The rows of notices and of what became of them. A notice is one however often it is posted, and each of whom it is for has one line for each way. */
import { randomUUID } from 'node:crypto';
import type { AudienceStep, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { ChannelKind } from './channel-kinds.ts';

type Client = Pick<pg.ClientBase, 'query'>;

/** Their ids by their keys, whether they are new or were there; no key twice. They are numbered in their order. */
export async function addNotices(
  client: Client,
  workspaceId: string,
  notices: readonly Notice[],
  now: number,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; key: string }>(
    `insert into notice (workspace_id, id, key, thread, severity, body, posted_at)
     select $1, id, key, thread, severity, body::jsonb, $7
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as one(id, key, thread, severity, body, place) order by place
     on conflict (workspace_id, key) do update set key = excluded.key returning id, key`,
    [
      workspaceId,
      notices.map(() => randomUUID()),
      notices.map(({ key }) => key),
      notices.map(({ thread }) => thread),
      notices.map(({ severity }) => severity),
      notices.map((notice) => JSON.stringify(notice)),
      new Date(now),
    ],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

export interface NewDelivery {
  readonly way: 'inbox' | 'mail' | 'channel' | 'none';
  readonly recipient: string;
  readonly state: 'waiting' | 'there' | 'nowhere';
  readonly reason: string | null;
  /** The schedule by which they are on call, where that is why they are told. */
  readonly onCall?: string;
}

/** Those that are there already stay as they are: nobody is told twice by the same way. */
export async function addDeliveries(
  client: Client,
  workspaceId: string,
  deliveries: readonly (NewDelivery & { readonly notice: string })[],
  now: number,
): Promise<void> {
  await client.query(
    `insert into notice_delivery (workspace_id, notice, way, recipient, state, reason, due_at, made_at, on_call)
     select $1, notice, way, recipient, state, reason, case when state = 'waiting' then $7::timestamptz end, $7, on_call
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) as one(notice, way, recipient, state, reason, on_call)
     on conflict do nothing`,
    [
      workspaceId,
      deliveries.map(({ notice }) => notice),
      deliveries.map(({ way }) => way),
      deliveries.map(({ recipient }) => recipient),
      deliveries.map(({ state }) => state),
      deliveries.map(({ reason }) => reason),
      new Date(now),
      deliveries.map(({ onCall = null }) => onCall),
    ],
  );
}

interface Ladder {
  readonly notice: string;
  readonly ladder: readonly AudienceStep[];
}

export async function addSteps(client: Client, workspaceId: string, ladders: readonly Ladder[], now: number): Promise<void> {
  const steps = ladders.flatMap(({ notice, ladder }) => ladder.map((step, index) => ({ notice, step, number: index + 1 })));
  if (steps.length === 0) return;
  await client.query(
    `insert into notice_step (workspace_id, notice, step, audience, due_at)
     select $1, notice, step, audience::jsonb, due_at from unnest($2::uuid[], $3::int[], $4::text[], $5::timestamptz[]) as one(notice, step, audience, due_at)
     on conflict do nothing`,
    [
      workspaceId,
      steps.map(({ notice }) => notice),
      steps.map(({ number }) => number),
      steps.map(({ step }) => JSON.stringify(step)),
      steps.map(({ step }) => new Date(now + step.afterMs)),
    ],
  );
}

/** Who has been told of a thread, or is about to be: people, and channels with their kinds. */
export interface Told {
  readonly people: readonly string[];
  readonly channels: readonly ToldChannel[];
}

/** By thread; of whom nobody was told there is none. */
export async function toldOf(client: Client, workspaceId: string, threads: readonly string[]): Promise<Map<string, Told>> {
  const { rows } = await client.query<{ thread: string; way: string; recipient: string; kind: ChannelKind | null }>(
    `select distinct n.thread, d.way, d.recipient, c.kind from notice n join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
     left join channel c on d.way = 'channel' and c.workspace_id = d.workspace_id and c.id::text = d.recipient
     where n.workspace_id = $1 and n.thread = any($2) and d.state <> 'nowhere' order by d.recipient`,
    [workspaceId, threads],
  );
  return new Map(
    [...Map.groupBy(rows, ({ thread }) => thread)].map(([thread, own]) => {
      const people = own.filter(({ way }) => way === 'inbox' || way === 'mail').map(({ recipient }) => recipient);
      const channels = own.flatMap(({ way, recipient, kind }) => (way === 'channel' && kind !== null ? [{ id: recipient, kind }] : []));
      return [thread, { people: [...new Set(people)], channels }];
    }),
  );
}

interface ToldChannel {
  readonly id: string;
  readonly kind: ChannelKind;
}

/** Nobody further up the ladders of these threads is told. */
export async function settleSteps(client: Client, workspaceId: string, threads: readonly string[]): Promise<void> {
  await client.query(
    `update notice_step s set ended = 'settled' from notice n
     where n.workspace_id = $1 and n.thread = any($2) and s.workspace_id = $1 and s.notice = n.id and s.ended is null`,
    [workspaceId, threads],
  );
}

export async function noticeOf(client: Client, workspaceId: string, id: string): Promise<Notice | undefined> {
  const { rows } = await client.query<{ body: Notice }>('select body from notice where workspace_id = $1 and id = $2', [workspaceId, id]);
  return rows[0]?.body;
}
