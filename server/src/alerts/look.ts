/**
 * Looks at rules as time passes: numbers at their instants, as far as the facts go; schedules when they are due; connections every
 * minute. One process does it, by a lock. The instant a rule was looked at for is kept in the transaction that writes what it heard.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isRuleOf, type Rule, type RuleOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { type Metrics, zoneOfWorkspace } from '../metrics/index.ts';
import { asOnly, inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { countUntold, tellDigests } from './digest.ts';
import { type Heard, hearAll } from './hear.ts';
import { type Telling } from './tell.ts';
import {
  asksFacts,
  type ConnectionSeen,
  heardOfConnections,
  heardOfSchedule,
  instantOf,
  isTimed,
  firstHourOf,
  type NumbersRead,
  readNumbers,
  type Timed,
} from './readings.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { holdRules } from './rules-lock.ts';
import { seedTimers, unseed } from './seed-timers.ts';

const LOCK = 7_274_537;
const PACE_MS = 2_000;
const RETRY_MS = 5_000;
/** So many pages of tickets a new rule looks at in one look, so that a large workspace holds up no other. */
const SEEDED_AT_ONCE = 10;

export interface LookParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly ruleSets: RuleSets;
  readonly telling: Telling;
  readonly query: Metrics['query'];
  /** Everything accepted before this instant is in the facts. */
  readonly factsAsOf: () => Promise<number>;
  readonly connectionsOf: (workspaceId: string) => Promise<readonly ConnectionSeen[]>;
  readonly onTrouble: (error: unknown) => void;
}

/** How far a rule has been looked at. */
interface RuleState {
  readonly readAt: number | null;
  readonly untold: number;
  /** The last ticket that it has looked at of those there are, and by which version of its calendar. */
  readonly seedAfter: string | null;
  readonly seededBy: number | null;
}

