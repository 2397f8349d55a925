/**
 * The borders of the world's countries (Natural Earth, public domain), at the scale that whoever draws them brings. A country too small to have
 * borders at a scale is a dot where it is, so that none is missing.
 */
import { CENTRES, CODES } from '@watchdesk/domain/geography';
import { feature } from 'topojson-client';

type Ring = number[][];
export interface Country {
  type: 'Feature';
  properties: { name: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

/** Nobody lives there for whom tickets are counted, and it would take a fifth of the map. */
const LEFT_OUT = new Set(['AQ']);
/** A country that has no number of its own in ISO 3166-1 goes by its name. */
const BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XK' };
const DOT_DEGREES = 0.8;
const DOT_CORNERS = 12;

const dot = ([longitude, latitude]: readonly [number, number]): Country['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    Array.from({ length: DOT_CORNERS + 1 }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / DOT_CORNERS;
      return [longitude + DOT_DEGREES * Math.cos(angle), latitude + DOT_DEGREES * Math.sin(angle)];
    }),
  ],
});

/** The part of a ring on one side of a meridian; it is closed along it. */
function cut(ring: Ring, meridian: number, side: 1 | -1): Ring {
  const isIn = ([x]: number[]) => side * (x! - meridian) >= 0;
  return ring.flatMap((point, place) => {
    const next = ring[(place + 1) % ring.length]!;
    const kept = isIn(point) ? [point] : [];
    if (isIn(point) === isIn(next)) return kept;
    const part = (meridian - point[0]!) / (next[0]! - point[0]!);
    return [...kept, [meridian, point[1]! + part * (next[1]! - point[1]!)]];
  });
}

/** A ring that goes over the 180th meridian, as one on each side of it: a line across the whole map joins nothing. */
function parted(ring: Ring): Ring[] {
  let turns = 0;
  const straight = ring.map(([x, y], place) => {
    const before = ring[place - 1]?.[0] ?? x!;
    if (Math.abs(x! - before) > 180) turns += x! > before ? -360 : 360;
    return [x! + turns, y!];
  });
  const xs = straight.map(([x]) => x!);
  const meridian = Math.max(...xs) > 180 ? 180 : Math.min(...xs) < -180 ? -180 : null;
  if (meridian === null) return [ring];
  const beyond = cut(straight, meridian, meridian > 0 ? 1 : -1).map(([x, y]) => [x! - 2 * meridian, y!]);
  return [cut(straight, meridian, meridian > 0 ? -1 : 1), beyond].filter(({ length }) => length > 2).map((part) => [...part, part[0]!]);
}

function within({ geometry, ...country }: Country): Country {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // Only what has no lakes goes over it.
  const coordinates = polygons.flatMap((polygon) => (polygon.length > 1 ? [polygon] : parted(polygon[0]!).map((ring) => [ring])));
  return { ...country, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Every country by its alpha-2 code, with its borders or its dot; what has no code keeps its name, and is land without a number. */
export function world(topology: { objects: { countries: object } }): { type: 'FeatureCollection'; features: Country[] } {
  const { features } = feature(topology as never, topology.objects.countries as never) as unknown as {
    features: (Country & { id?: string })[];
  };
  const drawn = features.map(({ id, properties, geometry }): Country => {
    const name = CODES.get(String(id).padStart(3, '0')) ?? BY_NAME[properties.name] ?? properties.name;
    return within({ type: 'Feature', properties: { name }, geometry });
  });
  const there = new Set(drawn.map(({ properties: { name } }) => name));
  const dots = [...CENTRES]
    .filter(([code]) => !there.has(code))
    .map(([name, centre]): Country => ({ type: 'Feature', properties: { name }, geometry: dot(centre) }));
  return { type: 'FeatureCollection', features: [...drawn, ...dots].filter(({ properties: { name } }) => !LEFT_OUT.has(name)) };
}
