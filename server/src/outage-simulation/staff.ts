/** How many were at work in each hour of the weeks learnt: from what was told of presence, or else from who replied. */
import { HOURS_OF_WEEK, hourOfWeek } from '@watchdesk/domain/outage-simulation';
import { zoneOf } from '@watchdesk/domain/zone';
import { dayOf, instant } from '../facts/index.ts';

/** The whole local weeks learnt from, in ms since 1970. */
export interface Weeks {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly timeZone: string;
}

type Ask = <Row>(query: string) => Promise<Row[]>;

const HOUR_MS = 3_600_000;

/** Of each hour since 1970, how many agents' hours of it were spent at work. */
const PRESENT = `select hour, sum(least(until, (hour + 1) * ${HOUR_MS}) - greatest(since, hour * ${HOUR_MS})) / ${HOUR_MS} as agents from (
    select greatest(toUnixTimestamp64Milli(started_at), {from: Int64}) as since,
      least(ifNull(toUnixTimestamp64Milli(ended_at), {to: Int64}), {to: Int64}) as until,
      arrayJoin(range(toUInt64(intDiv(since, ${HOUR_MS})), toUInt64(intDiv(until - 1, ${HOUR_MS}) + 1))) as hour
    from presence_fact final where workspace_id = {workspaceId: String} and state in ('available', 'busy')
      and started_at < ${instant('to')} and (isNull(ended_at) or ended_at > ${instant('from')}) and since < until
  ) group by hour`;

const REPLYING = `select toUInt64(intDiv(toUnixTimestamp64Milli(assumeNotNull(ended_at)), ${HOUR_MS})) as hour, uniqExact(agent) as agents from response_fact final
  where workspace_id = {workspaceId: String} and day >= ${dayOf('from')} and not hidden and agent != '' and isNotNull(ended_at)
    and ended_at >= ${instant('from')} and ended_at < ${instant('to')} group by hour`;

export async function staffOf(ask: Ask, { from, count, timeZone }: Weeks): Promise<{ from: 'presence' | 'replies'; weeks: number[][] }> {
  const present = await ask<{ hour: number; agents: number }>(PRESENT);
  const found = present.length > 0 ? present : await ask<{ hour: number; agents: number }>(REPLYING);
  const zone = zoneOf(timeZone);
  const begin = zone.local(from / 1000);
  const weeks = Array.from({ length: count }, () => Array.from({ length: HOURS_OF_WEEK }, () => 0));
  for (const { hour, agents } of found) {
    const local = zone.local(hour * 3600);
    const week = weeks[Math.floor((local - begin) / (HOURS_OF_WEEK * 3600))];
    // Twice where the clocks are put back: the mean of both would say the same.
    if (week) week[hourOfWeek(local)] = agents;
  }
  return { from: present.length > 0 ? 'presence' : 'replies', weeks };
}
