/** What makes an automation look at a ticket: something happened to it, a step of one of its clocks, or so much time has passed. */
import { z } from 'zod';
import { ACTOR_KINDS, TICKET_EVENTS, type TicketEventType, wellFormed } from '../event/index.ts';

/** Per cent of the target, or the breach itself. */
export const CLOCK_STEPS = [50, 80, 90, 100, 200, 'breach'] as const;

/** Clocks have a trigger of their own; what is sealed is told to nobody. */
const NOT_WATCHED = ['sla.warned', 'sla.breached', 'sla.vendor', 'policy.applied', 'ticket.sealed', 'agent.activity'] as const;
export type WatchedEvent = Exclude<TicketEventType, (typeof NOT_WATCHED)[number]>;
export const WATCHED_EVENTS = Object.keys(TICKET_EVENTS).filter(
  (type) => !(NOT_WATCHED as readonly string[]).includes(type),
) as unknown as readonly [WatchedEvent, ...WatchedEvent[]];

/** From when time is counted: see `sinceOf`. */
export const SINCE = ['creation', 'update', 'wait', 'unassigned', 'reply'] as const;
export type Since = (typeof SINCE)[number];

const MINUTE_S = 60;
const DAY_S = 86_400;
export const id = wellFormed(200).min(1, 'must not be empty');
/** A length of time; `most` is in whole days, as which a fault says it: whoever typed hours knows of no seconds. */
export const seconds = (most: number) =>
  z
    .int('must be whole seconds')
    .min(MINUTE_S, 'must be at least 1 minute')
    .max(most, `must be at most ${most / DAY_S} days`);

const onEvent = z.strictObject({
  kind: z.literal('event'),
  events: z
    .array(z.enum(WATCHED_EVENTS, 'must be a type of event about tickets'))
    .min(1, 'must have at least one event')
    .max(10, 'must be at most 10 events')
    .readonly(),
  /** By whom; by anybody where it is left out. */
  by: z
    .array(z.enum(ACTOR_KINDS, `must be one of ${ACTOR_KINDS.join(', ')}`))
    .min(1, 'must have at least one kind')
    .max(ACTOR_KINDS.length, `must be at most ${ACTOR_KINDS.length} kinds`)
    .readonly()
    .optional(),
});

const onClock = z.strictObject({
  kind: z.literal('clock'),
  /** Such as first_response; of any clock where it is null. */
  clock: id.nullable().default(null),
  steps: z
    .array(z.literal(CLOCK_STEPS, `must be one of ${CLOCK_STEPS.join(', ')}`))
    .min(1, 'must have at least one step')
    .max(CLOCK_STEPS.length, `must be at most ${CLOCK_STEPS.length} steps`)
    .readonly(),
});

const onTime = z.strictObject({
  kind: z.literal('time'),
  since: z.enum(SINCE, `must be one of ${SINCE.join(', ')}`),
  seconds: seconds(90 * DAY_S),
  /** The calendar within whose hours time counts; null: all of it does. */
  calendar: id.nullable().default(null),
});

export const trigger = z.discriminatedUnion('kind', [onEvent, onClock, onTime], 'must be an event, a clock or a time');
export type Trigger = z.output<typeof trigger>;
export type TriggerOf<K extends Trigger['kind']> = Extract<Trigger, { kind: K }>;
