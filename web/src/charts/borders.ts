/**
 * The borders of the world's countries (Natural Earth, 1:110 million, public domain), fetched when a map is first shown. A country
 * too small to have borders at this scale is a dot where it is, so that none is missing.
 */
import { MapChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { registerMap, use } from 'echarts/core';
import { feature } from 'topojson-client';
import topology from 'world-atlas/countries-110m.json';
import { CENTRES, CODES } from './countries.ts';
import { WORLD } from './map-option.ts';

type Ring = number[][];
interface Country {
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

/** Every country by its alpha-2 code, with its borders or its dot; what has no code keeps its name, and is land without a number. */
export function world(): { type: 'FeatureCollection'; features: Country[] } {
  const { features } = feature(topology as never, topology.objects.countries as never) as unknown as {
    features: (Country & { id?: string })[];
  };
  const drawn = features.map(({ id, properties, geometry }): Country => {
    const name = CODES.get(String(id).padStart(3, '0')) ?? BY_NAME[properties.name] ?? properties.name;
    return { type: 'Feature', properties: { name }, geometry };
  });
  const there = new Set(drawn.map(({ properties: { name } }) => name));
  const dots = [...CENTRES]
    .filter(([code]) => !there.has(code))
    .map(([name, centre]): Country => ({ type: 'Feature', properties: { name }, geometry: dot(centre) }));
  return { type: 'FeatureCollection', features: [...drawn, ...dots].filter(({ properties: { name } }) => !LEFT_OUT.has(name)) };
}

use([MapChart, GeoComponent]);
registerMap(WORLD, world());
