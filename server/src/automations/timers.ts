/**
 * The timers of automations that count what no column of tickets says. They are written as tickets change, and for all that are open once an automation is new,
 * switched on again or counts otherwise. A timer only says where to look: whether it is due is decided of the ticket as it is then. One that has come stays without an
 * instant until its time counts anew, so that one which is written late, behind a transaction that ran for long, is not taken for one that has been looked at.
 */
import { dueAt, sinceOf, type TriggerOf } from '@watchdesk/domain/automation';
import type { Calendar } from '@watchdesk/domain/calendar';
import type { OutboxRow } from '../store/postgres/index.ts';
import { type PackedState, readState } from '../store/packed-state.ts';
import { settingOf } from './facts.ts';
import type { AutomationRecord, Queryable } from './records.ts';

type Timed = AutomationRecord & { readonly spec: { readonly trigger: TriggerOf<'time'> } };
type Calendars = ReadonlyMap<string, Calendar>;

/** Those that have timers. */
export const hasTimers = (automation: AutomationRecord): automation is Timed =>
  automation.spec.trigger.kind === 'time' && (automation.spec.trigger.since === 'unassigned' || automation.spec.trigger.since === 'reply');

const PAGE = 500;
/** So many pages in a turn, so that what happens elsewhere does not wait. */
const PAGES = 20;

interface Timer {
  readonly automation: string;
  readonly ticket: string;
  readonly since: number;
  /** Null where it has come, or came before the automation looks. */
  readonly dueAt: number | null;
}

/** `from`: what was due by then, of this ticket, is nothing to the automation. */
const timersOf = (
  automations: readonly Timed[],
  rows: readonly StateRow[],
  calendars: Calendars,
  from: (automation: Timed, ticket: string) => number,
): Timer[] =>
  rows.flatMap(({ id: ticket, state: packed }) => {
    const state = readState(packed);
    if (!state) return [];
    return automations.flatMap((automation): Timer[] => {
      const { trigger } = automation.spec;
      const due = dueAt(state, trigger, calendars);
      if (due === null) return [];
      const isToCome = due > from(automation, ticket);
      return [{ automation: automation.id, ticket, since: sinceOf(state, trigger.since)!, dueAt: isToCome ? due : null }];
    });
  });

interface StateRow {
  readonly id: string;
  readonly state: PackedState | null;
}

async function write(queryable: Queryable, workspaceId: string, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return;
  await queryable.query({
    name: 'set-automation-timers',
    text: `insert into automation_timer as t (workspace_id, automation, ticket, since, due_at)
      select $1, automation, ticket, to_timestamp(since / 1000.0), to_timestamp(due / 1000.0)
      from unnest($2::text[], $3::text[], $4::float8[], $5::float8[]) as r(automation, ticket, since, due) order by automation, ticket
      on conflict (workspace_id, automation, ticket) do update set since = excluded.since, due_at = excluded.due_at
        where t.since <> excluded.since or t.due_at <> excluded.due_at`,
    values: [
      workspaceId,
      timers.map((one) => one.automation),
      timers.map(({ ticket }) => ticket),
      timers.map(({ since }) => since),
      timers.map((one) => one.dueAt),
    ],
  });
}

