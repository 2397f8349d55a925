/**
 * A rule on what is missed looks at the tickets there are when it is new, another, or its calendar is: what has been missed for too long already
 * is recorded, and told in one digest. How far it has come is kept with the rule, so that whoever looks next goes on where this ended.
 */
import { indexAbsences, isRuleOf, type Rule, type RuleOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { timersOf } from './heard-events.ts';
import type { RuleSets } from './rule-sets.ts';
import { ruleOf } from './rules.ts';
import { takeRules } from './rules-lock.ts';
import { ticketFacts } from './ticket-facts.ts';
import { writeTimers } from './timers.ts';

const PAGE = 500;

/** It is to look at all tickets. */
export const unseed = (queryable: Pick<pg.ClientBase, 'query'>, workspaceId: string, rule: string) =>
  queryable.query(`update alert_rule set seed_after = '' where workspace_id = $1 and id = $2`, [workspaceId, rule]);

/** So many pages of them at the most; what is left is gone on with by whoever looks next. */
export async function seedTimers(
  { pool }: Pick<Postgres, 'pool'>,
  ruleSets: RuleSets,
  workspaceId: string,
  rule: string,
  pages = Infinity,
): Promise<void> {
  for (let done = 0; done < pages; done += 1)
    if (!(await inTransaction(pool, (client) => seedPage(client, ruleSets, workspaceId, rule)))) return;
}

/** Answers whether there are more. */
async function seedPage(client: pg.PoolClient, ruleSets: RuleSets, workspaceId: string, id: string): Promise<boolean> {
  await takeRules(client, workspaceId);
  const { rows } = await client.query<{ after: string | null }>(
    'select seed_after as after from alert_rule where workspace_id = $1 and id = $2 and removed_at is null for no key update',
    [workspaceId, id],
  );
  const after = rows[0]?.after ?? null;
  if (after === null) return false;
  const rule: Rule = await ruleOf(client, workspaceId, id);
  const isWatching = isRuleOf(rule.spec, 'absence') && rule.spec.enabled;
  const set = await ruleSets.of(client, workspaceId);
  const ids = isWatching ? await nextTickets(client, workspaceId, after) : [];
  if (isWatching) {
    const known = await ticketFacts(client, workspaceId, ids, { state: true });
    const absent = indexAbsences([rule as Rule<RuleOf<'absence'>>]);
    await writeTimers(client, workspaceId, timersOf(ids, known, { absent, hours: set.hours }), { tickets: ids, rule: id });
  }
  const isLast = ids.length < PAGE;
  const calendar = isRuleOf(rule.spec, 'absence') ? rule.spec.subject.calendar : null;
  await client.query('update alert_rule set seed_after = $3, seeded_by = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    isLast ? null : ids.at(-1)!,
    set.calendarVersion(calendar),
  ]);
  return !isLast;
}

async function nextTickets(client: pg.PoolClient, workspaceId: string, after: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from ticket where workspace_id = $1 and not hidden and status in ('new', 'open', 'pending', 'on_hold') and id > $2 order by id limit ${PAGE}`,
    [workspaceId, after],
  );
  return rows.map(({ id }) => id);
}
