/** The baseline of a workspace: the last whole weeks, as the facts tell of them. Of the whole centre; no answer tells of single people. */
import { createCalendar } from '@watchdesk/domain/calendar';
import {
  type Actual,
  type Baseline,
  type ChannelBaseline,
  HOURS_OF_WEEK,
  hourOfWeek,
  PLACES,
  type Promised,
  type SatisfactionSlope,
  type Work,
} from '@watchdesk/domain/outage-simulation';
import { regress } from '@watchdesk/domain/statistics';
import { zoneOf } from '@watchdesk/domain/zone';
import { Refusal } from '../errors.ts';
import { dayOf, instant, rowsOf } from '../facts/index.ts';
import { readVersions } from '../rules/index.ts';
import { inForce } from '../sla/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { staffOf, type Weeks } from './staff.ts';

export interface LearnParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
}

export interface Learnt {
  readonly weeks: Weeks;
  readonly baseline: Baseline;
  /** Whether the work of tickets is known from what agents were seen at, or assumed. */
  readonly workFrom: 'activity' | 'assumed';
  readonly services: readonly Service[];
}

export interface Service {
  readonly service: string;
  readonly tickets: number;
  /** What a ticket of it takes as against all. */
  readonly slower: number;
}

const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;
const MOST_WEEKS = 8;
const FEWEST_WEEKS = 2;
const FEWEST_ANSWERED = 200;
/** Of each channel; more say nothing new. */
const SAMPLE = 400;
/** Where nothing is told of what agents were at: the minutes of a first reply, those of the rest, and the hour between. The fit sets the scale. */
const ASSUMED_WORK: Work = [6, 8, 60];
/** Fewer who gave up say little about patience. */
const FEWEST_GIVEN_UP = 20;
const FEWEST_RATED = 100;
const MOST_RATED = 20_000;

const OWN = `workspace_id = {workspaceId: String} and day >= ${dayOf('from')} and not hidden`;
const COUNTED = `${OWN} and outbound = 0 and created_at >= ${instant('from')} and created_at < ${instant('to')}`;
/** Nobody answered, though somebody waited for a person. */
const LOST = 'isNull(first_response_ms) and agent_replies = 0 and isNotNull(resolved_at) and (bot_involved = 0 or isNotNull(handoff_at))';

