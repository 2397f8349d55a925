/** Where customers live: real cities with their coordinates, and the language business is done in there. */
export type Region = 'EMEA' | 'Americas' | 'APAC';

export const REGIONS: readonly Region[] = ['EMEA', 'Americas', 'APAC'];

export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: Region;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** ISO 639-1. */
  readonly language: string;
  /** How many of the region's customers live there, relative to the others. */
  readonly weight: number;
}

type Row = readonly [
  name: string,
  country: string,
  latitude: number,
  longitude: number,
  timeZone: string,
  language: string,
  weight: number,
];

const EMEA: readonly Row[] = [
  ['London', 'GB', 51.5074, -0.1278, 'Europe/London', 'en', 10],
  ['Manchester', 'GB', 53.4808, -2.2426, 'Europe/London', 'en', 4],
  ['Edinburgh', 'GB', 55.9533, -3.1883, 'Europe/London', 'en', 2],
  ['Dublin', 'IE', 53.3498, -6.2603, 'Europe/Dublin', 'en', 4],
  ['Berlin', 'DE', 52.52, 13.405, 'Europe/Berlin', 'de', 7],
  ['Munich', 'DE', 48.1351, 11.582, 'Europe/Berlin', 'de', 5],
  ['Hamburg', 'DE', 53.5511, 9.9937, 'Europe/Berlin', 'de', 4],
  ['Cologne', 'DE', 50.9375, 6.9603, 'Europe/Berlin', 'de', 2],
  ['Vienna', 'AT', 48.2082, 16.3738, 'Europe/Vienna', 'de', 3],
  ['Zurich', 'CH', 47.3769, 8.5417, 'Europe/Zurich', 'de', 3],
  ['Paris', 'FR', 48.8566, 2.3522, 'Europe/Paris', 'fr', 7],
  ['Lyon', 'FR', 45.764, 4.8357, 'Europe/Paris', 'fr', 3],
  ['Nantes', 'FR', 47.2184, -1.5536, 'Europe/Paris', 'fr', 1],
  ['Brussels', 'BE', 50.8503, 4.3517, 'Europe/Brussels', 'fr', 2],
  ['Amsterdam', 'NL', 52.3676, 4.9041, 'Europe/Amsterdam', 'en', 5],
  ['Rotterdam', 'NL', 51.9244, 4.4777, 'Europe/Amsterdam', 'en', 2],
  ['Madrid', 'ES', 40.4168, -3.7038, 'Europe/Madrid', 'es', 4],
  ['Barcelona', 'ES', 41.3874, 2.1686, 'Europe/Madrid', 'es', 4],
  ['Lisbon', 'PT', 38.7223, -9.1393, 'Europe/Lisbon', 'en', 2],
  ['Milan', 'IT', 45.4642, 9.19, 'Europe/Rome', 'en', 3],
  ['Stockholm', 'SE', 59.3293, 18.0686, 'Europe/Stockholm', 'en', 4],
  ['Copenhagen', 'DK', 55.6761, 12.5683, 'Europe/Copenhagen', 'en', 3],
  ['Oslo', 'NO', 59.9139, 10.7522, 'Europe/Oslo', 'en', 2],
  ['Helsinki', 'FI', 60.1699, 24.9384, 'Europe/Helsinki', 'en', 2],
  ['Warsaw', 'PL', 52.2297, 21.0122, 'Europe/Warsaw', 'en', 3],
  ['Prague', 'CZ', 50.0755, 14.4378, 'Europe/Prague', 'en', 2],
  ['Tel Aviv', 'IL', 32.0853, 34.7818, 'Asia/Jerusalem', 'en', 2],
  ['Dubai', 'AE', 25.2048, 55.2708, 'Asia/Dubai', 'en', 2],
  ['Johannesburg', 'ZA', -26.2041, 28.0473, 'Africa/Johannesburg', 'en', 2],
  ['Nairobi', 'KE', -1.2921, 36.8219, 'Africa/Nairobi', 'en', 1],
];

