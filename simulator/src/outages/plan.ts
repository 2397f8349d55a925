/**
 * Outages for a centre that is looked at live: one soon after it begins, and about one a day from then on, each of a region whose
 * customers are at work. The same seed gives the same ones however far one asks, so that a restart goes on with them.
 */
import { REGION_ZONES } from '../arrivals/intensity.ts';
import { REGIONS } from '../geography.ts';
import { between, pick, stream, uniform } from '../random.ts';
import { createZone, HOUR, MINUTE } from '../zone.ts';
import { type Outage, SERVICES } from './outage.ts';

/** By then what is usual is known, and whoever looks is still there. */
const FIRST_MS = 15 * MINUTE;
/** The same hour would be the same region every day. */
const EVERY_MS = 21 * HOUR;
const AT_WORK = [9, 18] as const;

/** All that begin from `from` up to `until`, in milliseconds since 1970, in their order. Where nobody is at work, none does. */
export function plannedOutages(seed: number, from: number, until: number): Outage[] {
  const zones = REGIONS.map((region) => ({ region, zone: createZone(REGION_ZONES[region]) }));
  const outages: Outage[] = [];
  for (let number = 0; ; number += 1) {
    const random = stream(seed, 14, number);
    const startAt = Math.round(from + FIRST_MS + number * EVERY_MS + (number === 0 ? 0 : uniform(random) * HOUR));
    if (startAt >= until) return outages;
    const awake = zones.filter(({ zone }) => {
      const { hour } = zone.local(startAt);
      return hour >= AT_WORK[0] && hour < AT_WORK[1];
    });
    if (awake.length === 0) continue;
    const { region } = pick(random, awake);
    outages.push({
      service: pick(random, SERVICES),
      regions: [region],
      startAt,
      durationMs: Math.round(between(random, 60, 110) * MINUTE),
      share: between(random, 0.12, 0.2),
      onsetMs: Math.round(between(random, 0, 10) * MINUTE),
    });
  }
}
