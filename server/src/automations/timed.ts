/**
 * What time alone makes due. Each automation has been looked through up to an instant; tickets whose time ran out between that one and now are found by
 * when their time began, for which lists have their indexes, and are then looked at exactly. A stop is thus made up for, and nothing is found twice.
 */
import { dueAt, type Since, sinceOf, type TriggerOf } from '@watchdesk/domain/automation';
import type { Calendar } from '@watchdesk/domain/calendar';
import { type PackedState, readState } from '../store/packed-state.ts';
import { settingOf } from './facts.ts';
import type { Heard } from './heard.ts';
import type { AutomationRecord, Queryable } from './records.ts';
import { chainsOf } from './chains.ts';

/** Where the time may have begun between two instants; `$2` and `$3`. Those of which no column says it are looked at one by one. */
const BEGAN: Readonly<Record<Since, string>> = {
  creation: 't.created_at > $2 and t.created_at <= $3',
  update: 't.updated_at > $2 and t.updated_at <= $3',
  wait: 't.waiting_since > $2 and t.waiting_since <= $3',
  unassigned: 't.assignee is null and t.updated_at > $2 and t.created_at <= $3',
  reply: `t.last_speaker = 'agent' and t.updated_at > $2 and t.created_at <= $3`,
};

export async function timedOf(queryable: Queryable, workspaceId: string, automation: AutomationRecord, now: number): Promise<Heard[]> {
  const { spec, lookedUntil } = automation;
  if (spec.trigger.kind !== 'time' || lookedUntil === null) return [];
  const { trigger } = spec;
  const { calendars } = await settingOf(queryable, workspaceId, [spec], now);
  const [from, to] = [lookedUntil.getTime(), now].map((at) => beganBy(at, trigger, calendars));
  if (to == null) return [];
  const { rows } = await queryable.query<{ id: string; state: PackedState | null }>(
    `select t.id, t.state from ticket t
     where t.workspace_id = $1 and not t.hidden and t.status in ('new', 'open', 'pending', 'on_hold') and ${BEGAN[trigger.since]} order by t.id`,
    [workspaceId, new Date(from ?? 0), new Date(to)],
  );
  const heard: Heard[] = [];
  for (const { id: ticket, state: packed } of rows) {
    const state = readState(packed);
    const at = state && dueAt(state, trigger, calendars);
    if (!state || at === null || at <= lookedUntil.getTime() || at > now) continue;
    const since = sinceOf(state, trigger.since)!;
    const chain = trigger.since === 'update' && state.lastEvent ? await chainOfLast(queryable, workspaceId, ticket, state.lastEvent) : [];
    heard.push({ workspaceId, ticket, happened: { kind: 'time', since, chain }, at, automations: [automation] });
  }
  return heard.toSorted((a, b) => a.at - b.at);
}

/** The latest instant from which the time has passed by `at`, a second later for what is cut off; null where it never did. */
function beganBy(at: number, { seconds, calendar }: TriggerOf<'time'>, calendars: ReadonlyMap<string, Calendar>): number | null {
  if (calendar === null) return at - seconds * 1000;
  const from = calendars.get(calendar)?.back(Math.floor(at / 1000), seconds);
  return from == null ? null : from * 1000;
}

/** Time that counts from an automation's own effect is its effect as well: otherwise it would remind for ever. */
async function chainOfLast(
  queryable: Queryable,
  workspaceId: string,
  ticket: string,
  { source, id }: { source: string; id: string },
): Promise<readonly string[]> {
  const { rows } = await queryable.query<{ type: string; data: unknown; at: number }>(
    'select type, data, at from event_log where workspace_id = $1 and source = $2 and id = $3',
    [workspaceId, source, id],
  );
  return rows[0] ? (await chainsOf(queryable, workspaceId, [{ ...rows[0], ticket, source, id }]))[0]! : [];
}

export async function lookedUpTo(queryable: Queryable, workspaceId: string, id: string, now: number): Promise<void> {
  await queryable.query('update automation set looked_until = $3 where workspace_id = $1 and id = $2 and looked_until < $3', [
    workspaceId,
    id,
    new Date(now),
  ]);
}
