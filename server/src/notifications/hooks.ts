/**
 * Hooks: addresses that programs such as Zapier and Power Automate leave, to be called when something happens (CONNECTORS.md section 14): each event once,
 * and no history (hook-reading.ts).
 */
import { randomUUID } from 'node:crypto';
import { EVENTS_OF, type Trigger, type TriggerRecord, triggersOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { giveUpChannel } from '../outbox/index.ts';
import type { Outgoing } from '../outgoing/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { createHookReading } from './hook-reading.ts';
import { newWebhookSecret } from './sign.ts';
import { lateEvents, triggerTickets } from './trigger-tickets.ts';

interface HookParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'fault'>;
  readonly address: string;
}

/** Who leaves one; when they may come in no more, it is called no more. */
export interface HookOwner {
  readonly who: Who;
  readonly key: string | null;
  readonly person: string | null;
}

const MOST_HOOKS = 100;

export type Hooks = ReturnType<typeof createHooks>;

export function createHooks({ postgres, clock, vault, outgoing, address }: HookParts) {
  const { pool } = postgres;
  const reading = createHookReading({ postgres, clock, address });
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
        await reading.begin(client);
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

    readOn: reading.readOn,
  };
}
