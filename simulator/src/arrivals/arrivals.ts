/**
 * A Poisson process for each region. As the rate is constant within an hour, an exponential gap that reaches past the
 * hour's end is drawn anew from there, which is exact because the exponential forgets.
 */
import type { Channel } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import type { Region } from '../geography.ts';
import type { Outage } from '../outages/outage.ts';
import type { Customer } from '../people/customers.ts';
import { cumulative, exponential, find, type Random, stream, weighted } from '../random.ts';
import { CATEGORY_NAMES, type Category } from './categories.ts';
import type { Intensity } from './intensity.ts';

export interface Arrival {
  readonly customer: Customer;
  readonly category: Category;
  readonly channel: Channel;
  /** What made the customer write, where it is one of the planted. */
  readonly outage?: Outage;
}

/** Shares in per cent. The bot answers first in bot and chat, and in part of what the portal brings. */
const CHANNELS: Readonly<Partial<Record<Channel, number>>> = { email: 24, chat: 20, bot: 31, portal: 13, phone: 7, social: 5 };

/** Plans are worded on the telephone, screenshots go by mail: how a category's channels differ from the usual. */
const CHANNEL_BENT: Readonly<Partial<Record<Category, Partial<Record<Channel, number>>>>> = {
  Billing: { email: 1.25, phone: 1.5, social: 0.6 },
  Security: { email: 1.5, phone: 1.5, social: 0.3, bot: 0.6 },
  'Feature request': { portal: 1.8, social: 1.6, phone: 0.3 },
  API: { email: 1.3, portal: 1.3, social: 0.6, phone: 0.4 },
  'Mobile app': { social: 1.8, chat: 1.2 },
  Login: { chat: 1.3, phone: 1.3, email: 0.7 },
};

/** Draws one customer after another for as long as the clock runs; `arrive` is called at each arrival. */
export function startArrivals(
  clock: Clock,
  seed: number,
  region: Region,
  intensity: Intensity,
  customers: readonly Customer[],
  arrive: (arrival: Arrival) => void,
): void {
  if (customers.length === 0) return;
  const random = stream(seed, 6, region.length, region.codePointAt(0)!);
  const needs = cumulative(customers.map(({ need }) => need));
  const next = (from: number): void => {
    const { perMs, until } = intensity.rate(from);
    const at = from + exponential(random, 1 / perMs);
    if (at > until) clock.at(until, () => next(until));
    else
      clock.at(at, () => {
        arrive(draw(random, customers, needs, intensity, at));
        next(at);
      });
  };
  next(clock.now());
}

function draw(random: Random, customers: readonly Customer[], needs: readonly number[], intensity: Intensity, at: number): Arrival {
  let customer = customers[find(random, needs)]!;
  // Somebody who is not a customer yet gives way to somebody who is.
  for (let attempt = 0; customer.sinceAt > at && attempt < 20; attempt++) customer = customers[find(random, needs)]!;
  const category = CATEGORY_NAMES[find(random, intensity.mix(at))]!;
  return { customer, category, channel: weighted(random, channelsOf(category)) };
}

const channelWeights = new Map<Category, Partial<Record<Channel, number>>>(
  CATEGORY_NAMES.map((category) => [
    category,
    Object.fromEntries(
      Object.entries(CHANNELS).map(([channel, weight]) => [channel, weight * (CHANNEL_BENT[category]?.[channel as Channel] ?? 1)]),
    ),
  ]),
);
const channelsOf = (category: Category) => channelWeights.get(category)!;
