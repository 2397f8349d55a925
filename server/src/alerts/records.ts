/** Alerts as PostgreSQL keeps them, read into the state that the domain steps through, and written back. */
import type { AlertState, AlertStatus, Figure, Happened, Unusual } from '@watchdesk/domain/alerting';
import { MOST_TICKETS } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { NONE } from '../metrics/index.ts';
import type { Queryable } from './rules.ts';

export interface Evidence {
  readonly figure: Figure | null;
  readonly unusual: Unusual | null;
  /** Of a rule on what happens: what began it. */
  readonly happened?: Happened;
}

export interface AlertRecord {
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly key: string;
  /** What all of its notices belong to: that of its promise where it is about one, otherwise its own. */
  readonly thread: string;
  /** What it is about of what its rule divides by: the id, and what that is called. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly evidence: Evidence | null;
  readonly silent: boolean;
  /** Nobody was told of it in time, and its incident goes on: a page of the incident tells it (owed.ts). */
  readonly owed: boolean;
  readonly moments: number;
  readonly state: AlertState;
}

/** A row as it is read. */
export interface StoredAlert {
  id: string;
  rule: string;
  rule_version: number;
  key: string;
  thread: string;
  group_id: string | null;
  group_name: string | null;
  severity: AlertRecord['severity'];
  status: AlertStatus;
  since: Date;
  fired_at: Date | null;
  ended_at: Date | null;
  quiet_at: Date | null;
  snoozed_until: Date | null;
  heard_at: Date;
  times: number;
  figure: Evidence | null;
  silent: boolean;
  owed: boolean;
  moments: number;
  members: string[];
}

/** Of an alert `a`. */
export const THREAD = `coalesce(a.thread, 'alert:' || a.id)`;
export const ROW_COLUMNS = `a.id, a.rule, a.rule_version, a.key, ${THREAD} as thread, a.group_id, a.group_name, a.severity, a.status, a.since, a.fired_at, a.ended_at, a.quiet_at,
  a.snoozed_until, a.heard_at, a.times, a.figure, a.silent, a.owed, a.moments,
  array(select m.member from alert_member m where m.workspace_id = a.workspace_id and m.alert = a.id and m.released_at is null order by m.since, m.member) as members`;
const SELECT = `select ${ROW_COLUMNS}`;

/** Of one whose name nobody knows. */
const nameOfGroup = (id: string): string => (id === '' ? NONE : id);
const ms = (at: Date | null): number | null => at && at.getTime();
const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

export const readRow = (row: StoredAlert): AlertRecord => ({
  id: row.id,
  rule: row.rule,
  ruleVersion: row.rule_version,
  key: row.key,
  thread: row.thread,
  group: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? nameOfGroup(row.group_id) },
  severity: row.severity,
  evidence: row.figure,
  silent: row.silent,
  owed: row.owed,
  moments: row.moments,
  state: {
    status: row.status,
    since: row.since.getTime(),
    firedAt: ms(row.fired_at),
    endedAt: ms(row.ended_at),
    members: row.members,
    quietAt: ms(row.quiet_at),
    snoozedUntil: ms(row.snoozed_until),
    at: row.heard_at.getTime(),
    times: row.times,
  },
});

/** Those of these rules and keys that are not finished, and those of the same promises, locked in one order so that nobody waits in a ring. */
export async function lockOpen(
  client: pg.ClientBase,
  workspaceId: string,
  wanted: readonly { rule: string; key: string }[],
  threads: readonly string[],
): Promise<AlertRecord[]> {
  const { rows } = await client.query<StoredAlert>({
    name: 'lock-open-alerts',
    text: `with named as (
        select a.id, a.thread from alert a join unnest($2::text[], $3::text[]) as wanted(rule, key) on a.rule = wanted.rule and a.key = wanted.key
        where a.workspace_id = $1 and not a.finished)
      ${SELECT} from alert a where a.workspace_id = $1 and not a.finished and a.id in (
        select id from named union select o.id from alert o where o.workspace_id = $1 and not o.finished
          and o.thread in (select unnest($4::text[]) union select thread from named))
      order by a.id for update of a`,
    values: [workspaceId, wanted.map(({ rule }) => rule), wanted.map(({ key }) => key), threads],
  });
  return rows.map(readRow);
}

/** That are not finished, of one rule. */
export async function lockOpenOfRule(client: pg.ClientBase, workspaceId: string, rule: string): Promise<AlertRecord[]> {
  const { rows } = await client.query<StoredAlert>(
    `${SELECT} from alert a where a.workspace_id = $1 and a.rule = $2 and not a.finished order by a.id for update of a`,
    [workspaceId, rule],
  );
  return rows.map(readRow);
}

export async function lockAlert(client: pg.ClientBase, workspaceId: string, id: string): Promise<AlertRecord | undefined> {
  const { rows } = await client.query<StoredAlert>(`${SELECT} from alert a where a.workspace_id = $1 and a.id = $2 for update of a`, [
    workspaceId,
    id,
  ]);
  return rows[0] && readRow(rows[0]);
}

/** The open alerts that these tickets hold, by what they hold them with. */
export async function heldBy(queryable: Queryable, workspaceId: string, tickets: readonly string[]) {
  const { rows } = await queryable.query<{ rule: string; key: string; member: string; ticket: string }>({
    name: 'alerts-held-by',
    text: `select a.rule, a.key, m.member, m.ticket from alert_member m join alert a on a.workspace_id = m.workspace_id and a.id = m.alert
      where m.workspace_id = $1 and m.ticket = any($2) and m.released_at is null and not a.finished`,
    values: [workspaceId, tickets],
  });
  return rows;
}

