/** A stream of tickets for the tests: two quiet regions, and trouble where it is wanted. */
import { HOUR_MS, WEEK_MS } from '../../alerting/index.ts';
import { createDetection, type Detection, type DetectionParts } from './detection.ts';
import type { HeardTicket } from './ticket.ts';
import { usualRates } from './usual-rates.ts';

export const MINUTE_MS = 60_000;
/** A Tuesday noon. */
export const NOW = Date.UTC(2026, 2, 10, 12);
const CATEGORIES = ['Login', 'Billing', 'Import', 'Reports', 'Export'];
const WORDS = ['help', 'question', 'about', 'invoice', 'file', 'report', 'user', 'export', 'slow', 'change'];

/** Numbers in [0, 1), the same for the same seed: Lehmer's generator by Park and Miller (1988). */
function chances(seed: number): () => number {
  let state = (Math.abs(seed) % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Tickets as usual, six an hour in each region: Poisson, from two thousand customers. */
export function usualTickets(from: number, to: number, seed = 1): HeardTicket[] {
  const random = chances(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const tickets: HeardTicket[] = [];
  for (let at = from; ;) {
    at += (-Math.log(1 - random()) * HOUR_MS) / 12;
    if (at >= to) return tickets;
    const region = any(['North', 'South']);
    const category = any(CATEGORIES);
    tickets.push({
      id: `usual ${seed} ${tickets.length}`,
      at: Math.round(at),
      region,
      site: any([`${region} 1`, `${region} 2`, null]),
      category,
      product: category,
      customer: `customer ${Math.floor(random() * 2000)}`,
      words: [any(WORDS), any(WORDS)].filter((word, place, all) => all.indexOf(word) === place),
    });
  }
}

/** What is wrong, ticket by ticket, each of another customer. */
export function trouble(count: number, from: number, everyMs: number, ticket: Partial<HeardTicket> = {}): HeardTicket[] {
  return Array.from({ length: count }, (_, number) => ({
    id: `odd ${from} ${ticket.region ?? 'North'} ${ticket.category ?? 'Login'} ${number}`,
    at: from + number * everyMs,
    region: 'North',
    site: 'North 1',
    category: 'Login',
    product: 'Login',
    customer: `struck ${from} ${ticket.region ?? 'North'} ${ticket.category ?? 'Login'} ${number}`,
    words: ['cannot', 'login'],
    ...ticket,
  }));
}

const past = usualTickets(NOW - 8 * WEEK_MS, NOW - HOUR_MS, 99);
const hours = [...Map.groupBy(past, ({ region, at }) => `${region} ${Math.floor(at / HOUR_MS)}`).values()].map((list) => ({
  region: list[0]!.region,
  at: Math.floor(list[0]!.at / HOUR_MS) * HOUR_MS,
  tickets: list.length,
}));
export const USUAL = usualRates(hours, { North: 1000, South: 1000 }, NOW, (at) => at)!;

/** One that has learned for three weeks. */
export function learned(parts: Partial<DetectionParts> = {}): Detection {
  const detection = createDetection({ usual: USUAL, localOf: (at) => at, ...parts });
  for (const ticket of past) if (ticket.at > NOW - 3 * WEEK_MS) detection.learn(ticket);
  return detection;
}

export const inOrder = (...lists: readonly HeardTicket[][]): HeardTicket[] => lists.flat().toSorted((a, b) => a.at - b.at);
