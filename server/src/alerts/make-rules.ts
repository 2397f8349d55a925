/** Rules made, changed, enabled and removed: each time a version, in the audit log, and with what becomes of the alerts there are. */
import { randomUUID } from 'node:crypto';
import { isRuleOf, type Rule, type RuleSpec, ruleSentence, stepAlert, TEMPLATES, termsOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { createKeeping, type Heard, hearAll } from './hear.ts';
import { type Telling } from './tell.ts';
import { lockOpenOfRule } from './records.ts';
import { unlookedSince } from './readings.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { takeRules } from './rules-lock.ts';
import { addRule, addRuleVersion, countRules, markRemoved, ruleOf, type RuleRecord, rulesOf, ruleVersions } from './rules.ts';
import { seedTimers, unseed } from './seed-timers.ts';
import { refuseBeyond, type RuleMaker } from './whose.ts';

export interface Maker extends RuleMaker {
  readonly workspaceId: string;
  readonly who: Who;
}

interface RuleParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly ruleSets: RuleSets;
  readonly telling: Telling;
  /** Throws a refusal with the field of what cannot be asked of the catalogue. */
  readonly checkSubject: (maker: Maker, spec: RuleSpec) => Promise<void>;
}

/** As many as the evaluation is measured with. */
const MOST_RULES = 10_000;

