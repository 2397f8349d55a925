/** What automations did, as PostgreSQL keeps it: each run once, whatever happens between. */
import { createHash } from 'node:crypto';
import type { Decision, Effect, Happened } from '@watchdesk/domain/automation';
import { RUNS_WITHIN_MS } from '@watchdesk/domain/automation';
import type { Command } from '../connectors/runtime/index.ts';
import { APPLICATION } from '../ingest/index.ts';
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
const runOf = (id: string): string | null => /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):\d+:\d+$/.exec(id)?.[1] ?? null;

/** Of which of these there is nothing to do any more. */
export async function knownRuns(queryable: Queryable, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await queryable.query<{ id: string }>('select id from automation_run where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

export async function addRun(
  queryable: Queryable,
  workspaceId: string,
  { id, ticket, happened, chain, decision, orders, at }: Run,
): Promise<void> {
  const { automation, version, outcome, why, conditions, effects, wait } = decision;
  await queryable.query(
    `insert into automation_run (workspace_id, id, automation, version, ticket, happened, at, outcome, why, conditions, effects, chain, due_at, next_action, orders)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
    [
      workspaceId,
      id,
      automation,
      version,
      ticket,
      JSON.stringify(happened),
      new Date(at),
      outcome,
      why,
      conditions && JSON.stringify(conditions),
      JSON.stringify(withoutTexts(effects)),
      chain,
      wait && new Date(wait.at),
      wait?.next ?? null,
      orders.length === 0 ? null : JSON.stringify(orders),
    ],
  );
  await ring(queryable, 'automations', workspaceId);
}

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

/** On the ticket within the hour before. */
export async function recentRuns(queryable: Queryable, workspaceId: string, ticket: string, now: number): Promise<Counts> {
  const { rows } = await queryable.query<{ automation: string; count: number }>({
    name: 'recent-runs',
    text: `select automation, count(*)::int as count from automation_run
      where workspace_id = $1 and ticket = $2 and at > $3 and outcome in ('ran', 'waits') group by automation`,
    values: [workspaceId, ticket, new Date(now - RUNS_WITHIN_MS)],
  });
  return {
    byAutomation: new Map(rows.map(({ automation, count }) => [automation, count])),
    all: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

/** How an event of ours says that it is an automation's effect, and what is asked of a help desk comes back. */
export interface Traced {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly at: number;
}

const ECHO_WITHIN_MS = 15 * 60_000;

/** The automations whose effect it is, from the first to the last; none where somebody else did it. */
export async function chainOf(queryable: Queryable, workspaceId: string, ticket: string, event: Traced): Promise<string[]> {
  const run = event.source === APPLICATION ? runOf(event.id) : await echoed(queryable, workspaceId, ticket, event);
  if (run === null) return [];
  const { rows } = await queryable.query<{ chain: string[] }>(
    'select chain || automation as chain from automation_run where workspace_id = $1 and id = $2',
    [workspaceId, run],
  );
  return rows[0]?.chain ?? [];
}

/** The run whose order a help desk's own event confirms: it says what was asked shortly before. */
async function echoed(queryable: Queryable, workspaceId: string, ticket: string, event: Traced): Promise<string | null> {
  const { rows } = await queryable.query<{ id: string; command: Command }>({
    name: 'orders-of-automations',
    text: `select id, command from ticket_command where workspace_id = $1 and ticket = $2 and agent like 'automation:%' and asked_at > $3 order by place desc`,
    values: [workspaceId, ticket, new Date(event.at - ECHO_WITHIN_MS)],
  });
  const found = rows.find(({ command }) => confirms(command, event));
  return found ? runOf(found.id) : null;
}

function confirms(command: Command, { type, data }: Traced): boolean {
  const said = data as { to?: unknown; visibility?: string; added?: string[]; removed?: string[] };
  switch (command.kind) {
    case 'assign':
      return (type === 'assignee.changed' && said.to === command.to) || (type === 'team.changed' && said.to === command.team);
    case 'status':
    case 'priority':
      return type === `${command.kind}.changed` && said.to === command.to;
    case 'tag':
      return (
        type === 'tag.changed' &&
        [...(said.added ?? []), ...(said.removed ?? [])].every((tag) => [...command.added, ...command.removed].includes(tag))
      );
    case 'note':
    case 'reply':
      return type === 'ticket.message' && said.visibility === (command.kind === 'note' ? 'internal' : 'public');
  }
}
