/**
 * How promises were kept: of the cycles that a period decided, how many were met. What runs on and is past due counts as
 * breached, whatever is cancelled, stands still or was promised nothing counts nowhere (docs/definitions.md, D.5). Summed up is
 * what the viewer's scope allows; what would tell of few people is left out (docs/adr/0024-few-people-are-not-summed-up.md),
 * and of the breaches those of tickets out of sight.
 */
import { type Leaf, metricOf, tellsOf } from '@watchdesk/domain/metrics';
import { sightOf, type ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { Refusal } from '../errors.ts';
import { boundTo, bucketOf, bucketsOf, instant, type Period, periodOf, type PeriodQuestion, rowsOf } from '../facts/index.ts';
import { boundSql, createBinding, inSightSql, othersSql, withheldOf } from '../metrics/index.ts';
import { type Analytics, factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface ComplianceQuestion extends PeriodQuestion {
  /** The clock whose breakdowns are asked for. */
  readonly metric: string;
}

export interface Kept {
  readonly met: number;
  readonly breached: number;
  /** Of the breached, those that took twice their target or more. */
  readonly severe: number;
  /** Met of met and breached; null of none. */
  readonly compliance: number | null;
  /** The mean share of the target that those that stopped took. */
  readonly shareOfTarget: number | null;
}

const NOTHING: Kept = { met: 0, breached: 0, severe: 0, compliance: null, shareOfTarget: null };

/** What is usual in support operations: 95 % of responses, 90 % of resolutions; half and three quarters of the target. */
const GOALS: Record<string, { compliance: number; shareOfTarget: number }> = {
  resolution: { compliance: 0.9, shareOfTarget: 0.75 },
};
const RESPONSE_GOAL = { compliance: 0.95, shareOfTarget: 0.5 };

const NOW = instant('now');
const IS_BREACHED = `isNotNull(breach_at) and breach_at < ${NOW}`;
const IS_SEVERE = `${IS_BREACHED} and isNotNull(severe_at) and severe_at <= least(${NOW}, ifNull(stopped_at, ${NOW}))`;
const MEASURES = `countIf(not (${IS_BREACHED})) as met, countIf(${IS_BREACHED}) as breached, countIf(${IS_SEVERE}) as severe,
  if(count() = 0, null, met / count()) as compliance, avgIf(elapsed_s / target_s, isNotNull(stopped_at)) as shareOfTarget`;
/** Decided by now: a cycle that runs and has time left is in no figure. */
const COUNTED = `workspace_id = {workspaceId: String} and hidden = 0 and state != 'cancelled' and isNotNull(target_s)
  and decided_at < ${NOW} and (isNotNull(stopped_at) or ${IS_BREACHED})`;
const inside = (from: string, to: string) => `decided_at >= ${instant(from)} and decided_at < ${instant(to)}`;

const DIMENSIONS = ['team', 'agent', 'priority', 'tier', 'policy', 'category', 'organisation', 'channel'] as const;
export type ComplianceDimension = (typeof DIMENSIONS)[number];
const MOST_VALUES = 12;
const MOST_BREACHES = 100;

interface Parts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
}

/** All cycles of the period, for whom they tell of. */
const CYCLES: Leaf = tellsOf(metricOf('sla_breached')!.tree)[0]!;

export async function compliance(
  { postgres: { pool }, analytics, clock }: Parts,
  workspaceId: string,
  scope: ViewScope,
  question: ComplianceQuestion,
) {
  if (scope.aggregate.to === 'none')
    throw new Refusal('forbidden', 'You belong to no team of this workspace, whose numbers you could see.');
  const { rows } = await pool.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [workspaceId]);
  const now = clock.now();
  const period = periodOf(question, now, rows[0]?.zone ?? 'UTC');
  const asOf = await factsAsOf(pool, now);
  const asking = askingOf({ ...boundTo(workspaceId, period), now, metric: question.metric }, scope);
  const [kept, trendOf, partsOf, inSight] = await Promise.all([
    askMetrics(analytics, asking),
    askTrend(analytics, asking, period),
    Promise.all(DIMENSIONS.map((dimension) => askDimension(analytics, asking, dimension))),
    askBreaches(analytics, asking),
  ]);
  const { metrics, whole, isCut } = kept(question.metric);
  const trend = trendOf(whole);
  const breakdowns = partsOf.map((parts) => parts(whole));
  // Behind what is withheld stands one's own alone: the others would tell it.
  const breaches = isShown(whole) ? inSight : inSight.filter(({ agent }) => scope.rows.to === 'agent' && agent === scope.rows.agent);
  const names = await namesOf(pool, workspaceId, [
    ...breakdowns[0]!.values.map(({ value }) => ['team', value || null] as const),
    ...breakdowns[1]!.values.map(({ value }) => ['agent', value || null] as const),
    ...breakdowns[6]!.values.map(({ value }) => ['organisation', value || null] as const),
    ...breaches.flatMap(({ team, agent, charged, chargedId, heldAtBreach, heldAtBreachId }) => [
      ['team', team || null] as const,
      ['agent', agent || null] as const,
      ...(isNamed(charged) ? [[charged, chargedId] as const] : []),
      ...(isNamed(heldAtBreach) ? [[heldAtBreach, heldAtBreachId] as const] : []),
    ]),
  ]);
  const labelOf = (dimension: ComplianceDimension, value: string): string => {
    if (value === '') return 'None';
    return dimension === 'team' || dimension === 'agent' || dimension === 'organisation' ? names.of(dimension, value).name : value;
  };
  const holder = (kind: string, id: string) =>
    kind === '' ? null : { holder: kind, id: id || null, name: isNamed(kind) ? names.of(kind, id).name : (HOLDERS[kind] ?? kind) };
  return {
    asOf: asOf === null ? null : iso(asOf),
    period: {
      from: iso(period.from),
      to: iso(period.to),
      until: iso(period.until),
      timeZone: period.timeZone,
      grain: period.grain,
      previous: { from: iso(period.previous.from), to: iso(period.previous.to) },
    },
    metrics,
    metric: question.metric,
    trend: trend.points,
    withheld: isCut || trend.isCut || breakdowns.some((one) => one.isCut),
    breakdowns: DIMENSIONS.map((dimension, index) => ({
      dimension,
      values: breakdowns[index]!.values.map((one) => ({ ...one, label: labelOf(dimension, one.value) })),
    })),
    breaches: breaches.map(({ team, agent, charged, chargedId, heldAtBreach, heldAtBreachId, breachAt, stoppedAt, startedAt, ...one }) => ({
      ...one,
      startedAt: iso(startedAt),
      breachAt: iso(breachAt),
      stoppedAt: stoppedAt === null ? null : iso(stoppedAt),
      team: names.of('team', team || null),
      agent: names.of('agent', agent || null),
      chargedTo: holder(charged, chargedId),
      heldAtBreach: holder(heldAtBreach, heldAtBreachId),
    })),
  };
}

