/**
 * Their SLA policies and schedules as policies and calendars of ours, as far as ours can say the same. Pure: what cannot be said is told of,
 * and a policy whose conditions cannot is not offered, since it would hold for tickets that it is not meant for.
 */
import { clocksOf, type Condition, type PolicyInput } from '@watchdesk/domain/sla';
import type { Priority } from '@watchdesk/domain/event';
import type { Given, RulesNote, RulesOffer } from '../connector.ts';
import type { ApiSchedule, ApiSlaPolicy } from './api-types.ts';
import { alternativesOf } from './import-conditions.ts';
import { nameOf } from './texts.ts';
import { zoneNamed } from './zones.ts';

type OfferedCalendar = RulesOffer['calendars'][number];

/** Counts at every hour: what they call calendar hours. */
const ALWAYS = 'always';

export function rulesOffer(
  policies: readonly ApiSlaPolicy[],
  schedules: readonly ApiSchedule[],
  given: Pick<Given, 'source' | 'maps'>,
): RulesOffer {
  const notes: RulesNote[] = [];
  const own = schedules.flatMap((schedule) => calendarOf(schedule, notes));
  const [usual = ALWAYS] = own.map(({ key }) => key);
  if (own.length > 1)
    notes.push({
      about: own[0]!.name,
      kind: 'otherwise',
      what: `Triggers decide there by which schedule a ticket counts; here every policy counts business hours by "${own[0]!.name}" until you give it another calendar.`,
    });
  const offered = policies
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .flatMap((policy, place) => policiesOf(policy, place, usual, given, notes));
  const isUsed = offered.some(({ calendar }) => calendar.default === ALWAYS || Object.values(calendar.byPriority ?? {}).includes(ALWAYS));
  const always: OfferedCalendar[] = isUsed ? [{ key: ALWAYS, name: 'Every hour', spec: { zone: 'Etc/UTC', always: true } }] : [];
  if (offered.length > 0)
    notes.push({
      about: 'All policies',
      kind: 'otherwise',
      what: 'A ticket without a priority has no promise there; here it has the priority P3 and what is promised for it.',
    });
  return { calendars: [...own, ...always], policies: offered, notes };
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAY = 1440;

function calendarOf({ id, name, time_zone: theirs, intervals, holidays }: ApiSchedule, notes: RulesNote[]): OfferedCalendar[] {
  const zone = zoneNamed(theirs);
  if (zone === null) {
    notes.push({ about: name, kind: 'left_out', what: `Its time zone "${theirs}" is not known here.` });
    return [];
  }
  const hours: Partial<Record<(typeof DAYS)[number], [string, string][]>> = {};
  for (const { start_time: from, end_time: to } of intervals)
    for (let start = from; start < to; start = (Math.floor(start / DAY) + 1) * DAY) {
      const day = Math.floor(start / DAY);
      (hours[DAYS[day % 7]!] ??= []).push([timeOf(start - day * DAY), timeOf(Math.min(to - day * DAY, DAY))]);
    }
  return [
    {
      key: `schedule/${id}`,
      name: nameOf(name).slice(0, 100),
      spec: { zone, hours, holidays: [...new Set((holidays ?? []).flatMap(daysOf))] },
    },
  ];
}

const timeOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Both ends are closed. More than two years are a mistake. */
function daysOf({ start_date: from, end_date: to }: { start_date: string; end_date: string }): string[] {
  const [first, last] = [Date.parse(from), Math.min(Date.parse(to), Date.parse(from) + 731 * 86_400_000)];
  return Array.from({ length: Math.max(0, (last - first) / 86_400_000 + 1) }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** By their names; how each counts is in the clocks of the family `zendesk`. */
const METRICS: Readonly<Record<string, string>> = {
  first_reply_time: 'first_response',
  next_reply_time: 'next_response',
  periodic_update_time: 'periodic_update',
  pausable_update_time: 'pausable_update',
  requester_wait_time: 'requester_wait',
  agent_work_time: 'agent_work',
  total_resolution_time: 'total_resolution',
};
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const MOST_SECONDS = 366 * 86_400;

interface Promised {
  readonly metric: string;
  readonly priority: Priority;
  readonly seconds: number;
  readonly isBusiness: boolean;
}

function policiesOf(
  policy: ApiSlaPolicy,
  place: number,
  usual: string,
  { source, maps }: Pick<Given, 'source' | 'maps'>,
  notes: RulesNote[],
): PolicyInput[] {
  const about = policy.title;
  const promised = policy.policy_metrics.flatMap((one) => promiseOf(one, about, maps.priority, notes));
  const conditions = alternativesOf(policy.filter ?? {}, { source, maps });
  for (const what of conditions.cannot) notes.push({ about, kind: 'left_out', what });
  if (conditions.cannot.length > 0)
    notes.push({ about, kind: 'left_out', what: 'It is not offered, since without these conditions it would hold for other tickets.' });
  else if (promised.length === 0) notes.push({ about, kind: 'left_out', what: 'It promises nothing that is known here.' });
  if (conditions.cannot.length > 0 || promised.length === 0) return [];
  if (Object.keys(policy.metric_settings ?? {}).length > 0)
    notes.push({
      about,
      kind: 'otherwise',
      what: 'Its advanced settings, of what else starts or fulfils a time, are not taken: the usual ones hold.',
    });
  const metrics = [...new Set(promised.map(({ metric }) => metric))];
  const calendar = calendarsOf(promised, about, usual, notes);
  return conditions.alternatives.map((match, index, all) => ({
    name: nameOf(all.length > 1 ? `${about} (${index + 1} of ${all.length})` : about).slice(0, 100),
    family: 'service',
    rank: Math.min(10_000, 10 + place * 10 + index),
    match: match as Condition[],
    calendar,
    clocks: clocksOf('zendesk').filter(({ metric }) => metrics.includes(metric)),
    targets: Object.fromEntries(metrics.map((metric) => [metric, targetsOf(promised, metric)])),
    rounding: 'floor_second',
  }));
}

function promiseOf(
  one: ApiSlaPolicy['policy_metrics'][number],
  about: string,
  priorities: Given['maps']['priority'],
  notes: RulesNote[],
): Promised[] {
  const metric = METRICS[one.metric];
  const priority = priorities[one.priority];
  const seconds = Math.round(one.target_in_seconds ?? (one.target ?? 0) * 60);
  const leave = (what: string) => {
    notes.push({ about, kind: 'left_out', what });
    return [];
  };
  if (metric === undefined) return leave(`The time "${one.metric}" is not measured here.`);
  if (priority === undefined) return leave(`The priority "${one.priority}" is none of the map of priorities.`);
  if (seconds < 1 || seconds > MOST_SECONDS)
    return leave(`The target of "${one.metric}" at ${one.priority} is longer than a year, or none.`);
  return [{ metric, priority, seconds, isBusiness: one.business_hours === true }];
}

const targetsOf = (promised: readonly Promised[], metric: string) =>
  Object.fromEntries(
    PRIORITIES.map((priority) => [priority, promised.find((one) => one.metric === metric && one.priority === priority)?.seconds ?? null]),
  );

/** Over there each target has hours of its own; here all clocks of a policy count by one calendar at a priority: by that of most of them. */
function calendarsOf(promised: readonly Promised[], about: string, usual: string, notes: RulesNote[]): PolicyInput['calendar'] {
  const byPriority: Partial<Record<Priority, string>> = {};
  for (const priority of PRIORITIES) {
    const own = promised.filter((one) => one.priority === priority);
    const business = own.filter(({ isBusiness }) => isBusiness);
    if (own.length === 0) continue;
    const isBusiness = business.length * 2 >= own.length;
    byPriority[priority] = isBusiness ? usual : ALWAYS;
    const others = own.filter((one) => one.isBusiness !== isBusiness);
    if (others.length > 0)
      notes.push({
        about,
        kind: 'otherwise',
        what: `At ${priority} ${others.map(({ metric }) => metric).join(' and ')} would count ${isBusiness ? 'every hour' : 'business hours'}; here all times of a policy count ${isBusiness ? 'business hours' : 'every hour'} there.`,
      });
  }
  if (usual === ALWAYS && promised.some(({ isBusiness }) => isBusiness))
    notes.push({
      about,
      kind: 'otherwise',
      what: 'It counts business hours, and there is no schedule that could be taken: here it counts every hour.',
    });
  const kinds = new Set(Object.values(byPriority));
  return kinds.size === 1 ? { default: [...kinds][0]! } : { default: usual, byPriority };
}
