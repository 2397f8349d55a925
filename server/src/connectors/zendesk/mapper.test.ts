/** The mapper on an account of the fake: what the exports give, against the account's own truth, whatever way it comes. */
import { compareOrder, readEvent, type TicketEvent } from '@watchdesk/domain/event';
import { foldTicket } from '@watchdesk/domain/ticket';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsTo, pages } from '../../../test/fake-zendesk/calls.ts';
import { type FakeZendesk, fakeZendesk, type TicketTruth } from '../../../test/fake-zendesk/index.ts';
import { idsWithoutSource } from '../../../test/people-ids.ts';
import type { Given, Items, MappedEvent, Maps } from '../connector.ts';
import { zendesk } from './index.ts';
import { FIRST_MAPS } from './words.ts';

const NOW = Date.parse('2026-04-01T00:00:00Z');
const MAPS: Maps = {
  ...FIRST_MAPS,
  customFields: {
    ...FIRST_MAPS.customFields,
    30001: 'category',
    30002: 'product',
    'organization.tier': 'customerTier',
    'organization.mrr': 'mrr',
  },
};

let fake: FakeZendesk;
/** Everything that was pulled, by stream. */
const pulled: Items[] = [];
let known: Record<string, unknown> = {};
const given = (): Given => ({ source: 'zd', maps: MAPS, known });
const mapAll = (lists: readonly Items[]) => lists.flatMap(({ stream, items }) => zendesk.map(stream, items, given()).events);
const itemsOf = (name: string) => pulled.filter(({ stream }) => stream === name).flatMap(({ items }) => items);

beforeAll(async () => {
  fake = await fakeZendesk({ tickets: 400, mostRows: 60, now: () => NOW, perMinute: 1e6, incrementalPerMinute: 1e6 });
  for (const stream of zendesk.streams)
    for await (const { items } of pages(fake, stream)) {
      pulled.push({ stream, items });
      for (const [key, value] of Object.entries(zendesk.map(stream, items, given()).remember ?? {}))
        if (!key.startsWith('snapshot/')) known[key] = value;
    }
  const keys = pulled
    .flatMap(({ stream, items }) => zendesk.needs!(stream, items, MAPS))
    .filter((key) => !(key in known) && !key.startsWith('snapshot/'));
  known = { ...known, ...(await zendesk.lookUp!(callsTo(fake), [...new Set(keys)])) };
});
afterAll(() => fake.stop());

const byId = (events: readonly MappedEvent[]) => new Map(events.map((event) => [event.id, event]));

describe('the events of an account', () => {
  test('are all such as the door takes, and nothing is buried or unknown', () => {
    const results = pulled.map(({ stream, items }) => zendesk.map(stream, items, given()));
    expect(results.flatMap(({ dead }) => dead).slice(0, 2)).toEqual([]);
    expect(results.flatMap(({ warnings }) => warnings)).toEqual([]);
    const events = results.flatMap((one) => one.events);
    for (const event of events) expect(readEvent(event, 'zd')).toMatchObject({ ok: true });
    expect(idsWithoutSource(events, 'zd', given().maps)).toEqual([]);
  });

  test('fold to the truth of the account', () => {
    const read = [...byId(mapAll(pulled)).values()].map((event) => readEvent(event, 'zd'));
    const byTicket = Map.groupBy(
      read.flatMap((one) => (one.ok && one.event.ticket !== undefined ? [one.event] : [])),
      ({ ticket }) => ticket,
    );
    const truths = [...fake.truths()];
    expect([...byTicket.keys()].toSorted()).toEqual(truths.map(({ ticket }) => `zd:${ticket}`).toSorted());
    for (const truth of truths) expect(stateOf(truth, byTicket)).toEqual(toldOf(truth));
    const timelines = truths.map((truth) => [truth.ticket, timelineOf(byTicket.get(`zd:${truth.ticket}`)!)]);
    expect(timelines).toEqual(truths.map((truth) => [truth.ticket, expectedTimeline(truth)]));
  });

  test('are the same from the audits of each ticket as from the export of events', async () => {
    const exported = byId(mapAll(pulled.filter(({ stream }) => stream === 'ticket-events')));
    const call = callsTo(fake);
    for (const { ticket, isDeleted } of [...fake.truths()].slice(0, 120)) {
      const lists = await zendesk.pullTicket!(call, String(ticket), { options: zendesk.options.parse({ address: fake.origin }), now: NOW });
      expect(lists.length).toBe(isDeleted ? 0 : 1);
      for (const event of mapAll(lists)) expect(event).toEqual(exported.get(event.id));
    }
  });
});

