/**
 * Outages that are planted in a simulated centre: what fails, where, when and for how many. Nothing is told of them as such; what
 * shows is that customers write. Without any, the centre's history is what it always was.
 */
import type { Category } from '../arrivals/categories.ts';
import { type Region, REGIONS, SITES } from '../geography.ts';

export const SERVICES = ['Identity', 'Dashboards', 'Data pipelines', 'API', 'Mobile app'] as const;
export type Service = (typeof SERVICES)[number];

export interface Outage {
  /** The product that fails. */
  readonly service: Service;
  readonly regions: readonly Region[];
  /** The data centre it fails at, which has to be of the only region. Without one, tickets name any site of their region. */
  readonly site?: string;
  readonly startAt: number;
  readonly durationMs: number;
  /** The share of each region's customers who meet it, up to 1. Who sleeps at its start meets nothing, so by night it may be fewer. */
  readonly share: number;
  /** Over how long they meet it, one after another; 0 means all at once. */
  readonly onsetMs: number;
  /** How many of those who meet it write; 0.4 unless given. */
  readonly reporting?: number;
}

/** What customers take it for: weights of categories. */
export const SYMPTOMS: Readonly<Record<Service, Readonly<Partial<Record<Category, number>>>>> = {
  Identity: { Login: 60, 'Enterprise SSO': 20, Security: 8, 'Mobile app': 6, 'General question': 6 },
  Dashboards: { 'UI bug': 42, Performance: 38, Reports: 10, 'Data quality': 6, 'General question': 4 },
  'Data pipelines': { 'Data import': 50, 'Data quality': 22, Performance: 14, Integrations: 14 },
  API: { API: 64, Integrations: 26, 'Data export': 10 },
  'Mobile app': { 'Mobile app': 80, Login: 14, 'UI bug': 6 },
};

/** Throws a RangeError that names the first field of the first outage that makes no sense. */
export function checkOutages(outages: readonly Outage[], opensAt: number): void {
  for (const [place, outage] of outages.entries()) {
    const { regions, site, startAt, durationMs, share, onsetMs, reporting = 0 } = outage;
    const must = (holds: boolean, field: keyof Outage, what: string) => {
      if (!holds) throw new RangeError(`outages[${place}].${field} must be ${what}, not ${JSON.stringify(outage[field])}`);
    };
    must(SERVICES.includes(outage.service), 'service', `one of ${SERVICES.join(', ')}`);
    const isSet = new Set(regions).size === regions.length;
    must(regions.length > 0 && isSet && regions.every((region) => REGIONS.includes(region)), 'regions', `some of ${REGIONS.join(', ')}`);
    const region = SITES.find(({ id }) => id === site)?.region;
    must(site === undefined || (regions.length === 1 && regions[0] === region), 'site', 'a site of the only region');
    must(Number.isInteger(startAt) && startAt >= opensAt, 'startAt', `a whole number from ${opensAt}, when the centre opens`);
    must(durationMs > 0 && Number.isFinite(durationMs), 'durationMs', 'above 0');
    must(share > 0 && share <= 1, 'share', 'above 0 and at most 1');
    must(onsetMs >= 0 && onsetMs <= durationMs, 'onsetMs', 'from 0 to durationMs');
    must(reporting >= 0 && reporting <= 1, 'reporting', 'from 0 to 1');
  }
}
