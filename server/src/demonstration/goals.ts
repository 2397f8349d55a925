/**
 * A few goals of the demonstration, so that a visitor sees how they stand: each begins where its number was, measured, and asks for a
 * change that a team would set itself. They are set once, when the history is in and so are its facts.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type GoalDraft, goalDraft } from '@watchdesk/domain/goal';
import { type MetricId, metricOf } from '@watchdesk/domain/metrics';
import type { Clock } from '../clock.ts';
import type { Goals } from '../goals/index.ts';
import type { Metrics } from '../metrics/index.ts';
import { factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { MAKER } from './maker.ts';
import { TIME_ZONE, WORKSPACE } from './progress.ts';

export interface GoalSetting {
  readonly goals: Pick<Goals, 'create'>;
  readonly metrics: Pick<Metrics, 'query'>;
}

interface Parts extends GoalSetting {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** How many days of history there are. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** A shorter past has no beginning to measure. */
const LEAST_DAYS = 14;
/** The demonstration's manager. */
const OWNER = 'Morgan Ellis';
/** What has just been written is in the facts within a second or two. */
const LAG_MS = 10_000;
const LOOK_MS = 2_000;

interface Wish {
  readonly title: string;
  readonly metric: MetricId;
  /** From what was measured; in round steps of the unit. */
  readonly target: (from: number) => number;
  /** Of the team that is furthest from well. */
  readonly ofWorstTeam?: true;
  readonly note: string;
}

const minutes = (seconds: number): number => Math.max(60, Math.round(seconds / 60) * 60);
const halfPercent = (share: number): number => Math.round(share * 200) / 200;
/** A part of the way that is left to a whole. */
const nearer = (part: number) => (share: number) => halfPercent(Math.min(0.995, share + (1 - share) * part));

const WISHES: readonly Wish[] = [
  {
    title: 'Answer sooner',
    metric: 'first_response',
    target: (from) => minutes(from * 0.85),
    note: 'Whoever waits long writes again, by another channel.',
  },
  {
    title: 'Resolve sooner',
    metric: 'resolution',
    target: (from) => minutes(from * 0.85),
    ofWorstTeam: true,
    note: 'Fifteen per cent, in the team where it takes longest.',
  },
  { title: 'Satisfied customers', metric: 'csat', target: nearer(0.15), note: '' },
  { title: 'Kept promises', metric: 'sla_compliance', target: nearer(0.3), note: '' },
  { title: 'Fewer escalations', metric: 'escalation', target: (from) => halfPercent(from * 0.85), note: '' },
];

/** Does nothing where goals were ever set, by whomever. */
export async function setGoals(parts: Parts, signal: AbortSignal): Promise<void> {
  if (parts.days < LEAST_DAYS || (await hasGoals(parts.postgres))) return;
  await untilLoaded(parts, signal);
  if (signal.aborted) return;
  await withinWorkspace(WORKSPACE, async () => {
    for (const wish of WISHES) await set(parts, wish);
  });
}

const hasGoals = async ({ pool }: Postgres): Promise<boolean> =>
  withinWorkspace(WORKSPACE, async () => {
    const { rows } = await pool.query('select from goal where workspace_id = $1 limit 1', [WORKSPACE]);
    return rows.length > 0;
  });

async function untilLoaded({ postgres, clock }: Parts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await factsAsOf(postgres.pool, clock.now())) < clock.now() - LAG_MS)
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
}

/** Of a month and to be met in two, where there is so much of a past; of a week otherwise. */
function daysOf({ clock, days }: Parts) {
  const windowDays = days >= 84 ? (28 as const) : (7 as const);
  const day = (later: number) => new Date(clock.now() + later * DAY_MS).toISOString().slice(0, 10);
  const begun = Math.min(28, Math.floor(days / 3));
  return { windowDays, startsOn: day(-begun), endsOn: day(2 * windowDays), measuredFrom: day(-begun - windowDays) };
}

async function set(parts: Parts, { title, metric, target, ofWorstTeam, note }: Wish): Promise<void> {
  const { measuredFrom, ...when } = daysOf(parts);
  const period = { from: Date.parse(measuredFrom), to: Date.parse(when.startsOn) };
  const { total, groups } = await parts.metrics.query(MAKER, {
    metrics: [metric],
    period,
    timeZone: TIME_ZONE,
    ...(ofWorstTeam && {
      dimensions: ['team'],
      order: { by: metric, direction: metricOf(metric)!.betterWhen === 'lower' ? 'desc' : 'asc' },
    }),
  });
  const worst = ofWorstTeam && groups.find(({ key, values }) => key['team'] !== '' && (values[metric]?.n ?? 0) >= 20);
  const value = (ofWorstTeam ? worst?.values : total.values)?.[metric]?.value ?? null;
  if (value === null || value === target(value)) return;
  const whose: GoalDraft['whose'] = worst ? { to: 'team', id: worst.key['team']! } : { to: 'all' };
  const draft = { title, metric, whose, target: target(value), ...when, owner: OWNER, note, baseline: { from: 'facts' } };
  await parts.goals.create(MAKER, goalDraft.parse(draft));
}
