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
        if (recent.add(ticket)) counted.push(ticket);
      }
      const customers = counted.flatMap(({ customer }) => customer ?? []);
      expect(new Set(customers).size).toBe(customers.length);
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