const WORDS = { new: 'new', open: 'open', pending: 'pending', hold: 'on_hold', solved: 'resolved', closed: 'closed', deleted: '' } as const;
const PRIORITIES = { urgent: 'P1', high: 'P2', normal: 'P3', low: 'P4' } as const;
const own = (id: number | null) => (id === null ? null : `zd:${id}`);

function stateOf({ ticket, isDeleted }: TicketTruth, byTicket: ReadonlyMap<string, readonly TicketEvent[]>) {
  const state = foldTicket(`zd:${ticket}`, byTicket.get(`zd:${ticket}`)!)!;
  const { now, counts, provisional, deleted, mergedInto, url } = state;
  return {
    provisional,
    createdAt: state.createdAt,
    // What it was before it was deleted is not asked.
    status: isDeleted ? '' : now.status,
    priority: now.priority,
    assignee: now.assignee,
    team: now.team,
    requester: now.requester,
    organisation: now.organisation,
    tags: now.tags.toSorted(),
    deleted,
    mergedInto,
    messages: { customer: counts.customerMessages, agent: counts.agentReplies, internal: counts.internalNotes },
    url,
  };
}

const toldOf = (truth: TicketTruth) => ({
  provisional: false,
  createdAt: truth.createdAt * 1000,
  status: WORDS[truth.status as keyof typeof WORDS],
  priority: PRIORITIES[(truth.priority ?? 'normal') as keyof typeof PRIORITIES],
  assignee: own(truth.assignee),
  team: own(truth.group),
  requester: own(truth.requester),
  organisation: own(truth.organization),
  tags: truth.tags.toSorted(),
  deleted: truth.isDeleted,
  mergedInto: own(truth.mergedInto),
  messages: { customer: truth.messages.customer, agent: truth.messages.agent, internal: truth.messages.internal },
  url: `${fake.origin}/agent/tickets/${truth.ticket}`,
});

/** What a reader of the ticket sees, told in one way for both: second, and what. */
const KINDS: Readonly<Record<string, string>> = {
  'ticket.created': 'created',
  'ticket.message': 'comment',
  'assignee.changed': 'assignee',
  'team.changed': 'group',
  'priority.changed': 'priority',
  'tag.changed': 'tags',
  'category.changed': 'reason',
};

function timelineOf(events: readonly TicketEvent[]): string[] {
  return events
    .toSorted(compareOrder)
    .flatMap((event) =>
      KINDS[event.type]
        ? [`${event.at / 1000} ${event.type === 'ticket.message' && event.data.visibility === 'internal' ? 'note' : KINDS[event.type]!}`]
        : [],
    )
    .toSorted();
}

const SHOWN = new Set(['created', 'comment', 'note', ...Object.values(KINDS)]);
const expectedTimeline = ({ timeline }: TicketTruth): string[] =>
  timeline.flatMap(({ at, what }) => (SHOWN.has(what.split('=')[0]!) ? [`${at} ${what.split('=')[0]!}`] : [])).toSorted();

describe('laws', () => {
  const STREAMS = [
    'ticket-events',
    'tickets',
    'ratings',
    'metric-events',
    'users',
    'organizations',
    'groups',
    'group-memberships',
  ] as const;

  test.for(STREAMS)('%s: any split into pages, any order and any repetition gives the same events', (stream) => {
    const items = itemsOf(stream).slice(0, 300);
    const whole = byId(zendesk.map(stream, items, given()).events);
    expect(whole.size).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          items.map((_, place) => place),
          { minLength: items.length, maxLength: items.length },
        ),
        fc.array(fc.nat(items.length - 1), { maxLength: 5 }),
        fc.array(fc.nat(items.length), { maxLength: 6 }),
        (order, again, cuts) => {
          const places = [...order, ...again];
          const ends = [...cuts, places.length].toSorted((a, b) => a - b);
          const parts = ends.map((end, index) => places.slice(index === 0 ? 0 : ends[index - 1], end).map((place) => items[place]));
          const events = byId(parts.flatMap((part) => zendesk.map(stream, part, given()).events));
          expect(new Set(events.keys())).toEqual(new Set(whole.keys()));
          for (const [id, event] of events) expect(event).toEqual(whole.get(id));
        },
      ),
      { numRuns: 12 },
    );
  });
});