export type Compliance = Awaited<ReturnType<typeof compliance>>;

const isNamed = (kind: string): kind is 'agent' | 'team' => kind === 'agent' || kind === 'team';
const HOLDERS: Readonly<Record<string, string>> = { unassigned: 'Nobody', customer: 'The customer', third_party: 'A third party' };

interface Asking {
  readonly params: Record<string, unknown>;
  /** Which cycles are summed up. */
  readonly counted: string;
  /** The columns that say of whom they are besides the viewer; none for whoever may see every row. */
  readonly told: string;
  /** Which cycles are shown one by one. */
  readonly inSight: readonly string[];
}

function askingOf(params: Record<string, unknown>, scope: ViewScope): Asking {
  const binding = createBinding(params);
  const told = scope.rows.to === 'all' ? '' : `, ${othersSql(CYCLES, scope, binding)} as others, count() as rows`;
  const counted = [COUNTED, ...boundSql(scope.aggregate, CYCLES.population, binding)].join(' and ');
  return { counted, told, inSight: inSightSql(sightOf(scope), 'sla_fact', binding), params: binding.params };
}

/** Figures, and of whom they tell where that matters. */
type Counted = Kept & { readonly others?: readonly string[]; readonly rows?: number };

const WHOLE = -1;
const cellOf = ({ others = [], rows = 0 }: Counted, group: readonly string[] | null, bucket: number) => ({ group, bucket, others, rows });

/** The parts of a whole that may be shown beside it and each other. */
function shownOf<Part extends Counted>(
  whole: Counted,
  parts: readonly Part[],
  placeOfPart: (part: Part) => readonly [readonly string[] | null, number],
): Part[] {
  const told = parts.map((part) => cellOf(part, ...placeOfPart(part)));
  const withheld = withheldOf([cellOf(whole, null, WHOLE), ...told], { whole: WHOLE, addsUp: true });
  return parts.filter((_, index) => !withheld.has(told[index]!));
}

const isShown = (whole: Counted): boolean => shownOf(whole, [whole], () => [null, WHOLE]).length > 0;

const keptOf = ({ met, breached, severe, compliance: share, shareOfTarget }: Counted): Kept => ({
  met,
  breached,
  severe,
  compliance: share,
  shareOfTarget,
});

