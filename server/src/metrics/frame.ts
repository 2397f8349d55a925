/** From a checked question to the frame its scans share: the period with its zone, and the buckets of a series. */
import { zoneOf } from '@watchdesk/domain/zone';
import type { ViewScope } from '../accounts/index.ts';
import { invalid } from '../errors.ts';
import { bucketsOf, type Grain, type Period, periodOf } from '../facts/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Context } from './question.ts';
import type { Bounds, Frame } from './scan.ts';

export interface Asking {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly now: number;
}

const DAY_MS = 86_400_000;
const LONGEST_YEARS = 20;
const MOST_BUCKETS = 1000;
const SHORTEST_MS: Record<Grain, number> = { hour: 3_600_000, day: 23 * 3_600_000, week: 7 * DAY_MS - 3_600_000, month: 28 * DAY_MS };

/** Throws a refusal of the field that is wrong, which is called `period.from` where the question has its ends in `period`. */
export async function periodFor(
  postgres: Postgres,
  { workspaceId, now }: Asking,
  { period, timeZone }: Pick<Context, 'period' | 'timeZone'>,
  within = 'period.',
): Promise<Period> {
  const { from, to, last } = period ?? {};
  for (const [name, at] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (at !== undefined && at <= 0) throw invalid(`${within}${name}`, 'must be after 1970');
  if (from !== undefined && from > now) throw invalid(`${within}from`, 'must not lie in the future');
  if ((to ?? now) - (from ?? now) > LONGEST_YEARS * 366 * DAY_MS) {
    const most = `must be at most ${LONGEST_YEARS} years`;
    throw from === undefined ? invalid(`${within}to`, `${most} from now`) : invalid(`${within}from`, `${most} before the period’s end`);
  }
  if (from !== undefined && from >= (to ?? now)) throw invalid(`${within}from`, 'must be before the period’s end');
  return periodOf({ from, to, last, timeZone }, now, await zoneOfWorkspace(postgres, workspaceId));
}

export async function zoneOfWorkspace({ pool }: { readonly pool: Pick<Postgres['pool'], 'query'> }, workspaceId: string): Promise<string> {
  const { rows } = await pool.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [workspaceId]);
  return rows[0]?.zone ?? 'UTC';
}

export const frameOf = (asking: Asking, { from, until, timeZone }: Period, { filters = [], weekStart = 'monday' }: Context): Frame => ({
  ...asking,
  from,
  to: until,
  timeZone,
  weekStart,
  filters,
  grain: null,
  buckets: [],
  dimensions: [],
});

export type Bucket = Bounds & { readonly incomplete: boolean };

/** Throws where a period has more of them than anybody reads. */
export function refuseBuckets({ from, to }: Pick<Frame, 'from' | 'to'>, grain: Grain): void {
  if ((to - from) / SHORTEST_MS[grain] > MOST_BUCKETS)
    throw invalid('grain', `must be longer: the period has more than ${MOST_BUCKETS} of them`);
}

/** The hours, days, weeks or months of a period, as far as it has come. */
export async function bucketsIn(analytics: Analytics, frame: Frame, grain: Grain): Promise<Bucket[]> {
  refuseBuckets(frame, grain);
  const { from, to, timeZone, weekStart } = frame;
  const found = await bucketsOf(analytics, { from, until: to, timeZone, grain }, weekStart);
  return found.map(({ at, end, incomplete }) => ({ at, from: Math.max(at, from), to: end, incomplete }));
}

/** The period that is compared with: as much of the one before, or the same local days a year earlier. */
export function comparedWith({ from, until, previous, timeZone }: Period, compare: 'previous' | 'lastYear'): { from: number; to: number } {
  if (compare === 'previous') return previous;
  return { from: yearBefore(from, timeZone), to: yearBefore(until, timeZone) };
}

/** The same local time a year earlier; of the 29th of February the 28th. */
function yearBefore(at: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const local = new Date(zone.local(Math.floor(at / 1000)) * 1000);
  const year = local.getUTCFullYear() - 1;
  const isLeapDay = local.getUTCMonth() === 1 && local.getUTCDate() === 29;
  const before = isLeapDay ? local.getTime() - 366 * DAY_MS : new Date(local).setUTCFullYear(year);
  return zone.instant(before / 1000)! * 1000 + (at % 1000);
}
