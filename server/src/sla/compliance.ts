/**
 * How promises were kept: of the cycles that a period decided, how many were met (docs/definitions.md, D.5). Every figure is one of
 * the catalogue, asked within the viewer's scope; what would tell of few people is left out, and of the breaches those of
 * tickets out of sight.
 */
import { type DimensionId, type Leaf, type Metric, metricOf } from '@watchdesk/domain/metrics';
import { sightOf, type ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { type Period, periodOf, type PeriodQuestion } from '../facts/index.ts';
import {
  bindingOf,
  bucketsIn,
  conditionSql,
  type Figures,
  figuresOf,
  type Frame,
  frameOf,
  inSightSql,
  iso,
  refuseUnbound,
  rowsSql,
  runStatement,
} from '../metrics/index.ts';
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

/** What is usual in support operations: 95 % of responses, 90 % of resolutions; half and three quarters of the target. */
const GOALS: Record<string, { compliance: number; shareOfTarget: number }> = {
  resolution: { compliance: 0.9, shareOfTarget: 0.75 },
};
const RESPONSE_GOAL = { compliance: 0.95, shareOfTarget: 0.5 };

const MEASURES = {
  met: metricOf('sla_met')!,
  breached: metricOf('sla_breached')!,
  severe: metricOf('sla_severe')!,
  compliance: metricOf('sla_compliance')!,
  shareOfTarget: metricOf('sla_share_of_target')!,
} satisfies Record<keyof Kept, Metric>;
const METRICS = Object.values(MEASURES);

const DIMENSIONS = ['team', 'agent', 'priority', 'tier', 'policy', 'category', 'organisation', 'channel'] as const;
export type ComplianceDimension = (typeof DIMENSIONS)[number];
/** What the catalogue calls them. */
const BY: Record<ComplianceDimension, DimensionId> = {
  team: 'team',
  agent: 'agent',
  priority: 'priority',
  tier: 'promised_tier',
  policy: 'policy',
  category: 'category',
  organisation: 'organisation',
  channel: 'channel',
};
const MOST_VALUES = 12;
const MOST_BREACHES = 100;

interface Parts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
}

export async function compliance(
  { postgres: { pool }, analytics, clock }: Parts,
  workspaceId: string,
  scope: ViewScope,
  question: ComplianceQuestion,
) {
  refuseUnbound(METRICS, scope, 'metric');
  const { rows } = await pool.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [workspaceId]);
  const now = clock.now();
  const period = periodOf(question, now, rows[0]?.zone ?? 'UTC');
  const asOf = await factsAsOf(pool, now);
  const whole = frameOf({ workspaceId, scope, now }, period, {});
  const ofClock: Frame = { ...whole, filters: [{ dimension: 'clock', values: [question.metric] }] };
  const [metrics, trend, breakdowns, inSight] = await Promise.all([
    askMetrics(analytics, { ...whole, compared: period.previous, dimensions: ['clock'] }),
    askTrend(analytics, ofClock, period),
    Promise.all(DIMENSIONS.map((dimension) => askDimension(analytics, { ...ofClock, dimensions: [BY[dimension]] }))),
    askBreaches(analytics, ofClock),
  ]);
  // Behind what is withheld stands one's own alone: the others would tell it.
  const breaches = trend.isWithheld
    ? inSight.filter(({ chargedAgent }) => scope.rows.to === 'agent' && chargedAgent === scope.rows.agent)
    : inSight;
  const names = await namesOf(pool, workspaceId, [
    ...breakdowns[0]!.shown.map(({ value }) => ['team', value || null] as const),
    ...breakdowns[1]!.shown.map(({ value }) => ['agent', value || null] as const),
    ...breakdowns[6]!.shown.map(({ value }) => ['organisation', value || null] as const),
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
    metrics: metrics.shown,
    metric: question.metric,
    trend: trend.shown,
    breakdowns: DIMENSIONS.map((dimension, index) => ({
      dimension,
      values: breakdowns[index]!.shown.map((one) => ({ ...one, label: labelOf(dimension, one.value) })),
    })),
    withheld: [metrics, trend, ...breakdowns].some(({ isCut }) => isCut),
    breaches: breaches.map(
      ({ team, agent, charged, chargedId, chargedAgent: _, heldAtBreach, heldAtBreachId, breachAt, stoppedAt, startedAt, ...one }) => ({
        ...one,
        startedAt: iso(startedAt),
        breachAt: iso(breachAt),
        stoppedAt: stoppedAt === null ? null : iso(stoppedAt),
        team: names.of('team', team || null),
        agent: names.of('agent', agent || null),
        chargedTo: holder(charged, chargedId),
        heldAtBreach: holder(heldAtBreach, heldAtBreachId),
      }),
    ),
  };
}

