/**
 * How old the backlog is, in bands. Who is in it is what the catalogue says of `backlog`: a stretch of work counts from its start until
 * its end, and an instant sees what was true just before it.
 */
import type { Analytics } from '../store/analytics/index.ts';
import { instant, type Period, rowsOf } from '../facts/index.ts';

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

/** At the end of the period, in the order of AGES. */
export async function backlogAges(analytics: Analytics, workspaceId: string, { until }: Period): Promise<readonly number[]> {
  const [row] = await rowsOf<{ ages: readonly number[] }>(
    analytics,
    `select [${AGES.map(inAge).join(', ')}] as ages from (
       select ({until: Int64} - toUnixTimestamp64Milli(ticket_created_at)) / 1000 as age
       from state_segment_fact final
       where workspace_id = {workspaceId: String} and hidden = 0 and status in ('new', 'open', 'pending', 'on_hold')
         and started_at < ${instant('until')} and (isNull(ended_at) or ended_at >= ${instant('until')})
     )`,
    { workspaceId, until },
  );
  return row?.ages ?? AGES.map(() => 0);
}
