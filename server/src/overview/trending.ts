/**
 * Which kinds of issue come in more than they usually do: tickets created by category beside the three periods before, each as far as
 * this one has come. A period that begins before the workspace's first ticket is none to compare with. What is withheld from the viewer
 * is in none of it.
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
/** One period says nothing of what is usual. */
const LEAST_PERIODS = 2;
const CREATED = metricOf('created')!;

export async function trending(
  { postgres, analytics }: MetricsParts,
  asking: Asking,
  { from, to, last, timeZone }: TrendQuestion,
  signal?: AbortSignal,
) {
  const period = await periodFor(postgres, asking, { period: { from, to, last }, timeZone }, '');
  const begun = await firstTicketAt(postgres, asking.workspaceId);
  const before = earlierOf(period);
  const older = earlierOf(before);
  // Two scans of four periods: each is asked for beside the one before it.
  const [recent, past] = await Promise.all(
    [period, older].map((one) =>
      figuresOf(analytics, [CREATED], { ...frameOf(asking, one, {}), compared: one.previous, dimensions: ['category'] }, signal),
    ),
  );
  const known = [before, older, earlierOf(older)].filter(({ from: start }) => begun !== null && start >= begun).length;
  const trends = (known < LEAST_PERIODS ? [] : recent!.groups).flatMap((group): Trend[] => {
    const now = recent!.of(CREATED, group);
    const earlier = [recent!.before(CREATED, group), past!.of(CREATED, group), past!.before(CREATED, group)].slice(0, known);
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
    periods: known,
    period: { from: iso(period.from), to: iso(period.to), until: iso(period.until), timeZone: period.timeZone },
  };
}

async function firstTicketAt({ pool }: MetricsParts['postgres'], workspaceId: string): Promise<number | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'select min(created_at) as at from ticket where workspace_id = $1 and not hidden',
    [workspaceId],
  );
  return rows[0]?.at?.getTime() ?? null;
}

/** The period before, as long by the local clock, as far as this one has come. */
const earlierOf = ({ from, previous, timeZone }: Period): Period => periodOf({ from: previous.from, to: from }, previous.to, timeZone);
