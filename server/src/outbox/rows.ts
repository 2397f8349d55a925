/**
 * The outbox in PostgreSQL: all that leaves by itself, letters and what goes through channels. What a message says that is secret is in the vault until it is sent or
 * given up, and then nowhere: its link lets somebody in. A claim is a message's next instant moved on, so that of a process that dies its claims end
 * by themselves. Whoever comes back late finds that the message has been tried again since, and changes nothing.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { SealError, type Vault } from '../vault/index.ts';

export interface Claimed {
  readonly workspaceId: string | null;
  /** The same each time it is tried. */
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly channel: string | null;
  readonly content: unknown;
  /** This one counted. */
  readonly attempts: number;
  readonly madeAt: Date;
  readonly until: Date | null;
}

/** `awaited`: by somebody, at this moment; `pressing`: about what must not wait; `patient`: it has time. */
export type Urgency = 'awaited' | 'pressing' | 'ordinary' | 'patient';
const URGENCIES: readonly Urgency[] = ['awaited', 'pressing', 'ordinary', 'patient'];
const numberOf = (urgency: Urgency = 'ordinary'): number => URGENCIES.indexOf(urgency);

export interface Added {
  readonly workspaceId: string | null;
  /** Made here where none is given. */
  readonly id?: string;
  readonly kind: string;
  /** Whom it is for, as a person reads it. */
  readonly to: string;
  readonly template: string;
  readonly channel?: string;
  readonly lane?: string;
  /** What of a way is more urgent goes before all that is less; `ordinary` where it is not said. */
  readonly urgency?: Urgency;
  /** Where each of many has a channel: the name, from a ~ on, of those among which what is due is looked for together. */
  readonly queue?: string;
  /** Those of one thread go through their channel one after another: none is tried while one that was put in before it waits. */
  readonly thread?: string | undefined;
  /** What is no secret; `sealed` what is. */
  readonly content?: unknown;
  readonly sealed?: unknown;
  /** Milliseconds since 1970, after which nobody wants it. */
  readonly until?: number | undefined;
  readonly now: number;
}

const KEPT_MS = 90 * 86_400_000;

/** Its id. One with an id that is there already is put in no second time. */
export async function addMessage(client: pg.ClientBase, vault: Vault, added: Added): Promise<string> {
  const {
    workspaceId,
    id = randomUUID(),
    kind,
    to,
    template,
    channel = null,
    lane = null,
    thread = null,
    urgency,
    queue = null,
    content,
    sealed,
    until,
    now,
  } = added;
  await client.query(
    `insert into outbox_message (workspace_id, id, kind, template, recipient, channel, lane, thread, urgency, queue, content, next_at, until, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $11, $12, $13, $8, $9, $10, $9)
     on conflict (id) do nothing`,
    [
      workspaceId,
      id,
      kind,
      template,
      to,
      channel,
      lane,
      content === undefined ? null : JSON.stringify(content),
      new Date(now),
      until === undefined ? null : new Date(until),
      thread,
      numberOf(urgency),
      queue,
    ],
  );
  if (sealed !== undefined) await vault.put(client, placeOf({ workspaceId, id }), JSON.stringify(sealed));
  return id;
}

/** Of channels that are few, with nothing sealed. */
type Plain = Omit<Added, 'sealed' | 'queue'>;

/** Many that have ids and nothing sealed, in one statement. One with an id that is there already is put in no second time. */
export async function addMessages(client: pg.ClientBase, all: readonly Plain[]): Promise<void> {
  if (all.length === 0) return;
  const of = <T>(read: (one: Plain) => T): T[] => all.map(read);
  await client.query(
    `insert into outbox_message (workspace_id, id, kind, template, recipient, channel, lane, thread, urgency, content, next_at, until, made_at)
     select workspace_id, id, kind, template, recipient, channel, lane, thread, urgency, content::jsonb, made_at, until, made_at
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::smallint[])
       with ordinality as r(workspace_id, id, kind, template, recipient, channel, lane, thread, content, until, made_at, urgency, place) order by place
     on conflict (id) do nothing`,
    [
      of(({ workspaceId }) => workspaceId),
      of(({ id = randomUUID() }) => id),
      of(({ kind }) => kind),
      of(({ template }) => template),
      of(({ to }) => to),
      of(({ channel = null }) => channel),
      of(({ lane = null }) => lane),
      of(({ thread = null }) => thread),
      of(({ content }) => (content === undefined ? null : JSON.stringify(content))),
      of(({ until }) => (until === undefined ? null : new Date(until))),
      of(({ now }) => new Date(now)),
      of(({ urgency }) => numberOf(urgency)),
    ],
  );
}

/** What is taken next: none of `channels`, none of `workspaces`; of `unproven` workspaces, or of all where it is null, only what goes through `proven` channels. */
export interface Turn {
  readonly channels: readonly string[];
  readonly workspaces: readonly string[];
  readonly unproven: readonly string[] | null;
  readonly proven: readonly string[];
  /** Workspaces that were served before all others, the one served last coming last. */
  readonly served: readonly string[];
}

interface Claiming {
  readonly kinds: readonly string[];
  readonly now: number;
  readonly claimMs: number;
  readonly turn: Turn;
}

