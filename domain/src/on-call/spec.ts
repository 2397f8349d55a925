/**
 * Who is on call is data: layers that take turns, with what was agreed for single stretches (overrides) above them. People are opaque here: whoever
 * reads a schedule knows who they are.
 */
import { z } from 'zod';
import { calendarSpec, WEEKDAYS } from '../calendar/index.ts';
import { wellFormed } from '../event/index.ts';
import { isZone } from '../zone/index.ts';

export const UNITS = ['hours', 'days', 'weeks'] as const;
export type Unit = (typeof UNITS)[number];
/** The longest that a turn may be told to be in each unit: a quarter of a year, about. */
const MOST: Readonly<Record<Unit, number>> = { hours: 168, days: 90, weeks: 13 };
export const MOST_LAYERS = 10;

const zone = z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin');
const date = z.iso.date('must be a date such as 2026-03-01');
const id = wellFormed(200).min(1, 'must not be empty');
/** An account of the workspace, or an agent of its directory, who is reached by the account that is that agent. */
const person = id.regex(/^(person|agent):./u, 'must be `person:` with the id of an account, or `agent:` with the id of an agent');
const name = wellFormed(100).trim().min(1, 'must not be empty');

const layer = z
  .strictObject({
    name,
    /** Who takes turns, in this order. */
    people: z.array(person).min(1, 'must have at least one person').max(50, 'must be at most 50 people').readonly(),
    /** How long a turn is. */
    turn: z.strictObject({
      count: z.int('must be a whole number').min(1, 'must be at least 1'),
      unit: z.enum(UNITS, `must be one of ${UNITS.join(', ')}`),
    }),
    /** When one hands over to the next, by the clock on the wall of the zone; the weekday counts for turns of weeks. */
    handOff: z.strictObject({
      at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00'),
      weekday: z.enum(WEEKDAYS, `must be one of ${WEEKDAYS.join(', ')}`).default('mon'),
    }),
    /** The day on which the first of the people begins, at the time of the hand-off. */
    startsOn: date,
    /** Null: the schedule's. */
    zone: zone.nullable().default(null),
    /** The hours in which the layer is on call at all; null for all of them. */
    hours: calendarSpec.shape.hours.unwrap().nullable().default(null),
  })
  .superRefine(({ people, turn, hours }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const [index, one] of people.entries()) if (people.indexOf(one) < index) fault(['people', index], 'must be named once');
    if (turn.count > MOST[turn.unit]) fault(['turn', 'count'], `must be at most ${MOST[turn.unit]} ${turn.unit}`);
    if (hours && Object.values(hours).every((rows) => (rows?.length ?? 0) === 0))
      fault(['hours'], 'must have an hour in it; null is always');
  });
export type Layer = z.output<typeof layer>;

const away = z
  .strictObject({ person, from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });

export const scheduleSpec = z
  .strictObject({
    name,
    zone,
    /** A later one goes before an earlier one where both have somebody. */
    layers: z.array(layer).min(1, 'must have at least one layer').max(MOST_LAYERS, `must be at most ${MOST_LAYERS} layers`).readonly(),
    /** Whose holidays are public ones here: a calendar of the workspace. */
    calendar: id.nullable().default(null),
    /** Who is on holiday when: whole days of the schedule's zone, the last one included. */
    away: z.array(away).max(500, 'must be at most 500').readonly().default([]),
  })
  .meta({ id: 'OnCallScheduleSpec' });
export type ScheduleSpec = z.output<typeof scheduleSpec>;

const instant = z.int('must be milliseconds since 1970');
/** Somebody takes over for a stretch, whatever the layers say. Milliseconds since 1970; `to` is not in it. */
export const overrideDraft = z
  .strictObject({ person, from: instant, to: instant, reason: wellFormed(500).trim().default('') })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' })
  .refine(({ from, to }) => to - from <= 92 * 86_400_000, { path: ['to'], message: 'must be at most 92 days after from' })
  .meta({ id: 'OnCallOverrideDraft' });
export type OverrideDraft = z.output<typeof overrideDraft>;
