/** What outages and places are called where nobody gave them a name. */
import type { OutageBrief } from './use-outage-map.ts';

export const nameOf = ({ title, source, externalId }: Pick<OutageBrief, 'title' | 'source' | 'externalId'>): string =>
  title === '' ? `${source} ${externalId}` : title;

/** Two decimals of a degree are a kilometre. */
const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(2)}°\u00A0${value < 0 ? negative : positive}`;
export const coordinates = (latitude: number, longitude: number): string =>
  `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`;

/** The site and the region, or the coordinates where neither is known. */
export const whereOf = (
  { site, region, latitude, longitude }: Pick<OutageBrief, 'site' | 'region' | 'latitude' | 'longitude'>,
  siteName: (id: string) => string,
): string => {
  const named = [site === null ? null : siteName(site), region].filter((one) => one !== null).join(', ');
  return named === '' && latitude !== null && longitude !== null ? coordinates(latitude, longitude) : named;
};
