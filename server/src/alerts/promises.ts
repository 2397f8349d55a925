/**
 * The alerts that are open, as they are stepped, by their rules and by the promises that they are about: a step of a promise takes the place of those before it
 * (docs/adr/0043). One that nobody was told of takes the place of none that somebody was told of.
 */
import { isBeyond, isOfOnePromise, isRuleOf, overtakes, type Rule, type SlaStep } from '@watchdesk/domain/alerting';
import type { AlertRecord } from './records.ts';
import type { Queryable } from './rules.ts';

interface OfRule {
  readonly rule: Rule;
  readonly record: AlertRecord;
}

/** `ruleOf`: the rule of an alert as it is now. */
export function createOpen(records: readonly AlertRecord[], ruleOf: (id: string) => Rule | undefined) {
  const nameOf = (rule: string, key: string) => `${rule} ${key}`;
  const byName = new Map<string, AlertRecord>();
  const byThread = new Map<string, Set<string>>();
  const put = (rule: string, key: string, record: AlertRecord | null): void => {
    const name = nameOf(rule, key);
    const before = byName.get(name);
    if (before && before.id !== record?.id) byThread.get(before.thread)?.delete(name);
    if (record === null) return void byName.delete(name);
    byName.set(name, record);
    byThread.set(record.thread, (byThread.get(record.thread) ?? new Set()).add(name));
  };
  for (const record of records) put(record.rule, record.key, record);
  const inThread = (thread: string): OfRule[] =>
    [...(byThread.get(thread) ?? [])].flatMap((name) => {
      const record = byName.get(name)!;
      const rule = ruleOf(record.rule);
      return rule ? [{ rule, record }] : [];
    });

  return {
    of: (rule: string, key: string): AlertRecord | null => byName.get(nameOf(rule, key)) ?? null,
    /** As it is after a step; null where nothing holds it any more. */
    put,
    /** Whether a further step of the promise has fired, so that an earlier one says nothing new: one of which somebody was told, or where nobody is told of this one either. */
    isOvertaken: ({ spec }: Rule, thread: string | null, isSilent: boolean): boolean =>
      thread !== null &&
      inThread(thread).some(
        ({ rule, record }) => overtakes(rule.spec, spec) && record.state.firedAt !== null && (isSilent || !record.silent),
      ),
    /** Those whose place it takes, now that it fires. */
    overtakenBy: ({ spec }: Rule, { id, thread, silent }: AlertRecord): OfRule[] =>
      inThread(thread).filter(({ rule, record }) => record.id !== id && overtakes(spec, rule.spec) && (!silent || record.silent)),
  };
}

/** An alert on another step of the same promise. */
export interface OnPromise {
  readonly id: string;
  /** What its rule is called. */
  readonly name: string;
}

interface Others {
  /** On the steps before: those whose place it has taken. */
  readonly earlier: readonly OnPromise[];
  /** On the furthest step after, which has taken its place; null where there is none. */
  readonly further: OnPromise | null;
}
export const ALONE: Others = { earlier: [], further: null };

/** The alerts of the same promise as each of these, by its id; one that is its own conversation has no entry. */
export async function othersOf(
  queryable: Queryable,
  workspaceId: string,
  alerts: readonly { readonly record: AlertRecord; readonly rule: Pick<Rule, 'spec'> }[],
): Promise<ReadonlyMap<string, Others>> {
  const ofPromises = alerts.filter(({ rule, record }) => isOfOnePromise(rule.spec) && record.thread !== `alert:${record.id}`);
  if (ofPromises.length === 0) return new Map();
  const { rows } = await queryable.query<OnPromise & { thread: string; step: SlaStep }>({
    name: 'alerts-of-promises',
    text: `select a.id, a.thread, v.spec->'subject'->'step' as step, v.spec->>'name' as name from alert a
      join alert_rule_version v on v.workspace_id = a.workspace_id and v.id = a.rule and v.version = a.rule_version
      where a.workspace_id = $1 and a.thread = any($2) order by a.since, a.id`,
    values: [workspaceId, [...new Set(ofPromises.map(({ record }) => record.thread))]],
  });
  const byThread = Map.groupBy(rows, ({ thread }) => thread);
  return new Map(
    ofPromises.map(({ record, rule: { spec } }) => {
      const step = isRuleOf(spec, 'sla') ? spec.subject.step : 50;
      const others = byThread.get(record.thread) ?? [];
      const beyond = others.filter((one) => isBeyond(one.step, step)).toSorted((a, b) => (isBeyond(a.step, b.step) ? -1 : 1));
      const named = ({ id, name }: OnPromise): OnPromise => ({ id, name });
      const further = beyond[0] ? named(beyond[0]) : null;
      return [record.id, { earlier: others.filter((one) => isBeyond(step, one.step)).map(named), further }];
    }),
  );
}
