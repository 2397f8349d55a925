import { expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { MINUTE_MS, NOW, trouble } from './example.ts';
import { explaining, isSameMatter, opened, withTickets } from './matter.ts';
import { createTally } from './tally.ts';
import type { HeardTicket } from './ticket.ts';

const login: Cell = { place: { kind: 'region', region: 'North' }, topic: { kind: 'category', name: 'Login' } };
const peak = { from: NOW, to: NOW + 8 * MINUTE_MS, observed: 8, expected: 0.1, likelihood: 27, probability: 1e-12, threshold: 1e-6 };
const sight = { customers: { North: 100 }, background: () => ({ count: 0, of: 2000 }) };
const tickets = trouble(8, NOW, MINUTE_MS);
const tally = createTally();
const proposal = withTickets(opened('first', login, peak, NOW), tally, tickets, sight);
const within = (region: string, more: Partial<HeardTicket>): [Cell, HeardTicket[]] => [
  { place: { kind: 'region', region }, topic: { kind: 'category', name: 'Export' } },
  trouble(6, NOW + 1, MINUTE_MS, { region, category: 'Export', ...more }),
];

test('odd tickets are its matter if enough of them are its tickets, wherever they are seen', () => {
  const [cell, others] = within('South', { words: ['export'] });
  expect(isSameMatter(proposal, tally, cell, others)).toBe(false);
  expect(isSameMatter(proposal, tally, cell, [...others.slice(0, 5), ...tickets.slice(0, 1)])).toBe(false);
  expect(isSameMatter(proposal, tally, cell, [...others.slice(0, 4), ...tickets.slice(0, 2)])).toBe(true);
});

test('or if half of them are worded as it is, in a place that holds its own or lies in it', () => {
  expect(isSameMatter(proposal, tally, ...within('North', { words: ['cannot', 'export'] }))).toBe(true);
  expect(isSameMatter(proposal, tally, ...within('North', { words: ['export'] }))).toBe(false);
  expect(isSameMatter(proposal, tally, ...within('South', { words: ['cannot', 'export'] }))).toBe(false);
});

test('the like of it would be found by whatever half of its tickets have in common', () => {
  const topics = explaining(proposal).map(({ topic }) => (topic.kind === 'any' ? 'any' : `${topic.kind} ${topic.name}`));
  expect(topics.toSorted()).toEqual(['category Login', 'product Login', 'word cannot', 'word login']);
  expect(explaining(proposal).every(({ place }) => place.kind === 'region')).toBe(true);
});

test('of very many the first three hundred are listed, and all are counted', () => {
  const counts = createTally();
  const many = trouble(420, NOW, 1000);
  const flood = withTickets(opened('first', login, peak, NOW), counts, many, sight);
  expect([flood.ticketCount, flood.tickets.length, flood.customers]).toEqual([420, 300, 420]);
  expect(flood.regions).toEqual([{ region: 'North', customers: 420, of: 100 }]);
  expect(withTickets(flood, counts, many, sight)).toBe(flood);
});
