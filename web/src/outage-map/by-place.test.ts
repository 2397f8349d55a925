import { expect, test } from 'vitest';
import { byPlace, isPlaced } from './by-place.ts';
import { extentOf } from './extent.ts';
import type { OutageBrief, OutageIncident, OutagePlace } from './use-outage-map.ts';

const outage = (id: string, rest: Partial<OutageBrief>): OutageBrief => ({
  id,
  source: 'grid',
  externalId: id,
  title: '',
  service: null,
  region: null,
  site: null,
  latitude: 53,
  longitude: -1,
  severity: 'SEV3',
  isPlanned: false,
  stage: 'running',
  startedAt: '2026-03-10T08:00:00.000Z',
  endedAt: null,
  estimatedAt: null,
  customers: null,
  postcodeCount: 0,
  incident: null,
  ...rest,
});
const north: OutagePlace = { kind: 'region', id: 'North', name: 'North', latitude: 54.5, longitude: -2 };
const leeds: OutagePlace = { kind: 'site', id: 'leeds', name: 'Leeds', latitude: 53.8, longitude: -1.55 };
const incident: OutageIncident = {
  id: 'INC-1',
  title: 'Lines are down',
  severity: 'SEV2',
  stage: 'investigating',
  startedAt: '2026-03-10T07:00:00.000Z',
  endedAt: null,
  stretches: [{ startedAt: '2026-03-10T07:00:00.000Z', endedAt: null, severity: 'SEV2' }],
  services: [],
  regions: ['North'],
  places: [north],
};
const siteName = (id: string) => (id === 'leeds' ? 'Leeds' : id);

test('a place is its site, else its region, else who tells of it; the worst of each is named and comes first', () => {
  const found = byPlace(
    [
      outage('a', { site: 'leeds', region: 'North', isPlanned: true, title: 'Work' }),
      outage('b', { site: 'leeds', title: 'A fault', startedAt: '2026-03-10T06:00:00.000Z' }),
      outage('c', { region: 'North', severity: 'SEV1' }),
      outage('d', {}),
    ],
    [incident],
    siteName,
  );
  expect(found.map(({ place, what, count }) => [place, what, count])).toEqual([
    ['North', 'grid c', 2],
    ['grid', 'grid d', 1],
    ['Leeds', 'A fault', 2],
  ]);
});

test('an incident at two places is at both, and one without a place at none', () => {
  const found = byPlace(
    [],
    [
      { ...incident, places: [north, leeds] },
      { ...incident, id: 'INC-2', places: [] },
    ],
    siteName,
  );
  expect(found.map(({ place, open, isIncident }) => [place, open, isIncident])).toEqual([
    ['North', 'INC-1', true],
    ['Leeds', 'INC-1', true],
  ]);
});

test('an incident is placed by its regions, or by an outage that belongs to it', () => {
  const lost = { ...incident, places: [] };
  expect([isPlaced(incident, []), isPlaced(lost, [outage('a', {})]), isPlaced(lost, [outage('a', { incident: 'INC-1' })])]).toEqual([
    true,
    false,
    true,
  ]);
});

test('in sight is what there is, and the sites as well where that is little', () => {
  const far = { ...leeds, id: 'tokyo', name: 'Tokyo', latitude: 35.7, longitude: 139.7 };
  expect(extentOf({ incidents: [incident], places: [north, leeds, far] }, [outage('a', {})])).toEqual([
    [-1, 53],
    [-2, 54.5],
    [-1.55, 53.8],
    [139.7, 35.7],
  ]);
  const many = Array.from({ length: 6 }, (_, place) => outage(String(place), { latitude: 50 + place }));
  expect(extentOf({ incidents: [], places: [far] }, many)).toHaveLength(6);
  expect(extentOf({ incidents: [], places: [] }, [outage('a', { latitude: null, longitude: null })])).toEqual([]);
});