export function createRules({ postgres, clock, ruleSets, telling, checkSubject }: RuleParts) {
  const { pool } = postgres;

  const checked = async (maker: Maker, spec: RuleSpec): Promise<void> => {
    refuseBeyond(maker, spec);
    await checkSubject(maker, spec);
    const set = await ruleSets.of(pool, maker.workspaceId);
    const known = (field: string, id: string | null) => {
      if (id !== null && set.hours(id) === null) throw invalid(field, 'must be a calendar of the workspace');
    };
    known('rule.activeHours', spec.activeHours);
    if (isRuleOf(spec, 'absence')) known('rule.subject.calendar', spec.subject.calendar);
  };

  const keep = async (client: pg.PoolClient, { workspaceId, who }: Maker, before: RuleRecord | null, id: string, spec: RuleSpec) => {
    const savedAt = new Date(clock.now());
    await addRuleVersion(client, workspaceId, id, { version: (before?.version ?? 0) + 1, spec, savedAt, savedBy: who.name });
    await appendAudit(
      client,
      { workspaceId, who, now: clock.now() },
      { action: 'alert_rule.saved', subject: { kind: 'alert_rule', id, name: spec.name }, before: before?.spec ?? null, after: spec },
    );
    await ring(client, 'alerts', workspaceId);
  };

  /** Its alerts were of what it watched before. */
  const supersede = async (client: pg.PoolClient, workspaceId: string, rule: Rule) => {
    const keeping = createKeeping();
    const at = clock.now();
    for (const record of await lockOpenOfRule(client, workspaceId, rule.id)) {
      const stepped = stepAlert(termsOf(rule.spec), record.state, { type: 'supersede', at });
      keeping.take({ rule, record, key: record.key, stepped, at, hours: null });
    }
    await keeping.write(client, workspaceId, telling);
  };

  /** What waits until the rule may fire looks again at when that is. */
  const tick = async (client: pg.PoolClient, workspaceId: string, rule: Rule, { hoursOf, byId }: RuleSet) => {
    const at = clock.now();
    const waiting = (await lockOpenOfRule(client, workspaceId, rule.id)).filter(({ state }) => state.status === 'pending');
    const heard = waiting.map(({ key }): Heard => ({ rule, signal: { type: 'tick', at, key } }));
    await hearAll(client, workspaceId, heard, { hoursOf: ({ spec }) => hoursOf(spec), ruleOf: (id) => byId.get(id), telling });
  };

  /** Of a rule that is new or another now. What goes wrong here, the next look does. */
  const seed = (workspaceId: string, rule: string): Promise<void> => seedTimers(postgres, ruleSets, workspaceId, rule).catch(() => {});

  const get = async (workspaceId: string, id: string) => viewOf(await ruleOf(pool, workspaceId, id), clock.now());

  /** `isChecked` false: it is made quiet, which a rule can be whose field or calendar is there no more. */
  const change = async (
    maker: Maker,
    id: string,
    base: number | undefined,
    changed: (before: RuleSpec) => RuleSpec,
    { isChecked = true }: { readonly isChecked?: boolean } = {},
  ) => {
    const { workspaceId } = maker;
    const draft = changed((await ruleOf(pool, workspaceId, id)).spec);
    if (isChecked) await checked(maker, draft);
    // Read outside: what the transaction may yet undo is not to be kept as known.
    const set = await ruleSets.of(pool, workspaceId);
    const isAnother = await inTransaction(pool, async (client) => {
      await takeRules(client, workspaceId);
      const before = await ruleOf(client, workspaceId, id, 'for update of r');
      refuseBeyond(maker, before.spec);
      refuseOvertaken(before.version, base);
      const spec = changed(before.spec);
      await keep(client, maker, before, id, spec);
      // One that was set aside begins anew: what it has missed meanwhile it cannot know.
      const differs = before.setAsideAt !== null || !watchesTheSame(before.spec, spec);
      if (differs) {
        await supersede(client, workspaceId, before);
        await client.query('delete from alert_timer where workspace_id = $1 and rule = $2', [workspaceId, id]);
        await unseed(client, workspaceId, id);
      } else await tick(client, workspaceId, { id, version: before.version + 1, spec }, set);
      return differs;
    });
    if (isAnother) await seed(workspaceId, id);
    return get(workspaceId, id);
  };

  return {
    get,
    async list(workspaceId: string) {
      return (await rulesOf(pool, workspaceId)).map((rule) => viewOf(rule, clock.now()));
    },
    async versions(workspaceId: string, id: string) {
      await ruleOf(pool, workspaceId, id);
      return (await ruleVersions(pool, workspaceId, id)).map(({ savedAt, ...version }) => ({ ...version, savedAt: savedAt.toISOString() }));
    },
    async create(maker: Maker, spec: RuleSpec) {
      await checked(maker, spec);
      const id = randomUUID();
      await inTransaction(pool, async (client) => {
        await client.query('select from workspace where workspace_id = $1 for update', [maker.workspaceId]);
        if ((await countRules(client, maker.workspaceId)) >= MOST_RULES)
          throw new Refusal('not_possible', `There are ${MOST_RULES} rules; remove one first.`);
        await addRule(client, maker.workspaceId, id, new Date(clock.now()));
        await keep(client, maker, null, id, spec);
        await unseed(client, maker.workspaceId, id);
      });
      await seed(maker.workspaceId, id);
      return get(maker.workspaceId, id);
    },
    save: (maker: Maker, id: string, spec: RuleSpec, base: number | undefined) => change(maker, id, base, () => spec),
    enable: (maker: Maker, id: string, enabled: boolean) =>
      change(maker, id, undefined, (before) => ({ ...before, enabled }), { isChecked: enabled }),
    snooze: (maker: Maker, id: string, snoozedUntil: number | null) =>
      change(maker, id, undefined, (before) => ({ ...before, snoozedUntil }), { isChecked: false }),
    async remove(maker: Maker, id: string): Promise<void> {
      const { workspaceId, who } = maker;
      await inTransaction(pool, async (client) => {
        await takeRules(client, workspaceId);
        const before = await ruleOf(client, workspaceId, id, 'for update of r');
        refuseBeyond(maker, before.spec);
        await supersede(client, workspaceId, before);
        await markRemoved(client, workspaceId, id, new Date(clock.now()));
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'alert_rule.removed', subject: { kind: 'alert_rule', id, name: before.spec.name }, before: before.spec },
        );
        await ring(client, 'alerts', workspaceId);
      });
    },
    /** The standard rules, and which of them the workspace has made its own. */
    async templates(workspaceId: string) {
      const rules = await rulesOf(pool, workspaceId);
      return TEMPLATES.map(({ id, group, spec }) => ({
        id,
        group,
        spec,
        rules: rules.filter(({ spec: { template } }) => template === id).map((rule) => rule.id),
      }));
    },
  };
}

function viewOf({ createdAt, savedAt, setAsideAt, readAt, ...rule }: RuleRecord, now: number) {
  const lookedAt = Math.max(savedAt.getTime(), readAt?.getTime() ?? 0);
  const since = setAsideAt === null ? unlookedSince(rule, lookedAt, now) : null;
  return {
    ...rule,
    setAsideAt: setAsideAt?.toISOString() ?? null,
    unlookedSince: since === null ? null : new Date(since).toISOString(),
    sentence: ruleSentence(rule.spec),
    createdAt: createdAt.toISOString(),
    savedAt: savedAt.toISOString(),
  };
}

/** Its name, who is told and when may be others. */
const watchesTheSame = (before: RuleSpec, after: RuleSpec): boolean => {
  const watched = ({ enabled, subject, condition, dedupe }: RuleSpec) => JSON.stringify([enabled, subject, condition, dedupe]);
  return watched(before) === watched(after);
};
