/**
 * Ticket events in short, and the policies they are measured by, for tests of clocks. The policy is that of the handbook: at P1,
 * around the clock, 15 minutes for each response and 4 hours for the resolution; at P2 to P5 from nine to five in UTC.
 */
import { type EventData, TICKET_EVENTS, type TicketEvent, type TicketEventType } from '../event/index.ts';
import {
  type CalendarVersion,
  createRulebook,
  handbookPolicy,
  type PolicyInput,
  policySpec,
  type PolicyVersion,
  type Rulebook,
  type TicketClock,
  ticketClocks,
  type TierOf,
} from '../sla/index.ts';
import { foldTicket } from './fold.ts';
import type { HeardTicket } from './state.ts';

/** A Monday, at nine. */
const T0 = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

/** When it happens: minutes after T0, or ISO 8601 with a zone. */
export type When = number | string;
export type Short = [when: When, actor: string, type: TicketEventType, data?: object, ticket?: string];

/** Whole seconds since 1970. */
export const secondOf = (when: When): number => (typeof when === 'number' ? T0 + when * MINUTE : Date.parse(when)) / 1000;

/** As the door lets them in; each is called by its place, `e0` the first. */
export const story = (...shorts: Short[]): TicketEvent[] =>
  shorts.map(([when, actor, type, data = {}, ticket = 't:1'], index) => {
    const [kind, id] = actor.split(' ');
    const at = secondOf(when) * 1000;
    return {
      id: `e${index}`,
      source: 's',
      at,
      seq: index,
      actor: { kind, ...(id && { id }) },
      ticket,
      type,
      data: TICKET_EVENTS[type].parse(data),
    } as TicketEvent;
  });

export const created = (when: When, data: Partial<EventData<'ticket.created'>> = { priority: 'P1' }, actor = 'customer c'): Short => [
  when,
  actor,
  'ticket.created',
  data,
];
const says = { messageId: 'm', visibility: 'public' };
export const reply = (when: When, agent = 'a'): Short => [when, `agent ${agent}`, 'ticket.message', says];
export const note = (when: When, agent = 'a'): Short => [when, `agent ${agent}`, 'ticket.message', { ...says, visibility: 'internal' }];
export const asks = (when: When, customer = 'c'): Short => [when, `customer ${customer}`, 'ticket.message', says];
export const answersAsBot = (when: When): Short => [when, 'bot b', 'ticket.message', says];
export const status = (when: When, to: string, actor = 'agent a', reason?: string): Short => [
  when,
  actor,
  'status.changed',
  { to, ...(reason && { reason }) },
];
export const priority = (when: When, to: string): Short => [when, 'agent a', 'priority.changed', { to }];
/** The same of another ticket. */
export const of = (ticket: string, [when, actor, type, data = {}]: Short): Short => [when, actor, type, data, ticket];

export const OFFICE = {
  mon: [['09:00', '17:00']],
  tue: [['09:00', '17:00']],
  wed: [['09:00', '17:00']],
  thu: [['09:00', '17:00']],
  fri: [['09:00', '17:00']],
} satisfies NonNullable<CalendarVersion['spec']>['hours'];

export const CALENDARS: CalendarVersion[] = [
  { id: 'office', version: 1, from: null, spec: { zone: 'UTC', hours: OFFICE } },
  { id: 'always', version: 1, from: null, spec: { zone: 'UTC', always: true } },
];

/** The handbook's policy, with something else about it. */
export const policy = (more: Partial<PolicyInput> = {}): NonNullable<PolicyVersion['spec']> =>
  policySpec.parse({ ...handbookPolicy({ business: 'office', always: 'always' }), ...more });

/** A rulebook with this one policy in force for ever. */
export const onePolicy = (more: Partial<PolicyInput> = {}, calendars: CalendarVersion[] = CALENDARS): Rulebook =>
  createRulebook([{ id: 'sla', version: 1, from: null, spec: policy(more) }], calendars);

const handbook = onePolicy();

export interface Measuring {
  readonly rulebook?: Rulebook;
  readonly tierOf?: TierOf;
  /** By default the instant of the last event that clocks hear. */
  readonly asOf?: When;
  readonly ticket?: string;
}

export const stateOf = (events: readonly TicketEvent[], ticket = 't:1'): HeardTicket => foldTicket(ticket, events)!;

/** The clocks of the ticket after these events, in the order of their beginnings; those of one name if it is given. */
export function clocksAfter(
  events: readonly TicketEvent[],
  metric: string | null = null,
  { rulebook = handbook, tierOf = () => null, asOf, ticket }: Measuring = {},
): TicketClock[] {
  const { clockLog } = stateOf(events, ticket);
  const clocks = ticketClocks(clockLog, rulebook, tierOf, asOf === undefined ? undefined : secondOf(asOf));
  return clocks.filter((clock) => metric === null || clock.metric === metric);
}

/** Beginning and end in minutes after T0, the minutes that counted, and the verdict. */
export type Brief = [start: number, stop: number | null, elapsed: number, state: TicketClock['state']];

const minuteOf = (second: number) => (second - T0 / 1000) / 60;

export const brief = ({ start, stop, elapsed, state }: TicketClock): Brief => [
  minuteOf(start),
  stop === null ? null : minuteOf(stop),
  elapsed / 60,
  state,
];

/** What became of one clock of the ticket after these events. */
export const briefly = (metric: string, shorts: Short[], measuring?: Measuring): Brief[] =>
  clocksAfter(story(...shorts), metric, measuring).map(brief);
