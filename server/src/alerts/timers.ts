/** The timers of what is missed, and the ticks of alerts that time alone changes: written as tickets change, taken when they are due. */
import { isRuleOf, type Rule, type RuleOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import type { Heard } from './hear.ts';
import { heardOfTimer, type Timer } from './heard-events.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Queryable } from './rules.ts';
import { ticketFacts } from './ticket-facts.ts';

/** What the timers are all there are of: these tickets, of one rule or of all. */
interface TimersOf {
  readonly tickets: readonly string[];
  readonly rule?: string;
}

/** One that has come already stays so until something else is missed; the others come when the calendar now says. What is missed no more has none. */
export async function writeTimers(
  client: pg.PoolClient,
  workspaceId: string,
  timers: readonly Timer[],
  { tickets, rule }: TimersOf,
): Promise<void> {
  if (tickets.length === 0) return;
  const [rules, ofTickets] = [timers.map((one) => one.rule), timers.map(({ ticket }) => ticket)];
  if (timers.length > 0)
    await client.query({
      name: 'set-alert-timers',
      text: `insert into alert_timer as t (workspace_id, rule, ticket, since, due_at)
        select $1, rule, ticket, to_timestamp(since / 1000.0), to_timestamp(due / 1000.0)
        from unnest($2::text[], $3::text[], $4::float8[], $5::float8[]) as r(rule, ticket, since, due) order by rule, ticket
        on conflict (workspace_id, rule, ticket) do update set since = excluded.since, due_at = excluded.due_at 
          where t.since <> excluded.since or t.due_at is not null and t.due_at is distinct from excluded.due_at`,
      values: [workspaceId, rules, ofTickets, timers.map(({ since }) => since), timers.map(({ dueAt }) => dueAt)],
    });
  await client.query({
    name: 'end-alert-timers',
    text: `delete from alert_timer t where t.workspace_id = $1 and t.ticket = any($2) and ($5::text is null or t.rule = $5)
      and not exists (select from unnest($3::text[], $4::text[]) as r(rule, ticket) where r.rule = t.rule and r.ticket = t.ticket)`,
    values: [workspaceId, tickets, rules, ofTickets, rule ?? null],
  });
}

interface DueTimer {
  readonly rule: string;
  readonly ticket: string;
  readonly since: Date;
  readonly dueAt: Date;
}

/** Those that are due, which have come once the transaction commits. */
export async function takeTimers(client: pg.PoolClient, workspaceId: string, now: number, most: number): Promise<DueTimer[]> {
  const { rows } = await client.query<DueTimer>({
    name: 'take-alert-timers',
    text: `with due as (
        select workspace_id, rule, ticket, since, due_at from alert_timer where due_at <= $1 and workspace_id = $3 order by due_at limit $2 for update skip locked
      ), taken as (
        update alert_timer t set due_at = null from due d where t.workspace_id = d.workspace_id and t.rule = d.rule and t.ticket = d.ticket
      ) select rule, ticket, since, due_at as "dueAt" from due`,
    values: [new Date(now), most, workspaceId],
  });
  return rows;
}

/** Of one workspace. */
export async function heardOfTimers(
  queryable: Queryable,
  workspaceId: string,
  due: readonly DueTimer[],
  set: RuleSet,
  now: number,
): Promise<Heard[]> {
  const known = await ticketFacts(queryable, workspaceId, [...new Set(due.map(({ ticket }) => ticket))], { state: true });
  return due.flatMap(({ rule: id, ticket, since, dueAt }) => {
    const rule = set.byId.get(id);
    if (!rule || !isRuleOf(rule.spec, 'absence')) return [];
    return heardOfTimer(rule as Rule<RuleOf<'absence'>>, known.get(ticket), since.getTime(), dueAt.getTime(), now) ?? [];
  });
}

interface DueTick {
  readonly rule: string;
  readonly key: string;
  readonly at: Date;
}

/** Alerts that time alone changes now. */
export async function dueTicks(queryable: Queryable, workspaceId: string, now: number, most: number): Promise<DueTick[]> {
  const { rows } = await queryable.query<DueTick>({
    name: 'due-alert-ticks',
    text: `select rule, key, tick_at as at from alert where workspace_id = $3 and tick_at <= $1 and not finished order by tick_at limit $2`,
    values: [new Date(now), most, workspaceId],
  });
  return rows;
}

/** Those are due no more. */
export async function forgetTicks(queryable: Queryable, workspaceId: string, ticks: readonly DueTick[]): Promise<void> {
  if (ticks.length === 0) return;
  await queryable.query(
    `update alert a set tick_at = null from unnest($2::text[], $3::text[]) as tick(rule, key)
     where a.workspace_id = $1 and a.rule = tick.rule and a.key = tick.key and not a.finished`,
    [workspaceId, ticks.map(({ rule }) => rule), ticks.map(({ key }) => key)],
  );
}

/** Where either is due now, those first that have waited longest. */
export async function dueWorkspaces(queryable: Queryable, now: number): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>({
    name: 'due-alert-workspaces',
    text: `select workspace_id as id from (select workspace_id, due_at from alert_timer where due_at <= $1
      union all select workspace_id, tick_at from alert where tick_at <= $1 and not finished) due group by workspace_id order by min(due_at), workspace_id`,
    values: [new Date(now)],
  });
  return rows.map(({ id }) => id);
}

/** When the next of either is due, beside those of these workspaces; null of none. */
export async function nextDue(queryable: Queryable, beside: readonly string[]): Promise<number | null> {
  const { rows } = await queryable.query<{ at: Date | null }>({
    name: 'next-alert-due',
    text: `select least(
        (select min(due_at) from alert_timer where due_at is not null and workspace_id <> all($1)),
        (select min(tick_at) from alert where tick_at is not null and not finished and workspace_id <> all($1))) as at`,
    values: [beside],
  });
  return rows[0]?.at?.getTime() ?? null;
}
