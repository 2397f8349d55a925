/** The addresses of the place of incidents. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { INCIDENT_NAMES, type IncidentSearch, readIncidentSearch } from '../features/incidents/search.ts';
import { readSimulationSearch, SIMULATION_NAMES, type SimulationSearch } from '../features/outage-simulation/search.ts';
import { MAP_NAMES, type MapSearch, readMapSearch } from '../features/outages/filters.ts';
import { preloadMap } from '../outage-map/preload.ts';
import { inside, reading } from './entry-routes.tsx';

const place = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentsPlace'),
});

const list = createRoute({
  getParentRoute: () => place,
  path: '/',
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentsPage'),
});

const drill = createRoute({
  getParentRoute: () => place,
  path: '/drill',
  component: lazyRouteComponent(() => import('../features/drill/index.ts'), 'DrillPage'),
});

const oneDrill = createRoute({
  getParentRoute: () => place,
  path: '/drill/$drillId',
  component: lazyRouteComponent(() => import('../features/drill/index.ts'), 'OneDrillPage'),
});

const map = createRoute({
  getParentRoute: () => place,
  path: '/map',
  validateSearch: reading<MapSearch>(readMapSearch, MAP_NAMES),
  component: lazyRouteComponent(() => {
    // Beside the page, and not after it: what draws the map is the largest part of it.
    preloadMap();
    return import('../features/outages/index.ts');
  }, 'OutageMapPage'),
});

const importing = createRoute({
  getParentRoute: () => place,
  path: '/map/import',
  component: lazyRouteComponent(() => import('../features/outages/index.ts'), 'ImportOutagesPage'),
});

const places = createRoute({
  getParentRoute: () => place,
  path: '/map/places',
  component: lazyRouteComponent(() => import('../features/outages/index.ts'), 'PlacesPage'),
});

const simulation = createRoute({
  getParentRoute: () => place,
  path: '/simulation',
  validateSearch: reading<SimulationSearch>(readSimulationSearch, SIMULATION_NAMES),
  component: lazyRouteComponent(() => import('../features/outage-simulation/index.ts'), 'SimulationPage'),
});

/** It stands for itself, without the tabs of the place. */
const one = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId',
  validateSearch: reading<IncidentSearch>(readIncidentSearch, INCIDENT_NAMES),
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentPage'),
});

export const incidents = [place.addChildren([list, map, importing, places, simulation, drill, oneDrill]), one] as const;
