/**
 * Arbitrary events for property tests, of few tickets and few instants, so that they collide: equal instants, events
 * before the creation, merges in rings, late surveys. Test code only.
 */
import fc from 'fast-check';
import {
  CHANNELS,
  type Actor,
  type EventData,
  PRIORITIES,
  STATUSES,
  SUPPORT_TIERS,
  type TicketEvent,
  type TicketEventType,
} from '../event/index.ts';

export const TICKETS = ['t:1', 't:2', 't:3', 't:4'];
const START = Date.UTC(2026, 2, 2, 9);

const actor: fc.Arbitrary<Actor> = fc.constantFrom<Actor>(
  { kind: 'customer', id: 'c-1' },
  { kind: 'customer', id: 'c-2' },
  { kind: 'agent', id: 'a-1' },
  { kind: 'agent', id: 'a-2' },
  { kind: 'bot', id: 'b-1' },
  { kind: 'automation' },
);

const team = fc.constantFrom('billing', 'technical', null);
const ticket = fc.constantFrom(...TICKETS);

/** Data for each type worth mixing; the others do not touch the state of a ticket. */
const DATA = {
  'ticket.created': fc.record({
    subject: fc.constant('It does not work'),
    channel: fc.constantFrom(...CHANNELS),
    requester: fc.constantFrom('c-1', 'c-2'),
    status: fc.constantFrom(...STATUSES),
    priority: fc.constantFrom(...PRIORITIES),
    supportTier: fc.constantFrom(...SUPPORT_TIERS),
    team,
    tags: fc.constantFrom([], ['vip']),
  }),
  'ticket.message': fc.record({
    messageId: fc.constantFrom('m-1', 'm-2', 'm-3'),
    visibility: fc.constantFrom('public' as const, 'public' as const, 'internal' as const),
    // Said by a bot; others say it of nothing. Nought is a confidence.
    confidence: fc.constantFrom(0, 0.5, 1),
  }),
  'message.redacted': fc.record({ messageId: fc.constantFrom('m-1', 'm-2') }),
  'status.changed': fc.record({ to: fc.constantFrom(...STATUSES) }),
  'priority.changed': fc.record({ to: fc.constantFrom(...PRIORITIES) }),
  'assignee.changed': fc.record({ to: fc.constantFrom('a-1', 'a-2', null) }),
  'team.changed': fc.record({ to: team }),
  'tag.changed': fc.record({ added: fc.constantFrom([], ['vip'], ['bug']), removed: fc.constantFrom([], ['vip']) }),
  'ticket.escalated': fc.record({
    toTier: fc.constantFrom(...SUPPORT_TIERS),
    kind: fc.constantFrom('technical' as const, 'billing' as const),
  }),
  'ticket.merged': fc.record({ into: ticket }),
  'ticket.unmerged': fc.record({ into: ticket }),
  'ticket.spam': fc.record({ is: fc.boolean() }),
  'survey.requested': fc.record({ survey: fc.constant('csat' as const), surveyId: fc.constantFrom('s-1', 's-2') }),
  'survey.answered': fc.record({
    survey: fc.constant('csat' as const),
    surveyId: fc.constantFrom('s-1', 's-2'),
    score: fc.integer({ min: 1, max: 5 }),
    scale: fc.constant(5),
  }),
  'pause.requested': fc.record({ reason: fc.constant('waiting for the vendor') }),
  'pause.ended': fc.constant({}),
} satisfies { [K in TicketEventType]?: fc.Arbitrary<EventData<K>> };

const types = Object.keys(DATA) as (keyof typeof DATA)[];

const anEvent = fc.constantFrom(...types).chain((type) =>
  fc.record({
    type: fc.constant(type),
    data: DATA[type] as fc.Arbitrary<object>,
    ticket,
    actor,
    // Minutes, so that several fall on one instant; a day apart now and then, for what depends on long gaps.
    at: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20_000 })).map((minutes) => START + minutes * 60_000),
    seq: fc.integer({ min: 0, max: 2 }),
  }),
);

/** No ticket is merged into itself: the door refuses that. */
const isMergeIntoItself = (event: { ticket: string; data: object }) => 'into' in event.data && event.data.into === event.ticket;

/** Events of `TICKETS` from one source, each with an id of its own, in no order. */
export const ticketEvents = (most = 40): fc.Arbitrary<TicketEvent[]> =>
  fc
    .array(
      anEvent.filter((event) => !isMergeIntoItself(event)),
      { minLength: 1, maxLength: most },
    )
    .map((events) => events.map((event, index) => ({ ...event, id: `e-${index}`, source: 's' }) as unknown as TicketEvent));
