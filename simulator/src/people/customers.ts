/** The people who write in: where they live, for whom they work, since when, and how often they need something. */
import { CITIES, type City, type Region } from '../geography.ts';
import { between, chance, cumulative, find, logNormal, pick, type Random, stream } from '../random.ts';
import { DAY } from '../zone.ts';
import { namesOf, slug } from './names.ts';
import { type Organisation, TIERS } from './organisations.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly email: string;
  readonly organisation: Organisation;
  readonly city: City;
  /** The language they write in. */
  readonly language: string;
  /** When they became a customer, in milliseconds since 1970; some join while the simulation runs. */
  readonly sinceAt: number;
  /** How often they turn to support, relative to others. */
  readonly need: number;
  /** 0.6 forgiving … 1.4 demanding: moves their ratings and their patience. */
  readonly demand: number;
}

/** This share of the customers joins during the first 120 days, evenly spread. */
const JOINING = 0.06;
const JOINING_DAYS = 120;

export function createCustomers(seed: number, count: number, organisations: readonly Organisation[], startAt: number): Customer[] {
  const random = stream(seed, 2);
  const byPeople = cumulative(organisations.map(({ customerTier }) => TIERS[customerTier].people));
  const cities = new Map<Region, { list: City[]; sums: number[] }>();
  for (const city of CITIES) {
    const known = cities.get(city.region) ?? { list: [], sums: [] };
    known.list.push(city);
    known.sums.push((known.sums.at(-1) ?? 0) + city.weight);
    cities.set(city.region, known);
  }
  const emails = new Set<string>();
  return Array.from({ length: count }, (_, number) => {
    // Everyone in the first places works somewhere of their own, so that no organisation is without people.
    const organisation = organisations[number < organisations.length ? number : find(random, byPeople)]!;
    const { list, sums } = cities.get(organisation.region)!;
    return createCustomer(random, number, count, organisation, list[find(random, sums)]!, startAt, emails);
  });
}

function createCustomer(
  random: Random,
  number: number,
  count: number,
  organisation: Organisation,
  city: City,
  startAt: number,
  emails: Set<string>,
): Customer {
  const names = namesOf(city.country);
  const givenName = pick(random, names.given);
  const name = `${givenName} ${pick(random, names.family)}`;
  const joins = number >= count * (1 - JOINING);
  const local = slug(name).replaceAll('-', '.');
  let email = `${local}@${organisation.domain}`;
  if (emails.has(email)) email = `${local}${number + 1}@${organisation.domain}`;
  emails.add(email);
  const joined = startAt + ((number - count * (1 - JOINING)) / (count * JOINING)) * JOINING_DAYS * DAY;
  return {
    id: `customer-${String(number + 1).padStart(5, '0')}`,
    name,
    givenName,
    email,
    organisation,
    city,
    language: city.language !== 'en' && chance(random, 0.55) ? city.language : 'en',
    sinceAt: Math.round(
      joins
        ? joined
        : startAt - Math.min(between(random, 1, 1500), (startAt - Date.parse(organisation.since)) / DAY) * DAY * between(random, 0.3, 1),
    ),
    need: logNormal(random, 1, 0.8),
    demand: between(random, 0.6, 1.4),
  };
}
