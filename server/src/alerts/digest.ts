/**
 * One notice of what fired while nobody was there to tell it at its time: after a long stop, or of what came late. It is counted with what it
 * is counted of, and told once all of it is known.
 */
import { type NameOfValue, type Rule, ruleWords } from '@watchdesk/domain/alerting';
import { PRIORITIES } from '@watchdesk/domain/event';
import { answering, manyLines, MOST_TICKETS, type Notice, type OfMany, shortened, urgentLinks } from '@watchdesk/domain/notification';
import { ticketNumber } from '@watchdesk/domain/ticket';
import { instantWords } from '@watchdesk/domain/zone';
import type pg from 'pg';
import type { Telling } from './tell.ts';
import type { RuleSet } from './rule-sets.ts';
import { holdRules } from './rules-lock.ts';
import { ticketFacts } from './ticket-facts.ts';
import { mentionedIn, mentionedOf, toldNames } from './told-names.ts';

interface Earlier {
  readonly count: number;
  readonly now: number;
  readonly nameOf: NameOfValue;
  readonly timeZone: string;
  /** Of those that still ask for something. */
  readonly open: { readonly since: number | null; readonly tickets: readonly OfMany[] };
  /** The first few where none of them does. */
  readonly over: readonly string[];
}

const threadOf = (rule: string): string => `digest:${rule}`;

const digestOf = ({ id, version, spec }: Rule, { count, now, nameOf, timeZone, open: { since, tickets }, over }: Earlier): Notice => ({
  key: `digest:${id}:${now}`,
  thread: threadOf(id),
  event: 'fired',
  severity: spec.severity === 'critical' ? 'warning' : 'info',
  title: `${spec.name}: ${count} earlier`.slice(0, 200).toWellFormed(),
  what: `${count === 1 ? 'An alert' : `${count} alerts`} of this rule became known more than a quarter of an hour late, after a stop or because the events came late.`,
  why: { text: ruleWords({ version, spec }, nameOf) },
  advice: ['Look through them: some may still ask for something.'],
  facts: [
    { label: 'Alerts', value: String(count) },
    ...(since === null ? [] : [{ label: 'Since', value: instantWords(since, timeZone, now) }]),
    ...(tickets.length > 0 ? manyLines(tickets) : []),
    ...(over.length > 0 ? [{ label: 'Over by now', value: over.map((one) => shortened(ticketNumber(one), 100)).join(', ') }] : []),
  ],
  links: [{ label: 'Open the alerts of the rule', path: `/alerts?rule=${encodeURIComponent(id)}` }, ...urgentLinks(tickets)],
  ...(tickets.length > 0 && { tickets: tickets.map(({ ticket }) => ticket) }),
  at: now,
});

/** So many are named of those that are over. */
const NAMED = 3;

/** How often what would have been told was not, by rule. */
export async function countUntold(client: pg.ClientBase, workspaceId: string, silenced: ReadonlyMap<Rule, number>): Promise<void> {
  if (silenced.size === 0) return;
  await client.query({
    name: 'count-untold-alerts',
    text: `update alert_rule r set untold = r.untold + n.count from unnest($2::text[], $3::int[]) as n(id, count)
      where r.workspace_id = $1 and r.id = n.id`,
    values: [workspaceId, [...silenced.keys()].map(({ id }) => id), [...silenced.values()]],
  });
}

/** Where something is still to be told. */
export async function untoldWorkspaces(queryable: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>({
    name: 'untold-alerts',
    text: 'select distinct workspace_id as id from alert_rule where untold > 0',
  });
  return rows.map(({ id }) => id);
}

