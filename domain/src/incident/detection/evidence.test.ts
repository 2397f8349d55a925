import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, learned, MINUTE_MS, NOW, trouble, usualTickets } from './example.ts';
import { affectedBy, bucketsOf, type Proposal, proposalWithout, rateOf, stateWithout, titleOf, withoutPeople } from './index.ts';

const detection = learned();
let proposal: Proposal;
for (const ticket of inOrder(usualTickets(NOW, NOW + 40 * MINUTE_MS), trouble(12, NOW + 10 * MINUTE_MS, MINUTE_MS)))
  for (const one of detection.hear(ticket, ticket.at).proposals) proposal = one;

describe('the rate of a peak', () => {
  test('lies in its interval, which narrows as more is seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (observed, expected) => {
        const rate = rateOf({ from: 0, to: 900_000, observed, expected });
        expect(rate.low).toBeLessThan(rate.perHour);
        expect(rate.high).toBeGreaterThan(rate.perHour);
        const more = rateOf({ from: 0, to: 900_000, observed: observed * 4, expected });
        expect((more.high - more.low) / more.perHour).toBeLessThan((rate.high - rate.low) / rate.perHour);
        expect(rate.usualPerHour).toBeCloseTo(expected * 4, 9);
      }),
    );
  });

  test('is that of Byar: of ten, the exact interval is 4.8 to 18.4', () => {
    const { low, high } = rateOf({ from: 0, to: 3_600_000, observed: 10, expected: 1 });
    expect(low).toBeCloseTo(4.8, 1);
    expect(high).toBeCloseTo(18.4, 1);
  });
});

test('is called by what it is about and where, and names what it affects', () => {
  expect(titleOf(proposal, (site) => `Site ${site}`)).toMatch(/^Unusually many customers write about .+ in (North|Site North 1)$/);
  const word = { place: { kind: 'everywhere' }, topic: { kind: 'word', name: 'router' } } as const;
  expect(titleOf({ cell: word }, String)).toBe('Unusually many customers write about “router”');
  expect(titleOf({ cell: { place: { kind: 'region', region: 'North' }, topic: { kind: 'any' } } }, String)).toBe(
    'Unusually many customers write from North',
  );
  expect(affectedBy(proposal)).toEqual({ services: ['Login'], regions: ['North'] });
  const mixed = proposal.tickets.map((ticket, index) => ({ ...ticket, product: ['Login', 'LOGIN', ' login', 'Bills'][index % 4]! }));
  expect(affectedBy({ ...proposal, cell: word, tickets: mixed }).services).toEqual(['Login']);
});

test('its steps hold each ticket once, from an hour before', () => {
  const sumOf = (buckets: readonly { tickets: number }[]) => buckets.reduce((sum, { tickets }) => sum + tickets, 0);
  const steps = bucketsOf(proposal, []);
  expect(sumOf(steps)).toBe(proposal.ticketCount);
  expect(proposal.from - steps[0]!.from).toBeGreaterThanOrEqual(3_600_000);
  // What is its own by now is not counted as having come before it, too.
  expect(sumOf(bucketsOf(proposal, [proposal.from - 60_000, proposal.from]))).toBe(proposal.ticketCount + 1);
  const { steps: _, ...keptBefore } = proposal;
  expect(bucketsOf(keptBefore, [])).toEqual(steps);
});

test('whoever is forgotten is nowhere in it, and all else stays', () => {
  const customer = proposal.tickets[0]!.customer!;
  const kept = stateWithout(detection.state(), customer);
  expect(JSON.stringify(detection.state())).toContain(customer);
  expect(JSON.stringify(kept)).not.toContain(`"${customer}"`);
  expect(kept.recent.length).toBe(detection.state().recent.length);
  expect(JSON.stringify(proposalWithout(proposal, customer))).not.toContain(`"${customer}"`);
  const bare = withoutPeople(proposal);
  expect(bare.tickets.every((ticket) => ticket.customer === null && ticket.words.length === 0)).toBe(true);
  expect({ ...bare, tickets: [] }).toEqual({ ...proposal, tickets: [] });
});
