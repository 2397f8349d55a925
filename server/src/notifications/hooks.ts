/**
 * Hooks: addresses that programs such as Zapier and Power Automate leave, to be called when something happens (CONNECTORS.md section 14). The log is read on from where it was
 * read up to, in the transaction that puts what it triggers into the outbox, so that each event reaches each hook once; history is silent.
 */
import { createHash, randomUUID } from 'node:crypto';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import { EVENTS_OF, type LoggedEvent, type Trigger, type TriggerRecord, triggersOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { type Role, seesOf, visibilityOf } from '../accounts/index.ts';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { addMessage, giveUpChannel } from '../outbox/index.ts';
import type { Outgoing } from '../outgoing/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { newWebhookSecret } from './sign.ts';
import { lateEvents, triggerTickets } from './trigger-tickets.ts';

interface HookParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'fault'>;
  readonly address: string;
}

interface Hook {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly event: Trigger;
  /** Of the person whose it is; null of a key's, which sees everything of its workspace. */
  readonly role: Role | null;
}

/** Who leaves one; when they may come in no more, it is called no more. */
export interface HookOwner {
  readonly who: Who;
  readonly key: string | null;
  readonly person: string | null;
}

const MOST_HOOKS = 100;
const BATCH = 5_000;
const TYPES = [...new Set(Object.values(EVENTS_OF).flat())];

export type Hooks = ReturnType<typeof createHooks>;

