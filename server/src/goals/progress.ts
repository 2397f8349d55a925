/** How a goal stands: what is measured now, against its way; and its course step by step, with where it leads. */
import {
  directionOf,
  expectedAt,
  filtersOf,
  type GoalSpec,
  isHeld,
  type Path,
  paceOf,
  progressOf,
  projectedLine,
  projectionOf,
  stepOf,
  withinUnit,
} from '@watchdesk/domain/goal';
import { type Metric, metricOf } from '@watchdesk/domain/metrics';
import { zoneOf } from '@watchdesk/domain/zone';
import { Refusal } from '../errors.ts';
import type { Metrics } from '../metrics/index.ts';

type Asker = Parameters<Metrics['query']>[0];
export interface Asking {
  readonly metrics: Pick<Metrics, 'query'>;
  readonly asker: Asker;
  readonly timeZone: string;
  readonly now: number;
}

/** Instants are milliseconds since 1970; `to` is not in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Measured extends Span {
  readonly value: number | null;
  readonly n: number;
  /** It would say what single people did, or is not for this viewer at all. */
  readonly withheld: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The first instant of a day so many days after another, in the zone. */
const startOfDay = (day: string, timeZone: string, later = 0): number =>
  zoneOf(timeZone).instant(Date.parse(day) / 1000 + (later * DAY_MS) / 1000)! * 1000;

/** The day an instant is of, in the zone. */
export const dayOf = (at: number, timeZone: string): string =>
  new Date(zoneOf(timeZone).local(Math.floor(at / 1000)) * 1000).toISOString().slice(0, 10);

/** The local time so many days later, so that a week is a week though the clocks change. */
function daysLater(at: number, days: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  return zone.instant(zone.local(Math.floor(at / 1000)) + (days * DAY_MS) / 1000)! * 1000;
}

/** The metric of a goal that was saved, which only a newer version of the program can have taken away. */
export function metricIn({ metric: id }: Pick<GoalSpec, 'metric'>): Metric {
  const metric = metricOf(id);
  if (!metric) throw new Refusal('not_possible', `The catalogue has no ${id} any more.`);
  return metric;
}

export function pathOf(spec: GoalSpec, timeZone: string): Path {
  const { value: baseline } = spec.baseline;
  return {
    baseline,
    target: spec.target,
    startsAt: startOfDay(spec.startsOn, timeZone),
    endsAt: startOfDay(spec.endsOn, timeZone, 1),
    direction: directionOf(metricIn(spec).betterWhen, baseline, spec.target) ?? 'higher',
  };
}

/** The window before the first day, from which a baseline is measured. */
export function baselineWindow({ startsOn, windowDays }: Pick<GoalSpec, 'startsOn' | 'windowDays'>, timeZone: string): Span {
  const to = startOfDay(startsOn, timeZone);
  return { from: daysLater(to, -windowDays, timeZone), to };
}

/** The window that ends now, or with the goal where that is over. Whole minutes, so that those who look at once ask the same. */
export function presentWindow(
  { windowDays }: Pick<GoalSpec, 'windowDays'>,
  { endsAt }: Pick<Path, 'endsAt'>,
  { timeZone, now }: Asking,
): Span {
  const to = Math.min(endsAt, Math.floor(now / MINUTE_MS) * MINUTE_MS);
  return { from: daysLater(to, -windowDays, timeZone), to };
}

type Subject = Pick<GoalSpec, 'metric' | 'whose' | 'filters'>;

/** The number of the goal in a stretch, as this viewer may see it. */
export async function measure({ metrics, asker, timeZone }: Asking, subject: Subject, period: Span): Promise<Measured> {
  try {
    const { total } = await metrics.query(asker, { metrics: [subject.metric], filters: filtersOf(subject), period, timeZone });
    const { value, n, withheld } = total.values[subject.metric]!;
    return { ...period, value, n, withheld };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') return { ...period, value: null, n: 0, withheld: true };
    throw error;
  }
}

export async function progressIn(asking: Asking, spec: GoalSpec) {
  const path = pathOf(spec, asking.timeZone);
  const measured = await measure(asking, spec, presentWindow(spec, path, asking));
  return {
    ...measured,
    expected: expectedAt(path, asking.now),
    pace: paceOf(path, measured.value, asking.now),
    progress: progressOf(path, measured.value),
    isHeld: isHeld(path),
  };
}

/** The steps from the first day to the last. One that is not whole, at either end of what is there, is shown and not projected from. */
export async function courseOf(asking: Asking, spec: GoalSpec) {
  const { metrics, asker, timeZone, now } = asking;
  const path = pathOf(spec, timeZone);
  const metric = metricIn(spec);
  const step = stepOf(metric, spec);
  const days = step === 'week' ? 7 : 1;
  const period = { from: path.startsAt, to: Math.min(path.endsAt, Math.max(now, path.startsAt + MINUTE_MS)) };
  const known = await seriesOf();
  const steps = known.map(({ at, incomplete, values }) => ({ at: Date.parse(at), incomplete, ...values[spec.metric]! }));
  const last = steps.at(-1)?.at ?? path.startsAt;
  const ahead: number[] = [];
  for (let at = steps.length > 0 ? daysLater(last, days, timeZone) : last; at < path.endsAt; at = daysLater(at, days, timeZone))
    ahead.push(at);
  const endOf = (at: number) => Math.min(daysLater(at, days, timeZone), path.endsAt);
  const whole = steps.flatMap(({ at, incomplete, value }) => (incomplete || value === null ? [] : [{ at: endOf(at), value }]));
  const line = projectedLine(path, whole, now);
  const projected = (at: number) => (line && at >= (whole.at(-1)?.at ?? 0) ? withinUnit(line.value(at), metric.unit) : null);
  const told = (at: number, figure: { value: number | null; n: number; withheld: boolean; incomplete: boolean }) => ({
    at,
    ...figure,
    expected: expectedAt(path, endOf(at)),
    projected: projected(endOf(at)),
  });
  const none = { value: null, n: 0, withheld: false, incomplete: true };
  return {
    step,
    points: [
      ...steps.map(({ at, value, n, withheld, incomplete }) => told(at, { value, n, withheld, incomplete })),
      ...ahead.map((at) => told(at, none)),
    ],
    projection: projectionOf(path, whole, now, metric.unit),
  };

  async function seriesOf() {
    try {
      const asked = { metrics: [spec.metric], filters: filtersOf(spec), period, timeZone, grain: step };
      return (await metrics.query(asker, asked)).total.series;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'forbidden') return [];
      throw error;
    }
  }
}
