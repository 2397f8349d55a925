/** What holds for what clocks hear, whatever happens to a ticket. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../event/index.ts';
import { type ClockEntry, clockEventsOf, createRulebook, ticketClocks } from '../sla/index.ts';
import { ticketEvents } from './arbitrary.ts';
import { CALENDARS, created, onePolicy, policy, secondOf, type Short, stateOf, story } from './example.ts';
import { foldTicket } from './fold.ts';

describe('laws', () => {
  const rulebook = createRulebook(
    [
      { id: 'sla', version: 1, from: null, spec: policy({ match: [{ field: 'tags', is: 'none_of', values: ['bug'] }] }) },
      { id: 'bugs', version: 1, from: null, spec: policy({ rank: 200, calendar: { default: 'always' } }) },
    ],
    CALENDARS,
  );
  const END = secondOf(30_000);
  const clocksOf = (log: readonly ClockEntry[]) => ticketClocks(log, rulebook, () => null, END);
  const tickets = (events: readonly TicketEvent[]) => [...new Set(events.map(({ ticket }) => ticket))];
  const some = { numRuns: 300 };
  /** Much happens to two tickets, and the creation of the first one is known, though not always first. */
  const lively = (): fc.Arbitrary<TicketEvent[]> =>
    fc
      .tuple(
        ticketEvents(30),
        fc.integer({ min: -5, max: 25 }),
        fc.constantFrom('customer c', 'agent a'),
        fc.constantFrom('new', 'resolved'),
      )
      .map(([events, minute, actor, first]) => {
        const [creation] = story(created(minute, { priority: 'P2', status: first as 'new', tags: ['vip'] }, actor));
        const own = events.map((event) => ({ ...event, ticket: event.ticket === 't:4' ? 't:2' : 't:1' }));
        return [...own.filter(({ ticket, data }) => !('into' in data) || data.into !== ticket), { ...creation!, id: 'creation' }];
      });

  test('any order of arrival gives the same log and the same clocks', () => {
    fc.assert(
      fc.property(
        lively().chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          for (const id of tickets(events)) {
            const [one, other] = [foldTicket(id, events)!.clockLog, foldTicket(id, shuffled)!.clockLog];
            expect(other).toEqual(one);
            expect(clocksOf(other)).toEqual(clocksOf(one));
          }
        },
      ),
      some,
    );
  });

  test('a log that was stored gives the same clocks', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const { clockLog } = stateOf(events);
        expect(clocksOf(JSON.parse(JSON.stringify(clockLog)) as ClockEntry[])).toEqual(clocksOf(clockLog));
      }),
      some,
    );
  });

  test('the last entry leaves the clocks with the ticket as it is', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        const { matters, now } = clockEventsOf(state.clockLog, () => null).at(-1)!;
        const { assignee: _, ...seen } = state.now;
        expect(matters).toMatchObject(seen);
        expect(now.isPauseRequested).toBe(state.pauses.some(({ to }) => to === null));
      }),
      some,
    );
  });

  test('entries are in the order of their instants, the creation first', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        expect(state.clockLog[0]).toMatchObject({ at: state.createdAt / 1000, on: ['created'] });
        const instants = state.clockLog.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
      some,
    );
  });

  test('a resolution runs exactly while the ticket is active and is not gone', () => {
    const everybody = onePolicy();
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        if (state.mergedInto !== null || state.spam) return;
        const clocks = ticketClocks(state.clockLog, everybody, () => null, END).filter(({ metric }) => metric === 'resolution');
        expect(clocks.at(-1)!.stop === null).toBe(state.cycles.at(-1)!.resolvedAt === null);
      }),
      some,
    );
  });

  const isSpam = ({ type }: TicketEvent) => type === 'ticket.spam';
  /** The events, and the same with these two of the first one's ticket between them, at any instants. */
  const interrupted = (away: Short, back: Short) =>
    fc.tuple(lively(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20_000 })).map(([events, from, length]) => {
      const all = events.filter((event) => !isSpam(event));
      const [gone, there] = story([from, ...rest(away)], [from + length, ...rest(back)]).map((event, index) => ({
        ...event,
        id: `away-${index}`,
      }));
      return [all, [...all, gone!, there!]] as const;
    });
  const rest = ([, actor, type, data]: Short) => [actor, type, data] as [string, Short[2], object];

  test.each<[string, Short, Short]>([
    ['was deleted and is back', [0, 'agent a', 'ticket.deleted', {}], [0, 'agent a', 'ticket.undeleted', {}]],
    ['was taken for spam and is none', [0, 'agent a', 'ticket.spam', { is: true }], [0, 'agent a', 'ticket.spam', { is: false }]],
  ])('a ticket that %s has its clocks as if it had never been away', (_name, away, back) => {
    fc.assert(
      fc.property(interrupted(away, back), ([without, withBoth]) => {
        expect(clocksOf(stateOf(withBoth).clockLog)).toEqual(clocksOf(stateOf(without).clockLog));
      }),
      some,
    );
  });

  test('a ticket that is deleted has no clock that runs, and none begins', () => {
    fc.assert(
      fc.property(interrupted([0, 'agent a', 'ticket.deleted', {}], [0, 'agent a', 'ticket.deleted', {}]), ([, deleted]) => {
        const { clockLog } = stateOf(deleted);
        const from = clockLog.find(({ why }) => why === 'deleted')?.at ?? END;
        for (const { stop, start } of clocksOf(clockLog)) {
          expect(stop).not.toBeNull();
          expect(start).toBeLessThanOrEqual(from);
        }
      }),
      some,
    );
  });
});
