/**
 * How hooks hear of the log: it is read on from where it was read up to, and only noted of whose hooks something is in it; then each workspace has its turn, in which a
 * bounded part of what is noted is put into the outbox. Whoever reads the log or the outbox of tickets waits for the oldest transaction that runs (DESIGN.md 3.13), alerts
 * among them: each transaction here is small, however many hooks there are.
 */
import { createHash } from 'node:crypto';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import { EVENTS_OF, type LoggedEvent, type Trigger, triggersOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { type Role, seesOf, visibilityOf } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { type Added, addMessages } from '../outbox/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { triggerTickets } from './trigger-tickets.ts';

interface ReadingParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
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

interface Place {
  readonly transaction: string;
  readonly position: number;
}

/** Rows of the log that are looked through at once. */
const BATCH = 5_000;
/** So many messages are put in by one transaction: tens of milliseconds. */
const MESSAGES = 1_000;
const EVENTS = 200;
const TYPES = [...new Set(Object.values(EVENTS_OF).flat())];
/** `$1` is the longest that something may be old when it comes, `$2` the types. */
const IS_NEWS = `type = any($2) and stream like 'ticket/%' and at > extract(epoch from received_at) * 1000 - $1`;

export type HookReading = ReturnType<typeof createHookReading>;

export function createHookReading({ postgres: { pool }, clock, address }: ReadingParts) {
  return {
    /** From the end of the log where nobody reads yet, within the transaction in which a hook is made. */
    async begin(client: pg.PoolClient): Promise<void> {
      await lockReading(client);
      await beginReading(client);
    },

    /** Reads on in the log, and gives each workspace a turn; gives how much was read and put in. Where another process does, or nobody waits, none. */
    async readOn(): Promise<number> {
      let done = await inTransaction(pool, note);
      const { rows } = await pool.query<{ id: string }>('select workspace_id as id from hook_turn order by workspace_id');
      for (const { id } of rows) done += await inTransaction(pool, (client) => take(client, id));
      return done;
    },
  };

  /** Whose hooks something that was written may call. */
  async function note(client: pg.PoolClient): Promise<number> {
    const hooks = await activeHooks(client);
    if (hooks.length === 0) {
      await endReading(client);
      return 0;
    }
    await beginReading(client);
    // Held by one process at a time.
    const { rows: cursors } = await client.query<Place>(
      'select transaction_id::text as transaction, position from hook_reader for update skip locked',
    );
    const [cursor] = cursors;
    if (!cursor) return 0;
    const { rows } = await client.query<{ count: number }>(
      `with log as materialized (
         select transaction_id, position, workspace_id, ${IS_NEWS} as is_news from event_log
         where (transaction_id, position) > ($3::xid8, $4) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
         order by transaction_id, position limit $5
       ), last as (select transaction_id, position from log order by transaction_id desc, position desc limit 1),
       noted as (
         insert into hook_turn (workspace_id, after_transaction, after_position, until_transaction, until_position)
         select own.id, $3::xid8, $4, last.transaction_id, last.position
         from last, (select distinct workspace_id as id from log where is_news and workspace_id = any($6)) own order by own.id
         on conflict (workspace_id) do update set until_transaction = excluded.until_transaction, until_position = excluded.until_position
       )
       update hook_reader set transaction_id = last.transaction_id, position = last.position from last
       returning (select count(*)::int from log) as count`,
      [SILENT_AFTER_MS, TYPES, cursor.transaction, cursor.position, BATCH, [...new Set(hooks.map(({ workspaceId }) => workspaceId))]],
    );
    return rows[0]?.count ?? 0;
  }

  /** One workspace's turn; gives how many events it was told of. */
  async function take(client: pg.PoolClient, workspaceId: string): Promise<number> {
    const { rows: turns } = await client.query<{ after: Place; until: Place }>(
      `select jsonb_build_object('transaction', after_transaction::text, 'position', after_position) as after,
         jsonb_build_object('transaction', until_transaction::text, 'position', until_position) as until
       from hook_turn where workspace_id = $1 for update skip locked`,
      [workspaceId],
    );
    const [turn] = turns;
    if (!turn) return 0;
    const { after, until } = turn;
    const hooks = await seeingAll(client, workspaceId, await activeHooks(client, workspaceId));
    const most = Math.min(EVENTS, Math.ceil(MESSAGES / Math.max(1, hooks.length)));
    const { rows: events } = await client.query<LoggedEvent & Place & { ticket: string }>(
      `select transaction_id::text as transaction, position, substr(stream, 8) as ticket, source, id, at, type, data from event_log
       where workspace_id = $3 and (transaction_id, position) > ($4::xid8, $5) and (transaction_id, position) <= ($6::xid8, $7) and ${IS_NEWS}
       order by transaction_id, position limit $8`,
      [SILENT_AFTER_MS, TYPES, workspaceId, after.transaction, after.position, until.transaction, until.position, most],
    );
    if (hooks.length > 0 && events.length > 0) await tell(client, workspaceId, hooks, events);
    const last = hooks.length > 0 && events.length === most ? events.at(-1) : undefined;
    if (last)
      await client.query('update hook_turn set after_transaction = $2::xid8, after_position = $3 where workspace_id = $1', [
        workspaceId,
        last.transaction,
        last.position,
      ]);
    else await client.query('delete from hook_turn where workspace_id = $1', [workspaceId]);
    return events.length;
  }

  async function tell(
    client: pg.PoolClient,
    workspaceId: string,
    hooks: readonly Hook[],
    events: readonly (LoggedEvent & { readonly ticket: string })[],
  ): Promise<void> {
    const tickets = await triggerTickets(client, workspaceId, [...new Set(events.map(({ ticket }) => ticket))]);
    const byTrigger = Map.groupBy(hooks, ({ event }) => event);
    const now = clock.now();
    const messages = events.flatMap(({ ticket: id, ...event }) => {
      const ticket = tickets.get(id);
      const records = ticket ? triggersOf(event, ticket, address) : [];
      return records.flatMap((record) =>
        (byTrigger.get(record.event) ?? []).map((hook): Added => ({
          workspaceId,
          id: messageId(hook.id, record.id),
          kind: 'hook',
          to: hook.name,
          template: 'hook',
          channel: hook.id,
          content: record,
          now,
        })),
      );
    });
    await addMessages(client, messages);
  }

  /** Those whose owners still see all tickets, which is what hooks tell of. */
  async function seeingAll(client: pg.PoolClient, workspaceId: string, hooks: readonly Hook[]): Promise<readonly Hook[]> {
    if (hooks.every(({ role }) => role === null)) return hooks;
    const visibility = await visibilityOf({ pool: client as unknown as pg.Pool }, workspaceId);
    return hooks.filter(({ role }) => role === null || seesOf(visibility, role).rows === 'all');
  }

  /** Those whose owners may still come in; of one workspace where it is named. */
  async function activeHooks(client: pg.PoolClient, workspaceId: string | null = null): Promise<Hook[]> {
    const { rows } = await client.query<Hook>(
      `select workspace_id as "workspaceId", id, name, settings->>'event' as event,
         (select m.role from member m where m.workspace_id = c.workspace_id and m.user_id::text = c.settings->>'person') as role
       from channel c
       where kind = 'hook' and active and ($2::text is null or workspace_id = $2)
         and (settings->>'key' is null or exists (select from api_key k where k.workspace_id = c.workspace_id and k.id = c.settings->>'key'
           and k.revoked_at is null and (k.expires_at is null or k.expires_at > $1)))
         and (settings->>'person' is null or exists (select from member m where m.workspace_id = c.workspace_id and m.user_id::text = c.settings->>'person'
           and m.active))`,
      [new Date(clock.now()), workspaceId],
    );
    return rows;
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
