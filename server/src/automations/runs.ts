/** What automations did, as PostgreSQL keeps it: each run once, whatever happens between. */
import { createHash } from 'node:crypto';
import type { Decision, Effect, Happened } from '@watchdesk/domain/automation';
import { RUNS_WITHIN_MS } from '@watchdesk/domain/automation';
import type { Command } from '../connectors/runtime/index.ts';
import { ring } from '../store/postgres/index.ts';
import type { Queryable } from './records.ts';

/** To be asked of a help desk. */
export interface Order {
  readonly id: string;
  readonly action: string;
  readonly command: Command;
}

export interface Run {
  readonly id: string;
  readonly ticket: string;
  readonly happened: Happened;
  readonly chain: readonly string[];
  readonly decision: Decision;
  readonly orders: readonly Order[];
  readonly at: number;
}

/** A UUID made of what the run is of, after RFC 9562, version 8. */
export function runId(workspaceId: string, automation: string, ticket: string, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([workspaceId, automation, ticket, key]))
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

export const eventId = (run: string, action: number, seq: number): string => `${run}:${action}:${seq}`;
/** The run that an id of an event or an order is of; null where it is of none. */
export const runOf = (id: string): string | null => /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):\d+:\d+$/.exec(id)?.[1] ?? null;

/** Of which of these there is nothing to do any more. */
export async function knownRuns(queryable: Queryable, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await queryable.query<{ id: string }>('select id from automation_run where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** What is there already stays as it is. */
export async function addRuns(queryable: Queryable, workspaceId: string, runs: readonly Run[]): Promise<void> {
  if (runs.length === 0) return;
  await queryable.query(
    `insert into automation_run (workspace_id, id, automation, version, ticket, happened, at, outcome, why, conditions, effects, chain, due_at, next_action, orders)
     select $1, r.id, r.automation, r.version, r.ticket, r.happened, r.at, r.outcome, r.why, r.conditions, r.effects, r.chain, r.due_at, r.next_action, r.orders
     from json_populate_recordset(null::automation_run, $2) as r on conflict do nothing`,
    [workspaceId, JSON.stringify(runs.map(rowOf))],
  );
  await ring(queryable, 'automations', workspaceId);
}

const rowOf = ({ id, ticket, happened, chain, orders, at, decision: { effects, wait, ...decision } }: Run) => ({
  ...decision,
  id,
  ticket,
  happened,
  at: new Date(at),
  effects: withoutTexts(effects),
  chain,
  due_at: wait && new Date(wait.at),
  next_action: wait?.next ?? null,
  orders: orders.length === 0 ? null : orders,
});

/** After a wait: once for each action it goes on with. */
export async function goneOn(queryable: Queryable, workspaceId: string, from: number, { id, decision, orders }: Run): Promise<void> {
  const { outcome, why, conditions, effects, wait } = decision;
  await queryable.query(
    `update automation_run set outcome = $4, why = why || ' ' || $5, conditions = coalesce($6, conditions), effects = effects || $7::jsonb,
       due_at = $8, next_action = $9, orders = $10
     where workspace_id = $1 and id = $2 and next_action = $3`,
    [
      workspaceId,
      id,
      from,
      outcome,
      why,
      conditions && JSON.stringify(conditions),
      JSON.stringify(withoutTexts(effects)),
      wait && new Date(wait.at),
      wait?.next ?? null,
      orders.length === 0 ? null : JSON.stringify(orders),
    ],
  );
  await ring(queryable, 'automations', workspaceId);
}

/** What was written stands in its event, where it can be erased. */
const withoutTexts = (effects: readonly Effect[]): unknown[] =>
  effects.map((effect) =>
    effect.kind === 'change'
      ? { ...effect, deeds: effect.deeds.map(({ type, data }) => ({ type, data: 'text' in data ? { ...data, text: undefined } : data })) }
      : effect.kind === 'tell'
        ? { kind: effect.kind, action: effect.action }
        : effect,
  );

export interface Counts {
  readonly byAutomation: ReadonlyMap<string, number>;
  readonly all: number;
}

export const NO_RUNS: Counts = { byAutomation: new Map(), all: 0 };

/** By ticket, within the hour before; of one without runs there is none. */
export async function recentRuns(
  queryable: Queryable,
  workspaceId: string,
  tickets: readonly string[],
  now: number,
): Promise<Map<string, Counts>> {
  const { rows } = await queryable.query<{ ticket: string; automation: string; count: number }>({
    name: 'recent-runs',
    text: `select ticket, automation, count(*)::int as count from automation_run
      where workspace_id = $1 and ticket = any($2) and at > $3 and outcome in ('ran', 'waits') group by ticket, automation`,
    values: [workspaceId, tickets, new Date(now - RUNS_WITHIN_MS)],
  });
  return new Map(
    [...Map.groupBy(rows, ({ ticket }) => ticket)].map(([ticket, own]) => [
      ticket,
      {
        byAutomation: new Map(own.map(({ automation, count }) => [automation, count])),
        all: own.reduce((sum, { count }) => sum + count, 0),
      },
    ]),
  );
}
