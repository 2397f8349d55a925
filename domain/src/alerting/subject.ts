/** What a rule watches: a number of the catalogue, what happens to tickets, the clock of a promise, or that nothing happens. */
import { z } from 'zod';
import { askedDimension, METRIC_IDS } from '../metrics/index.ts';
import { EVENTS, type EventType, wellFormed } from '../event/index.ts';
import { isZone } from '../zone/index.ts';
import { conditions, TICKET_FIELDS } from './conditions.ts';

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** Over how long a number is measured, up to the instant that is looked at; seconds. */
export const WINDOWS = [900, 1800, HOUR_S, 4 * HOUR_S, 8 * HOUR_S, DAY_S, 7 * DAY_S, 28 * DAY_S] as const;
/** How often it is looked at; seconds. Instants are whole multiples of it since 1970. */
const EVERY = [MINUTE_S, 5 * MINUTE_S, 15 * MINUTE_S, HOUR_S, DAY_S] as const;
/** Per cent of the target, or the breach itself. */
const SLA_STEPS = [50, 80, 90, 100, 200, 'breach'] as const;
const ABSENCES = ['reply', 'update', 'assignee'] as const;

const id = wellFormed(200).min(1, 'must not be empty');
const metric = z.enum(METRIC_IDS, 'must be a metric of the catalogue');
const filter = z.strictObject({
  dimension: askedDimension,
  values: z.array(wellFormed(200)).min(1, 'must have at least one value').max(100, 'must be at most 100 values').readonly(),
  not: z.boolean().optional(),
});
const slice = {
  filters: z.array(filter).max(20, 'must be at most 20').readonly().default([]),
  /** An alert for each value of it. */
  by: askedDimension.optional(),
};
const seconds = (least: number, most: number) =>
  z.int('must be whole seconds').min(least, `must be at least ${least} seconds`).max(most, `must be at most ${most} seconds`);

const metricSubject = z.strictObject({
  kind: z.literal('metric'),
  metric,
  windowSeconds: z.literal(WINDOWS, `must be one of ${WINDOWS.join(', ')} seconds`),
  everySeconds: z.literal(EVERY, `must be one of ${EVERY.join(', ')} seconds`).optional(),
  calendar: z.enum(['elapsed', 'business'], 'must be elapsed or business').optional(),
  ...slice,
});

const anomalySubject = z.strictObject({
  kind: z.literal('anomaly'),
  metric,
  /** Of so many weeks before, the same hour of the week. */
  weeks: z.int('must be whole weeks').min(4, 'must be at least 4').max(26, 'must be at most 26').default(8),
  ...slice,
});

const eventSubject = z.strictObject({
  kind: z.literal('event'),
  event: z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]], 'must be a type of event'),
  where: conditions(),
  /** It is over once nothing more of it has happened for so long. */
  quietSeconds: seconds(MINUTE_S, 30 * DAY_S).default(HOUR_S),
});

const slaSubject = z.strictObject({
  kind: z.literal('sla'),
  /** A clock, such as first_response; of any where nothing is said. */
  clock: id.nullable().default(null),
  step: z.literal(SLA_STEPS, `must be one of ${SLA_STEPS.join(', ')}`),
  where: conditions(TICKET_FIELDS),
});

const absenceSubject = z.strictObject({
  kind: z.literal('absence'),
  /** A reply to a customer who waits, anything at all on an open ticket, or somebody who takes it. */
  of: z.enum(ABSENCES, `must be one of ${ABSENCES.join(', ')}`),
  seconds: seconds(MINUTE_S, 90 * DAY_S),
  /** The calendar within whose hours time counts; left out, all of it does. */
  calendar: id.nullable().default(null),
  where: conditions(TICKET_FIELDS),
});

const scheduleSubject = z.strictObject({
  kind: z.literal('schedule'),
  /** By the clock on the wall. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00'),
  /** 1 is Monday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1, 'must have at least one day').max(7).readonly().default([1, 2, 3, 4, 5, 6, 7]),
  timeZone: z.string().max(100).refine(isZone, 'must be a zone of the IANA database, such as Europe/Berlin'),
});

const connectionSubject = z.strictObject({
  kind: z.literal('connection'),
  /** One of them; any where nothing is said. */
  connection: id.nullable().default(null),
  /** It is silent, or fails, for so long. */
  seconds: seconds(MINUTE_S, 30 * DAY_S).default(15 * MINUTE_S),
});

export const subject = z.discriminatedUnion(
  'kind',
  [metricSubject, anomalySubject, eventSubject, slaSubject, absenceSubject, scheduleSubject, connectionSubject],
  'must be a metric, an anomaly, an event, an sla step, an absence, a schedule or a connection',
);
export type Subject = z.output<typeof subject>;
export type SubjectKind = Subject['kind'];
export const SUBJECT_KINDS = ['metric', 'anomaly', 'event', 'sla', 'absence', 'schedule', 'connection'] as const satisfies SubjectKind[];
export type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>;

/** How often a number is looked at; left out, an hour's window or less every minute, a day's every five minutes, longer ones every hour. */
export function everyOf({ everySeconds, windowSeconds }: SubjectOf<'metric'>): (typeof EVERY)[number] {
  return everySeconds ?? (windowSeconds <= HOUR_S ? 60 : windowSeconds <= DAY_S ? 300 : HOUR_S);
}
