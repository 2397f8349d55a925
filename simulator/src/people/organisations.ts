/** The companies that bought the product: what they were sold, what they pay, and how they are. */
import type { Region } from '../geography.ts';
import { logNormal, pick, type Random, stream, uniform, weighted } from '../random.ts';
import { DAY } from '../zone.ts';
import { slug } from './names.ts';

export type CustomerTier = 'enterprise' | 'business' | 'professional' | 'starter' | 'free';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly customerTier: CustomerTier;
  readonly plan: string;
  readonly mrr: number;
  readonly currency: string;
  readonly since: string;
  readonly health: 'healthy' | 'neutral' | 'at_risk';
  readonly region: Region;
}

/** Share of the organisations, the plan's name, the median of monthly revenue, and how many people of it turn to support. */
export const TIERS: Readonly<Record<CustomerTier, { share: number; plan: string; mrr: number; people: number }>> = {
  enterprise: { share: 8, plan: 'Enterprise', mrr: 9_500, people: 6 },
  business: { share: 17, plan: 'Agency', mrr: 2_400, people: 2.6 },
  professional: { share: 30, plan: 'Pro', mrr: 620, people: 1.2 },
  starter: { share: 30, plan: 'Starter', mrr: 110, people: 0.6 },
  free: { share: 15, plan: 'Trial', mrr: 0, people: 0.4 },
};

const TIER_SHARES = Object.fromEntries(Object.entries(TIERS).map(([tier, { share }]) => [tier, share])) as Record<CustomerTier, number>;
const HEALTH = { healthy: 68, neutral: 21, at_risk: 11 };

export const REGION_SHARES: Readonly<Record<Region, number>> = { EMEA: 38, Americas: 38, APAC: 24 };

const FIRST: readonly string[] =
  'Alder Amber Arbor Atlas Aurora Basalt Beacon Birch Blue Bright Cedar Cobalt Copper Coral Crest Delta Dune Ember Falcon Fern Fjord Garnet Granite Harbour Hazel Helio Heron Indigo Iron Ivory Juniper Kestrel Lark Linden Lumen Maple Marble Meridian Mistral Nimbus North Oak Ochre Onyx Opal Orchard Osprey Pine Polar Quartz Raven Reed River Rowan Saffron Sable Sierra Silver Slate Solar Spruce Sterling Summit Swift Tamarind Tidal Topaz Vale Vesper Violet Willow Zenith'.split(
    ' ',
  );
const SECOND: Readonly<Record<Region, readonly string[]>> = {
  EMEA: 'Logistik Handels Medical Retail Energy Verlag Versicherung Foods Mobility Robotics Analytics Freight Pharma Bank Studios'.split(
    ' ',
  ),
  Americas:
    'Health Logistics Foods Financial Media Outfitters Energy Labs Insurance Motors Software Retail Hospitality Realty Analytics'.split(
      ' ',
    ),
  APAC: 'Trading Systems Shipping Electronics Foods Capital Mobility Education Telecom Precision Travel Health Agritech Retail Games'.split(
    ' ',
  ),
};
const FORM: Readonly<Record<Region, readonly string[]>> = {
  EMEA: ['GmbH', 'Ltd', 'AG', 'BV', 'SA', 'AB', 'SARL'],
  Americas: ['Inc.', 'LLC', 'Corp.', 'Co.', 'Partners'],
  APAC: ['Pte Ltd', 'Pty Ltd', 'KK', 'Pvt Ltd', 'Holdings'],
};
const CURRENCY: Readonly<Record<Region, string>> = { EMEA: 'EUR', Americas: 'USD', APAC: 'USD' };

export function createOrganisations(seed: number, count: number, startAt: number): Organisation[] {
  const random = stream(seed, 1);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, number) => createOrganisation(random, number, startAt, taken));
}

function createOrganisation(random: Random, number: number, startAt: number, taken: Set<string>): Organisation {
  const region = weighted<Region>(random, REGION_SHARES);
  const customerTier = weighted<CustomerTier>(random, TIER_SHARES);
  const { plan, mrr } = TIERS[customerTier];
  const name = nameIn(random, region, number, taken);
  return {
    id: `org-${String(number + 1).padStart(4, '0')}`,
    name,
    domain: `${slug(name.replace(/ (GmbH|Ltd|AG|BV|SA|AB|SARL|Inc\.|LLC|Corp\.|Co\.|Partners|Pte Ltd|Pty Ltd|KK|Pvt Ltd|Holdings)$/, ''))}.example`,
    customerTier,
    plan,
    mrr: mrr === 0 ? 0 : Math.round(logNormal(random, mrr, 0.5) / 5) * 5,
    currency: CURRENCY[region],
    since: new Date(startAt - ageInDays(random) * DAY).toISOString().slice(0, 10),
    health: weighted<Organisation['health']>(random, HEALTH),
    region,
  };
}

/** A company that grows has more young customers than old ones; the eldest came five years ago. */
const ageInDays = (random: Random): number => 1 + 1900 * uniform(random) ** 2;

function nameIn(random: Random, region: Region, number: number, taken: Set<string>): string {
  for (let attempt = 0; attempt < 20; attempt++) {
    const stem = `${pick(random, FIRST)} ${pick(random, SECOND[region])}`;
    if (taken.has(stem)) continue;
    taken.add(stem);
    return `${stem} ${pick(random, FORM[region])}`;
  }
  return `${pick(random, FIRST)} ${pick(random, SECOND[region])} ${number + 1} ${pick(random, FORM[region])}`;
}