/** A clock is left out where its present or its past figures are of few. `whole`: the present ones of one clock, for its parts. */
async function askMetrics(analytics: Analytics, { counted, told, params }: Asking) {
  const rows = await rowsOf<Counted & { metric: string; side: 'current' | 'previous' }>(
    analytics,
    `select metric, if(decided_at >= ${instant('from')}, 'current', 'previous') as side, ${MEASURES}${told} from sla_fact final
     where ${counted} and (${inside('from', 'until')} or ${inside('previousFrom', 'previousTo')}) group by metric, side`,
    params,
  );
  const names = [...new Set(rows.map(({ metric }) => metric))].toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  const of = (metric: string, side: string): Counted => rows.find((row) => row.metric === metric && row.side === side) ?? NOTHING;
  const metrics = names
    .map((metric) => ({ metric, current: of(metric, 'current'), previous: of(metric, 'previous') }))
    .filter(({ current, previous }) => isShown(current) && isShown(previous))
    .map(({ metric, current, previous }) => ({
      metric,
      current: keptOf(current),
      previous: keptOf(previous),
      goal: GOALS[metric] ?? RESPONSE_GOAL,
    }));
  return (metric: string) => ({ metrics, whole: of(metric, 'current'), isCut: metrics.length < names.length });
}

const ORDER = ['first_response', 'next_response', 'resolution'];
const placeOf = (metric: string) => (ORDER.includes(metric) ? ORDER.indexOf(metric) : ORDER.length);

async function askTrend(analytics: Analytics, { counted, told, params }: Asking, period: Period) {
  const [rows, buckets] = await Promise.all([
    rowsOf<Counted & { bucket: number }>(
      analytics,
      `select ${bucketOf('decided_at', period.grain)} as bucket, ${MEASURES}${told} from sla_fact final
       where ${counted} and metric = {metric: String} and ${inside('from', 'until')} group by bucket`,
      params,
    ),
    bucketsOf(analytics, period),
  ]);
  const known = new Map(rows.map((row) => [row.bucket, row]));
  return (whole: Counted) => {
    const shown = new Set(shownOf(whole, rows, ({ bucket }) => [null, bucket]).map(({ bucket }) => bucket));
    return {
      isCut: shown.size < rows.length,
      points: buckets
        .filter(({ at }) => !known.has(at) || shown.has(at))
        .map(({ at, incomplete }) => ({ at: iso(at), incomplete, ...keptOf(known.get(at) ?? NOTHING) })),
    };
  };
}

/** What is left out is decided of all values; without bounds the first are enough. */
async function askDimension(analytics: Analytics, { counted, told, params }: Asking, dimension: ComplianceDimension) {
  const rows = await rowsOf<Counted & { value: string }>(
    analytics,
    `select ${dimension} as value, ${MEASURES}${told} from sla_fact final
     where ${counted} and metric = {metric: String} and ${inside('from', 'until')}
     group by value order by breached desc, met desc, value${told === '' ? ` limit ${MOST_VALUES}` : ''}`,
    params,
  );
  return (whole: Counted) => {
    const shown = shownOf(whole, rows, ({ value }) => [[value], WHOLE]);
    return {
      isCut: shown.length < rows.length,
      values: shown.slice(0, MOST_VALUES).map((row) => ({ value: row.value, ...keptOf(row) })),
    };
  };
}

interface Breach {
  readonly ticket: string;
  readonly metric: string;
  readonly cycle: string;
  readonly priority: string;
  readonly tier: string;
  readonly policy: string;
  readonly category: string;
  readonly startedAt: number;
  readonly breachAt: number;
  readonly stoppedAt: number | null;
  readonly targetSeconds: number;
  readonly elapsedSeconds: number;
  readonly severe: boolean;
  readonly team: string;
  readonly agent: string;
  readonly charged: string;
  readonly chargedId: string;
  readonly heldAtBreach: string;
  readonly heldAtBreachId: string;
}

const MS = (column: string) => `toUnixTimestamp64Milli(${column})`;

const askBreaches = (analytics: Analytics, { counted, inSight, params }: Asking) =>
  rowsOf<Breach>(
    analytics,
    `select ticket, metric, cycle, priority, tier, policy, category, ${MS('started_at')} as startedAt, ${MS('assumeNotNull(breach_at)')} as breachAt,
       if(isNull(stopped_at), null, ${MS('assumeNotNull(stopped_at)')}) as stoppedAt, target_s as targetSeconds, elapsed_s as elapsedSeconds,
       toBool(${IS_SEVERE}) as severe, team, agent, charged, charged_id as chargedId, held_at_breach as heldAtBreach, held_at_breach_id as heldAtBreachId
     from sla_fact final
     where ${[counted, ...inSight].join(' and ')} and ${IS_BREACHED} and metric = {metric: String} and ${inside('from', 'until')}
     order by breach_at desc, ticket limit ${MOST_BREACHES}`,
    params,
  );

const iso = (at: number) => new Date(at).toISOString();
