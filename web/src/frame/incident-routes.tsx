/** The addresses of the place of incidents. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { INCIDENT_NAMES, type IncidentSearch, readIncidentSearch } from '../features/incidents/search.ts';
import { inside, reading } from './entry-routes.tsx';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentsPage'),
});

const one = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId',
  validateSearch: reading<IncidentSearch>(readIncidentSearch, INCIDENT_NAMES),
  component: lazyRouteComponent(() => import('../features/incidents/index.ts'), 'IncidentPage'),
});

export const incidents = [list, one] as const;