export type Compliance = Awaited<ReturnType<typeof compliance>>;

const isNamed = (kind: string): kind is 'agent' | 'team' => kind === 'agent' || kind === 'team';
const HOLDERS: Readonly<Record<string, string>> = { unassigned: 'Nobody', customer: 'The customer', third_party: 'A third party' };

/** What the figures say of a group, in a bucket or the whole period, or before it; null where how many is withheld. */
function keptOf(figures: Figures, group: readonly string[] | null, when: number | 'whole' | 'before' = 'whole'): Kept | null {
  const figure = (metric: Metric) => {
    if (when === 'before') return figures.before(metric, group);
    return when === 'whole' ? figures.of(metric, group) : figures.of(metric, group, when);
  };
  const { met, breached, severe, compliance: share, shareOfTarget } = MEASURES;
  if ([met, breached, severe, share].some((metric) => figure(metric).withheld)) return null;
  return {
    met: figure(met).value ?? 0,
    breached: figure(breached).value ?? 0,
    severe: figure(severe).value ?? 0,
    compliance: figure(share).value,
    shareOfTarget: figure(shareOfTarget).value,
  };
}

async function askMetrics(analytics: Analytics, frame: Frame) {
  const figures = await figuresOf(analytics, METRICS, frame);
  const clocks = figures.groups.map(([metric]) => metric!).toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  const shown = clocks.flatMap((metric) => {
    const [current, previous] = [keptOf(figures, [metric]), keptOf(figures, [metric], 'before')];
    return current && previous ? [{ metric, current, previous, goal: GOALS[metric] ?? RESPONSE_GOAL }] : [];
  });
  return { shown, isCut: shown.length < clocks.length };
}

const ORDER = ['first_response', 'next_response', 'resolution'];
const placeOf = (metric: string) => (ORDER.includes(metric) ? ORDER.indexOf(metric) : ORDER.length);

async function askTrend(analytics: Analytics, frame: Frame, { grain }: Period) {
  const buckets = await bucketsIn(analytics, frame, grain);
  const figures = await figuresOf(analytics, METRICS, { ...frame, grain, buckets });
  const shown = buckets.flatMap(({ at, incomplete }) => {
    const kept = keptOf(figures, null, at);
    return kept ? [{ at: iso(at), incomplete, ...kept }] : [];
  });
  return { shown, isCut: shown.length < buckets.length, isWithheld: keptOf(figures, null) === null };
}

/** Those with the most breaches. */
async function askDimension(analytics: Analytics, frame: Frame) {
  const figures = await figuresOf(analytics, METRICS, frame);
  const told = figures.groups.flatMap((group) => {
    const kept = keptOf(figures, group);
    return kept ? [{ value: group[0]!, ...kept }] : [];
  });
  const order = told.toSorted((a, b) => b.breached - a.breached || b.met - a.met || (a.value < b.value ? -1 : 1));
  return { shown: order.slice(0, MOST_VALUES), isCut: told.length < figures.groups.length };
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
  /** Whose the row is: of one that nobody is charged with, of nobody. */
  readonly chargedAgent: string;
  readonly heldAtBreach: string;
  readonly heldAtBreachId: string;
}

const MS = (column: string) => `toUnixTimestamp64Milli(${column})`;
const [BREACHED, SEVERE] = [MEASURES.breached.tree as Leaf, MEASURES.severe.tree as Leaf];

function askBreaches(analytics: Analytics, frame: Frame): Promise<Breach[]> {
  const binding = bindingOf(frame);
  const { population } = BREACHED;
  const conditions = [
    rowsSql(population, frame, binding),
    conditionSql(BREACHED.where!, population.fact, binding),
    ...inSightSql(sightOf(frame.scope), population.fact, binding),
  ];
  const sql = `select ticket, metric, cycle, priority, tier, policy, category, ${MS('started_at')} as startedAt, ${MS('assumeNotNull(breach_at)')} as breachAt,
  if(isNull(stopped_at), null, ${MS('assumeNotNull(stopped_at)')}) as stoppedAt, target_s as targetSeconds, elapsed_s as elapsedSeconds,
  toBool(${conditionSql(SEVERE.where!, population.fact, binding)}) as severe, team, agent, charged, charged_id as chargedId, charged_agent as chargedAgent,
  held_at_breach as heldAtBreach, held_at_breach_id as heldAtBreachId
from sla_fact final where ${conditions.join(' and ')} order by breach_at desc, ticket limit ${MOST_BREACHES}`;
  return runStatement<Breach>(analytics, { sql, params: binding.params });
}
