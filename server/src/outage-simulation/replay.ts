/** A past incident as a question, and what really happened in those days. */
import { spanOf, stageOf } from '@watchdesk/domain/incident';
import { isNamed, isSameName } from '@watchdesk/domain/naming';
import { CONTACT_RATES, MOST_DAYS, type Scenario, timelineOf } from '@watchdesk/domain/outage-simulation';
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
  const durationMinutes = Math.min(MOST_DAYS * 1440, Math.max(LEAST_MINUTES, Math.round((endAt - startAt) / MINUTE_MS)));
  const regions = await regionsOf(postgres, workspaceId);
  const named = regions.filter(
    ({ region }) =>
      isNamed(state.affected.regions, region) || impact.byRegion.some(({ value }) => isSameName(value, region) && region !== ''),
  );
  const customers = (named.length > 0 ? named : regions).reduce((sum, one) => sum + one.customers, 0);
  const contactRate = CONTACT_RATES[state.severity];
  // Those who wrote are known; of those hit, the others kept silent.
  const hit = Math.min(100, customers === 0 ? 0 : (100 * impact.customers) / (contactRate / 100) / customers);
  const service = known.services.find((one) => isNamed(state.affected.services, one.service))?.service ?? null;
  const days = daysOf(startAt, durationMinutes, known.timeZone);
  const scenario: Scenario = {
    kind: 'outage',
    size: { by: 'customers', percent: Math.round(hit * 10) / 10 },
    severity: state.severity,
    service,
    regions: named.map(({ region }) => region),
    startAt: new Date(startAt).toISOString(),
    durationMinutes,
    curve: 'front',
  };
  return {
    id,
    title: state.title,
    scenario,
    days,
    linked: { tickets: impact.tickets, customers: impact.customers },
    actual: await actualOf(analytics, workspaceId, startAt, days, known.timeZone, now),
  };
}

/** As many as show it whole, and a day more for what it leaves. */
function daysOf(startAt: number, durationMinutes: number, timeZone: string): number {
  for (let days = 1; days < MOST_DAYS; days += 1) {
    const { beginsAt, to } = timelineOf(startAt, days, timeZone);
    if ((beginsAt + to * 3600) * 1000 >= startAt + durationMinutes * MINUTE_MS) return days + 1;
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
