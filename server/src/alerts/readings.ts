/** What rules on numbers, schedules and connections hear at an instant. All of it is read, nothing written. */
import {
  everyOf,
  groupKey,
  HOUR_MS,
  isRuleOf,
  nextScheduled,
  type Rule,
  type RuleOf,
  unusualness,
  WEEK_MS,
} from '@watchdesk/domain/alerting';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import { metricOf } from '@watchdesk/domain/metrics';
import { zoneOf } from '@watchdesk/domain/zone';
import type { Metrics } from '../metrics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Heard } from './hear.ts';
import { type Asked, type Measured, measureAll } from './measure.ts';

export type Timed = Rule<RuleOf<'metric'> | RuleOf<'anomaly'> | RuleOf<'schedule'> | RuleOf<'connection'>>;
const TIMED = new Set(['metric', 'anomaly', 'schedule', 'connection']);
export const isTimed = (rule: Rule): rule is Timed => TIMED.has(rule.spec.subject.kind);
/** It asks the facts, which may be behind. */
export const asksFacts = ({ spec: { subject } }: Timed): boolean => subject.kind === 'metric' || subject.kind === 'anomaly';

const MINUTE_MS = 60_000;

/** The last instant until now at which the rule is looked at, of a schedule the next one after it was; null where none has come yet. What asks the facts is looked at as far as they go. */
export function instantOf(rule: Timed, now: number, asOf: number, readAt: number | null): number | null {
  const { subject } = rule.spec;
  if (subject.kind === 'schedule') {
    const due = nextScheduled(subject, readAt ?? now);
    return due <= now ? due : null;
  }
  const everyMs = rhythmOf(subject);
  const at = Math.floor((asksFacts(rule) ? Math.min(now, asOf) : now) / everyMs) * everyMs;
  return readAt === null || at > readAt ? at : null;
}

const rhythmOf = (subject: Exclude<Timed['spec']['subject'], { kind: 'schedule' }>): number =>
  subject.kind === 'metric' ? everyOf(subject) * 1000 : subject.kind === 'anomaly' ? HOUR_MS : MINUTE_MS;

/** So many instants in a row may be missed before it is said. */
const MISSED = 3;

/** Since when a rule that asks the facts was not looked at, where that is too long; milliseconds since 1970, `lookedAt` the last instant, or when it was saved. */
export function unlookedSince(rule: Rule, lookedAt: number, now: number): number | null {
  if (!rule.spec.enabled || !isTimed(rule) || !asksFacts(rule)) return null;
  const { subject } = rule.spec;
  return subject.kind !== 'schedule' && now - lookedAt > MISSED * rhythmOf(subject) + MINUTE_MS ? lookedAt : null;
}