/** The queues in which something waits: each found from the one before by the index, however much waits in it. */
const QUEUES = `with recursive queue as (
    select first.* from unnest($3::text[]) of(kind) cross join lateral (
      select kind, coalesce(workspace_id, '') as workspace, coalesce(queue, channel, '') as name, urgency from outbox_message m
      where state = 'waiting' and m.kind = of.kind
      order by kind, coalesce(workspace_id, ''), coalesce(queue, channel, ''), urgency limit 1) first
    union all
    select next.* from queue q cross join lateral (
      select kind, coalesce(workspace_id, ''), coalesce(queue, channel, ''), urgency from outbox_message m
      where state = 'waiting' and m.kind = q.kind and (coalesce(workspace_id, ''), coalesce(queue, channel, ''), urgency) > (q.workspace, q.name, q.urgency)
      order by kind, coalesce(workspace_id, ''), coalesce(queue, channel, ''), urgency limit 1) next
  )`;
/** Whether it may be tried through a channel now. */
const isOpen = (channel: string): string =>
  `(${channel} <> all($4) and (${channel} = any($7) or ($6::text[] is not null and q.workspace <> all($6))))`;
/** Of each queue, so that another who takes the first at this moment leaves one. */
const CANDIDATES = 3;

/** A message that is due and whose turn it is, taken for as long as a try may last; undefined when there is none. Of a thread the first. */
export async function claimMessage(pool: pg.Pool, { kinds, now, claimMs, turn }: Claiming): Promise<Claimed | undefined> {
  const { rows } = await pool.query<Claimed>({
    name: 'claim-message',
    text: `${QUEUES}, candidate as materialized (
       select due.id from queue q cross join lateral (
         select id from outbox_message one
         where state = 'waiting' and kind = q.kind and coalesce(workspace_id, '') = q.workspace and coalesce(queue, channel, '') = q.name
           and urgency = q.urgency and next_at <= $1 and (channel is null or ${isOpen('channel')})
           and (thread is null or not exists (select from outbox_message before where before.workspace_id = one.workspace_id
             and before.channel = one.channel and before.thread = one.thread and before.state = 'waiting' and before.place < one.place))
         order by next_at, place limit ${CANDIDATES}) due
       where (q.workspace = '' or q.workspace <> all($5)) and (q.name = '' or q.name like '~%' or ${isOpen('q.name')})
     )
     update outbox_message set attempts = attempts + 1, next_at = $2
     where id = (
       select id from outbox_message where id = any(array(select id from candidate)) and state = 'waiting' and next_at <= $1
       order by urgency, coalesce(array_position($8::text[], coalesce(workspace_id, '')), 0), next_at, place limit 1 for update skip locked
     )
     returning workspace_id as "workspaceId", id, kind, recipient, channel, content, attempts, made_at as "madeAt", until`,
    values: [new Date(now), new Date(now + claimMs), kinds, turn.channels, turn.workspaces, turn.unproven, turn.proven, turn.served],
  });
  return rows[0];
}

/** What it says that was sealed; a reason where that cannot be read any more. */
export async function readSealed(vault: Vault, claimed: Pick<Claimed, 'workspaceId' | 'id'>): Promise<unknown> {
  try {
    const text = await vault.get(placeOf(claimed));
    return text === null ? 'what it said is not there any more' : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SealError) return error.message;
    throw error;
  }
}

/** Sent, or given up: either way what it said goes with it. `also` is done in the same transaction, if it was still this try's to end. */
export async function endMessage(
  pool: pg.Pool,
  vault: Vault,
  claimed: Claimed,
  { state, reason, now }: { state: 'sent' | 'failed'; reason: string | null; now: number },
  also: (client: pg.PoolClient) => Promise<void> = async () => {},
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update outbox_message set state = $3, reason = $4, ended_at = $5 where id = $1 and attempts = $2 and state = 'waiting'`,
      [claimed.id, claimed.attempts, state, reason, new Date(now)],
    );
    if (rowCount !== 1) return;
    await vault.remove(client, placeOf(claimed));
    await also(client);
  });
}

/** `isCounted`: as a try of those that there are. */
export async function postponeMessage(
  pool: pg.Pool,
  { id, attempts }: Claimed,
  { reason, nextAt, isCounted }: { reason: string; nextAt: number; isCounted: boolean },
): Promise<void> {
  await pool.query(
    `update outbox_message set reason = $3, next_at = $4, attempts = $5 where id = $1 and attempts = $2 and state = 'waiting'`,
    [id, attempts, reason, new Date(nextAt), isCounted ? attempts : attempts - 1],
  );
}

/** What waits for a channel that takes nothing any more is given up; whoever tries one of them at this moment finds that. */
export async function giveUpChannel(
  client: pg.ClientBase,
  vault: Vault,
  workspaceId: string,
  channel: string,
  { reason, now }: { reason: string; now: number },
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `update outbox_message set state = 'failed', reason = $3, ended_at = $4 where workspace_id = $1 and channel = $2 and state = 'waiting' returning id`,
    [workspaceId, channel, reason, new Date(now)],
  );
  for (const { id } of rows) await vault.remove(client, placeOf({ workspaceId, id }));
}

/** To whom was written is personal: it stays as long as somebody may ask why a message did not come. */
export async function forgetMessages(pool: pg.Pool, now: number): Promise<void> {
  await pool.query(`delete from outbox_message where state <> 'waiting' and ended_at < $1`, [new Date(now - KEPT_MS)]);
}

const placeOf = ({ workspaceId, id }: Pick<Claimed, 'workspaceId' | 'id'>) => ({ workspaceId, purpose: 'mail', id });
