import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellKey, type Cell, isIn } from './cell.ts';
import { createRecent } from './recent.ts';
import type { HeardTicket } from './ticket.ts';

const CELLS: Cell[] = [
  { place: { kind: 'everywhere' }, topic: { kind: 'any' } },
  { place: { kind: 'everywhere' }, topic: { kind: 'word', name: 'down' } },
  { place: { kind: 'region', region: 'North' }, topic: { kind: 'category', name: 'Login' } },
  { place: { kind: 'site', site: 'n1', region: 'North' }, topic: { kind: 'product', name: 'Login' } },
];
const tickets = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 90 }),
      region: fc.constantFrom('North', 'South', null),
      site: fc.constantFrom('n1', null),
      category: fc.constantFrom('Login', 'Billing', null),
      product: fc.constantFrom('Login', null),
      customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', null),
      words: fc.subarray(['down', 'login', 'help']),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((ticket, number): HeardTicket => ({ ...ticket, id: `${number}` })));

test('in any order and across a restart it counts what counting one by one does', () => {
  fc.assert(
    fc.property(tickets, fc.nat(60), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (list, stop, gone, from) => {
      let recent = createRecent();
      const counted: HeardTicket[] = [];
      for (const [place, ticket] of list.entries()) {
        if (place === stop) recent = createRecent(JSON.parse(JSON.stringify(recent.state())));
        recent.add(ticket);
        if (ticket.customer === null || counted.every(({ customer }) => customer !== ticket.customer)) counted.push(ticket);
      }
      recent.prune(gone);
      const left = list.filter(({ at }) => at > gone);
      expect(recent.tickets().map(({ at }) => at)).toEqual(left.map(({ at }) => at).toSorted((a, b) => a - b));
      for (const ticket of list) expect(recent.has(ticket.id)).toBe(left.includes(ticket));
      for (const cell of CELLS) {
        const wanted = counted.filter((ticket) => ticket.at > Math.max(gone, from) && isIn(cell, ticket)).length;
        expect(recent.count(cellKey(cell), from)).toBe(wanted);
      }
    }),
  );
});

test('who has not written for an hour counts again', () => {
  const recent = createRecent();
  const ticket = (id: string, at: number): HeardTicket => ({
    id,
    at,
    region: null,
    site: null,
    category: null,
    product: null,
    customer: 'a',
    words: [],
  });
  const everywhere = cellKey(CELLS[0]!);
  recent.add(ticket('first', 10));
  recent.add(ticket('second', 20));
  expect(recent.count(everywhere, 0)).toBe(1);
  expect(recent.prune(15).map(({ id }) => id)).toEqual(['first']);
  recent.add(ticket('third', 30));
  expect(recent.count(everywhere, 0)).toBe(0);
  recent.prune(30);
  recent.add(ticket('fourth', 40));
  expect(recent.count(everywhere, 0)).toBe(1);
});