const AMERICAS: readonly Row[] = [
  ['New York', 'US', 40.7128, -74.006, 'America/New_York', 'en', 12],
  ['Boston', 'US', 42.3601, -71.0589, 'America/New_York', 'en', 5],
  ['Atlanta', 'US', 33.749, -84.388, 'America/New_York', 'en', 4],
  ['Miami', 'US', 25.7617, -80.1918, 'America/New_York', 'en', 2],
  ['Chicago', 'US', 41.8781, -87.6298, 'America/Chicago', 'en', 7],
  ['Austin', 'US', 30.2672, -97.7431, 'America/Chicago', 'en', 6],
  ['Minneapolis', 'US', 44.9778, -93.265, 'America/Chicago', 'en', 2],
  ['Denver', 'US', 39.7392, -104.9903, 'America/Denver', 'en', 4],
  ['San Francisco', 'US', 37.7749, -122.4194, 'America/Los_Angeles', 'en', 9],
  ['Seattle', 'US', 47.6062, -122.3321, 'America/Los_Angeles', 'en', 6],
  ['Los Angeles', 'US', 34.0522, -118.2437, 'America/Los_Angeles', 'en', 6],
  ['Toronto', 'CA', 43.6532, -79.3832, 'America/Toronto', 'en', 6],
  ['Montreal', 'CA', 45.5019, -73.5674, 'America/Toronto', 'fr', 3],
  ['Vancouver', 'CA', 49.2827, -123.1207, 'America/Vancouver', 'en', 3],
  ['Mexico City', 'MX', 19.4326, -99.1332, 'America/Mexico_City', 'es', 4],
  ['Bogotá', 'CO', 4.711, -74.0721, 'America/Bogota', 'es', 2],
  ['Santiago', 'CL', -33.4489, -70.6693, 'America/Santiago', 'es', 2],
  ['Buenos Aires', 'AR', -34.6037, -58.3816, 'America/Argentina/Buenos_Aires', 'es', 2],
  ['São Paulo', 'BR', -23.5505, -46.6333, 'America/Sao_Paulo', 'en', 5],
];

const APAC: readonly Row[] = [
  ['Singapore', 'SG', 1.3521, 103.8198, 'Asia/Singapore', 'en', 8],
  ['Sydney', 'AU', -33.8688, 151.2093, 'Australia/Sydney', 'en', 8],
  ['Melbourne', 'AU', -37.8136, 144.9631, 'Australia/Melbourne', 'en', 6],
  ['Auckland', 'NZ', -36.8509, 174.7645, 'Pacific/Auckland', 'en', 3],
  ['Tokyo', 'JP', 35.6762, 139.6503, 'Asia/Tokyo', 'ja', 8],
  ['Osaka', 'JP', 34.6937, 135.5023, 'Asia/Tokyo', 'ja', 4],
  ['Seoul', 'KR', 37.5665, 126.978, 'Asia/Seoul', 'en', 3],
  ['Hong Kong', 'HK', 22.3193, 114.1694, 'Asia/Hong_Kong', 'en', 3],
  ['Bengaluru', 'IN', 12.9716, 77.5946, 'Asia/Kolkata', 'en', 7],
  ['Mumbai', 'IN', 19.076, 72.8777, 'Asia/Kolkata', 'en', 5],
  ['Jakarta', 'ID', -6.2088, 106.8456, 'Asia/Jakarta', 'en', 2],
  ['Manila', 'PH', 14.5995, 120.9842, 'Asia/Manila', 'en', 2],
];

const cities = (region: Region, rows: readonly Row[]): City[] =>
  rows.map(([name, country, latitude, longitude, timeZone, language, weight]) => ({
    name,
    country,
    region,
    latitude,
    longitude,
    timeZone,
    language,
    weight,
  }));

export const CITIES: readonly City[] = [...cities('EMEA', EMEA), ...cities('Americas', AMERICAS), ...cities('APAC', APAC)];

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly region: Region;
  readonly latitude: number;
  readonly longitude: number;
}

/** The data centres from which the product is served. */
export const SITES: readonly Site[] = [
  { id: 'site-frankfurt', name: 'Frankfurt', service: 'Platform', region: 'EMEA', latitude: 50.1109, longitude: 8.6821 },
  { id: 'site-dublin', name: 'Dublin', service: 'Platform', region: 'EMEA', latitude: 53.3498, longitude: -6.2603 },
  { id: 'site-virginia', name: 'Virginia', service: 'Platform', region: 'Americas', latitude: 38.9519, longitude: -77.448 },
  { id: 'site-oregon', name: 'Oregon', service: 'Data pipelines', region: 'Americas', latitude: 45.8696, longitude: -119.688 },
  { id: 'site-sao-paulo', name: 'São Paulo', service: 'Platform', region: 'Americas', latitude: -23.5505, longitude: -46.6333 },
  { id: 'site-singapore', name: 'Singapore', service: 'Platform', region: 'APAC', latitude: 1.3521, longitude: 103.8198 },
  { id: 'site-tokyo', name: 'Tokyo', service: 'Data pipelines', region: 'APAC', latitude: 35.6762, longitude: 139.6503 },
  { id: 'site-sydney', name: 'Sydney', service: 'Platform', region: 'APAC', latitude: -33.8688, longitude: 151.2093 },
];
