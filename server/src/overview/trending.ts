/**
 * Which kinds of issue come in more than they usually do: tickets created by category beside the three periods before, each as far as
 * this one has come. What is withheld from the viewer is in none of it.
 */
import { metricOf } from '@watchdesk/domain/metrics';
import { growthOf } from '@watchdesk/domain/statistics';
import { type Period, periodOf, type PeriodQuestion } from '../facts/index.ts';
import { type Asking, figuresOf, frameOf, iso, type MetricsParts, periodFor } from '../metrics/index.ts';

export type TrendQuestion = PeriodQuestion;

export interface Trend {
  /** '' for none. */
  readonly category: string;
  readonly count: number;
  readonly usual: number;
  readonly ratio: number | null;
}

const MOST_TRENDS = 8;
/** Of fewer nobody speaks. */
const LEAST = 5;
const CREATED = metricOf('created')!;

export async function trending(
  { postgres, analytics }: MetricsParts,
  asking: Asking,
  { from, to, timeZone }: TrendQuestion,
  signal?: AbortSignal,
) {
  const period = await periodFor(postgres, asking, { period: { from, to }, timeZone }, '');
  const before = earlierOf(period);
  const older = earlierOf(before);
  // Two scans of four periods: each is asked for beside the one before it.
  const [recent, past] = await Promise.all(
    [period, older].map((one) =>
      figuresOf(analytics, [CREATED], { ...frameOf(asking, one, {}), compared: one.previous, dimensions: ['category'] }, signal),
    ),
  );
  const trends = recent!.groups.flatMap((group): Trend[] => {
    const now = recent!.of(CREATED, group);
    const earlier = [recent!.before(CREATED, group), past!.of(CREATED, group), past!.before(CREATED, group)];
    const isWhole = [now, ...earlier].every(({ withheld }) => !withheld);
    if (!isWhole || (now.value ?? 0) < LEAST) return [];
    const growth = growthOf(
      now.value!,
      earlier.map(({ value }) => value ?? 0),
    );
    return growth.isUnusual ? [{ category: group[0]!, count: now.value!, usual: growth.usual, ratio: growth.ratio }] : [];
  });
  return {
    trends: trends.toSorted((a, b) => b.count - b.usual - (a.count - a.usual) || (a.category < b.category ? -1 : 1)).slice(0, MOST_TRENDS),
    since: iso(older.previous.from),
    period: { from: iso(period.from), to: iso(period.to), until: iso(period.until), timeZone: period.timeZone },
  };
}

/** The period before, as long by the local clock, as far as this one has come. */
const earlierOf = ({ from, previous, timeZone }: Period): Period => periodOf({ from: previous.from, to: from }, previous.to, timeZone);
