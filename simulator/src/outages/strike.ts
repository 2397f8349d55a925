/**
 * Whom an outage strikes, and who of them writes when. Each customer has a stream of chance of its own for each outage, so that
 * neither another outage nor the number of agents changes whom it strikes.
 */
import type { Channel } from '@watchdesk/domain/event';
import type { Category } from '../arrivals/categories.ts';
import type { Customer } from '../people/customers.ts';
import { chance, logNormal, type Random, stream, uniform, weighted } from '../random.ts';
import { MINUTE, type Zone } from '../zone.ts';
import { type Outage, SYMPTOMS } from './outage.ts';

/** A customer who meets an outage. */
export interface Struck {
  readonly customer: Customer;
  readonly metAt: number;
  /** When they write about it; null for most, who wait and see. */
  readonly writesAt: number | null;
  readonly category: Category;
  readonly channel: Channel;
}

const REPORTING = 0.4;
/** From meeting it to writing: half within eight minutes, nine in ten within 22. */
const HESITATION = { medianMs: 8 * MINUTE, sigma: 0.8 };
/** When it is urgent, people look for somebody who is there. */
const CHANNELS: Readonly<Partial<Record<Channel, number>>> = { chat: 30, bot: 20, email: 24, phone: 12, portal: 8, social: 6 };

/** All who meet it, in the order in which they do. Nobody writes after it is over. */
export function strike(
  seed: number,
  number: number,
  outage: Outage,
  customers: readonly Customer[],
  zone: (name: string) => Zone,
): Struck[] {
  const known = customers.map((customer, place) => ({ customer, place })).filter(({ customer }) => customer.sinceAt <= outage.startAt);
  const drawn = outage.regions.flatMap((region) => {
    const there = known.filter(({ customer }) => customer.organisation.region === region);
    return there
      .filter(({ customer }) => isAwake(zone(customer.city.timeZone), outage.startAt))
      .map(({ customer, place }) => ({ customer, random: stream(seed, 13, number, place) }))
      .map((one) => ({ ...one, lot: uniform(one.random) }))
      .toSorted((a, b) => a.lot - b.lot)
      .slice(0, Math.round(outage.share * there.length));
  });
  return drawn.map(({ customer, random }) => meets(random, outage, customer)).toSorted((a, b) => a.metAt - b.metAt);
}

function meets(random: Random, outage: Outage, customer: Customer): Struck {
  const metAt = Math.round(outage.startAt + uniform(random) * outage.onsetMs);
  const writes = chance(random, (outage.reporting ?? REPORTING) * customer.demand);
  const at = metAt + Math.round(logNormal(random, HESITATION.medianMs, HESITATION.sigma));
  return {
    customer,
    metAt,
    writesAt: writes && at < outage.startAt + outage.durationMs ? at : null,
    category: weighted<Category>(random, SYMPTOMS[outage.service]),
    channel: weighted<Channel>(random, CHANNELS),
  };
}

function isAwake(zone: Zone, at: number): boolean {
  const { hour } = zone.local(at);
  return hour >= 7 && hour < 22;
}