/** Refuses where too little is known to learn from. */
export async function learn({ postgres, analytics }: LearnParts, workspaceId: string, timeZone: string, now: number): Promise<Learnt> {
  const weeks = await weeksOf(analytics, workspaceId, timeZone, now);
  const params = { workspaceId, from: weeks.from, to: weeks.to, timeZone };
  const ask = <Row>(query: string) => rowsOf<Row>(analytics, query, params);
  const [channels, all, hours, days, work, promises, services, satisfaction, staff] = await Promise.all([
    ask<ChannelRow>(
      `select toString(channel) as channel, ${WAITS} from ticket_fact final where ${COUNTED} group by channel order by channel`,
    ),
    ask<ChannelRow>(`select '' as channel, ${WAITS} from ticket_fact final where ${COUNTED}`),
    ask<{ channel: string; hour: number; tickets: number }>(
      `select toString(channel) as channel, (toDayOfWeek(created_at, 0, {timeZone: String}) - 1) * 24 + toHour(created_at, {timeZone: String}) as hour,
        count() as tickets from ticket_fact final where ${COUNTED} group by channel, hour`,
    ),
    ask<{ weekday: number; tickets: number }>(
      `select toDayOfWeek(any(created_at), 0, {timeZone: String}) as weekday, count() as tickets from ticket_fact final where ${COUNTED}
        group by toDate(created_at, {timeZone: String})`,
    ),
    ask<{ channel: string; sample: Work[] }>(
      `select channel, groupArraySample(${SAMPLE}, 7)((first / 60000, later / 60000, greatest(after, 0) / 60000)) as sample from (${WORK}) group by channel`,
    ),
    ask<PromiseRow>(
      `select toString(channel) as channel, target_s as seconds, toString(calendar) as calendar, count() as weight from sla_fact final
        where ${OWN} and metric = 'first_response' and started_at >= ${instant('from')} and started_at < ${instant('to')}
        group by channel, seconds, calendar order by weight desc limit 200`,
    ),
    ask<{ service: string; tickets: number; minutes: number | null }>(
      `select product as service, count() as tickets, avg((first + later) / 60000) as minutes from (${WORK}) where product != '' group by product order by tickets desc limit 100`,
    ),
    satisfactionOf(ask),
    staffOf(ask, weeks),
  ]);
  const answered = all[0]?.answered ?? 0;
  if (answered < FEWEST_ANSWERED || staff.weeks.flat().every((one) => one === 0)) throw tooLittle(answered);
  const calendars = await calendarsOf(postgres, workspaceId, promises, now);
  const mean = work.flatMap(({ sample }) => sample).map(([first, later]) => first + later);
  const overall = mean.length === 0 ? null : mean.reduce((sum, one) => sum + one, 0) / mean.length;
  return {
    weeks,
    workFrom: work.length === 0 ? 'assumed' : 'activity',
    services: services.map(({ service, tickets, minutes }) => ({
      service,
      tickets,
      slower: minutes === null || !overall ? 1 : minutes / overall,
    })),
    baseline: {
      channels: channels.map((row): ChannelBaseline => ({
        channel: row.channel,
        hourly: hourlyOf(
          hours.filter(({ channel }) => channel === row.channel),
          weeks.count,
        ),
        personShare: row.tickets === 0 ? 0 : (row.answered + row.lost) / row.tickets,
        work: work.find(({ channel }) => channel === row.channel)?.sample ?? [ASSUMED_WORK],
        patience: row.lost < FEWEST_GIVEN_UP ? null : (row.waited + row.waitedInVain) / row.lost,
        promised: promises
          .filter(({ channel }) => channel === row.channel)
          .map(({ seconds, calendar, weight }): Promised => {
            const place = calendars.ids.indexOf(calendar);
            return { minutes: seconds === null ? null : seconds / 60, calendar: place < 0 ? null : place, weight };
          }),
        actual: actualOf(row),
      })),
      staff: staff.weeks,
      staffFrom: staff.from,
      dispersion: dispersionOf(days),
      calendars: calendars.specs,
      satisfaction,
      actual: actualOf(all[0]!),
    },
  };
}

interface ChannelRow {
  readonly channel: string;
  readonly tickets: number;
  readonly answered: number;
  readonly mean: number | null;
  readonly waits: readonly (number | null)[];
  readonly lost: number;
  readonly waited: number;
  readonly waitedInVain: number;
}

const WAITS = `count() as tickets, countIf(isNotNull(first_response_ms)) as answered, avg(first_response_ms / 60000) as mean,
  arrayMap(wait -> wait / 60000, quantilesExactInclusiveIf(${PLACES.join(', ')})(assumeNotNull(first_response_ms), isNotNull(first_response_ms))) as waits,
  countIf(${LOST}) as lost, sum(ifNull(first_response_ms, 0)) / 60000 as waited,
  sumIf(date_diff('millisecond', ifNull(handoff_at, created_at), assumeNotNull(resolved_at)), ${LOST}) / 60000 as waitedInVain`;

/** The work of each ticket that was answered: the first stretch, the others, and how long after the end of the first they lay on average. */
const WORK = `select ticket, any(toString(channel)) as channel, any(product) as product, argMin(duration_ms, started_at) as first,
    sum(duration_ms) - first as later,
    if(count() = 1, 0, (sum(toUnixTimestamp64Milli(started_at)) - min(toUnixTimestamp64Milli(started_at))) / (count() - 1)
      - min(toUnixTimestamp64Milli(started_at)) - first) as after
  from agent_activity_fact final where ${OWN} and ticket_created_at >= ${instant('from')} and ticket_created_at < ${instant('to')}
    and ticket in (select ticket from ticket_fact final where ${COUNTED} and isNotNull(first_response_ms)) group by ticket`;

interface PromiseRow {
  readonly channel: string;
  readonly seconds: number | null;
  readonly calendar: string;
  readonly weight: number;
}

type Ask = <Row>(query: string) => Promise<Row[]>;

const actualOf = ({ tickets, answered, mean, waits }: ChannelRow): Actual => {
  const known = answered === 0 ? [] : waits.map((one) => one ?? 0);
  return { tickets, answered, meanWait: mean, medianWait: known[PLACES.indexOf(0.5)] ?? null, waits: known };
};