export function createLook(parts: LookParts) {
  const { postgres, clock, ruleSets, telling, query, factsAsOf, connectionsOf, onTrouble } = parts;
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      let wait = RETRY_MS;
      await asOnly(pool, { number: LOCK }, async ({ check }) => {
        while (!signal.aborted) {
          await lookOnce();
          await check();
          await sleep(PACE_MS, undefined, { signal }).catch(() => {});
        }
        wait = 0;
      }).catch(onTrouble);
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  /** Whatever goes wrong in one workspace leaves the others alone. */
  const lookOnce = async (): Promise<void> => {
    const { rows } = await acrossWorkspaces(() =>
      pool.query<{ workspace: string }>('select distinct workspace_id as workspace from alert_rule where removed_at is null'),
    );
    const asOf = await factsAsOf();
    for (const { workspace } of rows) await withinWorkspace(workspace, () => lookAt(workspace, asOf)).catch(onTrouble);
  };

  const lookAt = async (workspaceId: string, asOf: number): Promise<void> => {
    const set = await ruleSets.of(pool, workspaceId);
    const states = await statesOf(workspaceId);
    await seedAll(workspaceId, set, states);
    const timed = set.rules.filter(isTimed);
    if (timed.length === 0) return;
    const now = clock.now();
    const due = timed.flatMap((rule) => {
      const at = instantOf(rule, now, asOf, states.get(rule.id)?.readAt ?? null);
      return at === null ? [] : [{ rule, at }];
    });
    // A schedule that is seen for the first time is counted from now on.
    const begun = timed.filter(({ id, spec }) => isRuleOf(spec, 'schedule') && !states.get(id)?.readAt).map((rule) => ({ rule, at: now }));
    // A schedule that has come several times in a stop is told of once it has caught up.
    const late = timed
      .filter((rule) => (states.get(rule.id)?.untold ?? 0) > 0 && !due.some((one) => one.rule === rule))
      .map(({ id }) => id);
    if (late.length > 0)
      await acrossWorkspaces(() =>
        inTransaction(pool, (client) => tellDigests(client, workspaceId, { set, telling, now, wanted: (id) => late.includes(id) })),
      );
    if (due.length + begun.length === 0) return;
    const { heard, faults } = await heardAt(workspaceId, due, now);
    // What the catalogue refuses, it refuses at the next instant too; what failed otherwise is read again.
    const failed = [...faults].filter(([, fault]) => !(fault instanceof Refusal));
    if (failed[0]) onTrouble(failed[0][1]);
    const seen = [...due, ...begun].filter(({ rule }) => !failed.some(([one]) => one === rule));
    const keep = (some: typeof seen) =>
      acrossWorkspaces(() => inTransaction(pool, (client) => write(client, workspaceId, set, some, heard, faults)));
    try {
      await keep(seen);
    } catch (error) {
      if (seen.length < 2) throw error;
      for (const one of seen) await keep([one]).catch(onTrouble);
    }
  };

  /** Rules on what is missed that have not looked at all tickets, or did by another calendar. */
  const seedAll = async (workspaceId: string, set: RuleSet, states: ReadonlyMap<string, RuleState>): Promise<void> => {
    for (const { id, spec } of set.absences) {
      const { seedAfter = null, seededBy = null } = states.get(id) ?? {};
      const isOutdated = seededBy !== set.calendarVersion(spec.subject.calendar);
      if (seedAfter === null && !isOutdated) continue;
      if (seedAfter === null) await unseed(pool, workspaceId, id);
      await seedTimers(postgres, ruleSets, workspaceId, id, SEEDED_AT_ONCE).catch(onTrouble);
    }
  };

  /** What these rules heard, and for which instant each was looked at. */
  const write = async (
    client: pg.PoolClient,
    workspaceId: string,
    set: RuleSet,
    seen: readonly { rule: Timed; at: number }[],
    heard: readonly Heard[],
    faults: ReadonlyMap<Rule, unknown>,
  ): Promise<void> => {
    await holdRules(client, workspaceId);
    // Changed while it was read: the next look goes by what they say now.
    if ((await ruleSets.of(client, workspaceId)) !== set) return;
    await client.query(
      `update alert_rule r set read_at = greatest(r.read_at, to_timestamp(n.at / 1000.0)), fault = n.fault
       from unnest($2::text[], $3::float8[], $4::text[]) as n(id, at, fault) where r.workspace_id = $1 and r.id = n.id`,
      [
        workspaceId,
        seen.map(({ rule }) => rule.id),
        seen.map(({ at }) => at),
        seen.map(({ rule }) => (faults.has(rule) ? (faults.get(rule) as Refusal).message : null)),
      ],
    );
    const ofThese = new Set<Rule>(seen.map(({ rule }) => rule));
    const { silenced } = await hearAll(
      client,
      workspaceId,
      heard.filter(({ rule }) => ofThese.has(rule)),
      { hoursOf: (rule) => set.hoursOf(rule.spec), ruleOf: (id) => set.byId.get(id), telling },
    );
    await countUntold(client, workspaceId, silenced);
  };

  const heardAt = async (workspaceId: string, due: readonly { rule: Timed; at: number }[], now: number): Promise<NumbersRead> => {
    const numbers = due.filter(({ rule }) => asksFacts(rule));
    const open = await openGroupsOf(
      workspaceId,
      due.map(({ rule }) => rule.id),
    );
    const readings = {
      query,
      timeZone: await zoneOfWorkspace(postgres, workspaceId),
      knownSince: numbers.some(({ rule }) => isRuleOf(rule.spec, 'anomaly')) ? await firstHourOf(postgres, workspaceId) : 0,
      openGroups: (rule: string) => open.get(rule) ?? [],
    };
    const heard: Heard[] = [];
    const faults = new Map<Rule, unknown>();
    for (const [at, same] of Map.groupBy(numbers, (one) => one.at)) {
      const rules = same.map(({ rule }) => rule as Rule<RuleOf<'metric'> | RuleOf<'anomaly'>>);
      const read = await readNumbers(readings, workspaceId, rules, at);
      heard.push(...read.heard);
      for (const [rule, fault] of read.faults) faults.set(rule, fault);
    }
    const ofConnections = due.filter(({ rule }) => isRuleOf(rule.spec, 'connection'));
    const seen = ofConnections.length === 0 ? [] : await connectionsOf(workspaceId);
    for (const { rule, at } of ofConnections)
      heard.push(...heardOfConnections(rule as Rule<RuleOf<'connection'>>, seen, open.get(rule.id) ?? [], at));
    for (const { rule, at } of due) if (isRuleOf(rule.spec, 'schedule')) heard.push(heardOfSchedule(rule, at, now));
    return { heard, faults };
  };

  const statesOf = async (workspaceId: string): Promise<Map<string, RuleState>> => {
    const { rows } = await pool.query<Omit<RuleState, 'readAt'> & { id: string; at: Date | null }>(
      'select id, read_at as at, untold, seed_after as "seedAfter", seeded_by as "seededBy" from alert_rule where workspace_id = $1 and removed_at is null',
      [workspaceId],
    );
    return new Map(rows.map(({ id, at, ...state }) => [id, { ...state, readAt: at && at.getTime() }]));
  };

  const openGroupsOf = async (workspaceId: string, rules: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> => {
    if (rules.length === 0) return new Map();
    const { rows } = await pool.query<{ rule: string; id: string; name: string }>(
      'select rule, group_id as id, coalesce(group_name, group_id) as name from alert where workspace_id = $1 and rule = any($2) and not finished and group_id is not null',
      [workspaceId, rules],
    );
    return new Map([...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, own]) => [rule, own]));
  };

  return {
    start() {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
    lookOnce,
  };
}
