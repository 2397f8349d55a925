import { expect, test } from 'vitest';
import { shownOf } from './scene.ts';
import type { OutageBrief } from './use-outage-map.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.UTC(2026, 2, 10);
const iso = (hours: number) => new Date(MIDNIGHT + hours * HOUR).toISOString();

const outage = (id: string, from: number, to: number | null, rest: Partial<OutageBrief> = {}): OutageBrief => ({
  id,
  source: 'grid',
  externalId: id,
  title: '',
  service: null,
  region: null,
  site: null,
  latitude: 53.8,
  longitude: -1.55,
  severity: 'SEV3',
  isPlanned: false,
  stage: 'running',
  startedAt: iso(from),
  endedAt: to === null ? null : iso(to),
  estimatedAt: null,
  customers: null,
  postcodeCount: 0,
  incident: null,
  ...rest,
});
const outages = [outage('a', 1, 3, { severity: 'SEV2' }), outage('b', 2, null), outage('c', 2, null, { isPlanned: true })];

test('a cluster says how many of each severity it holds, planned ones by themselves, and is as bad as the worst', () => {
  const scene = shownOf({ outages, incidents: [], places: [] }, {}).scene(() => MIDNIGHT + 2.5 * HOUR, 'c');
  const [cluster, ...others] = scene.marksAt(4);
  expect(others).toEqual([]);
  expect(cluster).toMatchObject({ count: 3, severity: 'SEV2', isPlanned: false, isOpen: true, ids: ['a', 'b', 'c'] });
  // SEV1, planned SEV1, SEV2, planned SEV2, SEV3, planned SEV3 …
  expect(cluster?.shares).toEqual([0, 0, 1, 0, 1, 1, 0, 0, 0, 0]);
});

test('a frame in which nothing began or ended needs no other picture', () => {
  let hours = 2.1;
  const scene = shownOf({ outages, incidents: [], places: [] }, {}).scene(() => MIDNIGHT + hours * HOUR, undefined);
  expect(scene.hasChanged()).toBe(true);
  scene.marksAt(4);
  hours = 2.9;
  expect(scene.hasChanged()).toBe(false);
  hours = 3;
  expect(scene.hasChanged()).toBe(true);
  scene.marksAt(4);
  expect(scene.hasChanged()).toBe(false);
});

test('an incident is at each of its places, and a filter leaves out what it does not name', () => {
  const north = { kind: 'region', id: 'North', name: 'North', latitude: 54.5, longitude: -2 } as const;
  const incident = {
    id: 'INC-1',
    title: 'Lines are down',
    severity: 'SEV1',
    stage: 'investigating',
    startedAt: iso(2),
    endedAt: null,
    stretches: [{ startedAt: iso(2), endedAt: null, severity: 'SEV1' }],
    services: ['Power'],
    regions: ['North'],
    places: [north],
  } as const;
  const marks = (search: object) =>
    shownOf(
      {
        outages,
        incidents: [{ ...incident, stretches: [...incident.stretches], services: ['Power'], regions: ['North'], places: [north] }],
        places: [],
      },
      search,
    )
      .scene(() => MIDNIGHT + 4 * HOUR, undefined)
      .marksAt(4)
      .map(({ kind, count }) => [kind, count]);
  expect(marks({})).toEqual([
    ['cluster', 2],
    ['incident', 1],
  ]);
  expect(marks({ planned: true })).toEqual([['cluster', 1]]);
  expect(marks({ severity: 'SEV1' })).toEqual([['incident', 1]]);
});
