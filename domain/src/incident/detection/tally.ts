/**
 * Who and what belongs to a proposal, counted as it comes, each once and in bounded space. Tickets: only those of the last hour are known by
 * their ids, as no other comes again. Customers: a bottom-k sketch (Bar-Yossef et al. 2002), which keeps the smallest hashes: up to so many
 * customers the count is exact, and of more it is estimated by how close together the hashes lie.
 */
import { hashOf } from './sketch.ts';
import type { HeardTicket } from './ticket.ts';

/** The standard error of an estimate is 1 ÷ √k: 1.6 %. */
const MOST_CUSTOMERS = 4096;
const HASHES = 2 ** 32;

export interface TallyState {
  /** Of the last hour. */
  readonly tickets: readonly string[];
  readonly regions: readonly string[];
  /** Of each customer the hash and the places in `regions` they wrote from. Negative: somebody who was forgotten. */
  readonly customers: readonly (readonly number[])[];
  /** Customers left out, as there were too many. */
  readonly isFull: boolean;
}

export interface Tally {
  has(ticket: string): boolean;
  /** False where it is counted already. */
  add(ticket: HeardTicket): boolean;
  /** It is too old to come again. */
  letGo(ticket: string): void;
  customers(): number;
  /** How many of the customers wrote from each region. */
  byRegion(): [region: string, customers: number][];
  state(): TallyState;
}

export function createTally(known?: TallyState): Tally {
  const tickets = new Set(known?.tickets);
  const regions = [...(known?.regions ?? [])];
  const customers = new Map(known?.customers.map(([hash, ...places]) => [hash!, new Set(places)]));
  let isFull = known?.isFull ?? false;
  const largest = (): number => {
    let most = 0;
    for (const hash of customers.keys()) most = Math.max(most, hash);
    return most;
  };
  let bound = isFull ? largest() : Infinity;

  const count = (hash: string, region: string | null): void => {
    const key = hashOf(hash);
    if (key > bound) return;
    const places = customers.get(key) ?? new Set<number>();
    if (region !== null) {
      if (!regions.includes(region)) regions.push(region);
      places.add(regions.indexOf(region));
    }
    customers.set(key, places);
    if (customers.size <= MOST_CUSTOMERS) return;
    customers.delete(largest());
    isFull = true;
    bound = largest();
  };
  const estimate = (): number => (isFull ? ((MOST_CUSTOMERS - 1) * HASHES) / bound : customers.size);

  return {
    has: (ticket) => tickets.has(ticket),
    add({ id, customer, region }) {
      if (tickets.has(id)) return false;
      tickets.add(id);
      count(customer === null ? `ticket ${id}` : `customer ${customer}`, region);
      return true;
    },
    letGo: (ticket) => void tickets.delete(ticket),
    customers: () => Math.round(estimate()),
    byRegion() {
      const counts = regions.map(() => 0);
      for (const places of customers.values()) for (const place of places) counts[place]! += 1;
      const scale = estimate() / Math.max(1, customers.size);
      return counts.map((one, place) => [regions[place]!, Math.round(one * scale)]);
    },
    state: () => ({ tickets: [...tickets], regions, customers: [...customers].map(([hash, places]) => [hash, ...places]), isFull }),
  };
}

/** As many as before, of whom one is not known any more. */
export function tallyWithout(tally: TallyState, customer: string): TallyState {
  const theirs = hashOf(`customer ${customer}`);
  const forgotten = tally.customers.reduce((least, [hash]) => Math.min(least, hash!), 0) - 1;
  return { ...tally, customers: tally.customers.map(([hash, ...places]) => [hash === theirs ? forgotten : hash!, ...places]) };
}