export function createHooks({ postgres: { pool }, clock, vault, outgoing, address }: HookParts) {
  const placeOf = (workspaceId: string, id: string) => ({ workspaceId, purpose: 'channel', id });

  async function remove(client: pg.PoolClient, workspaceId: string, id: string, who: Who, reason: string): Promise<boolean> {
    const { rows } = await client.query<{ event: Trigger }>(
      `delete from channel where workspace_id = $1 and id::text = $2 and kind = 'hook' returning settings->>'event' as event`,
      [workspaceId, id],
    );
    if (!rows[0]) return false;
    await giveUpChannel(client, vault, workspaceId, id, { reason: `the hook was removed: ${reason}`, now: clock.now() });
    await vault.remove(client, placeOf(workspaceId, id));
    const deed = { action: 'hook.removed', subject: { kind: 'hook', id, name: rows[0].event }, after: { reason } } as const;
    await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
    return true;
  }

  return {
    /** Within the transaction in which its receiver said that it is gone. */
    removeIn: remove,

    async list(workspaceId: string) {
      const { rows } = await pool.query<{ id: string; event: Trigger; leadsTo: string; createdBy: string; createdAt: Date }>(
        `select id, settings->>'event' as event, settings->>'leadsTo' as "leadsTo", created_by as "createdBy", created_at as "createdAt"
         from channel where workspace_id = $1 and kind = 'hook' order by created_at desc, id`,
        [workspaceId],
      );
      return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
    },

    /** `secret` is what calls are signed with; it is shown this once. */
    async create(workspaceId: string, { targetUrl, event }: { targetUrl: string; event: Trigger }, { who, key, person }: HookOwner) {
      const fault = await outgoing.fault(targetUrl);
      if (fault !== null) throw invalid('targetUrl', fault);
      const [id, secret] = [randomUUID(), newWebhookSecret()];
      const leadsTo = new URL(targetUrl).host;
      await inTransaction(pool, async (client) => {
        const counted = await client.query<{ count: number }>(
          `select count(*)::int as count from channel where workspace_id = $1 and kind = 'hook'`,
          [workspaceId],
        );
        if (counted.rows[0]!.count >= MOST_HOOKS) throw new Refusal('not_possible', `There are ${MOST_HOOKS} hooks; remove one first.`);
        await lockReading(client);
        await beginReading(client);
        await client.query(
          `insert into channel (workspace_id, id, kind, name, settings, created_at, created_by, changed_at) values ($1, $2, 'hook', $3, $4, $5, $6, $5)`,
          [workspaceId, id, event, JSON.stringify({ event, leadsTo, key, person }), new Date(clock.now()), who.name],
        );
        await vault.put(client, placeOf(workspaceId, id), JSON.stringify({ url: targetUrl, signing: [{ secret, until: null }] }));
        const deed = { action: 'hook.created', subject: { kind: 'hook', id, name: event }, after: { event, leadsTo } } as const;
        await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
      });
      return { id, secret };
    },

    /** By whoever left it, or who may write rules. */
    async remove(workspaceId: string, id: string, { who, key, person, writesRules }: HookOwner & { writesRules: boolean }): Promise<void> {
      const { rows } = await pool.query<{ key: string | null; person: string | null }>(
        `select settings->>'key' as key, settings->>'person' as person from channel where workspace_id = $1 and id::text = $2 and kind = 'hook'`,
        [workspaceId, id],
      );
      const isTheirs = rows[0] && ((key !== null && rows[0].key === key) || (person !== null && rows[0].person === person));
      if (rows[0] && !isTheirs && !writesRules)
        throw new Refusal('forbidden', 'A hook is removed by whoever left it, or by somebody who may write rules.');
      const removed = await inTransaction(pool, (client) => remove(client, workspaceId, id, who, 'by its owner'));
      if (!removed) throw new Refusal('not_found', `There is no hook ${JSON.stringify(id)}.`);
    },

    /** What triggered lately, the newest first: samples for whoever builds something, and a list to poll. */
    async samples(workspaceId: string, trigger: Trigger, limit: number): Promise<TriggerRecord[]> {
      const events = await lateEvents(pool, workspaceId, EVENTS_OF[trigger], 20 * limit);
      const tickets = await triggerTickets(pool, workspaceId, [...new Set(events.map(({ ticket }) => ticket))]);
      const records = new Map<string, TriggerRecord>();
      for (const { ticket, ...event } of events) {
        const known = tickets.get(ticket);
        for (const record of known ? triggersOf(event, known, address) : []) if (record.event === trigger) records.set(record.id, record);
      }
      return [...records.values()].slice(0, limit);
    },

    /** Reads on in the log for all hooks; gives how many rows it read. Where another process does, or nobody waits, none. */
    readOn: (): Promise<number> => inTransaction(pool, readLog),
  };

  async function readLog(client: pg.PoolClient): Promise<number> {
    const hooks = await activeHooks(client);
    if (hooks.length === 0) {
      await endReading(client);
      return 0;
    }
    const cursor = await cursorOf(client);
    if (!cursor) return 0;
    const { rows } = await client.query<
      LoggedEvent & { workspaceId: string; stream: string; transaction: string; position: number; isNews: boolean }
    >(
      `select transaction_id::text as transaction, position, workspace_id as "workspaceId", stream, source, id, at, type,
         case when type = any($3) then data end as data, at > extract(epoch from received_at) * 1000 - $4 as "isNews"
       from event_log where (transaction_id, position) > ($1::xid8, $2) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       order by transaction_id, position limit $5`,
      [cursor.transaction, cursor.position, TYPES, SILENT_AFTER_MS, BATCH],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    const news = rows.filter(({ isNews, type, stream }) => isNews && (TYPES as string[]).includes(type) && stream.startsWith('ticket/'));
    for (const [workspaceId, own] of Map.groupBy(news, (row) => row.workspaceId)) {
      const mine = await seeingAll(
        client,
        workspaceId,
        hooks.filter((hook) => hook.workspaceId === workspaceId),
      );
      if (mine.length > 0) await tell(client, workspaceId, mine, own);
    }
    await client.query('update hook_reader set transaction_id = $1::xid8, position = $2', [last.transaction, last.position]);
    return rows.length;
  }

  async function tell(
    client: pg.PoolClient,
    workspaceId: string,
    hooks: readonly Hook[],
    events: readonly (LoggedEvent & { stream: string })[],
  ) {
    const ticketOf = ({ stream }: { stream: string }) => stream.slice('ticket/'.length);
    const tickets = await triggerTickets(client, workspaceId, [...new Set(events.map(ticketOf))]);
    for (const { stream, ...event } of events) {
      const ticket = tickets.get(ticketOf({ stream }));
      for (const record of ticket ? triggersOf(event, ticket, address) : [])
        for (const hook of hooks.filter((one) => one.event === record.event))
          await addMessage(client, vault, {
            workspaceId,
            id: messageId(hook.id, record.id),
            kind: 'hook',
            to: hook.name,
            template: 'hook',
            channel: hook.id,
            content: record,
            now: clock.now(),
          });
    }
  }

  /** Those whose owners still see all tickets, which is what hooks tell of. */
  async function seeingAll(client: pg.PoolClient, workspaceId: string, hooks: readonly Hook[]): Promise<Hook[]> {
    if (hooks.every(({ role }) => role === null)) return [...hooks];
    const visibility = await visibilityOf({ pool: client as unknown as pg.Pool }, workspaceId);
    return hooks.filter(({ role }) => role === null || seesOf(visibility, role).rows === 'all');
  }

  /** Those whose owners may still come in. */
  async function activeHooks(client: pg.PoolClient): Promise<Hook[]> {
    const { rows } = await client.query<Hook>(
      `select workspace_id as "workspaceId", id, name, settings->>'event' as event,
         (select m.role from member m where m.workspace_id = c.workspace_id and m.user_id::text = c.settings->>'person') as role
       from channel c
       where kind = 'hook' and active
         and (settings->>'key' is null or exists (select from api_key k where k.workspace_id = c.workspace_id and k.id = c.settings->>'key'
           and k.revoked_at is null and (k.expires_at is null or k.expires_at > $1)))
         and (settings->>'person' is null or exists (select from member m where m.workspace_id = c.workspace_id and m.user_id::text = c.settings->>'person'
           and m.active))`,
      [new Date(clock.now())],
    );
    return rows;
  }

  /** Held by one process at a time. */
  async function cursorOf(client: pg.PoolClient): Promise<{ transaction: string; position: number } | undefined> {
    await beginReading(client);
    const { rows } = await client.query<{ transaction: string; position: number }>(
      'select transaction_id::text as transaction, position from hook_reader for update skip locked',
    );
    return rows[0];
  }

  /** Until the transaction ends nobody else begins or ends the reading. */
  async function lockReading(client: pg.PoolClient): Promise<void> {
    await client.query(`select pg_advisory_xact_lock(hashtext('hook_reader'))`);
  }

  /** Nobody waits, looked at once more behind the lock: a hook made meanwhile has begun the reading and must not lose its place. */
  async function endReading(client: pg.PoolClient): Promise<void> {
    await lockReading(client);
    if ((await activeHooks(client)).length === 0) await client.query('delete from hook_reader');
  }

  /** From the end of the log, where nobody read before. */
  async function beginReading(client: pg.PoolClient): Promise<void> {
    await client.query(
      `insert into hook_reader (transaction_id, position)
       select coalesce(last.transaction_id, '0'), coalesce(last.position, 0) from (select 1) one
       left join lateral (select transaction_id, position from event_log where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
         order by transaction_id desc, position desc limit 1) last on true
       on conflict do nothing`,
    );
  }
}

/** The same for the same record of the same hook, so that it is put in once. */
function messageId(hook: string, record: string): string {
  const hex = createHash('sha256').update(`${hook} ${record}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
