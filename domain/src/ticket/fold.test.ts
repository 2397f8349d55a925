import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, type TicketEvent } from '../event/index.ts';
import { ticketEvents } from './arbitrary.ts';
import { applyEvent, foldTicket, isNext } from './fold.ts';
import { isActive, type TicketState } from './state.ts';
import { waitingSince } from './waiting.ts';

const T0 = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

/** Events of ticket t:1 in short: [minute, actor, type, data]. */
type Short = [minute: number, actor: string, type: string, data?: object];

function story(...events: Short[]): TicketState {
  const full = events.map(([minute, actor, type, data = {}], index) => {
    const [kind, id] = actor.split(' ');
    const defaults = type === 'ticket.created' ? { channel: 'email', requester: 'c', status: 'new', priority: 'P3', tags: [] } : {};
    return {
      id: `e${String(index).padStart(3, '0')}`,
      source: 's',
      at: T0 + minute * MINUTE,
      seq: 0,
      actor: { kind, ...(id ? { id } : {}) },
      ticket: 't:1',
      type,
      data: { ...defaults, ...data },
    };
  });
  return foldTicket('t:1', full as unknown as TicketEvent[])!;
}

const says = { messageId: 'm', visibility: 'public' };
const notes = { messageId: 'n', visibility: 'internal' };
const created: Short = [0, 'customer c', 'ticket.created'];
const reply = (minute: number, agent = 'a'): Short => [minute, `agent ${agent}`, 'ticket.message', says];
const asks = (minute: number): Short => [minute, 'customer c', 'ticket.message', says];
const status = (minute: number, to: string, actor = 'agent a'): Short => [minute, actor, 'status.changed', { to }];

const minutes = (ms: number | null | undefined) => (ms == null ? ms : (ms - T0) / MINUTE);
const waits = (state: TicketState) => state.waits.map(({ kind, from, to, closedBy }) => [kind, minutes(from), minutes(to), closedBy]);

describe('waits', () => {
  test('nobody waits on a ticket created as resolved, even where a message of that instant comes first in order', () => {
    const state = story(asks(0), [0, 'customer c', 'ticket.created', { status: 'closed' }]);
    expect(waits(state)).toEqual([['first', 0, 0, 'resolve']]);
    expect(state.unansweredSince).toBeNull();
  });

  test('run from the first unanswered message to the next public reply of an agent', () => {
    const state = story(
      created,
      asks(1),
      [2, 'agent a', 'ticket.message', notes],
      [3, 'automation', 'ticket.message', says],
      reply(10),
      asks(20),
      asks(25),
      reply(30),
    );
    expect(waits(state)).toEqual([
      ['first', 0, 10, 'reply'],
      ['next', 20, 30, 'reply'],
    ]);
    expect(state.firstReply).toMatchObject({ agent: 'a', clamped: false });
  });

  test('end with a resolve; the message that reopens starts the next one', () => {
    const state = story(created, reply(5), asks(10), status(12, 'resolved'), asks(100), status(100, 'open', 'customer c'));
    expect(waits(state)).toEqual([
      ['first', 0, 5, 'reply'],
      ['next', 10, 12, 'resolve'],
      ['next', 100, null, null],
    ]);
    expect(state.counts.reopens).toBe(1);
  });

  test('of a conversation begun by a bot are measured from the handing over', () => {
    const begun: Short = [0, 'customer c', 'ticket.created', { supportTier: 'L0', channel: 'chat' }];
    const bot: Short = [1, 'bot b', 'ticket.message', { ...says, confidence: 0.3 }];
    expect(waitingSince(story(begun, bot))).toBeNull();
    const state = story(begun, bot, [4, 'bot b', 'ticket.escalated', { toTier: 'L1', kind: 'low_ai_confidence' }], reply(9));
    expect(waits(state)).toEqual([['first', 4, 9, 'reply']]);
    expect(state.escalations[0]).toMatchObject({ fromTier: 'L0', toTier: 'L1', confidence: 0.3 });
    expect(minutes(state.firstAnswer?.at)).toBe(1);
  });

  test('there is none for the first reply when an agent writes first', () => {
    const state = story([0, 'agent a', 'ticket.created'], reply(0), asks(30), reply(40));
    expect(state.outbound).toBe(true);
    expect(waits(state)).toEqual([['next', 30, 40, 'reply']]);
  });

  test('a phone call noted down by an agent owes its first reply from the creation', () => {
    expect(
      waits(story([0, 'agent a', 'ticket.created', { channel: 'phone' }], [6, 'agent a', 'ticket.message', notes], reply(20))),
    ).toEqual([['first', 0, 20, 'reply']]);
  });

  test('a reply dated before the creation is clamped to it', () => {
    const state = story([5, 'customer c', 'ticket.created'], reply(2));
    expect(state.firstReply).toMatchObject({ at: T0 + 5 * MINUTE, clamped: true });
    expect(waits(state)).toEqual([]);
  });
});

