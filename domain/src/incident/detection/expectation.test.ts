import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS } from '../../alerting/index.ts';
import type { Cell, Place } from './cell.ts';
import { MINUTE_MS, NOW, trouble, usualTickets } from './example.ts';
import { createExpectation } from './expectation.ts';

const DAY = 24 * HOUR_MS;
const six = Array.from({ length: 168 }, () => 6);
const fresh = () => createExpectation({ perHour: { North: six, South: six }, customers: {} }, (at) => at);
const NORTH: Place = { kind: 'region', region: 'North' };
const login = (place: Place): Cell => ({ place, topic: { kind: 'category', name: 'Login' } });

function after(tickets: ReturnType<typeof usualTickets>, to: number) {
  const expectation = fresh();
  for (const ticket of tickets) {
    expectation.pass(ticket.at);
    expectation.learn(ticket);
  }
  expectation.pass(to);
  return expectation;
}

test('a place brings what its hours usually bring, whole or broken', () => {
  const instant = fc.integer({ min: NOW, max: NOW + DAY });
  fc.assert(
    fc.property(fc.tuple(instant, instant, instant), (instants) => {
      const [from, between, to] = instants.toSorted((a, b) => a - b) as [number, number, number];
      const inPlace = fresh().inPlace;
      expect(inPlace(NORTH, from, to)).toBeCloseTo((6 * (to - from)) / HOUR_MS, 6);
      expect(inPlace(NORTH, from, between) + inPlace(NORTH, between, to)).toBeCloseTo(inPlace(NORTH, from, to), 9);
      expect(inPlace({ kind: 'everywhere' }, from, to)).toBeCloseTo(2 * inPlace(NORTH, from, to), 9);
    }),
  );
});

test('of an unknown region little is expected, but not nothing', () => {
  expect(fresh().inPlace({ kind: 'region', region: 'Atlantis' }, NOW, NOW + HOUR_MS)).toBeCloseTo(0.1, 10);
});

test('follows days that are half as busy, or twice, and forgets them', () => {
  const days = usualTickets(NOW, NOW + 5 * DAY, 3);
  const rate = (tickets: typeof days, at: number) => after(tickets, at).inPlace(NORTH, at, at + HOUR_MS);
  const half = days.filter((_, number) => number % 2 === 0);
  expect(rate(half, NOW + 5 * DAY)).toBeLessThan(4.2);
  expect(
    rate(
      [...days, ...usualTickets(NOW, NOW + 5 * DAY, 4)].toSorted((a, b) => a.at - b.at),
      NOW + 5 * DAY,
    ),
  ).toBeGreaterThan(9);
  expect(rate(days, NOW + 5 * DAY)).toBeCloseTo(6, -0.5);
});

test('an hour of an outage hardly moves what is expected', () => {
  const days = usualTickets(NOW, NOW + 3 * DAY, 3);
  const to = NOW + 3 * DAY;
  const outage = trouble(30, to, MINUTE_MS);
  const usual = after(days, to + HOUR_MS).inPlace(NORTH, to, to + HOUR_MS);
  expect(after([...days, ...outage], to + HOUR_MS).inPlace(NORTH, to, to + HOUR_MS)).toBeLessThan(1.2 * usual);
});

test('shares are those of the tickets learned from; a cell nothing is known of leans on the larger one, and is little known', () => {
  const to = NOW + 20 * DAY;
  const expectation = after(usualTickets(NOW, to, 8), to);
  const shareOf = (cell: Cell) => expectation.shareOf(cell, to);
  expect(shareOf(login({ kind: 'everywhere' })).share).toBeCloseTo(0.2, 1);
  expect(shareOf(login(NORTH)).share).toBeCloseTo(0.2, 1);
  expect(shareOf({ place: NORTH, topic: { kind: 'any' } }).share).toBe(1);
  const site: Place = { kind: 'site', site: 'North 1', region: 'North' };
  expect(shareOf(login(site)).share).toBeCloseTo(0.2 / 3, 1);
  const unseen = shareOf({ place: NORTH, topic: { kind: 'word', name: 'unheard' } });
  expect(unseen.share).toBeLessThan(0.001);
  expect(unseen.share).toBeGreaterThan(0);
  expect(unseen.shape).toBeLessThan(2);
  expect(shareOf(login(NORTH)).shape).toBeGreaterThan(12);
});

test('a region of few tickets leans on what is known everywhere', () => {
  const north = usualTickets(NOW, NOW + 4 * DAY, 8).filter(({ region }) => region === 'North');
  const south = trouble(10, NOW + 4 * DAY, MINUTE_MS, { region: 'South', category: 'Billing' });
  const { share } = after([...north, ...south], NOW + 5 * DAY).shareOf(login({ kind: 'region', region: 'South' }), NOW + 5 * DAY);
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.25);
});

test('goes on from its state', () => {
  const expectation = after(usualTickets(NOW, NOW + DAY, 8), NOW + DAY);
  const parts = { perHour: { North: six, South: six }, customers: {} };
  const again = createExpectation(parts, (at) => at, JSON.parse(JSON.stringify(expectation.state())));
  expect(again.inPlace(NORTH, NOW, NOW + HOUR_MS)).toBe(expectation.inPlace(NORTH, NOW, NOW + HOUR_MS));
  expect(again.shareOf(login(NORTH), NOW + DAY).share).toBeCloseTo(expectation.shareOf(login(NORTH), NOW + DAY).share, 5);
});
