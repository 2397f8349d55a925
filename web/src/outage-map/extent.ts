/** What a map is to have in sight at first. */
import type { OutageBrief, OutageIncident, OutagePlace } from './use-outage-map.ts';

/** So few that they alone would be a strange part of the world. */
const FEW = 6;

/** All outages and incidents of the days; where they are few, the sites as well, so that one sees where all is well. Degrees east and north. */
export function extentOf(
  { incidents, places }: { readonly incidents: readonly OutageIncident[]; readonly places: readonly OutagePlace[] },
  outages: readonly OutageBrief[],
): (readonly [longitude: number, latitude: number])[] {
  const found = [...outages, ...incidents.flatMap((one) => one.places)];
  const all = found.length < FEW ? [...found, ...places.filter(({ kind }) => kind === 'site')] : found;
  return all.flatMap(({ longitude, latitude }) => (longitude === null || latitude === null ? [] : [[longitude, latitude] as const]));
}