describe('cycles', () => {
  test('a reopen starts one, and counts', () => {
    const state = story(
      created,
      reply(5),
      status(10, 'resolved'),
      status(30, 'open', 'customer c'),
      reply(35, 'b'),
      status(40, 'resolved', 'agent b'),
      status(99, 'closed'),
    );
    expect(
      state.cycles.map(({ startedAt, resolvedAt, resolvedBy }) => [minutes(startedAt), minutes(resolvedAt), resolvedBy?.agent]),
    ).toEqual([
      [0, 10, 'a'],
      [30, 40, 'b'],
    ]);
    expect(state.resolvers).toEqual(['a', 'b']);
  });

  test('a resolve taken back within a minute by an agent never was one', () => {
    const half = 0.5;
    const state = story(created, asks(1), status(10, 'resolved'), status(10 + half, 'open'));
    expect(state.cycles).toHaveLength(1);
    expect(state.cycles[0]!.resolvedAt).toBeNull();
    expect(state.counts.reopens).toBe(0);
    expect(waits(state)).toEqual([['first', 0, null, null]]);
  });

  test('closed without resolved is resolved at the close', () => {
    expect(minutes(story(created, status(7, 'closed')).cycles[0]!.resolvedAt)).toBe(7);
  });

  test('replies in a row are one burst, however many agents write them', () => {
    const [cycle] = story(created, reply(1), reply(2, 'b'), asks(3), reply(4)).cycles;
    expect(cycle).toMatchObject({ replies: 3, bursts: 2 });
  });
});

describe('a creation that comes late in order', () => {
  test('fills only what other events have not set', () => {
    const state = story(
      [0, 'agent a', 'priority.changed', { to: 'P1' }],
      [0, 'agent a', 'team.changed', { to: 'billing' }],
      [3, 'customer c', 'ticket.created', { team: 'general', category: 'api' }],
    );
    expect(state).toMatchObject({ provisional: false, createdAt: T0 + 3 * MINUTE });
    expect(state.now).toMatchObject({ priority: 'P1', team: 'billing', category: 'api' });
    expect(state.atCreation).toMatchObject({ priority: 'P3', team: 'general' });
    expect(state.segments.map(({ from, to }) => [minutes(from), to])).toEqual([[3, null]]);
  });
});

describe('surveys', () => {
  test('speak of the last public replier at the request, and a rating given again within a day replaces', () => {
    const asked: Short = [60, 'system', 'survey.requested', { survey: 'csat', surveyId: 'x' }];
    const answer = (minute: number, score: number): Short => [
      minute,
      'customer c',
      'survey.answered',
      { survey: 'csat', surveyId: 'x', score, scale: 5 },
    ];
    const state = story(
      created,
      reply(5),
      status(10, 'resolved'),
      asked,
      reply(70, 'late'),
      answer(90, 2),
      answer(100, 5),
      answer(5000, 1),
    );
    expect(state.surveys.map(({ agent, score }) => [agent, score])).toEqual([
      ['a', 5],
      ['late', 1],
    ]);
  });
});

