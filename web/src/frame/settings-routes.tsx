/** The place of settings, and the incident policy in it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './entry-routes.tsx';

export const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SettingsPlace'),
});

export const incidentPolicy = createRoute({
  getParentRoute: () => settings,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'IncidentPolicyPage'),
});
