import { compareOrder, readEvent, type SentEvent, type TicketEvent } from '@watchdesk/domain/event';
import { foldTicket } from '@watchdesk/domain/ticket';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createContactCentre } from './centre.ts';
import { byTicket, eventsOf, SMALL, START } from './example.ts';
import { DAY, HOUR } from './zone.ts';

const inOrder = (events: readonly SentEvent[]) => events.toSorted((a, b) => Number(a.at) - Number(b.at) || (a.id < b.id ? -1 : 1));

describe('determinism', () => {
  test('the same seed gives the same events, another one others', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const events = eventsOf(1, SMALL, seed);
        expect(eventsOf(1, SMALL, seed)).toEqual(events);
        expect(eventsOf(1, SMALL, seed + 1)).not.toEqual(events);
      }),
      { numRuns: 4 },
    );
  });

  test('the steps in which time advances make no difference', () => {
    const whole = eventsOf(2, SMALL);
    const centre = createContactCentre({ seed: 7, startAt: START, size: SMALL });
    const pieces: SentEvent[] = [];
    for (let at = START; at <= START + 2 * DAY; at += 7 * HOUR) pieces.push(...centre.advance(at));
    pieces.push(...centre.advance(START + 2 * DAY));
    expect(pieces).toEqual(whole);
  });

  test('a restart that skips to where it was goes on with the same events', () => {
    const to = START + 2 * DAY;
    const first = createContactCentre({ seed: 7, startAt: START, size: SMALL });
    const history = [...first.history({ to })].flat();
    const live = first.advance(to + 5 * HOUR);
    const again = createContactCentre({ seed: 7, startAt: START, size: SMALL, liveFrom: to });
    again.skip(to);
    expect(inOrder(again.advance(to + 5 * HOUR))).toEqual(inOrder(live));
    expect(live.length).toBeGreaterThan(200);
    expect(history.length).toBeGreaterThan(1_000);
  });

  test('an instant that has passed gives nothing', () => {
    const centre = createContactCentre({ seed: 7, startAt: START, size: SMALL });
    centre.advance(START + HOUR);
    expect(centre.advance(START)).toEqual([]);
    expect(centre.now()).toBe(START + HOUR);
  });
});

describe('events', () => {
  const centre = createContactCentre({ seed: 11, startAt: START });
  const directory = centre.directory();
  const events = centre.advance(START + 4 * DAY);
  const tickets = byTicket(events);

  test('every one passes the door', () => {
    for (const event of [...directory, ...events]) {
      const reading = readEvent(event, 'demo');
      expect(reading.ok ? null : { ...reading.fault, event }).toBeNull();
    }
  });

  test('every id is there once', () => {
    const ids = [...directory, ...events].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a ticket begins with its creation, and all its events fold', () => {
    for (const [id, list] of tickets) {
      expect(list[0]!.type).toBe('ticket.created');
      const read = list.map((event) => readEvent(event, 'demo')).flatMap((reading) => (reading.ok ? [reading.event as TicketEvent] : []));
      expect(read.toSorted(compareOrder)).toEqual(read);
      expect(foldTicket(id, read)).toMatchObject({ provisional: false, eventCount: list.length, createdAt: list[0]!.at });
    }
  });

  test('who is merged into exists by then, and nothing happens to what was merged away', () => {
    const merges = events.filter((event) => event.type === 'ticket.merged');
    expect(merges.length).toBeGreaterThan(3);
    for (const { ticket, at, data } of merges) {
      expect(Number(tickets.get(data.into)![0]!.at)).toBeLessThan(Number(at));
      expect(tickets.get(ticket!)!.at(-1)!.type).toBe('ticket.merged');
    }
  });

  test('nobody escalates when off shift or on a break', () => {
    const state = new Map<string, string>();
    const absent = events.filter((event) => {
      if (event.type === 'agent.presence') state.set(event.data.agent, event.data.state);
      return (
        event.type === 'ticket.escalated' && event.actor?.kind === 'agent' && /offline|away/.test(state.get(event.actor.id!) ?? 'offline')
      );
    });
    expect(absent).toEqual([]);
  });

  test('one agent attends to one thing at a time', () => {
    const until = new Map<string, number>();
    for (const event of events) {
      if (event.type !== 'agent.activity') continue;
      expect(Number(event.data.from)).toBeGreaterThanOrEqual(until.get(event.data.agent) ?? 0);
      until.set(event.data.agent, Number(event.data.to));
    }
  });
});

describe('history', () => {
  const to = START + 5 * DAY + 7 * HOUR;
  const days = [...createContactCentre({ seed: 7, startAt: START, size: SMALL }).history({ to })];
  const createdOf = (day: readonly SentEvent[]) => day.filter(({ type }) => type === 'ticket.created').map(({ at }) => Number(at));

  test('gives the days newest first', () => {
    expect(days.length).toBe(6);
    for (let place = 1; place < days.length; place++) {
      const limit = START + (6 - place) * DAY;
      expect(createdOf(days[place]!).every((at) => at < limit && at >= limit - DAY)).toBe(true);
    }
  });

  test('never tears a ticket apart, and brings what is open at once', () => {
    const whole = [...byTicket(days.flat())];
    const places = days.map((day) => new Set(day.map(({ ticket }) => ticket)));
    for (const [id, list] of whole) {
      expect(places.filter((day) => day.has(id)).length).toBe(1);
      const status = list.findLast((event) => event.type === 'status.changed')?.data.to ?? 'new';
      const isGone = list.some(({ type }) => type === 'ticket.merged' || type === 'ticket.spam' || type === 'ticket.deleted');
      if (status !== 'resolved' && status !== 'closed' && !isGone) expect(places[0]!.has(id)).toBe(true);
    }
  });

  test('holds what a run without interruption holds', () => {
    const events = createContactCentre({ seed: 7, startAt: START, size: SMALL, liveFrom: to }).advance(to);
    expect(inOrder(days.flat())).toEqual(inOrder(events));
  });
});

test('a size that makes no sense is refused with the name of the number', () => {
  expect(() => createContactCentre({ seed: 1, startAt: START, size: { agents: 0 } })).toThrow(/size\.agents must be/);
  expect(() => createContactCentre({ seed: 1, startAt: START, size: { conversationsPerDay: 1.5 } })).toThrow(/conversationsPerDay/);
  expect(() => createContactCentre({ seed: 1, startAt: START, size: { customers: 50, organisations: 60 } })).toThrow(/organisations/);
});
