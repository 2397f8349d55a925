/** The buckets of a period: ClickHouse enumerates them, so that they are the ones it groups by, whatever the zone does. */
import type { Analytics } from '../store/analytics/index.ts';
import { bucketOf, rowsOf, type WeekStart } from './asking.ts';
import type { Grain, Period } from './period.ts';

export interface Bucket {
  /** Where the hour, the day, … begins, which for the first may be before the period. */
  readonly at: number;
  /** Where what is known of it ends. */
  readonly end: number;
  /** The period or the present cuts it short. */
  readonly incomplete: boolean;
}

const HOUR_MS = 3_600_000;
/** Small enough to hit each bucket, and each change of the clocks. */
const STEP_MS: Record<Grain, number> = { hour: HOUR_MS / 4, day: HOUR_MS, week: 6 * HOUR_MS, month: 12 * HOUR_MS };
const LONGEST_MS: Record<Grain, number> = { hour: 2 * HOUR_MS, day: 26 * HOUR_MS, week: 8 * 24 * HOUR_MS, month: 32 * 24 * HOUR_MS };

export async function bucketsOf(
  analytics: Analytics,
  { from, until, timeZone, grain }: Pick<Period, 'from' | 'until' | 'timeZone' | 'grain'>,
  weekStart?: WeekStart,
): Promise<Bucket[]> {
  const step = STEP_MS[grain];
  const rows = await rowsOf<{ bucket: number }>(
    analytics,
    `select distinct ${bucketOf('fromUnixTimestamp64Milli({from: Int64} + i * {step: Int64})', grain, weekStart)} as bucket
     from (select arrayJoin(range({steps: UInt32})) as i) order by bucket`,
    { from, step, steps: Math.ceil((until - from + LONGEST_MS[grain]) / step), timeZone },
  );
  const starts = rows.map(({ bucket }) => bucket);
  return starts
    .map((at, index) => ({ at, next: starts[index + 1] ?? Number.POSITIVE_INFINITY }))
    .filter(({ at }) => at < until)
    .map(({ at, next }) => ({ at, end: Math.min(next, until), incomplete: at < from || next > until }));
}
