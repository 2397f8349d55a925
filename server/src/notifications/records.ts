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
  if (deliveries.length === 0) return;
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

/** Notices that belong together: those of a thread, where alerts are named those of these alone. */
export interface Talk {
  readonly thread: string;
  readonly alerts: readonly string[] | null;
}

/** The talks of the second parameter, by their places, and their notices called `n`. */
const OF_TALKS = `jsonb_to_recordset($2::jsonb) as talk(place int, thread text, alerts jsonb)
  join notice n on n.workspace_id = $1 and n.thread = talk.thread and (talk.alerts is null or talk.alerts ? (n.body->>'alertId'))`;

const listed = (talks: readonly Talk[]): string => JSON.stringify(talks.map(({ thread, alerts }, place) => ({ place, thread, alerts })));

/** Who has been told, or is about to be: people, and channels with their kinds. */
export interface Told {
  readonly people: readonly string[];
  readonly channels: readonly ToldChannel[];
}

/** Of each, in their order. */
export async function toldOf(client: Client, workspaceId: string, talks: readonly Talk[]): Promise<Told[]> {
  const { rows } = await client.query<{ place: number; way: string; recipient: string; kind: ChannelKind | null }>(
    `select distinct talk.place, d.way, d.recipient, c.kind from ${OF_TALKS} join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
     left join channel c on d.way = 'channel' and c.workspace_id = d.workspace_id and c.id::text = d.recipient
     where d.state <> 'nowhere' order by d.recipient`,
    [workspaceId, listed(talks)],
  );
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return talks.map((_, place) => {
    const own = byPlace.get(place) ?? [];
    const people = own.filter(({ way }) => way === 'inbox' || way === 'mail').map(({ recipient }) => recipient);
    const channels = own.flatMap(({ way, recipient, kind }) => (way === 'channel' && kind !== null ? [{ id: recipient, kind }] : []));
    return { people: [...new Set(people)], channels };
  });
}

interface ToldChannel {
  readonly id: string;
  readonly kind: ChannelKind;
}

/** A step that nobody has made needless: it is still to come, or was told. */
export interface Standing {
  readonly audience: AudienceStep;
  readonly dueAt: number;
  readonly isTold: boolean;
}

/** The steps of the ladders of each talk, in the talks' order. */
export async function stepsOf(client: Client, workspaceId: string, talks: readonly Talk[]): Promise<Standing[][]> {
  const { rows } = await client.query<{ place: number; audience: AudienceStep; dueAt: Date; isTold: boolean }>(
    `select talk.place, s.audience, s.due_at as "dueAt", s.ended is not null as "isTold" from ${OF_TALKS}
     join notice_step s on s.workspace_id = n.workspace_id and s.notice = n.id where s.ended is distinct from 'settled'`,
    [workspaceId, listed(talks)],
  );
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return talks.map((_, place) =>
    (byPlace.get(place) ?? []).map(({ audience, dueAt, isTold }) => ({ audience, isTold, dueAt: dueAt.getTime() })),
  );
}

/** Nobody further up the ladders of these is told. Gives how many steps that were, by thread. */
export async function settleSteps(client: Client, workspaceId: string, talks: readonly Talk[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ thread: string }>(
    `update notice_step s set ended = 'settled' from ${OF_TALKS} where s.workspace_id = $1 and s.notice = n.id and s.ended is null returning n.thread`,
    [workspaceId, listed(talks)],
  );
  return new Map([...Map.groupBy(rows, ({ thread }) => thread)].map(([thread, steps]) => [thread, steps.length]));
}

/** They have come to their end: they were told, or need not be. */
export async function endSteps(
  client: Client,
  workspaceId: string,
  steps: readonly { readonly notice: string; readonly step: number }[],
  ended: 'told' | 'settled',
): Promise<void> {
  if (steps.length === 0) return;
  await client.query(
    `update notice_step s set ended = $4 from unnest($2::uuid[], $3::int[]) as taken(notice, step)
     where s.workspace_id = $1 and s.notice = taken.notice and s.step = taken.step and s.ended is null`,
    [workspaceId, steps.map(({ notice }) => notice), steps.map(({ step }) => step), ended],
  );
}

/** What is left of their ladders goes on with another notice each, at the instants at which it would have. */
export async function moveSteps(client: Client, workspaceId: string, moves: readonly (Talk & { readonly to: string })[]): Promise<void> {
  await client.query(
    `update notice_step s set notice = left_over.goes_to, step = $4 + left_over.place from (
       select l.notice, l.step, t.goes_to, row_number() over (partition by t.goes_to order by l.due_at, l.notice, l.step) as place
       from ${OF_TALKS} join unnest($3::uuid[]) with ordinality as t(goes_to, number) on t.number = talk.place + 1
       join notice_step l on l.workspace_id = n.workspace_id and l.notice = n.id
       where l.ended is null and l.notice <> t.goes_to) left_over
     where s.workspace_id = $1 and s.notice = left_over.notice and s.step = left_over.step and s.ended is null`,
    [workspaceId, listed(moves), moves.map(({ to }) => to), MOST_STEPS],
  );
}

/** Of its own a notice has twenty at the most: ten that its rule names, and ten later pages of a policy. */
const MOST_STEPS = 20;

export async function noticeOf(client: Client, workspaceId: string, id: string): Promise<Notice | undefined> {
  const { rows } = await client.query<{ body: Notice }>('select body from notice where workspace_id = $1 and id = $2', [workspaceId, id]);
  return rows[0]?.body;
}