/** Of the tickets that changed. */
export async function keepTimers(
  queryable: Queryable,
  workspaceId: string,
  changed: readonly OutboxRow[],
  on: readonly AutomationRecord[],
  now: number,
): Promise<void> {
  const automations = on.filter(hasTimers);
  const tickets = [...new Set(changed.flatMap(({ kind, id }) => (kind === 'ticket' ? [id] : [])))];
  if (automations.length === 0 || tickets.length === 0) return;
  const { calendars } = await settingOf(
    queryable,
    workspaceId,
    automations.map(({ spec }) => spec),
    now,
  );
  const { rows } = await queryable.query<StateRow>('select id, state from ticket where workspace_id = $1 and id = any($2) and not hidden', [
    workspaceId,
    tickets,
  ]);
  const accepted = await acceptedAt(queryable, workspaceId, changed);
  // What was due before it was accepted is looked at no more, as one that was imported; what was not is, however late it is read.
  const timers = timersOf(automations, rows, calendars, ({ lookedUntil, enabledAt }, ticket) =>
    Math.max(at(enabledAt), Math.min(at(lookedUntil), accepted.get(ticket) ?? Infinity)),
  );
  await queryable.query({
    name: 'end-automation-timers',
    text: `delete from automation_timer t where t.workspace_id = $1 and t.ticket = any($2)
      and not exists (select from unnest($3::text[], $4::text[]) as r(automation, ticket) where r.automation = t.automation and r.ticket = t.ticket)`,
    values: [workspaceId, tickets, timers.map((one) => one.automation), timers.map(({ ticket }) => ticket)],
  });
  await write(queryable, workspaceId, timers);
}

const at = (instant: Date | null): number => instant?.getTime() ?? Infinity;

/** When the first of the changes of each ticket was accepted that are news. */
async function acceptedAt(queryable: Queryable, workspaceId: string, changed: readonly OutboxRow[]): Promise<Map<string, number>> {
  const news = changed.filter(({ kind, historic }) => kind === 'ticket' && !historic);
  const { rows } = await queryable.query<{ ticket: string; at: Date }>({
    name: 'accepted-for-automation-timers',
    text: `select substr(stream, 8) as ticket, min(received_at) as at from event_log
      where workspace_id = $1 and transaction_id = any($2::xid8[]) and stream = any($3) group by stream`,
    values: [workspaceId, [...new Set(news.map(({ cursor }) => cursor.transaction))], [...new Set(news.map(({ id }) => `ticket/${id}`))]],
  });
  return new Map(rows.map((row) => [row.ticket, row.at.getTime()]));
}

/** Whether its timers are those of all tickets; a part of them is made where they are not. */
export async function areMade(
  queryable: Queryable,
  workspaceId: string,
  automation: Timed,
  { calendars, calendarVersions }: { readonly calendars: Calendars; readonly calendarVersions: ReadonlyMap<string, number> },
): Promise<boolean> {
  const { since, seconds, calendar } = automation.spec.trigger;
  const wanted = JSON.stringify([since, seconds, calendar, calendar === null ? null : (calendarVersions.get(calendar) ?? null)]);
  const { rows } = await queryable.query<{ of: string | null; after: string | null }>(
    'select timers_of as of, seed_after as after from automation where workspace_id = $1 and id = $2',
    [workspaceId, automation.id],
  );
  let after = rows[0]?.after ?? null;
  if (rows[0]?.of !== wanted) {
    after = '';
    await queryable.query('delete from automation_timer where workspace_id = $1 and automation = $2', [workspaceId, automation.id]);
    await keepPlace(queryable, workspaceId, automation.id, wanted, after);
  }
  for (let page = 0; page < PAGES && after !== null; page += 1) {
    const ids: readonly StateRow[] = await nextTickets(queryable, workspaceId, after);
    await write(
      queryable,
      workspaceId,
      timersOf([automation], ids, calendars, ({ lookedUntil }) => at(lookedUntil)),
    );
    after = ids.length < PAGE ? null : ids.at(-1)!.id;
    await keepPlace(queryable, workspaceId, automation.id, wanted, after);
  }
  return after === null;
}

const keepPlace = (queryable: Queryable, workspaceId: string, id: string, of: string, after: string | null) =>
  queryable.query('update automation set timers_of = $3, seed_after = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    of,
    after,
  ]);

async function nextTickets(queryable: Queryable, workspaceId: string, after: string): Promise<StateRow[]> {
  const { rows } = await queryable.query<StateRow>(
    `select id, state from ticket where workspace_id = $1 and not hidden and status in ('new', 'open', 'pending', 'on_hold') and id > $2 order by id limit ${PAGE}`,
    [workspaceId, after],
  );
  return rows;
}
