/** The addresses of the place of incidents. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { INCIDENT_NAMES, type IncidentSearch, readIncidentSearch } from '../features/incidents/search.ts';
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

const one = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId',
  validateSearch: reading<IncidentSearch>(readIncidentSearch, INCIDENT_NAMES),
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentPage'),
});

export const incidents = [place.addChildren([list, drill, oneDrill]), one] as const;
