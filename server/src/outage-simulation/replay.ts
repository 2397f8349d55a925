/** A past incident as a question, and what really happened in those days. */
import { spanOf, stageOf } from '@watchdesk/domain/incident';
import { isNamed, isSameName } from '@watchdesk/domain/naming';
import { MOST_DAYS, percentHit, type Scenario, timelineOf } from '@watchdesk/domain/outage-simulation';
import { Refusal } from '../errors.ts';
import { dayOf, instant, rowsOf } from '../facts/index.ts';
import type { Incidents } from '../incidents/index.ts';
import { regionsOf } from './regions.ts';
import type { Known } from './baselines.ts';
import type { LearnParts } from './learn.ts';

const MINUTE_MS = 60_000;
const LEAST_MINUTES = 10;

/** Refuses one that was never declared. What goes on still is taken as far as it has come. */
export async function replayOf(
  { postgres, analytics }: LearnParts,
  incidents: Pick<Incidents, 'told'>,
  workspaceId: string,
  id: string,
  known: Known,
  now: number,
) {
  const { state, impact } = await incidents.told(workspaceId, id);
  const span = spanOf(state);
  if (span === null || state.declaredAt === null || stageOf(state) === 'dismissed')
    throw new Refusal('not_possible', 'Only an incident that was declared can be replayed.');
  const startAt = span.from;
  const endAt = span.to ?? now;
  const lasted = Math.max(LEAST_MINUTES, Math.round((endAt - startAt) / MINUTE_MS));
  const days = daysOf(startAt, lasted, known.timeZone);
  // What cannot be shown to its end is played as far as can be.
  const durationMinutes = Math.min(lasted, minutesShown(startAt, days, known.timeZone));
  const regions = await regionsOf(postgres, workspaceId);
  const named = regions.filter(
    ({ region }) =>
      isNamed(state.affected.regions, region) || impact.byRegion.some(({ value }) => isSameName(value, region) && region !== ''),
  );
  const customers = (named.length > 0 ? named : regions).reduce((sum, one) => sum + one.customers, 0);
  const service = known.services.find((one) => isNamed(state.affected.services, one.service))?.service ?? null;
  const whole: Scenario = {
    kind: 'outage',
    size: { by: 'customers', percent: 100 },
    severity: state.severity,
    service,
    regions: named.map(({ region }) => region),
    startAt: new Date(startAt).toISOString(),
    durationMinutes,
    curve: 'front',
  };
  // Tickets that came are known, whoever was named besides; of those hit, the others kept silent.
  const { baseline, fitted, timeZone } = known;
  const came = impact.tickets + impact.duplicates;
  const hit = percentHit({ baseline, fitted, timeZone, customers, slower: 1 }, whole, days, came);
  const scenario: Scenario = { ...whole, size: { by: 'customers', percent: Number(hit.toPrecision(3)) } };
  return {
    id,
    title: state.title,
    scenario,
    days,
    linked: { tickets: impact.tickets, customers: impact.customers },
    actual: await actualOf(analytics, workspaceId, startAt, days, known.timeZone, now),
  };
}

/** From its start until the last of these days is over. */
function minutesShown(startAt: number, days: number, timeZone: string): number {
  const { beginsAt, to } = timelineOf(startAt, days, timeZone);
  return Math.floor((beginsAt + to * 3600 - startAt / 1000) / 60);
}

/** As many as show it whole, and a day more for what it leaves. */
function daysOf(startAt: number, durationMinutes: number, timeZone: string): number {
  for (let days = 1; days < MOST_DAYS; days += 1) {
    if (minutesShown(startAt, days, timeZone) >= durationMinutes) return days + 1;
  }
  return MOST_DAYS;
}

/** The tickets of each hour, as far as time has come. */
async function actualOf(
  analytics: LearnParts['analytics'],
  workspaceId: string,
  startAt: number,
  days: number,
  timeZone: string,
  now: number,
) {
  const { beginsAt, from, to } = timelineOf(startAt, days, timeZone);
  const [begin, end] = [(beginsAt + from * 3600) * 1000, (beginsAt + to * 3600) * 1000];
  const counted = `workspace_id = {workspaceId: String} and day >= ${dayOf('begin')} and not hidden and outbound = 0
    and created_at >= ${instant('begin')} and created_at < ${instant('end')}`;
  const params = { workspaceId, begin, end };
  const [hours, [all]] = await Promise.all([
    rowsOf<{ hour: number; tickets: number }>(
      analytics,
      `select intDiv(toUnixTimestamp64Milli(created_at) - {begin: Int64}, 3600000) as hour, count() as tickets from ticket_fact final where ${counted} group by hour`,
      params,
    ),
    rowsOf<{ tickets: number; meanWait: number | null }>(
      analytics,
      `select count() as tickets, avg(first_response_ms / 60000) as meanWait from ticket_fact final where ${counted}`,
      params,
    ),
  ]);
  const byHour = new Map(hours.map(({ hour, tickets }) => [hour, tickets]));
  return {
    tickets: all?.tickets ?? 0,
    meanWait: all?.meanWait ?? null,
    hours: Array.from({ length: to - from }, (_, hour) => (begin + hour * 3_600_000 < now ? (byHour.get(hour) ?? 0) : null)),
  };
}
