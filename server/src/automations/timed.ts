/**
 * What time alone makes due. Each automation has been looked through up to an instant; tickets whose time ran out between that one and now are found by
 * when their time began, for which lists have their indexes, or by their timers (timers.ts), and are then looked at exactly. A stop is thus made up for, nothing is found
 * twice, and the work is that of what is due.
 */
import { dueAt, type Since, sinceOf, type TriggerOf } from '@watchdesk/domain/automation';
import type { Calendar } from '@watchdesk/domain/calendar';
import { type PackedState, readState } from '../store/packed-state.ts';
import { settingOf } from './facts.ts';
import type { Heard } from './heard.ts';
import type { AutomationRecord, Queryable } from './records.ts';
import { chainsOf } from './chains.ts';
import { areMade, hasTimers } from './timers.ts';

/** Where the time may have begun between two instants; `$2` and `$3`. Of what no column says it, timers do. */
const BEGAN: Readonly<Record<Exclude<Since, 'unassigned' | 'reply'>, string>> = {
  creation: 't.created_at > $2 and t.created_at <= $3',
  update: 't.updated_at > $2 and t.updated_at <= $3',
  wait: 't.waiting_since > $2 and t.waiting_since <= $3',
};

interface Candidate {
  readonly id: string;
  readonly state: PackedState | null;
}

/** Null where it cannot be said yet, as its timers are still being made. */
export async function timedOf(
  queryable: Queryable,
  workspaceId: string,
  automation: AutomationRecord,
  now: number,
): Promise<Heard[] | null> {
  const { spec, lookedUntil } = automation;
  if (spec.trigger.kind !== 'time' || lookedUntil === null) return [];
  const { trigger } = spec;
  const setting = await settingOf(queryable, workspaceId, [spec], now);
  const { calendars } = setting;
  if (hasTimers(automation) && !(await areMade(queryable, workspaceId, automation, setting))) return null;
  const rows = await candidatesOf(queryable, workspaceId, automation, { trigger, calendars, from: lookedUntil.getTime(), to: now });
  const heard: Heard[] = [];
  for (const { id: ticket, state: packed } of rows) {
    const state = readState(packed);
    const at = state && dueAt(state, trigger, calendars);
    // A timer that is written late is due since before.
    if (!state || at === null || at > now || (at <= lookedUntil.getTime() && !hasTimers(automation))) continue;
    const since = sinceOf(state, trigger.since)!;
    const chain = trigger.since === 'update' && state.lastEvent ? await chainOfLast(queryable, workspaceId, ticket, state.lastEvent) : [];
    heard.push({ workspaceId, ticket, happened: { kind: 'time', since, chain }, at, automations: [automation] });
  }
  return heard.toSorted((a, b) => a.at - b.at);
}

/** Those whose time may have run out between the instants. */
async function candidatesOf(
  queryable: Queryable,
  workspaceId: string,
  automation: AutomationRecord,
  { trigger, calendars, from, to }: { trigger: TriggerOf<'time'>; calendars: ReadonlyMap<string, Calendar>; from: number; to: number },
): Promise<readonly Candidate[]> {
  const { since } = trigger;
  if (since === 'unassigned' || since === 'reply') {
    const { rows } = await queryable.query<Candidate>(
      `select t.id, t.state from automation_timer due join ticket t on t.workspace_id = due.workspace_id and t.id = due.ticket
       where due.workspace_id = $1 and due.automation = $2 and due.due_at <= $3 and not t.hidden order by t.id`,
      [workspaceId, automation.id, new Date(to)],
    );
    return rows;
  }
  const [begins, ends] = [from, to].map((at) => beganBy(at, trigger, calendars));
  if (ends == null) return [];
  const { rows } = await queryable.query<Candidate>(
    `select t.id, t.state from ticket t
     where t.workspace_id = $1 and not t.hidden and t.status in ('new', 'open', 'pending', 'on_hold') and ${BEGAN[since]} order by t.id`,
    [workspaceId, new Date(begins ?? 0), new Date(ends)],
  );
  return rows;
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

/** What was due until then is not looked for again. `heard`: that of which it was. */
export async function lookedUpTo(
  queryable: Queryable,
  workspaceId: string,
  automation: AutomationRecord,
  heard: readonly Heard[],
  now: number,
): Promise<void> {
  await queryable.query('update automation set looked_until = $3 where workspace_id = $1 and id = $2 and looked_until < $3', [
    workspaceId,
    automation.id,
    new Date(now),
  ]);
  if (!hasTimers(automation)) return;
  const since = heard.flatMap(({ ticket, happened }) => (happened.kind === 'time' ? [{ ticket, at: happened.since }] : []));
  await queryable.query(
    `update automation_timer t set due_at = null, since = coalesce(
       (select to_timestamp(h.since / 1000.0) from unnest($4::text[], $5::float8[]) as h(ticket, since) where h.ticket = t.ticket), since)
     where workspace_id = $1 and automation = $2 and due_at <= $3`,
    [workspaceId, automation.id, new Date(now), since.map(({ ticket }) => ticket), since.map(({ at }) => at)],
  );
}
