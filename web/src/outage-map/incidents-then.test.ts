/** Incidents on the map, at the instant that is shown. */
import { expect, test } from 'vitest';
import { shownOf } from './scene.ts';
import type { OutageIncident } from './use-outage-map.ts';

const at = (minute: number) => Date.UTC(2026, 2, 10, 8, minute);
const iso = (minute: number) => new Date(at(minute)).toISOString();
const incident: OutageIncident = {
  id: 'INC-1',
  title: 'Lines are down',
  severity: 'SEV4',
  stage: 'resolved',
  startedAt: iso(0),
  endedAt: iso(50),
  stretches: [
    { startedAt: iso(0), endedAt: iso(10), severity: 'SEV1' },
    { startedAt: iso(10), endedAt: iso(20), severity: 'SEV3' },
    { startedAt: iso(40), endedAt: iso(50), severity: 'SEV4' },
  ],
  services: ['Lines'],
  regions: ['North'],
  places: [],
};
const severities = (search: Parameters<typeof shownOf>[1], ...minutes: number[]) => {
  const shown = shownOf({ outages: [], incidents: [incident], places: [] }, search);
  return minutes.map((minute) => shown.incidentsAt(at(minute))[0]?.severity);
};

test('an incident has the severity of the instant that is shown, and is not there while it was taken for resolved', () => {
  expect(severities({}, -1, 0, 9, 10, 30, 45, 50)).toEqual([undefined, 'SEV1', 'SEV1', 'SEV3', undefined, 'SEV4', undefined]);
});

test('who asks for a severity sees it while it had that one, by its services in whatever letters', () => {
  expect(severities({ severity: 'SEV3' }, 5, 15, 45)).toEqual([undefined, 'SEV3', undefined]);
  expect(severities({ service: ' lines', region: 'NORTH' }, 5)).toEqual(['SEV1']);
  expect(severities({ service: 'other' }, 5)).toEqual([undefined]);
});