export interface ConnectionSeen {
  readonly id: string;
  readonly name: string;
  /** Since when nothing has come of it, or it fails; null while it is well. */
  readonly troubledSince: number | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReadingParts {
  readonly query: Metrics['query'];
  readonly timeZone: string;
  /** Since when there are tickets: of what was before, nothing is known. */
  readonly knownSince: number;
  /** Of open alerts on numbers: the values of what each is divided by. */
  readonly openGroups: (rule: string) => readonly Named[];
}

export interface NumbersRead {
  readonly heard: readonly Heard[];
  /** Why which rule could not be read. */
  readonly faults: ReadonlyMap<Rule, unknown>;
}

/** What rules on a number hear at one instant; those of the same window at once. */
export async function readNumbers(
  parts: ReadingParts,
  workspaceId: string,
  rules: readonly Rule<RuleOf<'metric'> | RuleOf<'anomaly'>>[],
  at: number,
): Promise<NumbersRead> {
  const [metrics, anomalies] = [rules.filter(isMetric), rules.filter(isAnomaly)];
  const windows = [...Map.groupBy(metrics, ({ spec }) => spec.subject.windowSeconds)];
  const faults = new Map<Rule, unknown>();
  const isRead = (rule: Rule, answers: readonly Measured[]): boolean => {
    const failed = answers.find(({ fault }) => fault !== undefined);
    if (failed) faults.set(rule, failed.fault);
    return !failed;
  };
  const heard = await Promise.all([
    ...windows.map(async ([seconds, same]) => {
      const found = await measureAll(parts.query, workspaceId, same.map(askedBy), { from: at - seconds * 1000, to: at });
      return same.flatMap((rule, index) =>
        isRead(rule, [found[index]!]) ? levels(rule, found[index]!, at, parts.openGroups(rule.id)) : [],
      );
    }),
    ...[...Map.groupBy(anomalies, ({ spec }) => spec.subject.weeks)].map(([weeks, same]) =>
      unusualHours(parts, workspaceId, same, weeks, at, isRead),
    ),
  ]);
  return { heard: heard.flat(), faults };
}

const isMetric = (rule: Rule): rule is Rule<RuleOf<'metric'>> => isRuleOf(rule.spec, 'metric');
const isAnomaly = (rule: Rule): rule is Rule<RuleOf<'anomaly'>> => isRuleOf(rule.spec, 'anomaly');

const askedBy = ({ spec: { subject } }: Rule<RuleOf<'metric'> | RuleOf<'anomaly'>>): Asked => ({
  metric: subject.metric,
  filters: subject.filters,
  by: subject.by,
  calendar: subject.kind === 'metric' ? subject.calendar : undefined,
});

/** One of each group; of one that is gone there is no value any more. */
function levels(rule: Rule, { whole, groups }: Measured, at: number, open: readonly Named[]): Heard[] {
  if (!isDivided(rule)) return [levelOf(rule, null, whole, at)];
  const there = new Set(groups.map(({ id }) => id));
  const gone = open.filter(({ id }) => !there.has(id)).map((one) => ({ ...one, value: null, n: 0 }));
  return [...groups, ...gone].map(({ id, name, value, n }) => levelOf(rule, { id, name }, { value, n }, at));
}

const isDivided = ({ spec: { subject } }: Rule): boolean => 'by' in subject && subject.by !== undefined;

const levelOf = (
  rule: Rule,
  group: { id: string; name: string } | null,
  figure: { value: number | null; n: number },
  at: number,
): Heard => ({
  rule,
  group,
  evidence: { figure, unusual: null },
  signal: { type: 'reading', at, key: groupKey(group?.id ?? null), figure },
});

/** The hour that has just ended beside the same local hour of the weeks before. */
async function unusualHours(
  { query, timeZone, knownSince, openGroups }: ReadingParts,
  workspaceId: string,
  rules: readonly Rule<RuleOf<'anomaly'>>[],
  weeks: number,
  at: number,
  isRead: (rule: Rule, answers: readonly Measured[]) => boolean,
): Promise<Heard[]> {
  const zone = zoneOf(timeZone);
  const local = (instant: number) => zone.local(Math.floor(instant / 1000)) * 1000;
  const hour = at - HOUR_MS;
  const starts = Array.from({ length: weeks + 1 }, (_, week) =>
    week === 0 ? hour : zone.instant((local(hour) - week * WEEK_MS) / 1000)! * 1000,
  );
  const asked = rules.map(askedBy);
  const found: Measured[][] = [];
  for (const from of starts) found.push(await measureAll(query, workspaceId, asked, { from, to: from + HOUR_MS }));
  return rules.flatMap((rule, index) => {
    const answers = found.map((week) => week[index]!);
    if (!isRead(rule, answers)) return [];
    const isCount = metricOf(rule.spec.subject.metric)?.unit === 'count';
    const now = levels(rule, found[0]![index]!, at, openGroups(rule.id));
    return now.map((heard): Heard => {
      const id = heard.group?.id ?? null;
      const figureIn = ({ whole, groups }: Measured) =>
        id === null ? whole : (groups.find((one) => one.id === id) ?? { value: isCount ? 0 : null, n: 0 });
      const figure = figureIn(found[0]![index]!);
      const before = found.slice(1).map((week, place) => ({
        at: starts[place + 1]!,
        value: starts[place + 1]! < knownSince ? null : figureIn(week[index]!).value,
      }));
      const unusual = figure.value === null ? null : unusualness(before, { at: hour, value: figure.value }, weeks, local, isCount);
      const deviations = unusual?.status === 'known' ? unusual.deviations : null;
      return {
        ...heard,
        evidence: { figure: { value: figure.value, n: figure.n }, unusual },
        signal: { type: 'reading', at, key: groupKey(id), figure: { value: deviations, n: figure.n } },
      };
    });
  });
}

export const heardOfSchedule = (rule: Timed, at: number, now: number): Heard => ({
  rule,
  isSilent: now - at > SILENT_AFTER_MS,
  signal: { type: 'pulse', at, key: groupKey(null) },
});

/** `open`: those an alert of the rule is about. One that is gone is no trouble any more. */
export const heardOfConnections = (
  rule: Rule<RuleOf<'connection'>>,
  seen: readonly ConnectionSeen[],
  open: readonly Named[],
  at: number,
): Heard[] =>
  [...seen, ...open.filter(({ id }) => !seen.some((one) => one.id === id)).map((gone) => ({ ...gone, troubledSince: null }))]
    .filter(({ id }) => rule.spec.subject.connection === null || rule.spec.subject.connection === id)
    .map(({ id, name, troubledSince }) => {
      const holds = troubledSince !== null && at - troubledSince >= rule.spec.subject.seconds * 1000;
      return { rule, group: { id, name }, signal: { type: holds ? 'hold' : 'release', at, key: groupKey(id), member: id } };
    });

/** The first hour that is whole: since the first ticket of the workspace. */
export async function firstHourOf({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<number> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'select min(created_at) as at from ticket where workspace_id = $1 and not hidden',
    [workspaceId],
  );
  return Math.floor((rows[0]?.at?.getTime() ?? Infinity) / HOUR_MS) * HOUR_MS;
}
