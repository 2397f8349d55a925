/** Outages that are larger than what is listed of them: counted right, in bounded space, and one matter all the while. */
import { expect, test } from 'vitest';
import { createDetection } from './detection.ts';
import { inOrder, learned, MINUTE_MS, NOW, trouble, USUAL } from './example.ts';
import { bucketsOf } from './evidence.ts';
import type { Proposal } from './proposal.ts';
import type { HeardTicket } from './ticket.ts';

function listen(tickets: readonly HeardTicket[], restartAt = -1) {
  let detection = learned();
  const found = new Map<string, Proposal>();
  const joined = new Map<string, string[]>();
  for (const [place, ticket] of tickets.entries()) {
    if (place === restartAt)
      detection = createDetection({ usual: USUAL, localOf: (at) => at, state: JSON.parse(JSON.stringify(detection.state())) });
    const heard = detection.hear(ticket, ticket.at);
    for (const one of heard.proposals) found.set(one.id, one);
    for (const [id, some] of heard.joined) joined.set(id, [...(joined.get(id) ?? []), ...some]);
  }
  return { found: [...found.values()], joined, detection };
}

test.each([300, 301, 1_000])('of %i tickets each counts once, and so does each customer', (count) => {
  const odd = trouble(count, NOW + 5 * MINUTE_MS, 4_000);
  const { found, joined } = listen(odd);
  expect(found).toHaveLength(1);
  const [one] = found;
  expect(one).toMatchObject({ ticketCount: count, customers: count, regions: [{ region: 'North', customers: count, of: 1000 }] });
  expect(one!.tickets).toHaveLength(300);
  const steps = bucketsOf(one!, []);
  expect(steps.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(count);
  expect(steps.at(-1)!.tickets).toBeGreaterThan(0);
  // Each is told once to whoever keeps which tickets belong to it.
  expect(joined.get(one!.id)!.toSorted()).toEqual(odd.map(({ id }) => id).toSorted());
});

test('of three hours with twice as many tickets as customers, gone on with in the middle', () => {
  const first = trouble(600, NOW + 5 * MINUTE_MS, 15_000);
  const again = first.map((one) => ({ ...one, id: `${one.id} again`, at: one.at + 90 * MINUTE_MS }));
  const { found, detection } = listen(inOrder(first, again), 700);
  expect(found.map(({ ticketCount, customers }) => [ticketCount, customers])).toEqual([[1_200, 600]]);
  // Of the tickets only those of the last hour are known by their ids.
  const { tallies, recent } = detection.state();
  const [tally] = Object.values(tallies!);
  expect(tally!.tickets.length).toBeLessThanOrEqual(recent.length);
  expect(recent.length).toBeLessThan(500);
});

test('what does not belong to it adds nothing, however large it is', () => {
  const { detection } = listen(trouble(400, NOW + 5 * MINUTE_MS, 4_000));
  const elsewhere = { region: 'South', site: 'South 1', category: 'Export', product: 'Export', words: [] };
  const [other] = trouble(1, detection.open()[0]!.lastAt + 1000, 1, elsewhere);
  expect([...detection.hear(other!, other!.at).joined]).toEqual([]);
  expect(detection.open()).toMatchObject([{ ticketCount: 400, customers: 400 }]);
});
