/** The rules of each workspace as they are evaluated: read and filed once for each revision of them. */
import {
  type AbsenceIndex,
  indexAbsences,
  indexRules,
  isRuleOf,
  type Rule,
  type RuleIndex,
  type RuleOf,
  type RuleSpec,
} from '@watchdesk/domain/alerting';
import { type Calendar, createCalendar } from '@watchdesk/domain/calendar';
import { readVersions } from '../store/rule-versions.ts';
import { type Queryable, rulesOf } from './rules.ts';

export interface RuleSet {
  /** Of the workspace. */
  readonly timeZone: string;
  /** Those that are enabled and not set aside. */
  readonly rules: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  readonly index: RuleIndex;
  readonly absences: readonly Rule<RuleOf<'absence'>>[];
  readonly absent: AbsenceIndex;
  /** The calendar of this id as it is now; null of none. */
  hours(id: string | null): Calendar | null;
  /** Its version; null of none. */
  calendarVersion(id: string | null): number | null;
  /** Of a rule's active hours. */
  hoursOf(spec: RuleSpec): Calendar | null;
}

interface Held {
  readonly revision: string;
  readonly set: RuleSet;
}

/** Workspaces beyond this many give way to each other. */
const MOST_HELD = 500;

export type RuleSets = ReturnType<typeof createRuleSets>;

export function createRuleSets() {
  const held = new Map<string, Held>();
  return {
    async of(queryable: Queryable, workspaceId: string): Promise<RuleSet> {
      const { rows } = await queryable.query<{ revision: string; timeZone: string }>({
        name: 'alert-rules-revision',
        text: `select alert_rules_revision || ' ' || rules_revision || ' ' || time_zone as revision, time_zone as "timeZone" from workspace where workspace_id = $1`,
        values: [workspaceId],
      });
      const revision = rows[0]?.revision ?? '';
      const known = held.get(workspaceId);
      if (known?.revision === revision) return known.set;
      const set = await readSet(queryable, workspaceId, rows[0]?.timeZone ?? 'UTC');
      if (held.size >= MOST_HELD) held.clear();
      held.set(workspaceId, { revision, set });
      return set;
    },
  };
}

async function readSet(queryable: Queryable, workspaceId: string, timeZone: string): Promise<RuleSet> {
  const all = await rulesOf(queryable, workspaceId);
  const rules: Rule[] = all.filter(({ spec, setAsideAt }) => spec.enabled && setAsideAt === null);
  const calendars = new Map<string, Calendar>();
  const versions = new Map<string, number>();
  // The last version of each, as they come in order.
  for (const { id, version, spec } of await readVersions(queryable, workspaceId, 'calendar')) {
    if (!spec) continue;
    calendars.set(id, createCalendar(spec));
    versions.set(id, version);
  }
  const hours = (id: string | null) => (id === null ? null : (calendars.get(id) ?? null));
  const absences = rules.filter((rule): rule is Rule<RuleOf<'absence'>> => isRuleOf(rule.spec, 'absence'));
  return {
    timeZone,
    rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    index: indexRules(rules),
    absences,
    absent: indexAbsences(absences),
    hours,
    calendarVersion: (id) => (id === null ? null : (versions.get(id) ?? null)),
    hoursOf: ({ activeHours }) => hours(activeHours),
  };
}