/** Of the rules that are `wanted`, by id; a rule that is off tells nothing. */
export async function tellDigests(
  client: pg.ClientBase,
  workspaceId: string,
  { set, telling, now, wanted }: { set: RuleSet; telling: Telling; now: number; wanted: (rule: string) => boolean },
): Promise<void> {
  await holdRules(client, workspaceId);
  const { rows } = await client.query<{ id: string; untold: number }>(
    'select id, untold from alert_rule where workspace_id = $1 and untold > 0 order by id for no key update',
    [workspaceId],
  );
  const due = rows.filter(({ id }) => wanted(id));
  if (due.length === 0) return;
  await client.query('update alert_rule set untold = 0 where workspace_id = $1 and id = any($2)', [workspaceId, due.map(({ id }) => id)]);
  for (const { id, untold } of due) {
    const rule = set.byId.get(id);
    if (!rule) continue;
    const held = await inForce(client, workspaceId, id);
    const known = await ticketFacts(
      client,
      workspaceId,
      held.map(({ ticket }) => ticket),
    );
    const nameOf = await toldNames(client, workspaceId, [
      ...mentionedIn(rule.spec),
      ...[...known.values()].flatMap(({ facts }) => mentionedOf(facts)),
    ]);
    const tickets = held.map(({ ticket }): OfMany => {
      const { priority, team } = known.get(ticket)?.facts ?? {};
      return { ticket, priority: PRIORITIES.find((one) => one === priority) ?? null, team: team ? (nameOf('team', team) ?? team) : null };
    });
    const open = { since: held[0]?.since.getTime() ?? null, tickets };
    const over = held.length > 0 ? [] : await lastOver(client, workspaceId, id, Math.min(untold, NAMED));
    const digest = digestOf(rule, { count: untold, now, nameOf, timeZone: set.timeZone, open, over });
    await telling.postAll(client, workspaceId, [{ notice: digest, audience: rule.spec.audience }]);
  }
  await settleDigests(client, workspaceId, { telling, now, rules: due.map(({ id }) => id) });
}

/** Of the rules of which nothing goes on any more that a digest told of: pagers and programs that were called are told so, and nobody else. */
export async function settleDigests(
  client: pg.ClientBase,
  workspaceId: string,
  { telling, now, rules }: { telling: Telling; now: number; rules: readonly string[] },
): Promise<void> {
  if (rules.length === 0) return;
  const { rows } = await client.query<{ body: Notice }>(
    `select last.body from unnest($2::text[]) as r(id) cross join lateral (
       select n.body from notice n where n.workspace_id = $1 and n.thread = 'digest:' || r.id order by n.place desc limit 1) last
     where last.body->>'event' <> 'resolved'
       and not exists (select from alert a where a.workspace_id = $1 and a.rule = r.id and a.silent and not a.finished)`,
    [workspaceId, rules],
  );
  const what = 'None of these asks for anything any more.';
  const over = rows.map(({ body }) => ({ settles: answering(body, 'resolved', { what, at: now }) }));
  if (over.length > 0) await telling.postAll(client, workspaceId, over);
}

/**
 * The tickets of its alerts that nobody was told of and that still ask for something, the oldest first: who has them is to hear of it. So does the step of a promise
 * whose place a further one has taken: this rule may tell others than that one's.
 */
async function inForce(client: pg.ClientBase, workspaceId: string, rule: string): Promise<{ ticket: string; since: Date }[]> {
  const { rows } = await client.query<{ ticket: string; since: Date }>(
    `select m.ticket, min(m.since) as since from alert a join alert_member m on m.workspace_id = a.workspace_id and m.alert = a.id
     where a.workspace_id = $1 and a.rule = $2 and a.silent and m.ticket is not null and (not a.finished or exists (select from alert f
       where f.workspace_id = a.workspace_id and f.thread = a.thread and f.id <> a.id and f.silent and not f.finished))
     group by m.ticket order by min(m.since), m.ticket limit ${MOST_TICKETS}`,
    [workspaceId, rule],
  );
  return rows;
}

/** The tickets of its latest alerts that nobody was told of. */
async function lastOver(client: pg.ClientBase, workspaceId: string, rule: string, most: number): Promise<string[]> {
  const { rows } = await client.query<{ ticket: string }>(
    `select m.ticket from alert a join alert_member m on m.workspace_id = a.workspace_id and m.alert = a.id
     where a.workspace_id = $1 and a.rule = $2 and a.silent and m.ticket is not null group by m.ticket order by max(a.since) desc, m.ticket limit $3`,
    [workspaceId, rule, most],
  );
  return rows.map(({ ticket }) => ticket);
}