/** The alerts in force that these tickets hold, each with its ticket. */
export async function openOfTickets(
  queryable: Queryable,
  workspaceId: string,
  tickets: readonly string[],
): Promise<{ ticket: string; record: AlertRecord }[]> {
  const { rows } = await queryable.query<StoredAlert & { ticket: string }>({
    name: 'alerts-in-force-of-tickets',
    text: `${SELECT}, h.ticket from alert a
      join (select distinct alert, ticket from alert_member where workspace_id = $1 and ticket = any($2) and released_at is null) h on h.alert = a.id
      where a.workspace_id = $1 and a.status in ('firing', 'acknowledged', 'snoozed') order by a.id`,
    values: [workspaceId, tickets],
  });
  return rows.map((row) => ({ ticket: row.ticket, record: readRow(row) }));
}

export interface Written extends AlertRecord {
  readonly tickAt: number | null;
  readonly finished: boolean;
}

/** As they are now. */
export async function writeAlerts(client: pg.ClientBase, workspaceId: string, alerts: readonly Written[]): Promise<void> {
  if (alerts.length === 0) return;
  await client.query({
    name: 'write-alerts',
    text: `insert into alert (workspace_id, id, rule, rule_version, key, thread, group_id, group_name, severity, status, since, fired_at, ended_at, quiet_at, snoozed_until, heard_at, times, tick_at, figure, silent, owed, moments, finished)
      select $1, r.id, r.rule, r.rule_version, r.key, r.thread, r.group_id, r.group_name, r.severity, r.status, r.since, r.fired_at, r.ended_at, r.quiet_at, r.snoozed_until, r.heard_at, r.times, r.tick_at, r.figure, r.silent, r.owed, r.moments, r.finished
      from json_populate_recordset(null::alert, $2) as r
      on conflict (workspace_id, id) do update set status = excluded.status, fired_at = excluded.fired_at, ended_at = excluded.ended_at, quiet_at = excluded.quiet_at,
        snoozed_until = excluded.snoozed_until, heard_at = excluded.heard_at, times = excluded.times, tick_at = excluded.tick_at, figure = excluded.figure, silent = excluded.silent,
        owed = excluded.owed, moments = excluded.moments, finished = excluded.finished`,
    values: [workspaceId, JSON.stringify(alerts.map(rowOf))],
  });
}

const rowOf = ({ state, evidence, ...alert }: Written) => ({
  id: alert.id,
  rule: alert.rule,
  rule_version: alert.ruleVersion,
  key: alert.key,
  thread: alert.thread,
  group_id: alert.group?.id ?? null,
  group_name: alert.group?.name ?? null,
  severity: alert.severity,
  status: state.status,
  since: dateOf(state.since),
  fired_at: dateOf(state.firedAt),
  ended_at: dateOf(state.endedAt),
  quiet_at: dateOf(state.quietAt),
  snoozed_until: dateOf(state.snoozedUntil),
  heard_at: dateOf(state.at),
  times: state.times,
  tick_at: dateOf(alert.tickAt),
  figure: evidence,
  silent: alert.silent,
  owed: alert.owed,
  moments: alert.moments,
  finished: alert.finished,
});

export interface MomentRow {
  readonly alert: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string | null;
  readonly note: string | null;
}

export async function writeMoments(client: pg.ClientBase, workspaceId: string, moments: readonly MomentRow[]): Promise<void> {
  if (moments.length === 0) return;
  await client.query({
    name: 'write-alert-moments',
    text: `insert into alert_moment (workspace_id, alert, ordinal, kind, at, actor, note)
      select $1, alert, ordinal, kind, to_timestamp(at / 1000.0), actor, note
      from json_to_recordset($2) as r(alert text, ordinal int, kind text, at float8, actor text, note text)`,
    values: [workspaceId, JSON.stringify(moments)],
  });
}

export interface MemberRow {
  readonly alert: string;
  readonly member: string;
  readonly ticket: string | null;
  readonly since: number;
  /** Null while it holds the alert. */
  readonly releasedAt: number | null;
}

export async function writeMembers(client: pg.ClientBase, workspaceId: string, members: readonly MemberRow[]): Promise<void> {
  if (members.length === 0) return;
  await client.query({
    name: 'write-alert-members',
    text: `insert into alert_member as m (workspace_id, alert, member, ticket, since, released_at)
      select $1, alert, member, ticket, to_timestamp(since / 1000.0), to_timestamp(released / 1000.0)
      from json_to_recordset($2) as r(alert text, member text, ticket text, since float8, released float8)
      on conflict (workspace_id, alert, member) do update set released_at = excluded.released_at`,
    values: [workspaceId, JSON.stringify(members.map(({ releasedAt, ...member }) => ({ ...member, released: releasedAt })))],
  });
}

/** The first ticket of each, what it holds the alert with, how many tickets there are, those that came first, and of those that hold it or have made it. */
export async function ticketsOf(queryable: Queryable, workspaceId: string, alerts: readonly string[]) {
  const { rows } = await queryable.query<{
    alert: string;
    first: string;
    member: string;
    count: number;
    all: string[];
    holding: string[] | null;
  }>({
    name: 'tickets-of-alerts',
    text: `select alert, (array_agg(ticket order by since, member))[1] as first, (array_agg(member order by since, member))[1] as member, count(distinct ticket)::int as count,
        (array_agg(ticket order by since, member))[1:${MOST_TICKETS}] as all,
        (array_agg(ticket order by since, member) filter (where released_at is null or member = 'of ' || ticket))[1:${MOST_TICKETS}] as holding from alert_member
      where workspace_id = $1 and alert = any($2) and ticket is not null group by alert`,
    values: [workspaceId, alerts],
  });
  return new Map(
    rows.map(({ alert, all, holding, ...rest }) => [alert, { ...rest, all: [...new Set(all)], holding: [...new Set(holding ?? [])] }]),
  );
}