describe('merges', () => {
  const at = (minute: number, ticket: string, actor: string, type: string, data: object) => {
    const [kind, id] = actor.split(' ');
    return { id: `${ticket} ${minute} ${type}`, source: 's', at: T0 + minute * MINUTE, seq: 0, actor: { kind, id }, ticket, type, data };
  };
  const begun = (ticket: string, customer: string) =>
    at(0, ticket, `customer ${customer}`, 'ticket.created', {
      channel: 'email',
      requester: customer,
      status: 'new',
      priority: 'P3',
      tags: [],
    });
  const writes = (minute: number, ticket: string, actor: string) =>
    at(minute, ticket, actor, 'ticket.message', { messageId: `m${minute}`, visibility: 'public' });
  const fold = (id: string, ...events: object[]) => foldTicket(id, events as TicketEvent[])!;
  const both = [begun('t:1', 'ada'), begun('t:2', 'bob'), writes(5, 't:1', 'agent x')];
  const merged = at(10, 't:2', 'agent x', 'ticket.merged', { into: 't:1' });
  const unmerged = at(30, 't:2', 'agent x', 'ticket.unmerged', { into: 't:1' });

  test('bring an unanswered message over, and what the customer writes from then on', () => {
    const survivor = fold('t:1', ...both, merged, writes(20, 't:2', 'customer bob'));
    expect(waits(survivor)).toEqual([
      ['first', 0, 5, 'reply'],
      ['next', 10, null, null],
    ]);
    expect(survivor.counts.customerMessages).toBe(1);
    expect(fold('t:2', ...both, merged).mergedInto).toBe('t:1');
  });

  test('undone give both back what is theirs', () => {
    const events = [...both, merged, writes(20, 't:2', 'customer bob'), unmerged];
    const [survivor, child] = [fold('t:1', ...events), fold('t:2', ...events)];
    expect(waits(survivor)).toEqual([['first', 0, 5, 'reply']]);
    expect(survivor.counts.customerMessages).toBe(0);
    expect(child).toMatchObject({ mergedInto: null, counts: { customerMessages: 1 } });
    expect(waits(child)).toEqual([['first', 0, null, null]]);
  });

  test('before the first reply: the survivor owes one first reply, from its own creation', () => {
    const early = at(2, 't:2', 'agent x', 'ticket.merged', { into: 't:1' });
    expect(waits(fold('t:1', ...both, early))).toEqual([['first', 0, 5, 'reply']]);
  });

  test('that would close a ring are none', () => {
    const back = at(12, 't:1', 'agent x', 'ticket.merged', { into: 't:2' });
    expect(fold('t:1', ...both, merged, back).mergedInto).toBeNull();
    expect(fold('t:2', ...both, merged, back).mergedInto).toBe('t:1');
  });
});

test('a reopening by an automation starts a cycle and is no reopen', () => {
  const state = story(created, reply(5), status(10, 'resolved'), status(60, 'open', 'automation'));
  expect(state.cycles).toHaveLength(2);
  expect(state.counts.reopens).toBe(0);
});

describe('laws', () => {
  const tickets = (events: TicketEvent[]) => [...new Set(events.map(({ ticket }) => ticket))];

  test('any order of arrival gives the same state', () => {
    fc.assert(
      fc.property(
        ticketEvents().chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          for (const id of tickets(events)) expect(foldTicket(id, shuffled)).toEqual(foldTicket(id, events));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('applying the next event in order to the stored state equals folding anew', () => {
    fc.assert(
      fc.property(ticketEvents(), (events) => {
        const id = events[0]!.ticket;
        const sorted = events.toSorted(compareOrder);
        const start = sorted.findIndex(({ ticket }) => ticket === id) + 1;
        let stored = foldTicket(id, sorted.slice(0, start))!;
        for (const [index, event] of sorted.slice(start).entries()) {
          expect(isNext(stored, event)).toBe(event.type !== 'ticket.unmerged');
          if (isNext(stored, event)) applyEvent(stored, event);
          else stored = foldTicket(id, sorted.slice(0, start + index + 1))!;
        }
        expect(JSON.parse(JSON.stringify(stored))).toEqual(JSON.parse(JSON.stringify(foldTicket(id, events))));
      }),
      { numRuns: 500 },
    );
  });

  test('stretches follow one another without a gap, and exactly one lasts', () => {
    fc.assert(
      fc.property(ticketEvents(), (events) => {
        const state = foldTicket(events[0]!.ticket, events)!;
        if (state.provisional) return;
        expect(state.segments[0]!.from).toBe(state.createdAt);
        for (const [index, segment] of state.segments.entries()) {
          const next = state.segments[index + 1];
          expect(segment.ordinal).toBe(index);
          expect(segment.to).toBe(next ? next.from : null);
          if (next) expect(next.from).toBeGreaterThan(segment.from);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a cycle lasts exactly while the ticket is active', () => {
    fc.assert(
      fc.property(ticketEvents(), (events) => {
        const state = foldTicket(events[0]!.ticket, events)!;
        if (state.provisional) return;
        expect(state.cycles.at(-1)!.resolvedAt === null).toBe(isActive(state.now.status));
        for (const cycle of state.cycles) if (cycle.resolvedAt !== null) expect(cycle.resolvedAt).toBeGreaterThanOrEqual(cycle.startedAt);
      }),
      { numRuns: 500 },
    );
  });

  test('at most one wait is open, only on an active ticket, and none ends before it begins', () => {
    fc.assert(
      fc.property(ticketEvents(), (events) => {
        const state = foldTicket(events[0]!.ticket, events)!;
        const open = state.waits.filter(({ to }) => to === null);
        expect(open.length).toBeLessThanOrEqual(1);
        if (open.length === 1) expect(isActive(state.now.status)).toBe(true);
        for (const wait of state.waits) if (wait.to !== null) expect(wait.to).toBeGreaterThanOrEqual(wait.from);
      }),
      { numRuns: 500 },
    );
  });
});
