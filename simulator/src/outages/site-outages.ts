/**
 * What breaks at the data centres of a simulated company now and then, and when it is worked on there: for a map of outages, and without any
 * bearing on its tickets. Each stretch of hours has a chance of its own, so that what happened stays when more is asked for.
 */
import { CITIES, REGIONS, type Region, type Site, SITES } from '../geography.ts';
import { between, chance, index, pick, stream } from '../random.ts';
import { HOUR, MINUTE } from '../zone.ts';

export interface SiteOutage {
  readonly id: string;
  readonly title: string;
  readonly site: Site;
  readonly severity: 'SEV2' | 'SEV3' | 'SEV4' | 'SEV5';
  readonly isPlanned: boolean;
  readonly startAt: number;
  readonly endAt: number;
  /** When it was said that it would be over. */
  readonly estimatedAt: number;
  readonly customers: number;
}

const STRETCH = 4 * HOUR;
const LONGEST = 6 * HOUR;
const BROKEN = ['A network link is down', 'Power feed lost', 'Storage is slow', 'A cooling unit stopped'] as const;
const WORK = ['Planned work on the network', 'Planned work on the power supply'] as const;

/** Those that go on at some time in [from, to), as they begin. Two of them at one site at once are two. */
export function siteOutages(seed: number, from: number, to: number): SiteOutage[] {
  const found: SiteOutage[] = [];
  for (let stretch = Math.floor((from - LONGEST) / STRETCH); stretch * STRETCH < to; stretch += 1) {
    const random = stream(seed, 23, stretch);
    if (!chance(random, 0.6)) continue;
    const site = pick(random, SITES);
    const isPlanned = chance(random, 0.3);
    const startAt = Math.round(stretch * STRETCH + between(random, 0, STRETCH));
    const length = Math.round(between(random, 25 * MINUTE, isPlanned ? LONGEST : 4 * HOUR));
    const severity = isPlanned ? 'SEV5' : pick(random, ['SEV2', 'SEV3', 'SEV3', 'SEV4', 'SEV4'] as const);
    const title = `${pick(random, isPlanned ? WORK : BROKEN)}, ${site.name}`;
    const estimatedAt = Math.round(startAt + length * between(random, 0.7, 1.5));
    const customers = 5 + index(random, 90);
    const one = {
      id: `site-${stretch}`,
      title,
      site,
      severity,
      isPlanned,
      startAt,
      endAt: startAt + length,
      estimatedAt,
      customers,
    } as const;
    if (one.startAt < to && one.endAt > from) found.push(one);
  }
  return found.toSorted((a, b) => a.startAt - b.startAt);
}

/** The middle of where a region's customers live, each city by its weight. */
export const regionCentres = (): { region: Region; latitude: number; longitude: number }[] =>
  REGIONS.map((region) => {
    const cities = CITIES.filter((city) => city.region === region);
    const all = cities.reduce((sum, { weight }) => sum + weight, 0);
    const middle = (of: 'latitude' | 'longitude') =>
      Number((cities.reduce((sum, city) => sum + city.weight * city[of], 0) / all).toFixed(2));
    return { region, latitude: middle('latitude'), longitude: middle('longitude') };
  });
