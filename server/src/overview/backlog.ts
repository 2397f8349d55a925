/**
 * The backlog: tickets that were being worked on at an instant, and how old they were. A stretch of work counts from its
 * start until its end; an instant sees what was true just before it, so that a day's end and the next day's start agree.
 */
import type { Analytics } from '../store/analytics/index.ts';
import { type Bucket, bucketOf, instant, type Period, rowsOf } from '../facts/index.ts';

export interface BacklogAges {
  readonly tickets: number;
  readonly medianAgeSeconds: number | null;
  /** In the order of AGES. */
  readonly ages: readonly number[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;

export const AGES = [
  { label: 'under 4 hours', fromSeconds: 0, toSeconds: 4 * HOUR },
  { label: '4 to 24 hours', fromSeconds: 4 * HOUR, toSeconds: DAY },
  { label: '1 to 3 days', fromSeconds: DAY, toSeconds: 3 * DAY },
  { label: '3 to 7 days', fromSeconds: 3 * DAY, toSeconds: 7 * DAY },
  { label: '7 to 30 days', fromSeconds: 7 * DAY, toSeconds: 30 * DAY },
  { label: 'over 30 days', fromSeconds: 30 * DAY, toSeconds: null },
] as const;

const inAge = ({ fromSeconds, toSeconds }: (typeof AGES)[number]) =>
  `countIf(age >= ${fromSeconds}${toSeconds === null ? '' : ` and age < ${toSeconds}`})`;

const WORKED_ON = `workspace_id = {workspaceId: String} and hidden = 0 and status in ('new', 'open', 'pending', 'on_hold')`;

/** At the start and at the end of the period. */
export async function backlogAges(
  analytics: Analytics,
  workspaceId: string,
  { from, until }: Period,
): Promise<{ from: BacklogAges; until: BacklogAges }> {
  const rows = await rowsOf<BacklogAges & { at: number }>(
    analytics,
    `select at, count() as tickets, quantileExactInclusive(0.5)(age) as medianAgeSeconds, [${AGES.map(inAge).join(', ')}] as ages
     from (
       select arrayJoin([{from: Int64}, {until: Int64}]) as at, (at - toUnixTimestamp64Milli(ticket_created_at)) / 1000 as age
       from state_segment_fact final
       where ${WORKED_ON} and started_at < ${instant('until')} and (isNull(ended_at) or ended_at >= ${instant('from')})
         and toUnixTimestamp64Milli(started_at) < at and (isNull(ended_at) or toUnixTimestamp64Milli(ended_at) >= at)
     ) group by at`,
    { workspaceId, from, until },
  );
  const none: BacklogAges = { tickets: 0, medianAgeSeconds: null, ages: AGES.map(() => 0) };
  const found = (wanted: number) => rows.find(({ at }) => at === wanted) ?? none;
  return { from: found(from), until: found(until) };
}

/**
 * At the end of each bucket, in their order. Each stretch adds one where it starts and takes one away where it ends, so
 * one scan and a running sum answer for all instants.
 */
export async function backlogSeries(
  analytics: Analytics,
  workspaceId: string,
  period: Period,
  buckets: readonly Bucket[],
): Promise<number[]> {
  const rows = await rowsOf<{ bucket: number; change: number }>(
    analytics,
    `select ${bucketOf(`greatest(edge.1, ${instant('from')})`, period.grain)} as bucket, sum(edge.2) as change from (
       select arrayJoin([(toNullable(started_at), 1), (ended_at, -1)]) as edge
       from state_segment_fact final
       where ${WORKED_ON} and started_at < ${instant('until')} and (isNull(ended_at) or ended_at >= ${instant('from')})
     ) where edge.1 < ${instant('until')} group by bucket`,
    { workspaceId, from: period.from, until: period.until, timeZone: period.timeZone },
  );
  const changes = new Map(rows.map(({ bucket, change }) => [bucket, change]));
  let tickets = 0;
  return buckets.map(({ at }) => (tickets += changes.get(at) ?? 0));
}