function hourlyOf(found: readonly { hour: number; tickets: number }[], weeks: number): number[] {
  const hours = Array.from({ length: HOURS_OF_WEEK }, () => 0);
  for (const { hour, tickets } of found) hours[hour]! += tickets / weeks;
  return hours;
}

/** Beyond what chance alone would vary, within the same weekday. */
function dispersionOf(days: readonly { weekday: number; tickets: number }[]): number {
  let [beyond, squares] = [0, 0];
  for (const own of Map.groupBy(days, ({ weekday }) => weekday).values()) {
    if (own.length < 2) continue;
    const mean = own.reduce((sum, { tickets }) => sum + tickets, 0) / own.length;
    beyond += own.reduce((sum, { tickets }) => sum + (tickets - mean) ** 2, 0) / (own.length - 1) - mean;
    squares += mean ** 2;
  }
  return squares === 0 ? 0 : Math.max(0, beyond / squares);
}

async function satisfactionOf(ask: Ask): Promise<SatisfactionSlope | null> {
  const rated = await ask<{ minutes: number; good: number }>(
    `select first_response_ms / 60000 as minutes, toFloat64(assumeNotNull(score) >= 0.8 * assumeNotNull(scale)) as good from survey_fact final
      where ${OWN} and survey = 'csat' and isNotNull(score) and isNotNull(scale) and isNotNull(first_response_ms) and answered_at >= ${instant('from')}
        and answered_at < ${instant('to')} order by answered_at desc limit ${MOST_RATED}`,
  );
  if (rated.length < FEWEST_RATED) return null;
  const doublings = rated.map(({ minutes }) => [Math.log2(1 + minutes)]);
  const fitted = regress(
    doublings,
    rated.map(({ good }) => 100 * good),
  );
  if (!fitted) return null;
  // That waiting made somebody happier is chance.
  const perDoubling = Math.min(0, fitted.effects[0]!.perUnit);
  const mean = doublings.reduce((sum, [one]) => sum + one!, 0) / rated.length;
  return { at1: fitted.mean - perDoubling * mean, perDoubling, responses: rated.length };
}

/** Those that promises were measured by and that still are. */
async function calendarsOf({ pool }: Postgres, workspaceId: string, promises: readonly PromiseRow[], now: number) {
  const versions = inForce(await readVersions(pool, workspaceId, 'calendar'), now);
  const used = versions.filter(({ id, spec }) => spec !== null && promises.some(({ calendar }) => calendar === id));
  for (const { spec } of used) createCalendar(spec!);
  return { ids: used.map(({ id }) => id), specs: used.map(({ spec }) => spec!) };
}

/** Up to the last Monday, back to the first whole week in which something came. */
async function weeksOf(analytics: Analytics, workspaceId: string, timeZone: string, now: number): Promise<Weeks> {
  const zone = zoneOf(timeZone);
  const local = zone.local(Math.floor(now / 1000));
  const monday = Math.floor(local / DAY_SECONDS) * DAY_SECONDS - Math.floor(hourOfWeek(local) / 24) * DAY_SECONDS;
  const mondayBefore = (weeks: number) => zone.instant(monday - weeks * 7 * DAY_SECONDS)! * 1000;
  const [first] = await rowsOf<{ at: number | null }>(
    analytics,
    `select minOrNull(toUnixTimestamp64Milli(created_at)) as at from ticket_fact final where ${OWN} and created_at >= ${instant('from')}`,
    { workspaceId, from: mondayBefore(MOST_WEEKS) },
  );
  const since = first?.at ?? now;
  let count = MOST_WEEKS;
  // What began within its first hours is a whole one: at night nobody may have written.
  while (count > 0 && mondayBefore(count) < since - 12 * HOUR_MS) count -= 1;
  if (count < FEWEST_WEEKS) throw tooLittle(0);
  return { from: mondayBefore(count), to: mondayBefore(0), count, timeZone };
}

const tooLittle = (answered: number) =>
  new Refusal(
    'not_possible',
    `There is too little to learn from: it takes ${FEWEST_WEEKS} whole weeks, from Monday to Sunday, with ${FEWEST_ANSWERED} answered tickets and somebody at work${answered > 0 ? `; there are ${answered}` : ''}.`,
  );
